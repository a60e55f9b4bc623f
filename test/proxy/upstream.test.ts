import assert from 'node:assert/strict';
import {once} from 'node:events';
import {createServer, type RequestListener} from 'node:http';
import type {AddressInfo} from 'node:net';
import {describe, it, type TestContext} from 'node:test';
import {CLIENT} from '../../demo/sandbox/users.js';
import {COLLECTION_OF} from '../../src/api/routes.js';
import {createProxy} from '../../src/proxy/index.js';
import {ANNA, optionsFor, startProxy, upstreamPath} from './setup.js';

const TOKEN_PATH = '/oauth2/token/';
const PUMPS = upstreamPath(ANNA, 'heat-pumps');
const ALL = Object.values(COLLECTION_OF);
const timesEach = (times: number) => Object.fromEntries(ALL.map(collection => [upstreamPath(ANNA, collection), times]));

describe('the proxy\'s token', () => {
  it('is asked for once and used for all reads until shortly before it expires', async t => {
    t.mock.timers.enable({apis: ['Date'], now: Date.now()});
    const {sandbox, get} = await startProxy();
    t.after(() => sandbox.close());
    await get('/podero/heat-pumps');
    t.mock.timers.tick(8.9 * 3_600_000);
    await get('/podero/heat-pumps');
    assert.deepEqual(sandbox.requests(), {[TOKEN_PATH]: 1, [PUMPS]: 2});
    t.mock.timers.tick(0.2 * 3_600_000);
    assert.equal((await get('/podero/heat-pumps')).status, 200);
    assert.deepEqual(sandbox.requests(), {[TOKEN_PATH]: 2, [PUMPS]: 3});
  });

  it('is shared by requests that come together', async t => {
    const {sandbox, get} = await startProxy();
    t.after(() => sandbox.close());
    const answers = await Promise.all(ALL.map(collection => get(`/podero/${collection}`)));
    assert.deepEqual(answers.map(({status}) => status), [200, 200, 200]);
    assert.deepEqual(sandbox.requests(), {[TOKEN_PATH]: 1, ...timesEach(1)});
  });

  it('is renewed once, for all, when the API refuses it', async t => {
    const {sandbox, get} = await startProxy();
    t.after(() => sandbox.close());
    await get('/podero/heat-pumps');
    sandbox.control({expireTokens: true, resetRequests: true});
    const answers = await Promise.all(ALL.map(collection => get(`/podero/${collection}`)));
    assert.deepEqual(answers.map(({status}) => status), [200, 200, 200]);
    assert.deepEqual(sandbox.requests(), {[TOKEN_PATH]: 1, ...timesEach(2)});
  });

  it('is asked for again after its source was down', async t => {
    const {sandbox} = await startProxy();
    t.after(() => sandbox.close());
    let isDown = true;
    const fetch = (url: string, init: RequestInit) =>
      isDown ? Promise.reject(new TypeError('fetch failed')) : globalThis.fetch(url, init);
    const proxy = createProxy(optionsFor(sandbox, {fetch}));
    assert.equal((await proxy(new Request('http://portal.example/podero/inverters'))).status, 502);
    isDown = false;
    assert.equal((await proxy(new Request('http://portal.example/podero/inverters'))).status, 200);
  });
});

describe('the proxy, when the API refuses the portal', () => {
  it('answers 502, tells the operator once what to do, and never writes a secret', async t => {
    const lines = captureLog(t);
    const {sandbox, get} = await startProxy({clientSecret: 'mistyped-secret'});
    t.after(() => sandbox.close());
    const answers = [await get('/podero/heat-pumps'), await get('/podero/inverters')];
    assert.deepEqual(answers.map(({status}) => status), [502, 502]);
    assert.equal(lines.length, 1);
    assert.match(lines[0]!, /clientId and clientSecret/);
    for (const text of [...lines, await answers[0]!.text()]) {
      assert.doesNotMatch(text, /mistyped-secret/);
      assert.ok(!text.includes(btoa(`${CLIENT.id}:mistyped-secret`)));
    }
  });

  it('renews a refused token once only, and does not take it for the customer\'s sign-out', async t => {
    const lines = captureLog(t);
    const {sandbox, get} = await startProxy();
    t.after(() => sandbox.close());
    sandbox.control({fail: {collection: 'heat-pumps', status: 401, body: {detail: 'Unauthorized'}}});
    assert.equal((await get('/podero/heat-pumps')).status, 502);
    assert.deepEqual(sandbox.requests(), {[TOKEN_PATH]: 2, [PUMPS]: 2});
    assert.equal(lines.length, 1);
  });

  it('does not ask for one token after the other while every one is refused', async t => {
    t.mock.timers.enable({apis: ['Date'], now: Date.now()});
    captureLog(t);
    const {sandbox, get} = await startProxy();
    t.after(() => sandbox.close());
    sandbox.control({fail: {collection: 'heat-pumps', status: 401}});
    for (let n = 0; n < 10; n++) await get('/podero/heat-pumps');
    assert.deepEqual(sandbox.requests(), {[TOKEN_PATH]: 2, [PUMPS]: 11});
  });

  it('tells the operator again when it had worked in between, and at most once a minute', async t => {
    t.mock.timers.enable({apis: ['Date'], now: Date.now()});
    const lines = captureLog(t);
    const {sandbox, get} = await startProxy();
    t.after(() => sandbox.close());
    for (const afterMs of [0, 30_000, 31_000]) {
      t.mock.timers.tick(afterMs);
      sandbox.control({fail: {collection: 'heat-pumps', status: 401}});
      await get('/podero/heat-pumps');
      sandbox.control({recover: true});
      assert.equal((await get('/podero/heat-pumps')).status, 200);
    }
    assert.equal(lines.length, 2);
  });
});

