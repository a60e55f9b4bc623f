import assert from 'node:assert/strict';
import {readdirSync, readFileSync} from 'node:fs';
import {join} from 'node:path';
import {describe, it} from 'node:test';
import {createManifest} from '../../dist-config/manifest.mjs';
import {ROOT} from '../../dist-config/prepare.mjs';
import {AGREE, differences, documentedDetail, namesOf} from '../elements/manifest.js';

const manifest = await createManifest();
const elements = manifest.modules.flatMap(({declarations}) => declarations);

const sourcesIn = (folder: string): string[] => readdirSync(join(ROOT, folder), {recursive: true, encoding: 'utf8'})
  .filter(name => name.endsWith('.ts')).map(name => readFileSync(join(ROOT, folder, name), 'utf8'));
/** Comments describe; only code counts. */
const code = sourcesIn('src').map(text => text.replace(/\/\*[\s\S]*?\*\/|^\s*\/\/.*$/gm, '')).join('\n');
const allIn = (pattern: RegExp, text = code): string[] => [...text.matchAll(pattern)].map(([, name]) => name!);

/** What stands in for a token: everything up to the bracket that closes its `var(`. */
function fallbacksOf(token: string): string[] {
  return code.split(`var(${token}, `).slice(1).map(rest => {
    let depth = 1;
    const end = [...rest].findIndex(sign => (depth += sign === '(' ? 1 : sign === ')' ? -1 : 0) === 0);
    return rest.slice(0, end).replace(/var\(--_(\w+)(?:-raw)?\)/, 'var(--podero-color-$1)');
  });
}

describe('custom-elements.json', () => {
  it('is in the package as the sources say it', () => {
    const {customElements, exports} = JSON.parse(readFileSync(join(ROOT, 'package.json'), 'utf8'));
    assert.equal(exports['./custom-elements.json'], `./${customElements}`);
    assert.deepEqual(JSON.parse(readFileSync(join(ROOT, customElements), 'utf8')), JSON.parse(JSON.stringify(manifest)));
  });

  it('is about the three elements, under the modules that bundlers get', () => {
    assert.deepEqual(elements.map(({tagName}) => tagName).toSorted(), ['podero-consumption-chart', 'podero-device-card', 'podero-device-list']);
    assert.deepEqual(manifest.modules.map(({path}) => path), manifest.modules.map(({declarations: [element]}) => `dist/npm/${element!.tagName}.js`));
  });

  it('describes everything that it names, and nothing private', () => {
    for (const {tagName, attributes, members, slots = [], events, cssParts, cssProperties} of elements) {
      for (const {name, description} of [...attributes, ...members, ...slots, ...events, ...cssParts, ...cssProperties]) {
        assert.ok(description?.trim(), `${tagName}: say in a comment what "${name}" is`);
        assert.match(name, /^[\w-]*$/, tagName);
      }
    }
  });

  it('has every event of the code with the type of its detail', () => {
    const documented = elements.flatMap(({events}) => namesOf(events));
    assert.deepEqual(differences(documented, allIn(/^ {2}'(podero-[\w-]+)': /gm)), AGREE, 'events.ts');
    assert.deepEqual(differences(documented, allIn(/\bfire\([^,]+, '(podero-[\w-]+)'/g)), AGREE, 'fire(…)');
    for (const {name, type} of elements.flatMap(({events}) => events)) assert.doesNotMatch(type!.text, /unknown/, name);
  });

  it('names in an event\'s description only what its detail can carry', () => {
    for (const event of elements.flatMap(({events}) => events)) {
      const known = allIn(/(\w+)\??: /g, event.type!.text === 'CustomEvent<PoderoErrorDetail>' ? /PoderoErrorDetail \{.*?\n\}/s.exec(code)![0] : event.type!.text);
      const named = documentedDetail(event);
      assert.ok(named.length, `close the description of ${event.name} with what its detail carries: \`{…}\``);
      assert.deepEqual(named.filter(name => !known.includes(name)), [], event.name);
    }
  });

  it('has every part that is written in a template', () => {
    const written = allIn(/\bpart="([\w -]+)"/g).flatMap(names => names.split(' '));
    const documented = elements.flatMap(({cssParts}) => namesOf(cssParts));
    assert.deepEqual(differences(documented, written)['not documented'], []);
  });

  it('has every token that the style sheets read, with the default that they use', () => {
    const documented = elements.flatMap(({cssProperties}) => cssProperties);
    assert.deepEqual(differences(namesOf(documented), allIn(/var\((--podero-[\w-]+)/g)), AGREE, '@cssprop in src/styles/tokens.ts');
    for (const {name, default: value} of documented) assert.ok(fallbacksOf(name).includes(value!), `${name}: ${value} is none of ${fallbacksOf(name).join(' or ')}`);
  });
});
