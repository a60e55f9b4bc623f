import assert from 'node:assert/strict';
import {describe, it} from 'node:test';
import {COLLECTION_OF} from '../../src/api/routes.js';
import type {DeviceKind} from '../../src/domain/device.js';
import {USERS} from '../../demo/sandbox/users.js';
import {startApi, type Api, type Json} from './setup.js';

const STEP_MS = 5 * 60_000;
const KINDS = ['heat-pump', 'electric-vehicle', 'inverter'] as const;

/** What the devices say of their power, and what the routes say of the same energy. */
const FLOWS: readonly (readonly [kind: DeviceKind, power: string, column: string, block: string, energy: string])[] = [
  ['heat-pump', 'current_power_consumption_w', 'estimated_consumption', 'heat_pump', 'estimated_consumption_wh'],
  ['electric-vehicle', 'charge_rate_w', 'estimated_consumption', 'electric_vehicle', 'estimated_consumption_wh'],
  ['inverter', 'current_solar_production_w', 'solar_production_w', 'inverter', 'solar_production_wh'],
  ['inverter', 'household_consumption_w', 'household_consumption_w', 'consumption', 'total'],
];

const pathOf = (user: 'anna' | 'ben', kind: DeviceKind, rest: string) => `${COLLECTION_OF[kind]}/${USERS[user].devices![kind]}/${rest}`;

const daysOf = async ({ask}: Api, user: 'anna' | 'ben', kind: DeviceKind, from: string, to: string): Promise<Json[]> =>
  (await ask(user, pathOf(user, kind, `savings?from=${from}&to=${to}&resolution=1DAY`))).json.data;

const rowsOf = async ({ask}: Api, user: 'anna' | 'ben', kind: DeviceKind, from: string, to: string, resolution: string): Promise<Json[]> =>
  (await ask(user, pathOf(user, kind, `data?from_datetime=${from}&to_datetime=${to}&resolution=${resolution}`))).json.data;

/** Wh of what the device itself says at each of its steps. */
function integrate({sandbox}: Api, user: 'anna' | 'ben', kind: DeviceKind, field: string, {start_period, end_period}: Json): number {
  let wh = 0;
  for (let at = Date.parse(start_period); at < Date.parse(end_period); at += STEP_MS) {
    sandbox.control({clock: {set: new Date(at).toISOString()}});
    wh += (sandbox.list(user, COLLECTION_OF[kind])[0]![field] as number) / 12;
  }
  return wh;
}

const WEEKS = {
  spring: {days: ['2026-03-22T23:00:00.000Z', '2026-03-29T22:00:00.000Z'], odd: 23, utc: ['2026-03-23T00:00:00.000Z', '2026-03-30T00:00:00.000Z']},
  autumn: {days: ['2026-10-18T22:00:00.000Z', '2026-10-25T23:00:00.000Z'], odd: 25, utc: ['2026-10-19T00:00:00.000Z', '2026-10-26T00:00:00.000Z']},
} as const;

for (const [season, {days, utc, odd}] of Object.entries(WEEKS)) {
  describe(`the week in which ${season} changes the clocks`, () => {
    for (const [user, [from, to]] of [['anna', days], ['ben', utc]] as const) {
      for (const [kind, power, column, block, energy] of FLOWS) {
        it(`has the same energy in ${user}'s savings, data and powers: ${kind} ${power}`, async t => {
          const api = await startApi(t, '2026-11-25T12:00:00Z');
          const [buckets, quarters, hours] = await Promise.all([daysOf(api, user, kind, from, to),
            rowsOf(api, user, kind, from, to, '15MIN'), rowsOf(api, user, kind, from, to, '1HOUR')]);
          assert.equal(buckets.length, 7);
          const isMean = column.endsWith('_w');
          const sum = (rows: Json[], period: Json, share: number) => rows.filter(({time}) => time >= period.start_period && time < period.end_period)
            .reduce((total, row) => total + row[column] * (isMean ? share : 1), 0);
          for (const {period, ...bucket} of buckets) {
            const wh = bucket[block][energy];
            assert.ok(Math.abs(integrate(api, user, kind, power, period) - wh) <= 0.5 + 1e-6, `powers of ${period.start_period}`);
            assert.ok(Math.abs(sum(quarters, period, 0.25) - wh) <= 0.5 + 0.05 * 100, `quarters of ${period.start_period}`);
            assert.ok(Math.abs(sum(hours, period, 1) - wh) <= 0.5 + 0.05 * 25, `hours of ${period.start_period}`);
          }
        });
      }
    }

    it(`has a day of ${odd} hours at Anna's home, and only whole UTC days for Ben`, async t => {
      const api = await startApi(t, '2026-11-25T12:00:00Z');
      const lengths = async (user: 'anna' | 'ben', [from, to]: readonly [string, string]) =>
        (await daysOf(api, user, 'heat-pump', from, to)).map(({period}) => (Date.parse(period.end_period) - Date.parse(period.start_period)) / 3_600_000);
      assert.deepEqual(await lengths('anna', days), [24, 24, 24, 24, 24, 24, odd]);
      assert.deepEqual(await lengths('ben', utc), [24, 24, 24, 24, 24, 24, 24]);
    });
  });
}

describe('energies of longer periods', () => {
  for (const kind of KINDS) {
    it(`are the sum of their days: ${kind}`, async t => {
      const api = await startApi(t, '2026-11-25T12:00:00Z');
      const [from, to] = ['2026-02-28T23:00:00Z', '2026-03-31T22:00:00Z'];
      const {data: [month, ...more]} = (await api.ask('anna', pathOf('anna', kind, `savings?from=${from}&to=${to}`))).json;
      const days = await daysOf(api, 'anna', kind, from, to);
      const sum = (read: (bucket: Json) => number) => days.reduce((total, day) => total + read(day), 0);
      assert.deepEqual([days.length, more.length, month.resolution], [31, 0, '1MONTH']);
      assert.ok(Math.abs(sum(day => day.consumption.total) - month.consumption.total) <= 16);
      assert.ok(Math.abs(sum(day => day.savings.total) - month.savings.total) <= 0.16);
    });
  }

  it('of the grid are those of what was exported, never less what was drawn', async t => {
    const api = await startApi(t, '2026-11-25T12:00:00Z');
    const [from, to] = ['2026-05-04T00:00:00.000Z', '2026-05-05T00:00:00.000Z'];
    const [day] = await daysOf(api, 'ben', 'inverter', from, to);
    const rows = await rowsOf(api, 'ben', 'inverter', from, to, '1HOUR');
    assert.ok(Math.abs(rows.reduce((sum, row) => sum + row.export_power_to_grid_w, 0) - day!.inverter.grid_export_wh) < 2);
    assert.ok(rows.every(row => row.export_power_to_grid_w >= 0));
  });
});
