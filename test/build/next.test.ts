import assert from 'node:assert/strict';
import {spawn, spawnSync} from 'node:child_process';
import {once} from 'node:events';
import {cpSync, mkdtempSync, rmSync, writeFileSync} from 'node:fs';
import {join} from 'node:path';
import {after, before, describe} from 'node:test';
import {startSandbox} from '../../demo/sandbox/server.js';
import {ROOT} from '../../dist-config/prepare.mjs';
import {answersAsProxy} from '../proxy/mount/frameworks.js';
import {mountEnvironment} from '../proxy/mount/run-mount.js';

const NEXT = join(ROOT, 'node_modules/next/dist/bin/next');
const env = {...process.env, NEXT_TELEMETRY_DISABLED: '1'};

/** `docs/mount` as an app of its own, in this repository so that Next finds the built package and itself. */
function buildApp(folder: string): string {
  cpSync(join(ROOT, 'docs/mount'), folder, {recursive: true});
  const app = join(folder, 'next');
  writeFileSync(join(app, 'next.config.mjs'), `export default ${JSON.stringify({turbopack: {root: ROOT}, outputFileTracingRoot: ROOT, typescript: {ignoreBuildErrors: true}})};`);
  writeFileSync(join(app, 'tsconfig.json'), JSON.stringify({compilerOptions: {module: 'esnext', moduleResolution: 'bundler', paths: {'@/podero': ['../podero.ts']}}}));
  const {status, stdout, stderr} = spawnSync(process.execPath, [NEXT, 'build', app], {cwd: app, env, encoding: 'utf8', timeout: 120_000});
  assert.equal(status, 0, stdout + stderr);
  return app;
}

describe('the proxy in Next, built without secrets', () => {
  const folder = mkdtempSync(join(ROOT, '.next-app-'));
  let [url, close] = ['', async () => {}];

  before(async () => {
    const app = buildApp(folder);
    const sandbox = await startSandbox();
    const child = spawn(process.execPath, [NEXT, 'start', app, '-p', '0', '-H', '127.0.0.1'], {cwd: app, env: {...env, ...mountEnvironment(sandbox)}});
    close = async () => {
      const ended = once(child, 'exit');
      child.kill('SIGKILL');
      await ended;
      await sandbox.close();
    };
    let output = '';
    for await (const chunk of child.stdout) {
      output += String(chunk);
      url = /http:\/\/127\.0\.0\.1:\d+/.exec(output)?.[0] ?? '';
      if (url && output.includes('Ready')) break;
    }
  });
  after(async () => {
    await close();
    rmSync(folder, {recursive: true, force: true});
  });

  answersAsProxy(() => url);
});
