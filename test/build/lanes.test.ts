import assert from 'node:assert/strict';
import {readdirSync, readFileSync} from 'node:fs';
import {it} from 'node:test';

const BROWSER = new URL('../browser/', import.meta.url);

const testsIn = (folder: URL) => readdirSync(folder, {recursive: true, encoding: 'utf8'}).filter(name => name.endsWith('.test.ts'));

it('each file of tests in browsers is in one lane', () => {
  const lanes = new URL('lanes/', BROWSER);
  const imported = testsIn(lanes).flatMap(lane => [...readFileSync(new URL(lane, lanes), 'utf8').matchAll(/'\.\.\/(.*)\.js'/g)].map(([, name]) => `${name}.ts`));
  assert.deepEqual(imported.toSorted(), testsIn(BROWSER).filter(name => !name.startsWith('lanes')).toSorted());
});
