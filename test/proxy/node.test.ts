import assert from 'node:assert/strict';
import express from 'express';
import {once} from 'node:events';
import {createServer, type RequestListener} from 'node:http';
import {createRequire} from 'node:module';
import {connect, type AddressInfo} from 'node:net';
import {describe, it, type TestContext} from 'node:test';
import {nodeHandler} from '../../src/proxy/node.js';

/** Old portals have it. */
const express4 = createRequire(import.meta.url)('express4') as typeof express;

async function serve(t: TestContext, listener: RequestListener): Promise<string> {
  const server = createServer(listener).listen(0, '127.0.0.1');
  await once(server, 'listening');
  t.after(() => { server.close(); server.closeAllConnections(); });
  return `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
}

/** Says what reached it. */
const echo = nodeHandler(async request => Response.json({method: request.method, path: new URL(request.url).pathname, body: await request.text()}));

/** What comes back for bytes that no client library would send. */
async function send(url: string, text: string): Promise<string> {
  const socket = connect(Number(new URL(url).port), '127.0.0.1').setEncoding('utf8');
  socket.end(text);
  let answer = '';
  for await (const chunk of socket) answer += chunk as string;
  return answer;
}

describe('nodeHandler', () => {
  for (const [name, make] of [['Express 5', express], ['Express 4', express4]] as const) {
    for (const parser of ['json', 'text', 'raw', 'urlencoded'] as const) {
      it(`gets whole path and body under a mount of ${name}, though ${parser}() was there before`, async t => {
        const url = await serve(t, make().use(make[parser]({type: '*/*'})).use('/podero', echo));
        const body = parser === 'urlencoded' ? 'a=1' : '{"a":"1"}';
        const answer = await fetch(`${url}/podero/inverters/1`, {method: 'PUT', body, headers: {'content-type': 'application/json'}});
        assert.deepEqual(await answer.json(), {method: 'PUT', path: '/podero/inverters/1', body: '{"a":"1"}'});
      });
    }
  }

  it('gets an empty body where somebody has drunk it and kept nothing', async t => {
    const url = await serve(t, (incoming, outgoing) => incoming.resume().once('end', () => echo(incoming, outgoing)));
    assert.deepEqual(await (await fetch(url, {method: 'POST', body: 'x'})).json(), {method: 'POST', path: '/', body: ''});
  });

  for (const [what, text] of [
    ['a host that is none', 'GET / HTTP/1.1\r\nhost: a b/\\c\r\n\r\n'],
    ['no host', 'GET /podero HTTP/1.0\r\n\r\n'],
    ['a target that is no path', 'OPTIONS * HTTP/1.1\r\nhost: a\r\n\r\n'],
    ['a backslash', 'GET /a\\b HTTP/1.1\r\nhost: a\r\n\r\n'],
    ['an absolute address that is none', 'GET http://[ HTTP/1.1\r\nhost: a\r\n\r\n'],
  ] as const) {
    it(`answers ${what} with 400 and a sentence, and goes on`, async t => {
      const url = await serve(t, echo);
      const answer = await send(url, text);
      assert.match(answer, /^HTTP\/1\.1 400 .*\{"detail":"[^"]+\."\}/s);
      assert.equal((await fetch(url)).status, 200);
    });
  }

  for (const [what, proxy] of [
    ['rejects', () => Promise.reject(new Error('secret'))],
    ['throws', () => { throw new Error('secret'); }],
  ] as const) {
    it(`answers 500 without a word of its own when the proxy ${what}`, async t => {
      const answer = await fetch(await serve(t, nodeHandler(proxy)));
      assert.equal(answer.status, 500);
      assert.deepEqual(await answer.json(), {detail: 'The proxy has failed.'});
    });
  }

  it('hands on each part of a stream as it comes, and ends it when the browser goes', async t => {
    const {proxy, cancelled, aborted, push} = stream();
    const leave = new AbortController();
    const answer = await fetch(await serve(t, nodeHandler(proxy)), {signal: leave.signal});
    const reader = answer.body!.pipeThrough(new TextDecoderStream()).getReader();
    for (const text of ['one', 'two', 'three']) {
      push(text);
      assert.deepEqual(await reader.read(), {done: false, value: text});
    }
    leave.abort();
    await Promise.all([cancelled, aborted]);
  });

  it('cuts the answer short where its stream breaks, and goes on', async t => {
    const {proxy, push, fail} = stream();
    const url = await serve(t, nodeHandler(proxy));
    for (let round = 0; round < 2; round++) {
      const reader = (await fetch(url)).body!.getReader();
      push('one');
      await reader.read();
      fail();
      await assert.rejects(reader.read());
    }
  });

  it('tells the proxy when the browser goes while its body is on the way', async t => {
    let said: (text: string) => void;
    const failed = new Promise<string>(resolve => { said = resolve; });
    const url = await serve(t, nodeHandler(async request => Response.json(await request.text().catch(() => said('gone')) ?? '')));
    const socket = connect(Number(new URL(url).port), '127.0.0.1');
    socket.write('POST / HTTP/1.1\r\nhost: a\r\ncontent-length: 10\r\n\r\nhalf', () => setImmediate(() => socket.destroy()));
    assert.equal(await failed, 'gone');
    assert.equal((await fetch(url, {method: 'POST', body: 'x'})).status, 200);
  });
});

/** A proxy that streams what is pushed, and tells both ways in which it learns that nobody listens. */
function stream() {
  let source: ReadableStreamDefaultController<Uint8Array>;
  let [cancel, abort] = [() => {}, () => {}];
  const cancelled = new Promise<void>(resolve => { cancel = resolve; });
  const aborted = new Promise<void>(resolve => { abort = resolve; });
  const proxy = async (request: Request) => {
    request.signal.addEventListener('abort', abort);
    return new Response(new ReadableStream({start: controller => { source = controller; }, cancel}), {headers: {'content-type': 'text/event-stream'}});
  };
  return {
    proxy, cancelled, aborted,
    push: (text: string) => source.enqueue(new TextEncoder().encode(text)),
    fail: () => source.error(new Error('broken')),
  };
}
