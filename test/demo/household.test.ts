import assert from 'node:assert/strict';
import {describe, it} from 'node:test';
import {HEAT_PUMP_STEP_MS, householdAt, INVERTER_STEP_MS, VEHICLE_STEP_MS, type Household} from '../../demo/sandbox/household.js';

const MINUTE_MS = 60_000;

/** Every 37 minutes through three days of each season: every hour of the day, never in step with anything. */
const INSTANTS = ['2026-01-13', '2026-04-17', '2026-07-14', '2026-11-24'].flatMap(day =>
  Array.from({length: 117}, (_, n) => new Date(Date.parse(day) + n * 37 * MINUTE_MS)));

const HOUSEHOLDS = INSTANTS.map(householdAt);

describe('the simulated household', () => {
  it('is in balance at every instant: what is produced and discharged is used or exported', () => {
    for (const {inverter: {productionW, householdW, chargeW, exportW, at}} of HOUSEHOLDS) {
      assert.equal(productionW - chargeW, householdW + exportW, at.toISOString());
    }
  });

  it('uses at least what its heat pump and its vehicle draw', () => {
    for (const {inverter, heatPump, vehicle} of HOUSEHOLDS.filter(({inverter, vehicle}) => inverter.at.getTime() === vehicle.at.getTime())) {
      assert.ok(inverter.householdW > heatPump.powerW + vehicle.powerW, inverter.at.toISOString());
    }
  });

  it('keeps its levels and temperatures where they can be', () => {
    for (const {inverter, heatPump, vehicle} of HOUSEHOLDS) {
      assert.ok(inverter.levelPercent >= 20 && inverter.levelPercent <= 90);
      assert.ok(vehicle.levelPercent >= 30 && vehicle.levelPercent <= 80);
      assert.ok(heatPump.outdoorC > -20 && heatPump.outdoorC < 40);
      assert.ok(heatPump.hotWaterC >= 44 && heatPump.hotWaterC <= 52);
      assert.ok(inverter.productionW >= 0 && inverter.productionW <= 10_000);
    }
  });

  it('goes through everything that a page has to show', () => {
    const seen = (matches: (household: Household) => boolean) => HOUSEHOLDS.some(matches);
    for (const operation of ['Heating', 'Hot Water', 'Standby']) assert.ok(seen(({heatPump}) => heatPump.operation === operation), operation);
    assert.ok(seen(({vehicle}) => !vehicle.isPluggedIn), 'unplugged');
    assert.ok(seen(({vehicle}) => vehicle.isPluggedIn && !vehicle.isCharging && !vehicle.isFull), 'waiting');
    assert.ok(seen(({vehicle}) => vehicle.isCharging), 'charging');
    assert.ok(seen(({vehicle}) => vehicle.isFull), 'full');
    assert.ok(seen(({inverter}) => inverter.chargeW > 0), 'battery charging');
    assert.ok(seen(({inverter}) => inverter.chargeW < 0), 'battery discharging');
    assert.ok(seen(({inverter}) => inverter.exportW > 0), 'exporting');
    assert.ok(seen(({inverter}) => inverter.exportW < 0), 'importing');
    assert.ok(seen(({inverter}) => inverter.productionW === 0), 'night');
  });

  for (const [part, stepMs] of [['heatPump', HEAT_PUMP_STEP_MS], ['vehicle', VEHICLE_STEP_MS], ['inverter', INVERTER_STEP_MS]] as const) {
    it(`reports its ${part} in steps of ${stepMs / MINUTE_MS} minutes: between two steps nothing changes, stamp included`, () => {
      const step = Date.parse('2026-04-18T09:00:00Z');
      const report = (at: number) => householdAt(new Date(at))[part];
      assert.deepEqual(report(step + stepMs - 1), report(step));
      assert.equal(report(step + stepMs - 1).at.getTime(), step);
      assert.equal(report(step + stepMs).at.getTime(), step + stepMs);
    });
  }

  it('has other readings at the next step', () => {
    const at = (iso: string) => householdAt(new Date(iso));
    const [before, after] = [at('2026-04-18T10:30:00Z'), at('2026-04-18T10:40:00Z')];
    assert.notEqual(before.inverter.productionW, after.inverter.productionW);
    assert.notEqual(before.heatPump.powerW, after.heatPump.powerW);
    assert.notEqual(before.vehicle.remainingS, after.vehicle.remainingS);
  });

  it('carries its battery over midnight without a jump', () => {
    const level = (iso: string) => householdAt(new Date(iso)).inverter.levelPercent;
    for (const day of ['2026-01-14', '2026-04-18', '2026-07-15', '2026-10-03']) {
      assert.ok(Math.abs(level(`${day}T22:55:00Z`) - level(`${day}T23:00:00Z`)) <= 3, day);
    }
  });

  it('adds up its sums once a night, each window holding the shorter ones', () => {
    const {heatPump: {sums}} = householdAt(new Date('2026-01-14T18:00:00Z'));
    assert.equal(sums.at.toISOString(), '2026-01-14T01:00:00.000Z');
    assert.ok(sums.dayKwh > 20 && sums.dayKwh < sums.weekKwh && sums.weekKwh < sums.monthKwh);
    assert.equal(householdAt(new Date('2026-01-14T00:59:00Z')).heatPump.sums.at.toISOString(), '2026-01-13T01:00:00.000Z');
  });
});
