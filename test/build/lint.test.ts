import assert from 'node:assert/strict';
import {readdirSync, readFileSync} from 'node:fs';
import {join} from 'node:path';
import {describe, it} from 'node:test';
import {ESLint} from 'eslint';
import {ROOT} from '../../dist-config/prepare.mjs';

const OPTIONS: ESLint.Options = {cwd: ROOT, overrideConfigFile: 'dist-config/eslint.config.js'};
const eslint = new ESLint(OPTIONS);
const fixing = new ESLint({...OPTIONS, fix: true});

/** The rules that complain of such a file, were it in the repository. */
async function complaintsOf(path: string, code: string): Promise<string[]> {
  const [result] = await eslint.lintText(`${code}\n`, {filePath: join(ROOT, path)});
  return [...new Set(result!.messages.map(({ruleId, message}) => ruleId ?? message))];
}

const ARROW = '@typescript-eslint/no-restricted-imports';
const BAN = 'no-restricted-syntax';

/** File, what it imports, and whether it may: at run time, and as types only. */
const IMPORTS: readonly (readonly [file: string, module: string, may: 'know' | 'know types' | 'not know'])[] = [
  ['domain/new', '../text/say.js', 'not know'],
  ['domain/new', 'date-fns', 'not know'],
  ['domain/new', './device.js', 'know'],
  ['api/new', 'lit', 'not know'],
  ['api/new', '@lit/task', 'not know'],
  ['api/new', '../polling/poller.js', 'not know'],
  ['api/new', '../domain/device.js', 'know'],
  ['polling/new', '../domain/device.js', 'not know'],
  ['polling/new', '../api/client.js', 'not know'],
  ['polling/new', 'lit', 'know types'],
  ['text/new', '../elements/voice.js', 'not know'],
  ['text/new', '../domain/device.js', 'know types'],
  ['text/locales/de', '../messages.js', 'know'],
  ['styles/new', '../elements/voice.js', 'not know'],
  ['internal/new', '../elements/voice.js', 'not know'],
  ['internal/new', '../domain/device.js', 'not know'],
  ['elements/new', 'zod/mini', 'not know'],
  ['elements/new', 'chart.js', 'not know'],
  ['elements/new', '../view/view.js', 'know types'],
  ['elements/new', '../api/client.js', 'know'],
  ['elements/podero-consumption-chart', './podero-device-card.js', 'not know'],
  ['elements/podero-device-card', './podero-device-list.js', 'not know'],
  ['elements/podero-device-list', './podero-device-card.js', 'know'],
  ['elements/podero-device-list', './podero-consumption-chart.js', 'not know'],
  ['view/new', 'lit', 'know types'],
  ['view/new', '../api/client.js', 'know types'],
  ['view/new', '../polling/poller.js', 'know types'],
  ['view/new', 'chart.js', 'not know'],
  ['chart/new', 'chart.js', 'know types'],
  ['chart/new', '../text/say.js', 'know types'],
  ['chart/chart-runtime', 'chart.js', 'know'],
  ['chart/new', '../api/savings.js', 'know types'],
  ['chart/series-reader', '../api/savings.js', 'know'],
  ['chart/series-reader', '../api/series.js', 'know'],
  ['api/series', './sent.js', 'know'],
  ['domain/calendar', '@internationalized/date', 'know'],
  ['domain/new', '@internationalized/date', 'not know'],
  ['api/savings', '../domain/device.js', 'know types'],
  ['proxy/new', '../elements/voice.js', 'not know'],
  ['proxy/new', '../polling/poller.js', 'not know'],
  ['proxy/new', '../text/say.js', 'not know'],
  ['proxy/new', 'lit', 'not know'],
  ['proxy/new', '../api/schemas.js', 'know'],
  ['cli/new', '../proxy/index.js', 'know'],
  ['cli/new', '../doctor/cli.js', 'know'],
  ['cli/new', 'node:fs', 'know'],
  ['cli/new', '../api/client.js', 'not know'],
  ['proxy/node', '@hono/node-server', 'know'],
  ['proxy/new', '../cli/serve.js', 'not know'],
  ['api/new', 'node:fs', 'not know'],
  ['elements/new', '../domain/index.js', 'not know'],
  ['elements/new', '../text/locales/de.js', 'not know'],
  ['text/locales/de', '../../domain/device.js', 'not know'],
];

