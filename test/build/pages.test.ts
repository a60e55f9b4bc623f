import assert from 'node:assert/strict';
import {readdirSync} from 'node:fs';
import {describe, it} from 'node:test';
import {sharedPages} from '../../dist-config/page-tests.mjs';

describe('the pages that several files of tests share', () => {
  it('are there, each', () => {
    const pages = readdirSync(new URL('../pages', import.meta.url)).filter(name => name.endsWith('.test.ts'));
    assert.deepEqual(pages.sort(), Object.keys(sharedPages()).map(name => `${name}.test.ts`).sort());
  });
});
