import assert from 'node:assert/strict';
import {describe, it} from 'node:test';
import {createHome} from '../../demo/sandbox/home.js';
import {readHome} from '../../demo/sandbox/household.js';

const MINUTE_MS = 60_000;
const DAY_MS = 24 * 60 * MINUTE_MS;
const SEEDS = [0, 1, 7, 2026];
const HOMES = SEEDS.map(seed => createHome(seed));

/** Every four hours and seven minutes, through a whole year. */
const INSTANTS = Array.from({length: 2126}, (_, n) => Date.parse('2026-01-01') + n * 247 * MINUTE_MS);

for (const [n, home] of HOMES.entries()) {
  describe(`the home of seed ${SEEDS[n]}`, () => {
    it('is in balance at every instant of a year', () => {
      for (const at of INSTANTS) {
        const {productionW, householdW, chargeW, exportW} = home.inverterAt(at);
        assert.equal(productionW - chargeW, householdW + exportW, new Date(at).toISOString());
        // What flows is there: the battery takes only what the roof has to spare, and gives only what the home lacks.
        const surplusW = productionW - householdW;
        assert.ok(chargeW <= Math.max(0, surplusW) && -chargeW <= Math.max(0, -surplusW), new Date(at).toISOString());
        assert.ok(exportW <= productionW && -exportW <= householdW, new Date(at).toISOString());
      }
    });

    it('uses what its devices draw, and something for all the rest', () => {
      for (const at of INSTANTS) {
        const step = Math.floor(at / (5 * MINUTE_MS)) * 5 * MINUTE_MS;
        const restW = home.inverterAt(at).householdW - home.heatPumpAt(step).powerW - home.vehicle.at(step).powerW;
        assert.ok(restW > 100 && restW < 6000, `${new Date(at).toISOString()}: ${restW}`);
      }
    });

    it('keeps to what its battery can take, give and hold', () => {
      const {battery} = home.profile;
      for (const at of INSTANTS) {
        const {chargeW, levelPercent} = home.inverterAt(at);
        assert.ok(Math.abs(chargeW) <= battery.maxW);
        if (battery.capacityKwh) assert.ok(levelPercent >= battery.minPercent && levelPercent <= battery.maxPercent);
        else assert.equal(chargeW, 0);
      }
    });

    it('stores what it charges: over midnight, too, the level follows the power', () => {
      const {capacityKwh} = home.profile.battery;
      const levelAt = (at: number) => home.inverterAt(at).levelPercent * capacityKwh * 10;
      for (let day = Date.parse('2026-01-03T22:00:00Z'); day < Date.parse('2026-12-30'); day += 9 * DAY_MS) {
        const stored = levelAt(day + DAY_MS / 8) - levelAt(day);
        assert.ok(Math.abs(home.energyWh.charge(day, day + DAY_MS / 8) - stored) <= capacityKwh * 10 + 1, new Date(day).toISOString());
      }
    });

    it('has a car that leaves and returns, and is charged for as much as it has used', () => {
      const readings = INSTANTS.map(at => home.vehicle.at(at));
      for (const state of ['isPluggedIn', 'isCharging', 'isFull'] as const) assert.ok(new Set(readings.map(reading => reading[state])).size === 2, state);
      assert.ok(readings.every(({isCharging, isPluggedIn, powerW}) => isCharging === powerW > 0 && (isPluggedIn || !isCharging)));
      assert.ok(readings.every(({levelPercent}) => levelPercent > 20 && levelPercent <= 80));
    });
  });
}

describe('a simulated home', () => {
  it('is the same for the same seed and instant, and another for another seed', () => {
    const at = new Date('2026-04-18T09:03:34Z');
    const [first, same, other] = [7, 7, 8].map(seed => JSON.stringify(readHome(createHome(seed), at)));
    assert.equal(first, same);
    assert.notEqual(first, other);
  });

  it('makes its electricity by day, most in summer, at the hours of the sun in Austria', () => {
    const [home] = HOMES;
    const kwhOf = (day: string) => home!.energyWh.production(Date.parse(day), Date.parse(day) + DAY_MS) / 1000;
    const average = (month: string) => Array.from({length: 20}, (_, n) => kwhOf(`${month}-${10 + n}`)).reduce((a, b) => a + b) / 20;
    assert.ok(average('2026-06') > 3 * average('2026-12'), 'June makes more than three times as much as December');
    for (const [iso, isDay] of [['2026-12-21T06:30:00Z', false], ['2026-12-21T07:15:00Z', true], ['2026-06-21T02:30:00Z', false],
      ['2026-06-21T03:45:00Z', true], ['2026-06-21T18:30:00Z', true], ['2026-06-21T19:30:00Z', false]] as const) {
      assert.equal(home!.inverterAt(Date.parse(iso)).productionW > 0, isDay, iso);
    }
  });

  it('heats more the colder it is: in short runs on mild days, in one on cold ones', () => {
    const [home] = HOMES;
    const runs = (from: string, hours: number) => Array.from({length: hours * 12}, (_, n) =>
      home!.heatPumpAt(Date.parse(from) + n * 5 * MINUTE_MS).operation).join(' ').split(/(?:Standby ?)+/).filter(Boolean).length;
    assert.equal(runs('2026-01-14T18:00:00Z', 8), 1);
    assert.ok(runs('2026-05-10T18:00:00Z', 8) > 3);
    const kwhOf = (day: string) => home!.energyWh.heatPump(Date.parse(day), Date.parse(day) + DAY_MS) / 1000;
    assert.ok(kwhOf('2026-01-14') > 2 * kwhOf('2026-04-18') && kwhOf('2026-04-18') > 2 * kwhOf('2026-07-15'));
  });

  it('adds up energies without a gap or an overlap', () => {
    const [from, between, to] = ['2026-03-28T22:13:07Z', '2026-03-29T11:01:59Z', '2026-03-30T04:44:44Z'].map(Date.parse) as [number, number, number];
    for (const [name, energy] of Object.entries(HOMES[1]!.energyWh)) {
      assert.ok(Math.abs(energy(from, between) + energy(between, to) - energy(from, to)) < 1e-6, name);
    }
  });
});
