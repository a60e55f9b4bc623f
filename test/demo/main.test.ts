import assert from 'node:assert/strict';
import {spawn} from 'node:child_process';
import {once} from 'node:events';
import {createServer} from 'node:net';
import type {AddressInfo} from 'node:net';
import {describe, it, type TestContext} from 'node:test';
import {fileURLToPath} from 'node:url';

const MAIN = fileURLToPath(new URL('../../demo/main.ts', import.meta.url));

/** The demonstration as a process of its own; `said` resolves when a line matches. */
function start(t: TestContext, port: string) {
  const child = spawn(process.execPath, ['--import', 'tsx', MAIN], {env: {...process.env, PORT: port}});
  t.after(() => child.kill('SIGKILL'));
  let output = '';
  const said = (pattern: RegExp) => new Promise<RegExpMatchArray>((resolve, reject) => {
    const look = () => { const match = output.match(pattern); if (match) resolve(match); };
    for (const stream of [child.stdout, child.stderr]) stream.on('data', (text: Buffer) => { output += text.toString(); look(); });
    child.once('exit', () => reject(new Error(`It ended before it said ${pattern}: ${output}`)));
  });
  return {child, said, exited: once(child, 'exit') as Promise<[number | null, string | null]>};
}

async function freePort(): Promise<number> {
  const server = createServer().listen(0, '127.0.0.1');
  await once(server, 'listening');
  const {port} = server.address() as AddressInfo;
  server.close();
  await once(server, 'close');
  return port;
}

describe('the demonstration', () => {
  for (const signal of ['SIGINT', 'SIGTERM'] as const) {
    it(`prints its address, serves the portal, and stops cleanly on ${signal}`, async t => {
      const port = await freePort();
      const {child, said, exited} = start(t, String(port));
      await said(new RegExp(`^Portal: http://127.0.0.1:${port}/$`, 'm'));
      assert.equal((await fetch(`http://127.0.0.1:${port}/`)).status, 200);
      child.kill(signal);
      assert.deepEqual(await exited, [0, null]);
    });
  }

  it('moves to the next free port when its own is taken, and says so', async t => {
    const taken = createServer().listen(0, '127.0.0.1');
    t.after(() => taken.close());
    await once(taken, 'listening');
    const {port} = taken.address() as AddressInfo;
    const {said} = start(t, String(port));
    const [, moved] = await said(new RegExp(`Port ${port} is in use, so the portal moved to (\\d+)\\.\nPortal: http://127.0.0.1:\\1/`));
    assert.ok(Number(moved) > port);
  });

  for (const port of ['abc', '0', '70000', '-1', '80.5']) {
    it(`refuses PORT=${port} with a sentence`, async t => {
      const {said, exited} = start(t, port);
      const sentence = said(/PORT has to be a whole number from 1 to 65535; it is ".+"\./);
      assert.deepEqual(await exited, [1, null]);
      await sentence;
    });
  }
});
