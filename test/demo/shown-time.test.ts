import assert from 'node:assert/strict';
import {describe, it, type TestContext} from 'node:test';
import {fetchInRealTime, realTimeOf} from '../../demo/portal/shown-time.js';
import {createClock} from '../../demo/sandbox/clock.js';
import {HOUR_MS} from '../../demo/sandbox/home-time.js';
import {ORG_ID, USERS} from '../../demo/sandbox/users.js';
import {startApi} from './setup.js';

const PUMP = `heat-pumps/${USERS.anna.devices!['heat-pump']}`;

/** A clock over a real time that the test moves. */
function world() {
  const real = {ms: 1_000_000};
  const clock = createClock(() => real.ms);
  return {real, clock, shown: (at: number) => realTimeOf(at, clock.runs())};
}

describe('the real time of a simulated instant', () => {
  it('is the same while nobody has moved the clock', () => {
    const {shown} = world();
    assert.deepEqual([0, 999_999, 1_000_000, 1_000_001].map(shown), [0, 999_999, 1_000_000, 1_000_001]);
  });

  it('is the moment of the jump for all that was left out, and goes on from there', () => {
    const {clock, real, shown} = world();
    clock.advance(60_000);
    real.ms += 10;
    assert.deepEqual([999_000, 1_000_500, 1_059_999, 1_060_000, 1_060_010].map(shown), [999_000, 1_000_000, 1_000_000, 1_000_000, 1_000_010]);
  });

  it('never goes back while the clock runs faster, slower, stands or jumps on', () => {
    const {clock, real, shown} = world();
    const instants: number[] = [];
    for (const change of [() => clock.setSpeed(600), () => clock.stop(), () => clock.resume(), () => clock.advance(3_600_000), () => clock.setSpeed(1)]) {
      change();
      real.ms += 777;
      instants.push(clock.now().getTime());
    }
    const times = instants.map(shown);
    assert.deepEqual(times, times.toSorted((a, b) => a - b));
    assert.equal(shown(clock.now().getTime()), real.ms);
  });

  it('forgets what was before a jump back', () => {
    const {clock, shown} = world();
    clock.advance(60_000);
    clock.set(new Date(500_000));
    assert.deepEqual([400_000, 500_000].map(shown), [900_000, 1_000_000]);
  });
});

describe('the API in real time', () => {
  /** An hour ahead of the visitor, and asked by the portal's proxy for what Anna has there. */
  async function ahead(t: TestContext) {
    const {sandbox, token} = await startApi(t, new Date(Date.now() + HOUR_MS).toISOString());
    const fetch = fetchInRealTime(sandbox.url);
    const ask = (path: string, init: RequestInit = {}) =>
      fetch(`${sandbox.apiUrl}org/${ORG_ID}/users/${USERS.anna.id}/${path}`, {...init, headers: {authorization: `Bearer ${token}`}});
    return {sandbox, ask};
  }

  it('tells what lists, devices and writing say in the visitor\'s time, and leaves other stamps as they are', async t => {
    const {ask} = await ahead(t);
    const bodies = [await ask('heat-pumps'), await ask(PUMP), await ask(PUMP, {method: 'PUT', body: '{}'})];
    for (const body of bodies) {
      const device = [await body.json()].flat()[0] as Record<string, string>;
      assert.ok(Date.parse(device.current_state_last_updated_at!) <= Date.now());
      assert.ok(Date.now() - Date.parse(device.updated_at!) < HOUR_MS / 2);
      assert.equal(device.created_at, '2024-01-10T08:00:00Z');
    }
  });

  it('tells history by the times for which it was asked', async t => {
    const {ask} = await ahead(t);
    const answer = await ask(`${PUMP}/savings?from=2026-04-17T00:00:00Z&to=2026-04-18T00:00:00Z&resolution=1DAY`);
    const {metadata} = await answer.json() as {metadata: {requested_at: string}};
    assert.ok(Date.parse(metadata.requested_at) > Date.now() + HOUR_MS / 2);
  });

  it('passes refusals on as they are', async t => {
    const {sandbox, ask} = await ahead(t);
    sandbox.control({fail: {status: 503, body: {at: '2099-01-01T00:00:00.000Z'}, headers: {'retry-after': '9'}}});
    const answer = await ask('heat-pumps');
    assert.deepEqual([answer.status, answer.headers.get('retry-after'), await answer.json()], [503, '9', {at: '2099-01-01T00:00:00.000Z'}]);
  });
});
