import assert from 'node:assert/strict';
import {readdirSync, readFileSync} from 'node:fs';
import {describe, it} from 'node:test';
import {gzipSync} from 'node:zlib';
import {parseAst} from 'vite';

const CDN = new URL('../../dist/cdn/', import.meta.url);
const ENTRY = 'podero-widgets.js';
const CHUNKS = readdirSync(new URL('chunks/', CDN)).filter(name => name.endsWith('.js')).map(name => `chunks/${name}`);

/** What a page loads before it can ask for data (issue 2, B2), and what it has loaded when the first card is painted; gzip. */
const ENTRY_LIMIT = 27_000;
const FIRST_CARD_LIMIT = 49_000;

/** What a page in another language loads beside that. */
const LANGUAGE_LIMIT = 6_000;
const LANGUAGES = ['de'];

const read = (name: string): string => readFileSync(new URL(name, CDN), 'utf8');

const staticImports = (name: string): string[] => parseAst(read(name)).body.flatMap(node =>
  (node.type === 'ImportDeclaration' || node.type === 'ExportNamedDeclaration' || node.type === 'ExportAllDeclaration') && node.source
    ? [node.source.value]
    : []);

describe('the script-tag bundle', () => {
  const sizeOf = (name: string): number => gzipSync(read(name), {level: 9}).length;
  const entry = sizeOf(ENTRY);
  const firstCard = entry + sizeOf(CHUNKS.find(name => name.startsWith('chunks/view-'))!);

  it(`is at most ${ENTRY_LIMIT} bytes: ${entry}`, () => {
    assert.ok(entry <= ENTRY_LIMIT);
  });

  it(`has at most ${FIRST_CARD_LIMIT} bytes for the first card: ${firstCard}`, () => {
    assert.ok(firstCard <= FIRST_CARD_LIMIT);
  });

  for (const language of LANGUAGES) {
    const size = sizeOf(CHUNKS.find(name => name.startsWith(`chunks/${language}-`))!);
    it(`has a chunk for ${language} of at most ${LANGUAGE_LIMIT} bytes, and no word of it elsewhere: ${size}`, () => {
      assert.ok(size <= LANGUAGE_LIMIT);
      assert.deepEqual(CHUNKS.filter(name => /Wärmepumpe/.test(read(name))).map(name => name.slice(7, 9)), ['de']);
      assert.doesNotMatch(read(ENTRY), /Wärmepumpe|Heat pump/);
    });
  }

  it('has no static import, and its chunks share nothing with it', () => {
    assert.ok(CHUNKS.length > 0);
    for (const name of [ENTRY, ...CHUNKS]) assert.deepEqual(staticImports(name), [], name);
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
