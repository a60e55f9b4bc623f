import assert from 'node:assert/strict';
import {cpSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync} from 'node:fs';
import {tmpdir} from 'node:os';
import {join} from 'node:path';
import type {TestContext} from 'node:test';
import {fileURLToPath, pathToFileURL} from 'node:url';
import type {createProxy} from '../../src/proxy/index.js';

const ROOT = fileURLToPath(new URL('../../', import.meta.url));

/** The proxy with one line of its code changed: what a guard is worth shows when it is gone. */
export async function withPatch(t: TestContext, file: string, line: string, instead: string): Promise<typeof createProxy> {
  const copy = mkdtempSync(join(tmpdir(), 'podero-patched-'));
  t.after(() => rmSync(copy, {recursive: true, force: true}));
  for (const folder of ['proxy', 'api', 'domain']) cpSync(join(ROOT, 'src', folder), join(copy, 'src', folder), {recursive: true});
  writeFileSync(join(copy, 'package.json'), '{"type": "module"}');
  symlinkSync(join(ROOT, 'node_modules'), join(copy, 'node_modules'), 'junction');
  const path = join(copy, 'src/proxy', file);
  const code = readFileSync(path, 'utf8');
  assert.equal(code.split(line).length, 2, `${file} has to have the line exactly once: ${line}`);
  writeFileSync(path, code.replace(line, () => instead));
  const patched = await import(pathToFileURL(join(copy, 'src/proxy/index.ts')).href) as {createProxy: typeof createProxy};
  return patched.createProxy;
}
