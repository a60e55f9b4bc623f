import assert from 'node:assert/strict';
import {existsSync, readdirSync, readFileSync} from 'node:fs';
import {join} from 'node:path';
import {describe, it} from 'node:test';
import {ROOT} from '../../dist-config/prepare.mjs';

const FILE = 'THIRD-PARTY-LICENSES.txt';

/** What the source maps say that the scripts of a folder are made of. */
const sourcesOf = (folder: string): string[] => readdirSync(join(ROOT, folder), {recursive: true, encoding: 'utf8'})
  .filter(name => name.endsWith('.js.map'))
  .flatMap(name => (JSON.parse(readFileSync(join(ROOT, folder, name), 'utf8')) as {sources: string[]}).sources);

const packagesOf = (sources: readonly string[]): Set<string> =>
  new Set(sources.flatMap(source => /node_modules\/((?:@[^/]+\/)?[^/]+)/.exec(source)?.[1] ?? []));

const read = (path: string): string => readFileSync(join(ROOT, path), 'utf8');
const versionOf = (name: string): string => (JSON.parse(read(`node_modules/${name}/package.json`)) as {version: string}).version;

describe('the licences of others', () => {
  it('stand beside the script-tag bundle with name, version and text, for each package that is inside', () => {
    const packages = packagesOf(sourcesOf('dist/cdn'));
    assert.ok(packages.has('lit-html') && packages.has('chart.js'));
    for (const name of packages) {
      const [, text = ''] = read(`dist/cdn/${FILE}`).split(`${name} ${versionOf(name)}, `);
      assert.match(text.slice(0, 2_000), /^[\w-]+\n=+\n[^]*Permission is hereby granted|^BSD-3-Clause\n=+\n[^]*Redistribution and use|^Apache-2\.0\n=+\n[^]*Apache License/, name);
    }
  });

  it('name nothing that is not inside', () => {
    const titles = [...read(`dist/cdn/${FILE}`).matchAll(/^(.+)\n=+$/gm)].map(([, title]) => title!);
    const named = titles.filter(title => !title.startsWith('Lucide')).map(title => title.split(' ')[0]);
    assert.deepEqual(named, [...packagesOf(sourcesOf('dist/cdn'))].toSorted());
  });

  it('stand beside whatever has copied works in it', () => {
    for (const folder of ['dist/cdn', 'dist/npm']) {
      const files = sourcesOf(folder).flatMap(source => /(?:^|\/)(src\/.+)$/.exec(source)?.[1] ?? []).filter(file => existsSync(join(ROOT, file)));
      const copied = files.flatMap(file => /@license .*?(https:[^\s)]+)/.exec(read(file))?.[1] ?? []);
      assert.ok(copied.length > 0, folder);
      for (const address of copied) assert.ok(read(`${folder}/${FILE}`).includes(address), `${folder}: ${address}`);
    }
  });

  it('are not needed where every package is left to be installed', () => {
    assert.deepEqual([...packagesOf([...sourcesOf('dist/npm'), ...sourcesOf('dist/proxy')])], []);
  });
});
