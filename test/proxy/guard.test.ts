import assert from 'node:assert/strict';
import {after, before, describe, it} from 'node:test';
import {USERS} from '../../demo/sandbox/users.js';
import {createProxy} from '../../src/proxy/index.js';
import {optionsFor, startProxy} from './setup.js';

const PUMP = USERS.anna.devices!['heat-pump'];
const CAR = USERS.anna.devices!['electric-vehicle'];
const OWN = 'http://portal.example';
const OTHER = 'https://app.portal.example';

const put = (body: BodyInit, headers: Record<string, string> = {}): RequestInit =>
  ({method: 'PUT', body, headers: {'content-type': 'application/json', origin: OWN, ...headers}});
const OFF = '{"is_smart_optimization_active": false}';

describe('who may ask', () => {
  let {sandbox, get} = {} as Awaited<ReturnType<typeof startProxy>>;
  before(async () => { ({sandbox, get} = await startProxy()); });
  after(() => sandbox.close());

  for (const [what, headers, reads, writes] of [
    ['a page of the portal', {'sec-fetch-site': 'same-origin', origin: OWN}, 200, 204],
    ['a page of the portal in an older browser', {origin: OWN}, 200, 204],
    ['a page of the portal behind a server that takes https off', {origin: 'https://portal.example'}, 200, 204],
    ['a typed address', {'sec-fetch-site': 'none'}, 200, 403],
    ['a program, which has nobody\'s cookies', {}, 200, 403],
    ['a page of another site', {'sec-fetch-site': 'cross-site', origin: 'https://evil.example'}, 403, 403],
    ['a page of another site in an older browser', {origin: 'https://evil.example'}, 403, 403],
    ['a page of a neighbour', {'sec-fetch-site': 'same-site', origin: 'https://shop.portal.example'}, 403, 403],
    ['an image or a link of another site', {'sec-fetch-site': 'cross-site'}, 403, 403],
    ['a page without an origin', {'sec-fetch-site': 'cross-site', origin: 'null'}, 403, 403],
    ['an origin that only begins like the portal\'s', {origin: `${OWN}.evil.example`}, 403, 403],
    ['the portal\'s host on another port', {origin: `${OWN}:8443`}, 403, 403],
  ] as const) {
    it(`${what}: ${reads} for reading, ${writes} for writing`, async () => {
      const read = await get('/podero/inverters', {headers});
      const written = await get(`/podero/electric-vehicles/${CAR}/boost`, {method: 'DELETE', headers});
      assert.deepEqual([read.status, written.status], [reads, writes]);
      assert.equal(read.headers.get('access-control-allow-origin'), null);
    });
  }

  it('says nothing of the customer to whom it refuses', async () => {
    sandbox.control({resetRequests: true});
    const answer = await get('/podero/inverters', {headers: {origin: 'https://evil.example'}});
    assert.deepEqual(Object.keys(await answer.json() as object), ['detail']);
    assert.deepEqual(sandbox.requests(), {});
  });

  it('is decided by `publicUrl` where there is one', async () => {
    const proxy = createProxy(optionsFor(sandbox, {publicUrl: 'https://my.example/energy/podero'}));
    const ask = async (origin: string) => (await proxy(new Request(`${OWN}/podero/inverters`, {headers: {origin}}))).status;
    assert.deepEqual(await Promise.all(['https://my.example', 'http://my.example', OWN].map(ask)), [200, 403, 403]);
  });
});

