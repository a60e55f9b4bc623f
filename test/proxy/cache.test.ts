import assert from 'node:assert/strict';
import {describe, it, type TestContext} from 'node:test';
import {USERS} from '../../demo/sandbox/users.js';
import type {Kept, LogEntry, ProxyOptions, ProxyStore} from '../../src/proxy/index.js';
import {createMemoryStore} from '../../src/proxy/store.js';
import {logInto} from './log-file.js';
import {ANNA, BEN, startProxy, upstreamPath} from './setup.js';

const PUMPS = upstreamPath(ANNA, 'heat-pumps');
const CAR = USERS.anna.devices!['electric-vehicle'];
const START = Date.parse('2026-04-18T09:00:00Z');

/** A proxy that keeps answers for 30 s, and an hour more; `later` lets seconds pass, for its clock and the API's home. */
async function startKeeping(t: TestContext, overrides: Partial<ProxyOptions> = {}) {
  t.mock.timers.enable({apis: ['Date'], now: START});
  const started = await startProxy({cacheSeconds: 30, staleSeconds: 3600, user: ({headers}) => (headers.get('cookie') === 'ben' ? BEN : ANNA), ...overrides});
  t.after(() => started.sandbox.close());
  await started.get('/podero/inverters');
  started.sandbox.control({resetRequests: true});
  return {...started, reads: (path = PUMPS) => started.sandbox.requests()[path] ?? 0, later: (seconds: number) => t.mock.timers.tick(1000 * seconds)};
}

const tell = ({status, headers}: Response) => [status, headers.get('age'), headers.get('podero-stale')];

describe('an answer that is kept', () => {
  it('serves whoever asks the same within 30 seconds, and says how old it is', async t => {
    const {get, reads, later} = await startKeeping(t);
    const first = await get('/podero/heat-pumps');
    later(29);
    const second = await get('/podero/heat-pumps');
    assert.deepEqual([tell(first), tell(second)], [[200, null, null], [200, '29', null]]);
    assert.equal(await second.text(), await first.text());
    assert.equal(reads(), 1);
    assert.equal(second.headers.get('date'), 'Sat, 18 Apr 2026 09:00:00 GMT', 'an age counts from a date: together they are now');
    later(1);
    assert.deepEqual(tell(await get('/podero/heat-pumps')), [200, null, null]);
    assert.equal(reads(), 2);
  });

  it('is the customer\'s own: another who asks the same gets another\'s', async t => {
    const {get, reads} = await startKeeping(t);
    const [annas, bens] = [await get('/podero/heat-pumps'), await get('/podero/heat-pumps', {headers: {cookie: 'ben'}})];
    assert.match(await annas.text(), new RegExp(USERS.anna.devices!['heat-pump']));
    assert.match(await bens.text(), new RegExp(USERS.ben.devices!['heat-pump']));
    assert.deepEqual([reads(), reads(upstreamPath(BEN, 'heat-pumps'))], [1, 1]);
  });

  it('is asked for once by all who ask together', async t => {
    const {get, reads} = await startKeeping(t);
    const answers = await Promise.all(Array.from({length: 20}, () => get('/podero/heat-pumps')));
    assert.deepEqual(new Set(answers.map(({status}) => status)), new Set([200]));
    assert.equal(reads(), 1);
  });

  it('may also be that there is nothing', async t => {
    const {get, reads} = await startKeeping(t);
    for (let n = 0; n < 3; n++) assert.equal((await get('/podero/heat-pumps/gone')).status, 404);
    assert.equal(reads(`${PUMPS}/gone`), 1);
  });

  it('is of one question: another period is another answer', async t => {
    const {get, reads} = await startKeeping(t);
    const ask = (to: string) => get(`/podero/heat-pumps/${USERS.anna.devices!['heat-pump']}/savings?from=2026-04-01T00:00:00Z&to=${to}`);
    for (const to of ['2026-04-08T00:00:00Z', '2026-04-15T00:00:00Z', '2026-04-15T00:00:00Z']) assert.equal((await ask(to)).status, 200);
    assert.equal(reads(`${PUMPS}/${USERS.anna.devices!['heat-pump']}/savings`), 2);
  });

  it('has a strong tag, by which a browser that has it need not get it again', async t => {
    const {get} = await startKeeping(t);
    const first = await get('/podero/heat-pumps');
    const tag = first.headers.get('etag')!;
    assert.match(tag, /^"[\w+/=]{20,}"$/);
    for (const known of [tag, `W/${tag}`, `"other", ${tag}`, '*']) {
      const answer = await get('/podero/heat-pumps', {headers: {'if-none-match': known}});
      assert.deepEqual([answer.status, await answer.text(), answer.headers.get('etag'), answer.headers.get('vary')], [304, '', tag, 'Cookie, Authorization'], known);
    }
    assert.equal((await get('/podero/heat-pumps', {headers: {'if-none-match': '"other"'}})).status, 200);
    assert.notEqual((await get('/podero/electric-vehicles')).headers.get('etag'), tag);
  });

  it('is not served while a vehicle is about to charge', async t => {
    const {get, sandbox, reads} = await startKeeping(t);
    sandbox.control({patch: {device: CAR, fields: {boost_state: 'requested'}}});
    const [cars, car] = [upstreamPath(ANNA, 'electric-vehicles'), upstreamPath(ANNA, `electric-vehicles/${CAR}`)];
    for (let n = 0; n < 3; n++) for (const path of ['', `/${CAR}`]) await get(`/podero/electric-vehicles${path}`);
    assert.deepEqual([reads(cars), reads(car)], [3, 3]);
  });
});

