import assert from 'node:assert/strict';
import {describe, it} from 'node:test';
import {USERS} from '../../demo/sandbox/users.js';
import {startApi, type Api} from './setup.js';

const CAR = USERS.ben.devices!['electric-vehicle'];
const PATH = `electric-vehicles/${CAR}`;

/** A Friday of an office: away until 17:15, plugged in until it charges at 23:00 by the home's clock (UTC + 1). */
const TIMES = {away: '2026-04-17T12:00:00Z', waiting: '2026-04-17T17:00:00Z', charging: '2026-04-17T22:30:00Z', full: '2026-04-18T06:00:00Z'};

const car = ({sandbox}: Api) => sandbox.device('ben', 'electric-vehicles', CAR)!;
const boost = ({ask}: Api, method = 'POST') => ask('ben', `${PATH}/boost`, {method});
const later = ({sandbox}: Api, ms: number) => sandbox.control({clock: {advanceMs: ms}});
const stateOf = (api: Api) => [car(api).boost_state, car(api).is_charging, car(api).boost_for_next_session];

describe('a boost', () => {
  it('of a waiting vehicle goes from available over requested to ongoing, and ends when it is full', async t => {
    const api = await startApi(t, TIMES.waiting);
    assert.deepEqual(stateOf(api), ['available', false, false]);
    assert.equal((await boost(api)).status, 204);
    assert.deepEqual(stateOf(api), ['requested', false, false]);
    later(api, 10_000);
    assert.deepEqual(stateOf(api), ['ongoing', true, false]);
    assert.equal(car(api).charge_rate_w, 11_040);
    later(api, 4 * 3_600_000);
    assert.deepEqual([...stateOf(api), car(api).is_fully_charged], ['unavailable', false, false, true]);
  });

  it('really charges: the level rises, the home draws it, and the balance holds', async t => {
    const api = await startApi(t, TIMES.waiting);
    const before = car(api).battery_level as number;
    await boost(api);
    later(api, 65 * 60_000);
    assert.ok(car(api).battery_level as number >= before + 12);
    const [inverter] = api.sandbox.list('ben', 'inverters') as readonly Record<string, unknown>[] as readonly Record<string, number>[];
    assert.ok(inverter!.household_consumption_w! > 11_040);
    assert.equal(inverter!.current_solar_production_w! + inverter!.battery_charge_discharge_power_w!,
      inverter!.household_consumption_w! + inverter!.current_power_to_grid_w!);
  });

  it('is in the energies, which still agree with the powers', async t => {
    const api = await startApi(t, '2026-04-17T17:03:20Z');
    await boost(api);
    const [from, begun, to] = ['2026-04-17T17:00:00Z', Date.parse('2026-04-17T17:03:28Z'), '2026-04-18T00:00:00Z'] as const;
    let wh = 0;
    for (let at = begun; at < Date.parse(to); at += 600_000) {
      api.sandbox.control({clock: {set: new Date(at).toISOString()}});
      wh += car(api).charge_rate_w as number / 6;
    }
    const {json: {data}} = await api.ask('ben', `${PATH}/data?from_datetime=${from}&to_datetime=${to}`);
    assert.ok(wh > 15_000 && Math.abs(data.reduce((sum: number, row: {estimated_consumption: number}) => sum + row.estimated_consumption, 0) - wh) < 3);
  });

  it('of a vehicle that is away waits for the plug, and may be asked for twice', async t => {
    const api = await startApi(t, TIMES.away);
    assert.deepEqual([(await boost(api)).status, (await boost(api)).status], [204, 204]);
    assert.deepEqual(stateOf(api), ['unavailable', false, true]);
    api.sandbox.control({clock: {set: '2026-04-17T16:14:00Z'}});
    assert.deepEqual(stateOf(api), ['unavailable', false, true]);
    api.sandbox.control({clock: {set: '2026-04-17T16:16:00Z'}});
    assert.deepEqual(stateOf(api), ['ongoing', true, false]);
  });

  it('that waits for the plug is taken back, but not one that runs', async t => {
    const api = await startApi(t, TIMES.away);
    await boost(api);
    assert.equal((await boost(api, 'DELETE')).status, 204);
    assert.deepEqual(stateOf(api), ['unavailable', false, false]);
    api.sandbox.control({clock: {set: TIMES.waiting}});
    assert.deepEqual(stateOf(api), ['available', false, false]);
    await boost(api);
    later(api, 10_000);
    assert.equal((await boost(api, 'DELETE')).status, 204);
    assert.deepEqual(stateOf(api), ['ongoing', true, false]);
  });

  for (const [when, reason] of [['charging', 'already_charging'], ['full', 'fully_charged']] as const) {
    it(`is refused with 409 while the vehicle is ${when}`, async t => {
      const api = await startApi(t, TIMES[when]);
      const {status, json} = await boost(api);
      assert.deepEqual([status, json], [409, {state: 'unavailable', reason}]);
    });
  }

  it('is refused with 409 while it runs, and while the vehicle is disconnected', async t => {
    const api = await startApi(t, TIMES.waiting);
    await boost(api);
    assert.equal((await boost(api)).status, 204, 'the same wish');
    later(api, 10_000);
    assert.deepEqual((await boost(api)).json, {state: 'ongoing', reason: 'already_charging'});
    api.sandbox.control({reset: true, disconnect: CAR});
    assert.equal((await boost(api)).json.reason, 'no_active_session');
  });

  it('does not exist for what is no vehicle of the customer\'s', async t => {
    const {ask} = await startApi(t, TIMES.waiting);
    for (const path of [`inverters/${USERS.ben.devices!.inverter}`, `electric-vehicles/${USERS.anna.devices!['electric-vehicle']}`]) {
      assert.equal((await ask('ben', `${path}/boost`, {method: 'POST'})).status, 404);
    }
  });
});
