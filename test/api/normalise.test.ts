import {expect} from '@open-wc/testing';
import {normalise} from '../../src/api/normalise.js';
import {readPayload} from '../../src/api/read.js';
import type {DeviceKind, ElectricVehicle, HeatPump, Inverter} from '../../src/domain/device.js';

const NOW = Date.parse('2026-04-18T09:00:00Z');
const MINUTE_MS = 60_000;

const meant = <T>(kind: DeviceKind, fields: object) =>
  normalise(readPayload(kind, {id: '1', ...fields})!, {batterySign: 'auto', now: NOW, pageOrigin: 'https://portal.example'}) as unknown as T;
const pump = (fields: object) => meant<HeatPump>('heat-pump', fields);
const vehicle = (fields: object) => meant<ElectricVehicle>('electric-vehicle', fields);
const inverter = (fields: object) => meant<Inverter>('inverter', fields);

const stateAt = (stamp: unknown) => pump({current_state_last_updated_at: stamp}).stateAt?.getTime();

describe('a stamp', () => {
  it('V04 without a zone is UTC, wherever the browser is', () => {
    expect(new Date('2026-04-18T08:30:00').getTimezoneOffset(), 'the tests run far from UTC').not.to.equal(0);
    for (const stamp of ['2026-04-18T08:30:00', '2026-04-18 08:30:00', '2026-04-18t08:30:00', '2026-04-18t08:30:00z', '2026-04-18T08:30', '2026-04-18T10:30:00+0200', '2026-04-18T08:30:00.000000',
      '2026-04-18T10:30:00+02:00', '2026-04-18T08:30:00.000Z']) {
      expect(stateAt(stamp), stamp).to.equal(NOW - 30 * MINUTE_MS);
    }
  });

  it('V05 of the year 1 means never', () => expect(stateAt('0001-01-01T00:00:00Z')).to.equal(undefined));

  it('V06 may be five minutes ahead, and is not believed beyond', () => {
    expect(stateAt(new Date(NOW + 5 * MINUTE_MS).toISOString())).to.equal(NOW + 5 * MINUTE_MS);
    expect(stateAt(new Date(NOW + 5 * MINUTE_MS + 1).toISOString())).to.equal(undefined);
  });

  it('is the first that can be used of the three names', () => {
    const at = (minute: number) => new Date(NOW - minute * MINUTE_MS).toISOString();
    const stamps = {charge_state_last_updated_at: at(20), charge_state_last_updated: at(30)};
    expect([
      vehicle({...stamps, current_state_last_updated_at: at(10)}), vehicle({...stamps, current_state_last_updated_at: null}),
      inverter({charge_state_last_updated: at(30)}),
    ].map(device => (NOW - device.stateAt!.getTime()) / MINUTE_MS)).to.deep.equal([10, 20, 30]);
  });
});

describe('a device', () => {
  it('is frozen to its depth', () => {
    const device = inverter({battery_connected: true, battery_charge_level_percent: 5, production_last_day_kwh: 1});
    expect([device, device.battery, device.totals].every(Object.isFrozen)).to.equal(true);
  });

  it('V03 knows no null, and no −0', () => {
    const device = pump({indoor_actual_temperature: null, outdoor_temperature: -0, current_power_consumption_w: '-0', operational_mode: ' ', building: 'b-7'});
    expect('indoorC' in device || 'operation' in device).to.equal(false);
    const grid = inverter({battery_connected: true, battery_charge_level_percent: -0, current_power_to_grid_w: -0});
    expect([device.outdoorC, device.powerW, grid.grid!.exportW, grid.battery!.levelPercent].every(zero => Object.is(zero, 0))).to.equal(true);
    expect(device.building).to.equal('b-7');
  });

  it('is of the generation whose fields came, also when they cannot be read', () => {
    expect([{operational_mode: 7}, {current_mode: 'mid'}, {operational_mode: 'heating', current_mode: 'mid'}, {}].map(fields => pump(fields).generation))
      .to.deep.equal(['G1', 'G2', 'unknown', 'unknown']);
  });
});

describe('a vehicle\'s time to its target', () => {
  const remaining = (fields: object) => vehicle({charge_time_remaining: 600, is_plugged_in: true, is_charging: true, ...fields}).remainingS;

  it('is there only while it charges, and never negative', () => {
    expect([
      remaining({}), remaining({is_plugged_in: null}), remaining({charge_time_remaining: 0}),
      remaining({is_charging: false}), remaining({is_plugged_in: false}), remaining({charge_time_remaining: -1}),
    ]).to.deep.equal([600, 600, 0, undefined, undefined, undefined]);
  });
});

describe('a vehicle\'s deadline', () => {
  it('stays the text it is, or becomes an instant, and is not there while none is in force', () => {
    const readyBy = (fields: object) => vehicle(fields).readyBy;
    expect([readyBy({charge_deadline_at: '07:00:00'}), readyBy({charge_deadline_at: '07:00', is_charge_policy_enabled: false})]).to.deep.equal(['07:00', undefined]);
    expect(readyBy({charge_deadline_at: '2026-04-19T05:00:00Z'})).to.deep.equal(new Date('2026-04-19T05:00:00Z'));
  });
});

describe('a battery\'s direction', () => {
  it('is not guessed from one generation when fields of both came, however broken', () => {
    const device = inverter({
      charge_state_last_updated: 5, battery_connected: 'yes', is_battery_connected: true, battery_charge_discharge_power_w: 3000,
    });
    expect(device.battery?.power).to.deep.equal({watts: 3000, direction: 'unknown'});
    expect(device.grid).to.equal(undefined);
  });
});