/** What is never done: the rule that says so, the file, and the line. */
const BANNED: Readonly<Record<string, readonly [rule: string, path: string, code: string]>> = {
  'zod whole': [BAN, 'demo/x.ts', 'import * as z from \'zod\';\nz.string();'],
  'zod by name': [BAN, 'src/api/x.ts', 'import {string} from \'zod/mini\';\nstring();'],
  'zod by default': [BAN, 'demo/x.ts', 'import z from \'zod/mini\';\nz.string();'],
  'an enum': [BAN, 'test/x.ts', 'export enum Kind {heatPump}'],
  'any': ['@typescript-eslint/no-explicit-any', 'demo/x.ts', 'export const x: any = 1;'],
  'a default export': [BAN, 'src/text/x.ts', 'export default 1;'],
  'a default export by name': [BAN, 'demo/x.ts', 'const x = 1;\nexport {x as default};'],
  'a `!` outside tests': ['@typescript-eslint/no-non-null-assertion', 'src/text/x.ts', 'export const x = [1].at(0)!;'],
  'innerHTML': [BAN, 'src/view/x.ts', 'document.body.innerHTML = \'\';'],
  'innerHTML in a template': [BAN, 'src/elements/x.ts', 'import {html} from \'lit\';\nexport const x = html`<p .innerHTML=${\'\'}></p>`;'],
  'insertAdjacentHTML': [BAN, 'src/view/x.ts', 'document.body.insertAdjacentHTML(\'beforeend\', \'\');'],
  'document.write': [BAN, 'src/view/x.ts', 'document.write(\'\');'],
  'unsafeHTML': [BAN, 'src/elements/x.ts', 'import {unsafeHTML} from \'lit/directives/unsafe-html.js\';\nunsafeHTML(\'\');'],
  'unsafeSVG': [BAN, 'src/elements/x.ts', 'import {unsafeSVG} from \'lit/directives/unsafe-svg.js\';\nunsafeSVG(\'\');'],
  'styleMap': [BAN, 'src/elements/x.ts', 'import {styleMap} from \'lit/directives/style-map.js\';\nstyleMap({});'],
  'a style attribute': [BAN, 'src/view/x.ts', 'import {html} from \'./lit.js\';\nexport const x = html`<p style="color: red"></p>`;'],
  'a style element': [BAN, 'src/view/x.ts', 'import {html} from \'./lit.js\';\nexport const x = html`<style></style>`;'],
  'a style attribute set by script': [BAN, 'src/view/x.ts', 'document.body.setAttribute(\'style\', \'\');'],
  'eval': ['no-eval', 'src/api/x.ts', 'eval(\'1\');'],
  'new Function': ['no-new-func', 'src/api/x.ts', 'new Function(\'\');'],
  'storage': ['no-restricted-globals', 'src/internal/x.ts', 'localStorage.setItem(\'a\', \'b\');'],
  'a cookie': [BAN, 'src/internal/x.ts', 'document.cookie = \'a=b\';'],
  'fetch in an element': [BAN, 'src/elements/x.ts', 'void fetch(\'/\');'],
  'a chunk brought by a chunk': [BAN, 'src/view/x.ts', 'void import(\'chart.js\');'],
  'fetch by another name': [BAN, 'src/view/x.ts', 'void window.fetch(\'/\');'],
  'AbortSignal.any (L17)': [BAN, 'src/api/send.ts', 'export const x = (a: AbortSignal) => AbortSignal.any([a]);'],
  'throwIfAborted (L17)': [BAN, 'src/elements/x.ts', 'export const x = ({signal}: AbortController) => signal.throwIfAborted();'],
  'a signal\'s reason (L17)': [BAN, 'src/polling/x.ts', 'export const x = (stop: AbortController): unknown => stop.signal.reason;'],
  'structuredClone (L17)': [BAN, 'src/domain/x.ts', 'export const x = structuredClone({});'],
  'toSorted (L17)': [BAN, 'src/view/x.ts', 'export const x = [2, 1].toSorted();'],
  'a type imported as a value': ['@typescript-eslint/consistent-type-imports', 'src/api/x.ts', 'import {Device} from \'../domain/device.js\';\nexport type X = Device;'],
};

