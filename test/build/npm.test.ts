import assert from 'node:assert/strict';
import {spawnSync} from 'node:child_process';
import {existsSync, readdirSync, readFileSync} from 'node:fs';
import {builtinModules} from 'node:module';
import {dirname, join} from 'node:path';
import {describe, it} from 'node:test';
import {fileURLToPath} from 'node:url';
import {build, parseAst} from 'vite';

const ROOT = fileURLToPath(new URL('../../', import.meta.url));

interface Entry {
  readonly types: string;
  readonly default: string;
}

const {name: NAME, bin, dependencies, exports} = JSON.parse(read('package.json')) as {
  name: string;
  bin: Record<string, string>;
  dependencies: Record<string, string>;
  exports: Record<string, Entry | string>;
};
const ENTRIES = Object.entries(exports).filter((entry): entry is [string, Entry] => typeof entry[1] === 'object');
const isServers = (path: string) => /^\.\/proxy(\/|$)/.test(path);
const BROWSER_ENTRIES = ENTRIES.filter(([path]) => !isServers(path));
/** What only a server has. */
const SERVER_PACKAGES = /^hono$|^@hono\/|^ws$|^lru-cache$|^rate-limiter-flexible$|^node:/;
const SCRIPTS = ['dist/npm', 'dist/npm/chunks', 'dist/proxy', 'dist/proxy/chunks', 'dist/cli'].flatMap(folder => readdirSync(join(ROOT, folder))
  .filter(name => name.endsWith('.js')).map(name => `${folder}/${name}`));

function read(path: string): string {
  return readFileSync(join(ROOT, path), 'utf8');
}

/** Everything a module imports, by `import`, `export … from` and `import()`. */
function importsOf(path: string): string[] {
  const found: string[] = [];
  JSON.stringify(parseAst(read(path)), (key, value: unknown) => {
    if (key === 'source' && typeof (value as {value?: unknown} | null)?.value === 'string') found.push((value as {value: string}).value);
    return value;
  });
  return found;
}

const isRelative = (specifier: string) => specifier.startsWith('.');

/** A package's name without the path inside it. */
const packageOf = (specifier: string) => specifier.split('/').slice(0, specifier.startsWith('@') ? 2 : 1).join('/');

/** The module and all of ours that it needs, now or later; also those that are missing. */
function reachedFrom(path: string, seen = new Set<string>()): Set<string> {
  if (seen.has(path)) return seen;
  seen.add(path);
  if (!existsSync(join(ROOT, path))) return seen;
  for (const specifier of importsOf(path).filter(isRelative)) reachedFrom(join(dirname(path), specifier), seen);
  return seen;
}

const packagesOf = (paths: Iterable<string>) =>
  new Set([...paths].flatMap(importsOf).filter(specifier => !isRelative(specifier)).map(packageOf));

/** The type declarations behind an entry's own; also those that are missing. */
function typesFrom(path: string, seen = new Set<string>()): Set<string> {
  if (seen.has(path)) return seen;
  seen.add(path);
  if (!existsSync(join(ROOT, path))) return seen;
  for (const [, specifier] of read(path).matchAll(/(?:from|import\() ?'(\.[^']+)'/g)) {
    typesFrom(join(dirname(path), specifier!.replace(/\.js$/, '.d.ts')), seen);
  }
  return seen;
}

const run = (code: string) => spawnSync(process.execPath, ['--input-type=module', '-e', code], {cwd: ROOT, encoding: 'utf8', timeout: 20_000});

describe('the package for bundlers', () => {
  for (const [path, entry] of ENTRIES) {
    it(`has what it exports, with all the types behind it: ${path}`, () => {
      assert.ok(existsSync(join(ROOT, entry.default)), entry.default);
      const missing = [...typesFrom(entry.types.slice(2))].filter(file => !existsSync(join(ROOT, file)));
      assert.deepEqual(missing, []);
    });
  }

  it('types everything that an entry exports', () => {
    for (const [path, entry] of ENTRIES) {
      const exported = parseAst(read(entry.default)).body.flatMap(node => node.type === 'ExportNamedDeclaration'
        ? node.specifiers.map(({exported: id}) => (id.type === 'Identifier' ? id.name : id.value)) : []);
      assert.ok(exported.length > 0, path);
      for (const name of exported) assert.match(read(entry.types), new RegExp(`\\b${name}\\b`), `${path}: ${name}`);
    }
  });

  it('has the script-tag files under the name that leads to them', () => {
    assert.equal(exports['./cdn/*'], './dist/cdn/*');
    for (const file of ['podero-widgets.js', 'podero-widgets.classic.js']) assert.ok(existsSync(join(ROOT, 'dist/cdn', file)), file);
  });

  it('imports its dependencies by name, and only those it declares', () => {
    const undeclared = [...packagesOf(SCRIPTS)].filter(name => !(name in dependencies) && !builtinModules.includes(name.replace(/^node:/, '')));
    assert.deepEqual(undeclared, []);
  });

  it('has each dependency that it declares left to the bundler', () => {
    assert.deepEqual([...packagesOf(SCRIPTS)].filter(name => name in dependencies).toSorted(), Object.keys(dependencies).toSorted());
  });

  it('carries no copy of any of them', () => {
    const marks = /litHtmlVersions|litElementVersions|reactiveElementVersions|\$ZodType|class DatasetController|class BarController|Hono = class/;
    for (const path of SCRIPTS) assert.doesNotMatch(read(path), marks, path);
  });

  it('finds all of its own parts', () => {
    for (const [path, entry] of ENTRIES) {
      const reached = [...reachedFrom(entry.default.slice(2))];
      assert.deepEqual(reached.filter(file => !existsSync(join(ROOT, file))), [], path);
      assert.ok(isServers(path) || reached.some(file => /chunks\/view-/.test(file)), path);
    }
  });

  it('keeps the drawing library out of what a page loads at first', () => {
    for (const path of SCRIPTS) {
      const isNeededLate = /chart-runtime/.test(path);
      assert.equal(importsOf(path).some(specifier => specifier.startsWith('chart.js')), isNeededLate, path);
    }
  });
});