describe('while the API fails', () => {
  it('the last answer serves for an hour, with its age, and says so', async t => {
    const {get, sandbox, later} = await startKeeping(t);
    const good = await (await get('/podero/heat-pumps')).text();
    sandbox.control({fail: {status: 503}});
    later(60);
    const stale = await get('/podero/heat-pumps');
    assert.deepEqual(tell(stale), [200, '60', '1']);
    assert.equal(await stale.text(), good);
    later(3500);
    assert.deepEqual(tell(await get('/podero/heat-pumps')), [200, '3560', '1']);
    later(71);
    assert.deepEqual(tell(await get('/podero/heat-pumps')), [502, null, null]);
  });

  it('it is not asked by everybody again and again', async t => {
    const {get, sandbox, reads, later} = await startKeeping(t);
    await get('/podero/heat-pumps');
    sandbox.control({fail: {status: 503}, resetRequests: true});
    later(31);
    for (let n = 0; n < 10; n++) assert.deepEqual(tell(await get('/podero/heat-pumps')), [200, '31', '1']);
    assert.equal(reads(), 2, 'once, and once more after the first failure');
  });

  it('what it never answered is an error, and 304 says what is stale, too', async t => {
    const {get, sandbox, later} = await startKeeping(t);
    const tag = (await get('/podero/heat-pumps')).headers.get('etag')!;
    sandbox.control({fail: {status: 500}});
    later(31);
    assert.equal((await get('/podero/electric-vehicles')).status, 502);
    assert.deepEqual(tell(await get('/podero/heat-pumps', {headers: {'if-none-match': tag}})), [304, '31', '1']);
    sandbox.control({recover: true});
    later(31);
    assert.deepEqual(tell(await get('/podero/heat-pumps', {headers: {'if-none-match': tag}})), [304, '0', '0'], 'a browser keeps the headers of the answer before until others come');
  });

  it('or wants to be asked less, the last answer serves for as long, and it is left in peace', async t => {
    const {get, sandbox, reads, later} = await startKeeping(t);
    await get('/podero/heat-pumps');
    sandbox.control({fail: {status: 429, headers: {'retry-after': '120'}}, resetRequests: true});
    for (const seconds of [31, 60, 59]) {
      later(seconds);
      assert.deepEqual(tell(await get('/podero/heat-pumps')).slice(2), ['1']);
    }
    assert.equal(reads(), 1);
    later(2);
    await get('/podero/heat-pumps');
    assert.equal(reads(), 2);
    assert.equal((await get('/podero/electric-vehicles')).headers.get('retry-after'), '120');
  });

  it('slowly, the last answer still comes before the deadline, whatever the time limits', async t => {
    let isSilent = false;
    const {get, later} = await startKeeping(t, {timeoutSeconds: 10, fetch: (url, init) => isSilent ? new Promise(() => {}) : globalThis.fetch(url, init)});
    await get('/podero/heat-pumps');
    isSilent = true;
    later(31);
    t.mock.timers.reset();
    t.mock.timers.enable({apis: ['Date', 'setTimeout'], now: START + 31_000});
    const answering = get('/podero/heat-pumps');
    for (let n = 0; n < 20; n++) await new Promise(resolve => setImmediate(resolve));
    t.mock.timers.tick(10_500);
    assert.deepEqual(tell(await answering).slice(2), ['1']);
  });

  it('and is well again, the next answer is fresh', async t => {
    const {get, sandbox, later} = await startKeeping(t);
    await get('/podero/heat-pumps');
    sandbox.control({fail: {status: 503}});
    later(31);
    await get('/podero/heat-pumps');
    sandbox.control({recover: true});
    later(31);
    assert.deepEqual(tell(await get('/podero/heat-pumps')), [200, null, null]);
  });

  it('a read is tried once more, and the customer notices nothing of a single failure', async t => {
    let failures = 1;
    const fetch: typeof globalThis.fetch = (url, init) => String(url).endsWith('/heat-pumps') && failures-- > 0
      ? Promise.reject(new TypeError('fetch failed')) : globalThis.fetch(url, init);
    const {get} = await startKeeping(t, {fetch});
    assert.deepEqual(tell(await get('/podero/heat-pumps')), [200, null, null]);
  });
});