describe('a portal whose pages are on another origin', () => {
  let {sandbox, get} = {} as Awaited<ReturnType<typeof startProxy>>;
  before(async () => { ({sandbox, get} = await startProxy({allowedOrigins: [OTHER]})); });
  after(() => sandbox.close());

  it('may read with the customer\'s cookies, and see what the contract exposes', async () => {
    const {status, headers} = await get('/podero/inverters', {headers: {origin: OTHER, 'sec-fetch-site': 'same-site'}});
    assert.equal(status, 200);
    assert.deepEqual(['origin', 'credentials'].map(name => headers.get(`access-control-allow-${name}`)), [OTHER, 'true']);
    assert.deepEqual(headers.get('access-control-expose-headers')!.split(','), ['Date', 'Age', 'Retry-After', 'ETag', 'Podero-Stale']);
    assert.match(headers.get('vary')!, /Cookie, Authorization, Origin/);
  });

  it('is told beforehand which methods and headers it may use, without anybody being signed in', async () => {
    const ask = {'access-control-request-method': 'PUT', 'access-control-request-headers': 'content-type, authorization, x-csrf'};
    const {status, headers} = await get(`/podero/heat-pumps/${PUMP}`, {method: 'OPTIONS', headers: {origin: OTHER, ...ask}});
    assert.equal(status, 204);
    assert.equal(headers.get('access-control-allow-methods'), 'GET,PUT,POST,DELETE');
    assert.equal(headers.get('access-control-allow-headers'), 'content-type,authorization,x-csrf');
    const foreign = await get(`/podero/heat-pumps/${PUMP}`, {method: 'OPTIONS', headers: {origin: 'https://evil.example', ...ask}});
    assert.deepEqual([foreign.status, foreign.headers.get('access-control-allow-origin')], [403, null]);
  });

  it('may see why it was refused, and what was not modified', async () => {
    const headers = {origin: OTHER};
    assert.equal((await get('/podero/heat-pumps/gone', {headers})).headers.get('access-control-allow-origin'), OTHER);
    const etag = (await get('/podero/heat-pumps/gone', {headers})).headers.get('etag')!;
    assert.equal((await get('/podero/inverters', {headers: {...headers, 'if-none-match': etag}})).headers.get('access-control-allow-origin'), OTHER);
  });

  for (const origins of [['*'], ['https://a.example/'], ['https://a.example/path'], ['null'], ['a.example']]) {
    it(`has to be named as what it is, not as ${origins}`, () => {
      assert.throws(() => createProxy(optionsFor(sandbox, {allowedOrigins: origins})), /^TypeError: createProxy: `allowedOrigins`/);
    });
  }
});

describe('a body', () => {
  let {sandbox, get} = {} as Awaited<ReturnType<typeof startProxy>>;
  before(async () => { ({sandbox, get} = await startProxy()); });
  after(() => sandbox.close());
  const path = `/podero/heat-pumps/${PUMP}`;

  for (const [what, init, status, sentence] of [
    ['as a form sends it', put('is_smart_optimization_active=false', {'content-type': 'application/x-www-form-urlencoded'}), 415, /application\/json/],
    ['as text, which any page may send', put(OFF, {'content-type': 'text/plain;application/json'}), 415, /application\/json/],
    ['that is no JSON', put('{"is_smart'), 400, /is_smart_optimization_active/],
    ['of more than 4 kB', put(`{"is_smart_optimization_active": false, "a": "${'x'.repeat(5000)}"}`), 413, /4096 bytes/],
    ['that says to be shorter than it is', put('x'.repeat(5000), {'content-length': '10'}), 413, /4096 bytes/],
    ['with a text for a truth', put('{"is_smart_optimization_active": "false"}'), 400, /true} or false/],
    ['with another field', put('{"is_smart_optimization_active": false, "deleted_at": "2026-01-01T00:00:00Z"}'), 400, /nothing else/],
    ['with a prototype', put('{"is_smart_optimization_active": false, "__proto__": {"comment": "a"}}'), 400, /nothing else/],
    ['that is a list', put(`[${OFF}]`), 400, /nothing else/],
    ['that is empty', put(''), 400, /nothing else/],
  ] as const) {
    it(`${what} is refused with ${status}, and the API is not asked`, async () => {
      sandbox.control({resetRequests: true});
      const answer = await get(path, init);
      assert.equal(answer.status, status);
      assert.match((await answer.json() as {detail: string}).detail, sentence);
      assert.deepEqual(sandbox.requests(), {});
    });
  }

  it('without end is given up at 4 kB', async () => {
    let sent = 0;
    const endless = new ReadableStream({pull: controller => { sent += 1000; controller.enqueue(new Uint8Array(1000)); }});
    const answer = await get(path, {...put(endless), duplex: 'half'} as RequestInit);
    assert.equal(answer.status, 413);
    assert.ok(sent < 20_000, `${sent} bytes were read`);
  });
});
