import assert from 'node:assert/strict';
import {existsSync, readFileSync} from 'node:fs';
import {join} from 'node:path';
import {describe, it} from 'node:test';
import {createManifest} from '../../dist-config/manifest.mjs';
import {ROOT} from '../../dist-config/prepare.mjs';
import {PAGES, TABLE_NAMES, withTables} from '../../dist-config/readme-tables.mjs';

const manifest = await createManifest();
const read = (path: string): string => readFileSync(join(ROOT, path), 'utf8');
const scripts = Object.keys(JSON.parse(read('package.json')).scripts);

describe('the README', () => {
  for (const path of PAGES) {
    it(`has its tables as the manifest says them: ${path}`, () => {
      assert.equal(read(path), withTables(read(path), manifest), 'run `npm run readme`');
    });

    it(`leads to files that are there: ${path}`, () => {
      const linked = [...read(path).matchAll(/\]\((?!#|https?:)([^)#]+)/g)].map(([, file]) => file!);
      assert.deepEqual(linked.filter(file => !existsSync(join(ROOT, path, '..', file))), []);
    });
  }

  it('has a place for each table', () => {
    const pages = PAGES.map(read).join('\n');
    for (const name of TABLE_NAMES) assert.match(pages, new RegExp(`<!-- ${name} -->\n.+\n<!-- /${name} -->`, 's'), name);
  });

  it('shows how to mount the proxy as the files do that the tests run', () => {
    const shown = [...read('README.md').matchAll(/<!-- (docs\/mount\/\S+) -->\n```ts\n([^]*?)```/g)];
    assert.equal(shown.length, 5);
    for (const [, path, code] of shown) assert.equal(code, /\/\/ #region \w+\n([^]*?)\/\/ #endregion/.exec(read(path!))?.[1], path);
  });

  it('names only commands that there are', () => {
    const named = [...read('README.md').matchAll(/\bnpm (?:run )?([a-z:]+(?=`)|start|test|build|readme|format)/g)].map(([, name]) => name!);
    assert.deepEqual(named.filter(name => name !== 'ci' && !scripts.includes(name)), []);
  });
});