describe('the proxy, when the API fails', () => {
  const SECRET = 'Traceback: database password is 1234';

  for (const [what, failure, status] of [
    ['a 500', {status: 500, body: SECRET, contentType: 'text/html'}, 502],
    ['a 503 in JSON', {status: 503, body: {detail: SECRET}}, 502],
    ['a 403', {status: 403, body: {detail: SECRET}}, 502],
    ['a 422', {status: 422, body: {detail: SECRET}}, 502],
    ['HTML with 200', {status: 200, body: `<title>${SECRET}</title>`, contentType: 'text/html'}, 502],
    ['half a JSON', {status: 200, body: `[{"id": "${SECRET}"`}, 502],
    ['an object instead of a list', {status: 200, body: {detail: SECRET}}, 502],
    ['a bare text', {status: 200, body: `"${SECRET}"`}, 502],
    ['a 404', {status: 404, body: {detail: SECRET}}, 404],
    ['a 429', {status: 429, body: {detail: SECRET}}, 429],
  ] as const) {
    it(`answers ${what} with ${status} and a sentence of its own`, async t => {
      const {sandbox, get} = await startProxy();
      t.after(() => sandbox.close());
      sandbox.control({fail: {collection: 'heat-pumps', ...failure}});
      const answer = await get('/podero/heat-pumps');
      const text = await answer.text();
      assert.equal(answer.status, status);
      assert.ok((JSON.parse(text) as {detail: string}).detail.endsWith('.'));
      assert.doesNotMatch(text, /1234/);
    });
  }

  for (const [sent, passed] of [['120', '120'], ['Wed, 21 Oct 2026 07:28:00 GMT', null], ['-5', null], ['5, evil', null]] as const) {
    it(`hands on "Retry-After: ${sent}" as ${passed}`, async t => {
      const {sandbox, get} = await startProxy();
      t.after(() => sandbox.close());
      sandbox.control({fail: {collection: 'heat-pumps', status: 429, headers: {'retry-after': sent}}});
      assert.equal((await get('/podero/heat-pumps')).headers.get('retry-after'), passed);
    });
  }

  it('does not follow redirects, of the data or of the token, so that no token travels', async t => {
    const reached: string[] = [];
    const elsewhere = await serve(t, (request, response) => { reached.push(request.url ?? ''); response.end('[]'); });
    const {sandbox, get} = await startProxy();
    t.after(() => sandbox.close());
    sandbox.control({fail: {collection: 'heat-pumps', status: 302, headers: {location: elsewhere}}});
    assert.equal((await get('/podero/heat-pumps')).status, 502);

    const tokenUrl = await serve(t, (_, response) => response.writeHead(307, {location: elsewhere}).end());
    const proxy = createProxy(optionsFor({apiUrl: sandbox.apiUrl, tokenUrl}));
    assert.equal((await proxy(new Request('http://portal.example/podero/inverters'))).status, 502);
    assert.deepEqual(reached, []);
  });

  it('answers 502 while it is down, and the data again when it is back', async t => {
    const {sandbox, get} = await startProxy();
    assert.equal((await get('/podero/heat-pumps')).status, 200);
    await sandbox.close();
    assert.equal((await get('/podero/heat-pumps')).status, 502);
    const {startSandbox} = await import('../../demo/sandbox/server.js');
    const again = await startSandbox({port: sandbox.port});
    t.after(() => again.close());
    assert.equal((await get('/podero/heat-pumps')).status, 200);
  });

  it('gives up after five seconds, twice, though the headers came at once', async t => {
    const deadlines: number[] = [];
    t.mock.method(AbortSignal, 'timeout', (ms: number) => {
      deadlines.push(ms);
      const controller = new AbortController();
      setTimeout(() => controller.abort(new DOMException('Too late', 'TimeoutError')), 60);
      return controller.signal;
    });
    const stalling = await serve(t, (_, response) => { response.write('{"access_token": "'); });
    const proxy = createProxy(optionsFor({apiUrl: stalling, tokenUrl: stalling}));
    const answer = await proxy(new Request('http://portal.example/podero/inverters'));
    assert.equal(answer.status, 502);
    assert.match(await answer.text(), /in time/);
    assert.deepEqual(deadlines, [5000, 5000]);
  });
});

function captureLog(t: TestContext): string[] {
  const lines: string[] = [];
  for (const method of ['error', 'warn', 'log', 'info'] as const) {
    t.mock.method(console, method, (...words: unknown[]) => lines.push(words.map(String).join(' ')));
  }
  return lines;
}

async function serve(t: TestContext, listener: RequestListener): Promise<string> {
  const server = createServer(listener).listen(0, '127.0.0.1');
  await once(server, 'listening');
  t.after(() => { server.close(); server.closeAllConnections(); });
  return `http://127.0.0.1:${(server.address() as AddressInfo).port}/`;
}
