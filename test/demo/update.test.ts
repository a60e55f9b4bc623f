import assert from 'node:assert/strict';
import {describe, it} from 'node:test';
import {USERS} from '../../demo/sandbox/users.js';
import {startApi, type Api} from './setup.js';

const NOW = '2026-04-18T09:03:34.000Z';
const PUMP = USERS.ben.devices!['heat-pump'];

const put = ({ask}: Api, body: unknown, path = `heat-pumps/${PUMP}`) => ask('ben', path, {method: 'PUT', body: JSON.stringify(body)});

describe('writing a device', () => {
  it('answers with the whole device, and is seen in list and detail until it is cleared', async t => {
    const api = await startApi(t, NOW);
    const {status, json} = await put(api, {is_smart_optimization_active: false});
    assert.equal(status, 200);
    assert.deepEqual(json, {...api.sandbox.device('ben', 'heat-pumps', PUMP)});
    assert.deepEqual([json.is_smart_optimization_active, json.updated_at, json.actions], [false, NOW, []]);
    assert.equal(api.sandbox.list('ben', 'heat-pumps')[0]!.is_smart_optimization_active, false);
    api.sandbox.control({clearPatches: true});
    assert.equal(api.sandbox.list('ben', 'heat-pumps')[0]!.is_smart_optimization_active, true);
  });

  it('takes what only an organisation may write, so that a proxy that lets it through is found out', async t => {
    const api = await startApi(t, NOW);
    const {json} = await put(api, {deleted_at: NOW, comment: 'Hello', building_id: 'elsewhere', current_power_consumption_w: 1, id: 'mine'});
    assert.deepEqual([json.deleted_at, json.comment, json.building], [NOW, 'Hello', 'elsewhere']);
    assert.ok(json.current_power_consumption_w !== 1 && json.id === PUMP, 'readings and ids are not written');
  });

  it('is refused where it makes no sense, and then changes nothing', async t => {
    const api = await startApi(t, NOW);
    const before = api.sandbox.device('ben', 'heat-pumps', PUMP);
    for (const body of [{is_smart_optimization_active: 'yes'}, [], null, 'on']) assert.equal((await put(api, body)).status, 422);
    assert.equal((await put(api, {}, `heat-pumps/${USERS.anna.devices!['heat-pump']}`)).status, 404);
    assert.deepEqual(api.sandbox.device('ben', 'heat-pumps', PUMP), before);
  });
});