it('the store in memory is bounded, and no history pushes out what the cards show', () => {
  const store = createMemoryStore();
  const kept = (body: string): Kept => ({status: 200, body, etag: '"a"', at: 0, isPassing: false});
  void store.set('anna/heat-pumps', kept('[]'), 3600);
  for (let n = 0; n < 100; n++) void store.set(`ben/heat-pumps/a/data?from=${n}`, kept('x'.repeat(900_000)), 3600);
  assert.equal((store.get('anna/heat-pumps') as Kept).body, '[]');
  assert.equal(store.get('ben/heat-pumps/a/data?from=0'), undefined);
  assert.ok(store.get('ben/heat-pumps/a/data?from=99'));
});

describe('a store of the portal\'s own', () => {
  function storeOf(overrides: Partial<ProxyStore> = {}) {
    const kept = new Map<string, Kept>();
    const store: ProxyStore = {
      get: async key => kept.get(key), set: async (key, answer) => { kept.set(key, answer); }, delete: async key => { kept.delete(key); }, claim: () => true,
      ...overrides,
    };
    return {kept, store};
  }

  it('keeps for several proxies, and only what may pass', async t => {
    const {kept, store} = storeOf();
    const {get, reads} = await startKeeping(t, {store});
    const answer = await (await get('/podero/heat-pumps')).text();
    assert.deepEqual([...kept.keys()].map(key => key.split('/').at(-1)), ['inverters', 'heat-pumps']);
    assert.equal([...kept.values()].at(-1)!.body, answer);
    await get('/podero/heat-pumps');
    assert.equal(reads(), 1);
  });

  it('may fail: then every answer is the API\'s own', async t => {
    const log: LogEntry[] = [];
    const {store} = storeOf({get: () => Promise.reject(new Error('redis of anna is down')), set: () => { throw new Error('down'); }});
    const {get, reads} = await startKeeping(t, {store, log: logInto(log)});
    for (let n = 0; n < 3; n++) assert.deepEqual(tell(await get('/podero/heat-pumps')), [200, null, null]);
    assert.equal(reads(), 3);
    assert.ok(log.some(({event}) => event === 'store-failed'));
    assert.ok(!JSON.stringify(log).includes('anna'));
  });
});
