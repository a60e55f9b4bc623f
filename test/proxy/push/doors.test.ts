import assert from 'node:assert/strict';
import {once} from 'node:events';
import {connect as dial} from 'node:net';
import {describe, it} from 'node:test';
import {askRaw, refusalOf, startPush, until} from './setup.js';

describe('a WebSocket', () => {
  for (const [name, options, status] of [
    ['of another site\'s page', {origin: 'https://evil.example'}, 403],
    ['of a page without an origin of its own', {origin: 'null'}, 403],
    ['of nobody', {headers: {cookie: 'session=nobody'}}, 401],
  ] as const) {
    it(`${name} is refused with ${status}, before the API is asked`, async t => {
      const {connect, sandbox} = await startPush(t);
      const {status: answered, detail, headers} = await refusalOf(connect(options));
      assert.deepEqual([answered, headers.connection, typeof detail], [status, 'close', 'string']);
      assert.deepEqual(sandbox.requests(), {});
    });
  }

  it('without an origin, by another method, or no handshake is refused, and keeps no place', async t => {
    const {url, listen} = await startPush(t, {streamsPerUser: 1});
    assert.equal(await askRaw(url, '/podero/socket', {}), 403);
    assert.equal(await askRaw(url, '/podero/socket', {origin: url}, 'POST'), 405);
    assert.equal(await askRaw(url, '/podero/socket', {origin: url, host: 'a b'}), 400);
    assert.equal(await askRaw(url, '/podero/socket', {origin: url}), 400);
    assert.equal((await listen.socket()).isOver, false);
  });

  it('of another origin that the portal trusts is opened, with a query too', async t => {
    const {connect} = await startPush(t, {allowedOrigins: ['https://app.example']});
    await once(connect({origin: 'https://app.example'}, '/podero/socket?a=b'), 'open');
  });

  it('on another path is left to others', async t => {
    const {connect, server} = await startPush(t);
    server.on('upgrade', ({url}, socket) => { if (url === '/chat') socket.end('HTTP/1.1 418 \r\ncontent-length: 4\r\n\r\nnull'); });
    assert.equal((await refusalOf(connect({}, '/chat'))).status, 418);
  });

  it('is not what an ordinary request with an upgrade becomes: it is answered, where nobody else listens', async t => {
    const {url} = await startPush(t);
    const raw = (head: string) => new Promise<string>((resolve, reject) => {
      let answer = '';
      const socket = dial(Number(new URL(url).port), '127.0.0.1', () => socket.write(`${head}\r\nhost: a\r\nconnection: upgrade, http2-settings\r\nupgrade: h2c\r\n\r\n`));
      socket.setEncoding('utf8').on('data', text => { answer += text; }).on('end', () => resolve(answer)).on('error', reject);
    });
    assert.match(await raw('GET /podero/heat-pumps HTTP/1.1'), /^HTTP\/1\.1 200 [^]*"device_model"/);
    assert.match(await raw('GET /elsewhere HTTP/1.1'), /^HTTP\/1\.1 404 /);
    assert.match(await raw('POST /elsewhere HTTP/1.1\r\ncontent-length: 0'), /^HTTP\/1\.1 426 /);
  });

  it('is closed when the page says something', async t => {
    const {listen} = await startPush(t);
    for (const [sent, code] of [['hello', 1008], ['x'.repeat(1025), 1009]] as const) {
      const heard = await listen.socket();
      heard.socket.send(sent);
      await until(() => heard.isOver);
      assert.equal(heard.code, code);
    }
  });

  it('that breaks off while the portal is asked harms nobody', async t => {
    let answer = () => {};
    const asked = new Promise<void>(resolve => { answer = resolve; });
    const {connect, listen, log} = await startPush(t, {streamsPerUser: 1, user: async () => { await asked; return {orgId: 'a', userId: 'b'}; }});
    const socket = connect();
    await until(() => socket.readyState === 0);
    socket.terminate();
    answer();
    assert.equal((await listen.socket()).isOver, false);
    assert.equal(log.filter(({event}) => event === 'stream-opened').length >= 1, true);
  });
});

