import assert from 'node:assert/strict';
import {once} from 'node:events';
import {request, type IncomingMessage} from 'node:http';
import {after, before, describe, it} from 'node:test';
import {podero} from './probe.js';
import {runMount} from './run-mount.js';

const SESSION = {headers: {cookie: 'session=anna-1'}};

/** What a browser sees of the proxy, wherever it is mounted. */
export function answersAsProxy(urlOf: () => string): void {
  it('answers with the customer\'s devices, and with one of them', async () => {
    const list = await (await fetch(`${urlOf()}/podero/heat-pumps`, SESSION)).json() as {id: string}[];
    assert.ok(list.length > 0);
    const one = await fetch(`${urlOf()}/podero/heat-pumps/${list[0]!.id}`, SESSION);
    assert.equal((await one.json() as {id: string}).id, list[0]!.id);
  });

  it('knows nobody without the portal\'s session', async () => {
    assert.equal((await fetch(`${urlOf()}/podero/heat-pumps`)).status, 401);
    assert.equal((await fetch(`${urlOf()}/podero/heat-pumps`, {headers: {cookie: 'session=guessed'}})).status, 401);
  });

  for (const path of ['/podero/users', '/podero/..%2fheat-pumps', '/podero/heat-pumps%2f1', '/podero/heat-pumps/%00']) {
    it(`has nothing at ${path}`, async () => {
      const {status} = await askAsIs(urlOf() + path);
      assert.ok(status === 404 || status === 400, String(status));
    });
  }
}

/** A file of `docs/mount` that runs a server. */
export function describeMount(name: string, file: string): void {
  describe(`the proxy in ${name}`, () => {
    let mount: Awaited<ReturnType<typeof runMount>>;
    before(async () => { mount = await runMount(file); });
    after(() => mount.close());

    answersAsProxy(() => mount.url);

    for (const method of ['PUT', 'POST', 'DELETE']) {
      it(`gets method, path and body of a ${method}`, async () => {
        const answer = await fetch(`${mount.probeUrl}/podero/inverters/1`, {method, body: '{"a":1}', headers: {'content-type': 'application/json'}});
        assert.deepEqual(await answer.json(), {method, path: '/podero/inverters/1', body: '{"a":1}'});
      });
    }

    it('streams each event as it comes, and ends when the browser goes', async () => {
      const leave = new AbortController();
      const answer = await fetch(`${mount.probeUrl}/podero/stream`, {signal: leave.signal});
      const reader = answer.body!.pipeThrough(new TextDecoderStream()).getReader();
      const {push, ended} = podero.latestStream();
      for (const text of ['data: 1\n\n', 'data: 2\n\n']) {
        push(text);
        assert.deepEqual(await reader.read(), {done: false, value: text});
      }
      leave.abort();
      await ended;
    });

    it('gets the upgrade to a WebSocket', async () => {
      const asked = request(`${mount.probeUrl}/podero/socket`, {headers: {connection: 'upgrade', upgrade: 'websocket'}}).end();
      const [answer] = await once(asked, 'response') as [IncomingMessage];
      assert.deepEqual([answer.statusCode, answer.headers['x-path']], [426, '/podero/socket']);
      answer.destroy();
    });
  });
}

/** `fetch` would tidy the path. */
async function askAsIs(url: string): Promise<{status: number | undefined}> {
  const {origin} = new URL(url);
  const [answer] = await once(request(origin, {path: url.slice(origin.length), headers: SESSION.headers}).end(), 'response') as [IncomingMessage];
  answer.resume();
  return {status: answer.statusCode};
}
