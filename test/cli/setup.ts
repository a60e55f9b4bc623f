import {spawn} from 'node:child_process';
import {once} from 'node:events';
import {appendFileSync} from 'node:fs';
import {createServer, type RequestListener} from 'node:http';
import type {AddressInfo} from 'node:net';
import type {TestContext} from 'node:test';
import {fileURLToPath} from 'node:url';
import type {Sandbox} from '../../demo/sandbox/server.js';
import {CLIENT, ORG_ID} from '../../demo/sandbox/users.js';

const MAIN = fileURLToPath(new URL('../../src/cli/main.ts', import.meta.url));

type Texts = Readonly<Record<string, string>>;

/** The program as a process of its own, with no variables but these; `said` resolves when its output matches. */
export function start(t: TestContext, args: readonly string[], variables: Texts = {}) {
  const child = spawn(process.execPath, ['--import', 'tsx', MAIN, ...args], {env: {PATH: process.env.PATH, ...variables}});
  t.after(() => child.kill('SIGKILL'));
  const output = {stdout: '', stderr: ''};
  for (const name of ['stdout', 'stderr'] as const) child[name].setEncoding('utf8').on('data', (text: string) => {
    output[name] += text;
    // Like every other log of a test run, searched for what must not stand there.
    if (name === 'stdout' && process.env.PODERO_TEST_LOG) appendFileSync(process.env.PODERO_TEST_LOG, text);
  });
  const ended = once(child, 'close').then(([code]) => ({code: code as number | null, ...output}));
  const said = async (pattern: RegExp): Promise<RegExpMatchArray> => {
    for (;;) {
      const match = (output.stdout + output.stderr).match(pattern);
      if (match) return match;
      await Promise.race([once(child.stdout, 'data'), once(child.stderr, 'data'), ended.then(end => { throw new Error(`It ended before it said ${pattern}: ${JSON.stringify(end)}`); })]);
    }
  };
  return {child, said, ended};
}

/** What the proxy needs to start, in front of a sandbox. */
export const variablesFor = ({apiUrl, tokenUrl}: Pick<Sandbox, 'apiUrl' | 'tokenUrl'>): Texts => ({
  PODERO_API_URL: apiUrl, PODERO_TOKEN_URL: tokenUrl, PODERO_CLIENT_ID: CLIENT.id, PODERO_CLIENT_SECRET: CLIENT.secret, PODERO_ORG_ID: ORG_ID, PORT: '0',
});

export async function serve(t: TestContext, listener: RequestListener): Promise<string> {
  const server = createServer(listener).listen(0, '127.0.0.1');
  await once(server, 'listening');
  t.after(() => { server.close(); server.closeAllConnections(); });
  return `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
}