describe('streams', () => {
  it('are opened to a customer so many times, by either way, and again after one has left', async t => {
    const {listen, fetchEvents, connect, log} = await startPush(t, {streamsPerUser: 2});
    const first = await listen.events();
    await listen.socket();
    const {response} = await fetchEvents();
    const refused = await refusalOf(connect());
    assert.deepEqual([response.status, response.headers.get('retry-after'), refused.status, refused.headers['retry-after']], [429, '30', 429, '30']);
    assert.equal((await listen.events({cookie: 'session=ben'})).isOver, false);
    first.leave();
    await until(() => log.some(({event}) => event === 'stream-closed'));
    assert.equal((await fetchEvents()).response.status, 200);
  });

  it('carry headers that nothing keeps, gathers or compresses, and cost nothing to HEAD', async t => {
    const {url, fetchEvents, log} = await startPush(t);
    assert.equal((await fetch(`${url}/podero/events`, {method: 'HEAD'})).status, 200);
    assert.equal(log.some(({event}) => event === 'stream-opened'), false);
    const {headers} = (await fetchEvents()).response;
    assert.match(headers.get('cache-control')!, /private, no-store/);
    assert.deepEqual(['content-type', 'x-accel-buffering', 'vary'].map(name => headers.get(name)), ['text/event-stream', 'no', 'Cookie, Authorization']);
  });

  it('are not there without push, and /socket asks for a WebSocket', async t => {
    const [off, on] = [await startPush(t, {pushSeconds: 0}), await startPush(t)];
    const statuses = await Promise.all([`${off.url}/podero/events`, `${off.url}/podero/socket`, `${on.url}/podero/socket`].map(async url => (await fetch(url)).status));
    assert.deepEqual([...statuses, (await refusalOf(off.connect())).status], [404, 404, 426, 404]);
    assert.equal((await on.fetchEvents({cookie: 'session=nobody'})).response.status, 401);
  });

  it('end with the session', async t => {
    t.mock.timers.enable({apis: ['setInterval']});
    let isSignedIn = true;
    const {listen} = await startPush(t, {user: () => (isSignedIn ? {orgId: 'a', userId: 'b'} : null)});
    const [events, socket] = [await listen.events(), await listen.socket()];
    await Promise.all([events, socket].map(heard => heard.first(({type}) => type === 'heartbeat')));
    isSignedIn = false;
    t.mock.timers.tick(25_000);
    t.mock.timers.tick(25_000);
    await until(() => events.isOver && socket.isOver);
    assert.equal(socket.code, 4401);
  });

  it('drop a WebSocket that answers no ping for a minute', async t => {
    t.mock.timers.enable({apis: ['setInterval']});
    const {connect} = await startPush(t);
    const socket = connect({autoPong: false});
    const closed = once(socket, 'close');
    await once(socket, 'message');
    for (let beat = 0; beat < 2; beat++) {
      const pinged = once(socket, 'ping');
      t.mock.timers.tick(25_000);
      await pinged;
    }
    t.mock.timers.tick(25_000);
    assert.equal((await closed)[0], 1008);
  });

  it('end when the proxy closes, and no more are opened', async t => {
    const {listen, proxy, fetchEvents, connect, sandbox} = await startPush(t);
    const [events, socket] = [await listen.events(), await listen.socket()];
    await proxy.close();
    await until(() => events.isOver && socket.isOver);
    assert.equal(socket.code, 1001);
    sandbox.control({resetRequests: true});
    assert.deepEqual([(await fetchEvents()).response.status, (await refusalOf(connect())).status], [503, 503]);
    assert.deepEqual(sandbox.requests(), {});
  });

  it('are logged without anybody\'s id', async t => {
    const {listen, log} = await startPush(t);
    const heard = await listen.socket();
    heard.leave();
    await until(() => log.some(({event}) => event === 'stream-closed'));
    const [opened, closed] = log.filter(({event}) => event.startsWith('stream-'));
    assert.deepEqual(opened, {level: 'info', event: 'stream-opened', transport: 'socket'});
    assert.deepEqual({...closed, seconds: 0}, {level: 'info', event: 'stream-closed', transport: 'socket', why: 'left', seconds: 0});
  });
});
