import assert from 'node:assert/strict';
import {readdirSync, readFileSync} from 'node:fs';
import {describe, it} from 'node:test';
import {staticImports} from './sizes.js';

const CDN = new URL('../../dist/cdn/', import.meta.url);
const ENTRY = 'podero-widgets.js';
const CHUNKS = readdirSync(new URL('chunks/', CDN)).filter(name => name.endsWith('.js')).map(name => `chunks/${name}`);
const LANGUAGES = ['de'];

const read = (name: string): string => readFileSync(new URL(name, CDN), 'utf8');

describe('the script-tag bundle', () => {
  it('has the words of each other language in a chunk of its own', () => {
    assert.deepEqual(CHUNKS.filter(name => /Wärmepumpe/.test(read(name))).map(name => name.slice(7, 9)), LANGUAGES);
    assert.doesNotMatch(read(ENTRY), /Wärmepumpe|Heat pump/);
  });

  it('has no static import, and its chunks share nothing with it', () => {
    assert.ok(CHUNKS.length > 0);
    for (const name of [ENTRY, ...CHUNKS]) assert.deepEqual(staticImports(`cdn/${name}`), [], name);
  });

  it('asks for a chunk that failed under another address: browsers remember a failure', () => {
    assert.doesNotMatch(read(ENTRY), /\bimport\([`'"]/);
    assert.match(read(ENTRY), /import\(path\+failed\)/);
  });

  it('needs no eval, and one Trusted Types policy that is named after it', () => {
    for (const name of [ENTRY, ...CHUNKS]) assert.doesNotMatch(read(name), /\beval\(|new Function\(/, name);
    assert.match(read(ENTRY), /createPolicy\(.podero-lit./);
    assert.doesNotMatch(read(ENTRY), /createPolicy\(.lit-html/);
  });

  it('carries nothing of the server side', () => {
    for (const name of [ENTRY, ...CHUNKS]) assert.doesNotMatch(read(name), /client_secret|client_credentials|basePath/, name);
  });

  it('has a loader for pages that can only load a classic script', () => {
    assert.match(read('podero-widgets.classic.js'), /import\(new URL\('podero-widgets\.js', document\.currentScript\.src\)\)/);
  });
});
