import assert from 'node:assert/strict';
import {readdirSync, readFileSync} from 'node:fs';
import {describe, it} from 'node:test';
import {gzipSync} from 'node:zlib';
import {parseAst} from 'vite';

const CDN = new URL('../../dist/cdn/', import.meta.url);
const ENTRY = 'podero-widgets.js';
const CHUNKS = readdirSync(new URL('chunks/', CDN)).filter(name => name.endsWith('.js')).map(name => `chunks/${name}`);

/** Bytes before the first card (the goal of issue 2 and B2), and today's figure, above which nothing may grow. */
const GOAL = 27_000;
const CEILING = 43_500;

const read = (name: string): string => readFileSync(new URL(name, CDN), 'utf8');

const staticImports = (name: string): string[] => parseAst(read(name)).body.flatMap(node =>
  (node.type === 'ImportDeclaration' || node.type === 'ExportNamedDeclaration' || node.type === 'ExportAllDeclaration') && node.source
    ? [node.source.value]
    : []);

describe('the script-tag bundle', () => {
  const bytes = gzipSync(read(ENTRY), {level: 9}).length;

  it(`does not grow: ${bytes} bytes gzip`, () => {
    assert.ok(bytes <= CEILING, `${bytes} > ${CEILING}`);
  });

  it(`is at most ${GOAL} bytes gzip`, {todo: 'see the note of the issue'}, () => {
    assert.ok(bytes <= GOAL, `${bytes} > ${GOAL}`);
  });

  it('has no static import, and its chunks share nothing with it', () => {
    assert.ok(CHUNKS.length > 0);
    for (const name of [ENTRY, ...CHUNKS]) assert.deepEqual(staticImports(name), [], name);
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
