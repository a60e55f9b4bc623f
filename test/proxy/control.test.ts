import assert from 'node:assert/strict';
import {describe, it, type TestContext} from 'node:test';
import {USERS} from '../../demo/sandbox/users.js';
import type {ProxyOptions} from '../../src/proxy/index.js';
import {ANNA, startProxy, upstreamPath} from './setup.js';

const PUMP = `heat-pumps/${USERS.anna.devices!['heat-pump']}`;
const CAR = `electric-vehicles/${USERS.anna.devices!['electric-vehicle']}`;

/** The car is plugged in, and waits for cheaper hours. */
const WAITING = '2026-04-17T17:00:00Z';

/** A proxy that keeps answers, and a page of the portal that writes through it; `writes` are the bodies that reached the API. */
async function startControl(t: TestContext, overrides: Partial<ProxyOptions> = {}) {
  const writes: string[] = [];
  const fetch = (url: string, init: RequestInit) => {
    if (init.method && !url.endsWith('/token/')) writes.push(`${init.method} ${init.body === undefined ? '' : init.body as string}`.trim());
    return globalThis.fetch(url, init);
  };
  const started = await startProxy({cacheSeconds: 30, staleSeconds: 3600, fetch, ...overrides}, {start: new Date(WAITING)});
  t.after(() => started.sandbox.close());
  const send = (method: string, path: string, body?: object) => started.get(`/podero/${path}`, {
    method, headers: {'sec-fetch-site': 'same-origin', ...(body ? {'content-type': 'application/json'} : {})}, ...(body ? {body: JSON.stringify(body)} : {}),
  });
  return {...started, send, writes};
}

describe('optimisation', () => {
  for (const [kind, path] of [['heat-pump', PUMP], ['electric-vehicle', CAR], ['inverter', `inverters/${USERS.anna.devices!.inverter}`]] as const) {
    it(`of a ${kind} is switched, and the answer is the device with only what may pass`, async t => {
      const {send, get, writes} = await startControl(t);
      const shown = await (await get(`/podero/${path}`)).json() as Record<string, unknown>;
      const answer = await send('PUT', path, {is_smart_optimization_active: false});
      const changed = await answer.json() as Record<string, unknown>;
      assert.deepEqual([answer.status, changed.is_smart_optimization_active], [200, false]);
      assert.deepEqual(Object.keys(changed).sort(), Object.keys(shown).sort());
      assert.deepEqual(writes, ['PUT {"is_smart_optimization_active":false}']);
    });
  }

  it('shows at once, in the list and in the detail, and for two minutes nothing of the device is kept', async t => {
    t.mock.timers.enable({apis: ['Date'], now: Date.now()});
    const {send, get, sandbox} = await startControl(t);
    const isActive = async (path: string) => {
      const found = [await (await get(`/podero/${path}`)).json()].flat() as {is_smart_optimization_active: boolean}[];
      return found[0]!.is_smart_optimization_active;
    };
    assert.deepEqual([await isActive('heat-pumps'), await isActive(PUMP)], [true, true]);
    await send('PUT', PUMP, {is_smart_optimization_active: false});
    assert.deepEqual([await isActive('heat-pumps'), await isActive(PUMP)], [false, false]);
    for (const [afterMs, reads] of [[1000, 3], [117_000, 3], [3000, 0]] as const) {
      t.mock.timers.tick(afterMs);
      sandbox.control({resetRequests: true});
      for (let n = 0; n < 3; n++) await get(`/podero/${PUMP}`);
      assert.equal(sandbox.requests()[upstreamPath(ANNA, PUMP)] ?? 0, reads, `after ${afterMs} ms more`);
    }
  });

  for (const [what, method, path, device] of [['a boost', 'POST', `${CAR}/boost`, CAR], ['a reconnect', 'POST', `${PUMP}/reconnect`, PUMP]] as const) {
    it(`is asked for anew for two minutes after ${what}, too`, async t => {
      const {send, get, sandbox} = await startControl(t);
      await get(`/podero/${device}`);
      sandbox.control({patch: {device: device.split('/')[1]!, fields: {boost_state: 'available'}}});
      await send(method, path, path.endsWith('reconnect') ? {returnUrl: 'http://portal.example/', language: 'de'} : undefined);
      sandbox.control({resetRequests: true});
      for (let n = 0; n < 3; n++) await get(`/podero/${device}`);
      assert.equal(sandbox.requests()[upstreamPath(ANNA, device)], 3);
    });
  }

  it('that was read while it changed is not remembered', async t => {
    let release = () => {};
    const held = new Promise<void>(resolve => { release = resolve; });
    const fetch = async (url: string, init: RequestInit) => {
      const answer = await globalThis.fetch(url, init);
      if (url.endsWith('/heat-pumps')) await held;
      return answer;
    };
    const {send, get} = await startControl(t, {fetch});
    const before = get('/podero/heat-pumps');
    await send('PUT', PUMP, {is_smart_optimization_active: false});
    release();
    assert.match(await (await before).text(), /"is_smart_optimization_active":true/);
    assert.match(await (await get('/podero/heat-pumps')).text(), /"is_smart_optimization_active":false/);
  });

  for (const [what, method, path, slow] of [
    ['the portal took its time', 'POST', `${CAR}/boost`, 'user'], ['the body came in drops', 'PUT', PUMP, 'body'],
  ] as const) {
    it(`is not changed any more when the browser has been told that it was too late: ${what}`, async t => {
      t.mock.timers.enable({apis: ['setTimeout']});
      let goOn = () => {};
      const waited = new Promise<void>(resolve => { goOn = resolve; });
      const {get, writes} = await startControl(t, {user: async () => { if (slow === 'user') await waited; return ANNA; }});
      const body = new ReadableStream({async pull(controller) {
        await waited;
        controller.enqueue(new TextEncoder().encode('{"is_smart_optimization_active": false}'));
        controller.close();
      }});
      const headers = {'sec-fetch-site': 'same-origin', 'content-type': 'application/json'};
      const answering = get(`/podero/${path}`, {method, headers, ...(slow === 'body' ? {body, duplex: 'half'} : {})} as RequestInit);
      for (let n = 0; n < 10; n++) await new Promise(resolve => setImmediate(resolve));
      t.mock.timers.tick(12_000);
      assert.equal((await answering).status, 503);
      goOn();
      for (let n = 0; n < 20; n++) await new Promise(resolve => setImmediate(resolve));
      assert.deepEqual(writes, []);
    });
  }

  it('of a device that is not the customer\'s is not there', async t => {
    const {send} = await startControl(t);
    assert.equal((await send('PUT', `heat-pumps/${USERS.ben.devices!['heat-pump']}`, {is_smart_optimization_active: false})).status, 404);
  });

  it('is never written twice, however the API fails', async t => {
    const {send, sandbox, writes} = await startControl(t);
    for (const status of [500, 503, 422, 403]) {
      sandbox.control({fail: {on: 'update', status, body: {detail: 'SQL of the API'}}});
      const answer = await send('PUT', PUMP, {is_smart_optimization_active: false});
      assert.equal(answer.status, 502);
      assert.doesNotMatch(await answer.text(), /SQL/);
    }
    assert.equal(writes.length, 4);
  });
});

