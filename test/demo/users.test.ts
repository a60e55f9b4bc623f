import assert from 'node:assert/strict';
import {describe, it} from 'node:test';
import {deviceSchemas} from '../../src/api/schemas.js';
import {COLLECTION_OF} from '../../src/api/routes.js';
import {DEVICE_KINDS} from '../../src/domain/device.js';
import {USER_NAMES, USERS, type UserName} from '../../demo/sandbox/users.js';
import {startApi, type Api} from './setup.js';

const NOW = '2026-04-18T09:03:34.000Z';
const COLLECTIONS = Object.values(COLLECTION_OF);
const ANNAS = USERS.anna.devices!;
const BENS = USERS.ben.devices!;

const devicesOf = ({sandbox}: Api, user: UserName) => COLLECTIONS.flatMap(collection => sandbox.list(user, collection));
const pumpOf = ({sandbox}: Api, user: 'anna' | 'ben') => sandbox.device(user, 'heat-pumps', USERS[user].devices!['heat-pump'])!;

describe('the sandbox\'s users', () => {
  it('have different devices, which fit the schemas of the widgets, at every seed', async t => {
    for (const seed of [0, 5]) {
      const api = await startApi(t, NOW, {seed});
      const ids = USER_NAMES.flatMap(user => devicesOf(api, user).map(({id}) => id));
      assert.equal(new Set(ids).size, ids.length);
      for (const kind of DEVICE_KINDS) {
        for (const device of USER_NAMES.flatMap(user => api.sandbox.list(user, COLLECTION_OF[kind]))) {
          const result = deviceSchemas()[kind].safeParse(device);
          assert.ok(result.success, `${device.id}: ${JSON.stringify(result.error?.issues)}`);
        }
      }
    }
  });

  it('include Dora, with sixty devices in three buildings, of all kinds and in all states', async t => {
    const api = await startApi(t, NOW);
    const devices = devicesOf(api, 'dora');
    assert.deepEqual([devices.length, new Set(devices.map(({building}) => building)).size], [60, 3]);
    assert.deepEqual(devices.map(({id}) => id), devicesOf(api, 'dora').map(({id}) => id));
    const count = (name: string, value: unknown) => devices.filter(device => device[name] === value).length;
    for (const [name, value] of [['is_authenticated', false], ['is_smart_optimization_active', false], ['action_needed', true]] as const) {
      assert.ok(count(name, value) >= 2 && count(name, value) < 15, name);
    }
    assert.ok(new Set(devices.map(({device_model: model}) => (model as {model: string}).model)).size >= 12);
    assert.ok(new Set(devices.map(device => device.current_power_consumption_w)).size >= 12);
  });

  it('include Flora, whose heat pump has no sensor', async t => {
    const devices = devicesOf(await startApi(t, NOW), 'flora');
    assert.deepEqual(devices.map(device => [device.indoor_actual_temperature, device.dhw_temperature]), [[null, null]]);
    assert.ok(devices[0]!.consumption_last_week_kwh as number > 0);
  });
});