describe('the two sides of the package', () => {
  it('brings no server to the browser', () => {
    for (const [path, entry] of BROWSER_ENTRIES) {
      const packages = packagesOf(reachedFrom(entry.default.slice(2)));
      assert.ok(packages.has('lit'), path);
      assert.ok(![...packages].some(name => SERVER_PACKAGES.test(name)), path);
    }
  });

  it('brings no view to the server', () => {
    for (const path of ['dist/proxy/index.js', 'dist/proxy/node.js', 'dist/cli/main.js']) {
      const packages = packagesOf(reachedFrom(path));
      assert.ok([...packages].some(name => SERVER_PACKAGES.test(name)), path);
      assert.ok(![...packages].some(name => /^lit|^@lit|chart/.test(name)), [...packages].join());
    }
  });
});

describe('a bundler that drops what has no effect', () => {
  const TAGS = {
    '.': ['podero-device-list', 'podero-device-card', 'podero-consumption-chart'],
    './podero-device-list': ['podero-device-list', 'podero-device-card'],
    './podero-device-card': ['podero-device-card'],
    './podero-consumption-chart': ['podero-consumption-chart'],
  };

  for (const [path, tags] of Object.entries(TAGS)) {
    it(`keeps the elements of ${path}`, async () => {
      const {output} = await build({
        configFile: false, root: ROOT, logLevel: 'silent', publicDir: false,
        build: {write: false, minify: false, rolldownOptions: {input: 'virtual:app'}},
        plugins: [{
          name: 'app',
          resolveId: id => (id === 'virtual:app' ? id : null),
          load: id => (id === 'virtual:app' ? `import ${JSON.stringify(join(NAME, path))};` : null),
        }],
      }) as {output: {code?: string}[]};
      const code = output.map(chunk => chunk.code ?? '').join('\n');
      for (const tag of tags) assert.ok(new RegExp(`TAG\\S* = "${tag}"`).test(code), tag);
    });
  }
});

describe('an import where there is no page', () => {
  for (const [path] of BROWSER_ENTRIES) {
    it(`does nothing and throws nothing: ${path}`, () => {
      const module = JSON.stringify(join(NAME, path));
      const {status, stdout, stderr} = run(`
        const called = [];
        for (const name of ['fetch', 'setTimeout', 'setInterval', 'queueMicrotask']) globalThis[name] = () => called.push(name);
        const exported = await import(${module});
        const ours = Object.keys(globalThis).filter(name => /podero/i.test(name));
        console.log(JSON.stringify([Object.keys(exported).filter(name => /^Podero/.test(name)).length, called, ours, typeof document]));`);
      assert.deepEqual([status, stderr], [0, '']);
      const [classes, ...effects] = JSON.parse(stdout) as [number, ...unknown[]];
      assert.ok(classes > 0);
      assert.deepEqual(effects, [[], [], 'undefined']);
    });
  }

  it('runs as a program', () => {
    assert.match(read(bin['podero-widgets']!), /^#!\/usr\/bin\/env node\n/);
    const {status, stdout} = spawnSync(process.execPath, [join(ROOT, bin['podero-widgets']!), '--version'], {encoding: 'utf8'});
    assert.deepEqual([status, stdout], [0, `${(JSON.parse(read('package.json')) as {version: string}).version}\n`]);
  });

  it('gives the proxy\'s function', () => {
    const {stdout, stderr} = run(`console.log(typeof (await import('${NAME}/proxy')).createProxy)`);
    assert.equal(stdout.trim(), 'function', stderr);
  });
});
