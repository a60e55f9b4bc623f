import assert from 'node:assert/strict';
import {describe, it} from 'node:test';
import {USERS} from '../../demo/sandbox/users.js';
import {startApi} from './setup.js';

const NOW = '2026-04-18T09:03:34.000Z';
const PUMP = `heat-pumps/${USERS.anna.devices!['heat-pump']}`;
const BENS = {pump: `heat-pumps/${USERS.ben.devices!['heat-pump']}`, car: `electric-vehicles/${USERS.ben.devices!['electric-vehicle']}`,
  inverter: `inverters/${USERS.ben.devices!.inverter}`};

describe('the savings route', () => {
  it('answers in shape S, with units and the query it was asked', async t => {
    const {ask} = await startApi(t, NOW);
    const {status, json} = await ask('ben', `${BENS.car}/savings?from=2026-03-01T00:00:00Z&to=2026-04-01T00:00:00Z`);
    assert.equal(status, 200);
    assert.deepEqual(json.metadata, {requested_at: NOW, query: {from: '2026-03-01T00:00:00Z', to: '2026-04-01T00:00:00Z', resolution: '1MONTH'},
      units: {savings: 'EUR', consumption: 'Wh'}, error: null});
    const [{period, savings, consumption, electric_vehicle, ...rest}] = json.data;
    assert.deepEqual(period, {start_period: '2026-03-01T00:00:00.000Z', end_period: '2026-04-01T00:00:00.000Z'});
    assert.deepEqual(rest, {resolution: '1MONTH', heat_pump: null, inverter: null});
    assert.ok(savings.total > 0 && savings.percentage > 5 && savings.percentage < 25);
    assert.equal(consumption.total, electric_vehicle.estimated_consumption_wh);
    assert.ok(electric_vehicle.charge_session_count >= 28 && electric_vehicle.average_charge_power_w > 3000);
  });

  it('has weeks from Monday, quarters and years', async t => {
    const {ask} = await startApi(t, NOW);
    const startsOf = async (resolution: string) =>
      (await ask('ben', `${BENS.pump}/savings?from=2025-12-25T00:00:00Z&to=2026-04-18T00:00:00Z&resolution=${resolution}`)).json.data
        .map(({period}: {period: {start_period: string}}) => period.start_period.slice(0, 10));
    assert.deepEqual((await startsOf('1WEEK')).slice(0, 2), ['2025-12-29', '2026-01-05']);
    assert.deepEqual(await startsOf('1QUARTER'), ['2026-01-01', '2026-04-01']);
    assert.deepEqual(await startsOf('1YEAR'), ['2026-01-01']);
  });

  it('gives the running day as far as it is known, and nothing of the future or of before the device', async t => {
    const {ask, sandbox} = await startApi(t, NOW);
    const days = async (from: string, to: string) => (await ask('anna', `${PUMP}/savings?from=${from}&to=${to}&resolution=1DAY`)).json.data;
    const running = await days('2026-04-17T22:00:00Z', '2026-04-30T22:00:00Z');
    assert.deepEqual(running.map(({period}: {period: object}) => period), [{start_period: '2026-04-17T22:00:00.000Z', end_period: '2026-04-18T22:00:00.000Z'}]);
    assert.deepEqual(await days('2023-01-01T00:00:00Z', '2023-02-01T00:00:00Z'), []);
    sandbox.control({clock: {advanceMs: 3 * 3_600_000}});
    const [later] = await days('2026-04-17T22:00:00Z', '2026-04-18T22:00:00Z');
    assert.ok(later.consumption.total > running[0].consumption.total);
  });

  it('insists on its parameters, and does not exist for Flora', async t => {
    const {ask} = await startApi(t, NOW);
    for (const query of ['', '?from=2026-01-01T00:00:00Z', '?from=then&to=now', '?from=2026-01-01&to=2026-02-01&resolution=1DAY,1WEEK', '?from=2026-01-01&to=2026-02-01&resolution=1HOUR']) {
      const {status, json} = await ask('anna', `${PUMP}/savings${query}`);
      assert.deepEqual([status, typeof json.detail], [422, 'string'], query);
    }
    for (const route of ['savings?from=2026-01-01&to=2026-02-01', 'data']) {
      assert.equal((await ask('flora', `heat-pumps/${USERS.flora.fleet[0]!.id}/${route}`)).status, 404);
      assert.equal((await ask('anna', `inverters/${USERS.anna.devices!['heat-pump']}/${route}`)).status, 404);
    }
  });

  it('is fast enough for a month of three devices, however busy the machine is', async t => {
    const {ask} = await startApi(t, NOW, {seed: 4});
    const before = process.cpuUsage();
    await Promise.all(Object.values(BENS).map(device => ask('ben', `${device}/savings?from=2026-03-01T00:00:00Z&to=2026-04-01T00:00:00Z&resolution=1DAY`)));
    const ms = process.cpuUsage(before).user / 1000;
    assert.ok(ms < 600, `${ms} ms of computing`);
  });
});