describe('the sandbox\'s commands for the portal\'s panel', () => {
  it('disconnect and reconnect a device in the words of its generation, and its readings stay as they were', async t => {
    const api = await startApi(t, NOW);
    for (const [user, ids] of [['anna', ANNAS], ['ben', BENS]] as const) {
      const before = pumpOf(api, user);
      api.sandbox.control({disconnect: ids['heat-pump']});
      api.sandbox.control({clock: {advanceMs: 3_600_000}});
      const {is_authenticated: isAuthenticated, authorization_url: url, action_needed: flag, actions, ...rest} = pumpOf(api, user);
      assert.equal(isAuthenticated, false);
      if (user === 'anna') assert.match(url as string, /^https:\/\/portal\.example\/manufacturer\/sign-in\?ticket=/);
      else assert.deepEqual([flag, (actions as {code: string}[])[0]!.code, url], [true, 'reauthenticate', undefined]);
      assert.equal(rest.updated_at, before.updated_at);
      api.sandbox.control({reconnect: ids['heat-pump']});
      assert.notEqual(pumpOf(api, user).updated_at, before.updated_at);
      assert.equal(pumpOf(api, user).is_authenticated, true);
    }
  });

  it('switch the generation of one user: the same devices in other words', async t => {
    const api = await startApi(t, NOW);
    api.sandbox.control({generation: {user: 'anna', is: 'G2'}});
    const [annas, bens] = [devicesOf(api, 'anna'), devicesOf(api, 'ben')];
    assert.deepEqual(annas.map(device => Object.keys(device)), bens.map(device => Object.keys(device)));
    assert.deepEqual(annas.map(({id}) => id), [ANNAS['heat-pump'], ANNAS['electric-vehicle'], ANNAS.inverter]);
    api.sandbox.control({generation: {user: 'anna', is: 'G1'}});
    assert.ok('operational_mode' in devicesOf(api, 'anna')[0]!);
  });

  it('fail everything of a user at once, and one route alone', async t => {
    const {ask, sandbox} = await startApi(t, NOW);
    const statusesOf = (user: 'anna' | 'ben') => Promise.all([...COLLECTIONS, `heat-pumps/${USERS[user].devices!['heat-pump']}/data`]
      .map(async path => (await ask(user, path)).status));
    sandbox.control({fail: {user: 'anna', status: 503}});
    assert.deepEqual([await statusesOf('anna'), await statusesOf('ben')], [[503, 503, 503, 503], [200, 200, 200, 200]]);
    sandbox.control({recover: {user: 'anna'}});
    sandbox.control({fail: {on: 'data', status: 500}});
    assert.deepEqual(await statusesOf('anna'), [200, 200, 200, 500]);
  });

  it('refuse what there is not: devices, users, generations, speeds', async t => {
    const {sandbox} = await startApi(t, NOW);
    const wrong = [{disconnect: 'nothing'}, {reconnect: ''}, {generation: {user: 'anna', is: 'G3'}}, {clock: {speed: 0}}, {fail: {on: 'roof'}}, {seed: 1.5}];
    for (const command of wrong) assert.throws(() => sandbox.control(command as never), /Not a command of the sandbox/, JSON.stringify(command));
  });

  it('make another home of every home, and the old one again', async t => {
    const api = await startApi(t, NOW);
    const before = devicesOf(api, 'anna');
    api.sandbox.control({seed: 7});
    assert.deepEqual(devicesOf(api, 'anna').map(({id}) => id), before.map(({id}) => id));
    assert.notDeepEqual(devicesOf(api, 'anna'), before);
    api.sandbox.control({seed: 0});
    assert.deepEqual(devicesOf(api, 'anna'), before);
  });

  it('begin at a given instant and seed, the same every time', async t => {
    const [one, two] = await Promise.all([1, 2].map(() => startApi(t, NOW, {seed: 9, start: new Date(NOW)})));
    assert.deepEqual(devicesOf(one!, 'ben'), devicesOf(two!, 'ben'));
  });

  it('let time pass faster, and take everything back with a reset', async t => {
    const {sandbox} = await startApi(t, NOW);
    const untouched = sandbox.device('anna', 'heat-pumps', ANNAS['heat-pump']);
    sandbox.control({clock: {speed: 3600}, disconnect: ANNAS['heat-pump'], generation: {user: 'anna', is: 'G2'}, fail: {status: 500}});
    assert.equal(sandbox.clock.speed(), 3600);
    sandbox.control({reset: true, clock: 'stop'});
    assert.equal(sandbox.clock.speed(), 1);
    sandbox.control({clock: {set: NOW}});
    assert.deepEqual(sandbox.device('anna', 'heat-pumps', ANNAS['heat-pump']), untouched);
  });
});