describe('a boost', () => {
  const refusing = (body: unknown) => ({fail: {on: 'boost', status: 409, body}}) as const;

  it('is asked for and taken back with 204, without a body', async t => {
    const {send, writes} = await startControl(t);
    const asked = await send('POST', `${CAR}/boost`);
    const taken = await send('DELETE', `${CAR}/boost`);
    assert.deepEqual([asked.status, taken.status, await asked.text()], [204, 204, '']);
    assert.deepEqual(writes, ['POST', 'DELETE']);
  });

  it('that is refused says why, in the API\'s words', async t => {
    const {send, sandbox} = await startControl(t);
    sandbox.control(refusing({state: 'ongoing', reason: 'already_charging', detail: 'SQL', owner: {email: 'a@b.example'}}));
    const answer = await send('POST', `${CAR}/boost`);
    assert.deepEqual([answer.status, await answer.json()], [409, {state: 'ongoing', reason: 'already_charging'}]);
  });

  for (const body of ['a text', [1], null, {state: 7, reason: 'Somebody at b@c.example has failed'}]) {
    it(`that is refused with something else (${JSON.stringify(body)?.slice(0, 12)}…) says no more than that`, async t => {
      const {send, sandbox} = await startControl(t);
      sandbox.control(refusing(body));
      const answer = await send('POST', `${CAR}/boost`);
      assert.deepEqual([answer.status, await answer.json()], [409, {}]);
    });
  }

  it('is for vehicles only', async t => {
    const {send, writes} = await startControl(t);
    assert.equal((await send('POST', `${PUMP}/boost`)).status, 404);
    assert.deepEqual(writes, []);
  });
});