describe('the data route', () => {
  it('has the fields of the kind, or those of the keywords', async t => {
    const {ask} = await startApi(t, NOW);
    const fieldsOf = async (path: string) => Object.keys((await ask('ben', path)).json.data[0]).sort();
    assert.deepEqual(await fieldsOf(`${BENS.pump}/data`), ['estimated_consumption', 'hot_water_temp', 'inlet_temp_act', 'price', 'time', 'unoptimized_consumption']);
    assert.deepEqual(await fieldsOf(`${BENS.car}/data?keywords=battery_level,is_charging`), ['battery_level', 'is_charging', 'time']);
    assert.ok((await fieldsOf(`${BENS.inverter}/data`)).includes('battery_charge_discharge_power_w'));
    assert.equal((await ask('ben', `${BENS.pump}/data?keywords=battery_level`)).status, 422);
    assert.equal((await ask('ben', `${BENS.pump}/data?resolution=1YEAR`)).status, 422);
  });

  it('has the last day in quarter hours by default, without the one that is not over', async t => {
    const {ask} = await startApi(t, NOW);
    const {json: {data}} = await ask('ben', `${BENS.pump}/data`);
    assert.deepEqual([data.length, data[0].time, data.at(-1).time], [95, '2026-04-17T09:15:00.000Z', '2026-04-18T08:45:00.000Z']);
  });

  it('has home days for Anna, UTC days for Ben', async t => {
    const {ask} = await startApi(t, NOW);
    const query = 'data?from_datetime=2026-03-28T00:00:00Z&to_datetime=2026-03-31T00:00:00Z&resolution=1DAY&keywords=price';
    const timesOf = async (user: 'anna' | 'ben', device: string) => (await ask(user, `${device}/${query}`)).json.data.map(({time}: {time: string}) => time.slice(5, 13));
    assert.deepEqual(await timesOf('anna', PUMP), ['03-28T23', '03-29T22', '03-30T22']);
    assert.deepEqual(await timesOf('ben', BENS.pump), ['03-28T00', '03-29T00', '03-30T00']);
  });

  it('answers 400 where there is nothing, and rows of nulls where they are asked for', async t => {
    const {ask} = await startApi(t, NOW);
    const path = `${BENS.car}/data?from_datetime=2026-04-18T08:00:00Z&to_datetime=2026-04-18T12:00:00Z&resolution=1HOUR&keywords=estimated_consumption`;
    for (const years of ['2027', '2022']) assert.equal((await ask('ben', path.replaceAll('2026', years))).status, 400);
    assert.equal((await ask('ben', path)).json.data.length, 1);
    const filled = (await ask('ben', path, {headers: {'fill-missing': 'true'}})).json.data;
    assert.deepEqual(filled.map((row: {estimated_consumption: unknown}) => row.estimated_consumption === null), [false, true, true, true]);
    assert.equal((await ask('ben', path.replaceAll('2026', '2027'), {headers: {'fill-missing': 'true'}})).status, 200);
  });

  it('knows nothing of the time after a device was lost', async t => {
    const {ask, sandbox} = await startApi(t, NOW);
    sandbox.control({disconnect: USERS.ben.devices!['heat-pump']});
    sandbox.control({clock: {advanceMs: 5 * 3_600_000}});
    const {json: {data}} = await ask('ben', `${BENS.pump}/data?resolution=1HOUR`);
    assert.equal(data.at(-1).time, '2026-04-18T08:00:00.000Z');
  });
});
