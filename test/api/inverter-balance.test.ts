import {expect} from '@open-wc/testing';
import {batteryOf, batterySignOf, gridOf, hasBattery} from '../../src/api/inverter-balance.js';
import type {InverterPayload} from '../../src/api/schemas.js';

const sent = (fields: Partial<InverterPayload>): InverterPayload => ({id: '1', ...fields});
/** Production 5000 = household 2000 + export 2000 + battery charging with 1000. */
const FLOWS = {current_solar_production_w: 5000, household_consumption_w: 2000, current_power_to_grid_w: 2000};
const BOTH_MARKS = {charge_state_last_updated: '2026-04-18T08:30:00Z', is_battery_connected: true};

describe('the sign of a battery\'s power', () => {
  const signOf = (fields: Partial<InverterPayload>) => batterySignOf(sent(fields), new Set(Object.keys(fields)), 'auto');

  it('is that of the generation whose fields are there', () => {
    expect(signOf({battery_connected: true})).to.equal('charging-positive');
    expect(signOf({production_last_day_kwh: 1})).to.equal('charging-positive');
    expect(signOf({current_power_to_grid_w: 0})).to.equal('discharging-positive');
    expect(signOf({})).to.equal(undefined);
  });

  it('is found by the balance where both are there', () => {
    expect(signOf({...BOTH_MARKS, ...FLOWS, battery_charge_discharge_power_w: 1000})).to.equal('charging-positive');
    expect(signOf({...BOTH_MARKS, ...FLOWS, battery_charge_discharge_power_w: -1000})).to.equal('discharging-positive');
    expect(signOf({...BOTH_MARKS, ...FLOWS, battery_charge_discharge_power_w: 1240})).to.equal('charging-positive');
  });

  it('is not guessed where the balance holds for both signs or for none', () => {
    expect(signOf({...BOTH_MARKS, ...FLOWS, battery_charge_discharge_power_w: 1260})).to.equal(undefined);
    expect(signOf({...BOTH_MARKS, ...FLOWS, household_consumption_w: 3000, battery_charge_discharge_power_w: 20})).to.equal(undefined);
    expect(signOf({...BOTH_MARKS, battery_charge_discharge_power_w: 1000})).to.equal(undefined);
  });

  it('is the embedder\'s where he says it', () => {
    expect(batterySignOf(sent({}), new Set(['battery_connected']), 'discharging-positive')).to.equal('discharging-positive');
  });
});

describe('a battery', () => {
  it('is there when the API says so, and only without its word when it holds something', () => {
    expect([
      hasBattery(sent({is_battery_connected: false, battery_charge_level_percent: 50})),
      hasBattery(sent({battery_connected: true})),
      hasBattery(sent({battery_charge_level_percent: 50})),
      hasBattery(sent({battery_charge_level_percent: 0})),
    ]).to.deep.equal([false, true, true, false]);
  });

  it('has a power without direction where the sign is not known', () => {
    const powerOf = (watts: number, sign?: 'charging-positive') =>
      batteryOf(sent({battery_connected: true, battery_charge_discharge_power_w: watts}), sign)?.power;
    expect(powerOf(-700)).to.deep.equal({watts: 700, direction: 'unknown'});
    expect(powerOf(-700, 'charging-positive')).to.deep.equal({watts: 700, direction: 'discharging'});
    expect(powerOf(0)).to.deep.equal({watts: 0, direction: 'idle'});
  });
});

describe('the exchange with the grid', () => {
  const home = {current_solar_production_w: 5000, household_consumption_w: 2000};

  it('is as sent', () => {
    expect(gridOf(sent({...home, current_power_to_grid_w: -10}), undefined)).to.deep.equal({exportW: -10, derived: false});
  });

  it('follows from the balance, and is marked so', () => {
    const charging = {battery_connected: true, battery_charge_discharge_power_w: 1000};
    expect(gridOf(sent(home), undefined)).to.deep.equal({exportW: 3000, derived: true});
    expect(gridOf(sent({...home, ...charging}), 'charging-positive')).to.deep.equal({exportW: 2000, derived: true});
    expect(gridOf(sent({...home, ...charging}), 'discharging-positive')).to.deep.equal({exportW: 4000, derived: true});
  });

  it('is not known where a flow of the balance is not', () => {
    expect(gridOf(sent({current_solar_production_w: 5000}), undefined)).to.equal(undefined);
    expect(gridOf(sent({...home, battery_connected: true}), 'charging-positive')).to.equal(undefined);
    expect(gridOf(sent({...home, battery_connected: true, battery_charge_discharge_power_w: 5}), undefined)).to.equal(undefined);
  });
});
