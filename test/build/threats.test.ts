import assert from 'node:assert/strict';
import {readFileSync} from 'node:fs';
import {describe, it} from 'node:test';

const read = (path: string): string => readFileSync(new URL(`../../${path}`, import.meta.url), 'utf8');

const [, table = ''] = /<!-- threats -->\n([^]*?)<!-- \/threats -->/.exec(read('README.md')) ?? [];
const rows = table.trim().split('\n').slice(2).map(row => row.split('|').slice(1, -1).map(cell => cell.trim()));

describe('the README\'s table of threats', () => {
  it('names what the issue asks for, and more', () => {
    assert.ok(rows.length >= 16, `${rows.length} rows`);
    for (const row of rows) assert.ok(row.length === 3 && row.every(Boolean), row.join(' | '));
  });

  for (const [threat, , test = ''] of rows) {
    it(`has a test for: ${threat}`, () => {
      const [, file = '', name = ''] = /^`([^`]+)`: (.+)$/.exec(test) ?? [];
      const code = read(`test/proxy/${file}.test.ts`).replaceAll('\\\'', '\'').replaceAll(/\$\{[^}]*\}/g, '');
      assert.ok(code.split('\n').some(line => line.includes(name) && /\b(it|describe)\(|\['/.test(line)), `${file}: ${name}`);
    });
  }
});