/** How it looks, and how it is mended. */
const FORMATTED: Readonly<Record<string, readonly [before: string, after: string]>> = {
  'quotes': ['export const x = "a";', 'export const x = \'a\';'],
  'braces': ['export const x = { a: 1 };', 'export const x = {a: 1};'],
  'indentation': ['export function x() {\n    return 1;\n}', 'export function x() {\n  return 1;\n}'],
  'semicolons': ['export const x = 1', 'export const x = 1;'],
  'commas at the end': ['export const x = [\n  1\n];', 'export const x = [\n  1,\n];'],
  'brackets of one argument': ['export const x = [1].map((a) => a);', 'export const x = [1].map(a => a);'],
  'empty lines': ['export const x = 1;\n\n\nexport const y = 1;', 'export const x = 1;\n\nexport const y = 1;'],
};

describe('the linter', () => {
  for (const [file, module, may] of IMPORTS) {
    it(`says that ${file} may ${may} ${module}`, async () => {
      const path = `src/${file}.ts`;
      const value = await complaintsOf(path, `import * as x from '${module}';\nexport const y = x;`);
      const type = await complaintsOf(path, `import type {X} from '${module}';\nexport type Y = X;`);
      assert.deepEqual([value.includes(ARROW), type.includes(ARROW)], {'know': [false, false], 'know types': [true, false], 'not know': [true, true]}[may]);
    });
  }

  for (const [name, [rule, path, code]] of Object.entries(BANNED)) {
    it(`forbids ${name}`, async () => assert.deepEqual(await complaintsOf(path, code), [rule]));
  }

  for (const [name, [before, after]] of Object.entries(FORMATTED)) {
    it(`mends ${name}`, async () => {
      const [{output = `${before}\n`}] = await fixing.lintText(`${before}\n`, {filePath: join(ROOT, 'src/text/x.ts')}) as [ESLint.LintResult];
      assert.equal(output, `${after}\n`);
    });
  }
});

const SOURCES = readdirSync(join(ROOT, 'src'), {recursive: true, encoding: 'utf8'}).filter(name => name.endsWith('.ts'));

describe('the sources', () => {
  it('have no index files but those that the package exports', () => {
    assert.deepEqual(SOURCES.filter(name => /(^|\/)index\.ts$/.test(name)).toSorted(), ['index.ts', 'proxy/index.ts']);
  });

  it('import one another in no circle', () => {
    const importsOf = (file: string) => [...readFileSync(join(ROOT, 'src', file), 'utf8').matchAll(/^(?:import|export) [^;]*?'(\.[^']+)\.js';/gm)]
      .map(([, specifier]) => join(file, '..', `${specifier}.ts`));
    const done = new Set<string>();
    const circlesFrom = (file: string, path: readonly string[]): string[] => {
      if (path.includes(file)) return [[...path.slice(path.indexOf(file)), file].join(' → ')];
      if (done.has(file)) return [];
      const circles = importsOf(file).flatMap(next => circlesFrom(next, [...path, file]));
      done.add(file);
      return circles;
    };
    assert.ok(importsOf('index.ts').length > 3);
    assert.deepEqual(SOURCES.flatMap(file => circlesFrom(file, [])), []);
  });
});
