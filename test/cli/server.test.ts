import assert from 'node:assert/strict';
import {once} from 'node:events';
import {connect, type Socket} from 'node:net';
import {describe, it, type TestContext} from 'node:test';
import {startServer} from '../../src/cli/server.js';
import type {PoderoProxy} from '../../src/proxy/index.js';

const QUICK = {headersTimeout: 50, requestTimeout: 60, connectionsCheckingInterval: 10, graceMs: 50};

async function start(t: TestContext, proxy: PoderoProxy) {
  const server = await startServer(proxy, {port: 0, host: '127.0.0.1', limits: QUICK});
  t.after(() => server.close());
  return server;
}

const dial = (url: string): Socket => connect(Number(new URL(url).port), '127.0.0.1').setEncoding('utf8');

async function all(socket: Socket): Promise<string> {
  let text = '';
  for await (const chunk of socket) text += chunk as string;
  return text;
}

/** A proxy that does what a test is about, and else nothing. */
const proxyThat = (answer: (request: Request) => Promise<Response>, more: Partial<PoderoProxy> = {}): PoderoProxy =>
  Object.assign(answer, {upgrade: () => {}, close: async () => {}, ...more});

const echo = proxyThat(async request => new Response(await request.text()));
const silent = async () => new Response('');

describe('the server by itself', () => {
  for (const [what, sent] of [
    ['its headers', 'GET / HTTP/1.1\r\nhost: a\r\nx: '],
    ['its body', 'POST / HTTP/1.1\r\nhost: a\r\ncontent-length: 5\r\n\r\nab'],
  ] as const) {
    it(`cuts a client that does not finish ${what}`, async t => {
      const {url} = await start(t, echo);
      const socket = dial(url);
      socket.write(sent);
      assert.match(await all(socket), /^HTTP\/1\.1 408 /);
    });
  }

  it('refuses headers that are too long', async t => {
    const {url} = await start(t, echo);
    assert.equal((await fetch(url, {headers: {x: 'x'.repeat(17_000)}})).status, 431);
  });

  it('hands over an upgrade', async t => {
    const socket = dial((await start(t, proxyThat(silent, {upgrade: ({url}, taken) => { taken.end(`for ${url}`); }}))).url);
    socket.write('GET /podero/socket HTTP/1.1\r\nhost: a\r\nconnection: upgrade\r\nupgrade: websocket\r\n\r\n');
    assert.equal(await all(socket), 'for /podero/socket');
  });

  it('ends connections that somebody has taken over when its time to stop is up', {timeout: 10_000}, async () => {
    const server = await startServer(proxyThat(silent), {port: 0, host: '127.0.0.1', limits: QUICK});
    const socket = dial(server.url);
    socket.write('GET / HTTP/1.1\r\nhost: a\r\nconnection: upgrade\r\nupgrade: h2c\r\n\r\n');
    await once(socket, 'connect');
    socket.resume().on('error', () => {});
    await fetch(server.url);
    await server.close();
  });

  it('ends the proxy\'s streams when it stops, and what does not end in time', async () => {
    let closed = 0;
    const endless = proxyThat(async () => new Response(new ReadableStream()), {close: async () => { closed++; }});
    const server = await startServer(endless, {port: 0, host: '127.0.0.1', limits: QUICK});
    const answer = await fetch(server.url);
    const reading = assert.rejects(answer.text());
    await server.close();
    await reading;
    assert.equal(closed, 1);
    const socket = dial(server.url);
    const [error] = await once(socket, 'error') as [NodeJS.ErrnoException];
    assert.equal(error.code, 'ECONNREFUSED');
  });
});
