import assert from 'node:assert/strict';
import {describe, it} from 'node:test';
import {householdAt} from '../../demo/sandbox/household.js';
import {deviceSchemas} from '../../src/api/schemas.js';
import {DEVICE_KINDS} from '../../src/domain/device.js';
import {FIXED_INSTANT, inverterPayload, payload} from '../fixtures/payloads.js';

describe('the payloads of the two generations', () => {
  it('mean the same battery flow by opposite signs', () => {
    const {chargeW} = householdAt(FIXED_INSTANT).inverter;
    assert.ok(chargeW > 0);
    assert.equal(inverterPayload('G1').battery_charge_discharge_power_w, chargeW);
    assert.equal(inverterPayload('G2').battery_charge_discharge_power_w, -chargeW);
  });

  it('balance under their own signs, at noon and at night', () => {
    for (const at of [FIXED_INSTANT, new Date('2026-07-15T19:07:00Z')]) {
      const older = inverterPayload('G1', {}, {at}) as Record<string, number>;
      const newer = inverterPayload('G2', {}, {at}) as Record<string, number>;
      assert.equal(newer.current_solar_production_w! + newer.battery_charge_discharge_power_w!,
        newer.household_consumption_w! + newer.current_power_to_grid_w!);
      assert.equal(older.current_solar_production_w! - older.household_consumption_w! - older.battery_charge_discharge_power_w!,
        newer.current_power_to_grid_w);
    }
  });

  it('never send a battery at rest as minus zero', () => {
    const at = new Date('2026-01-14T00:00:00Z');
    assert.equal(householdAt(at).inverter.chargeW, 0);
    assert.ok(Object.is(inverterPayload('G2', {}, {at}).battery_charge_discharge_power_w, 0));
  });

  it('have the fields that tell them apart, each only its own', () => {
    const marks = {
      G1: {'heat-pump': 'operational_mode', 'electric-vehicle': 'charge_time_remaining', inverter: 'battery_connected'},
      G2: {'heat-pump': 'current_mode', 'electric-vehicle': 'boost_state', inverter: 'current_power_to_grid_w'},
    };
    for (const kind of DEVICE_KINDS) {
      assert.ok(marks.G1[kind] in payload(kind, 'G1') && !(marks.G1[kind] in payload(kind, 'G2')), kind);
      assert.ok(marks.G2[kind] in payload(kind, 'G2') && !(marks.G2[kind] in payload(kind, 'G1')), kind);
    }
  });

  it('fit the schemas that the widgets read them with', () => {
    for (const kind of DEVICE_KINDS) {
      for (const generation of ['G1', 'G2'] as const) {
        const result = deviceSchemas()[kind].safeParse(payload(kind, generation, {}, {as: 'detail'}));
        assert.ok(result.success, `${kind} ${generation}: ${JSON.stringify(result.error?.issues)}`);
      }
    }
  });

  it('carry things that are not for a customer\'s page', () => {
    for (const generation of ['G1', 'G2'] as const) {
      const text = JSON.stringify(payload('heat-pump', generation));
      for (const internal of ['owner', 'email', 'comment', 'external_device_id']) assert.match(text, new RegExp(internal));
    }
  });

  it('have `actions` only in the newer generation, and there only for one device', () => {
    assert.deepEqual(payload('heat-pump', 'G2', {}, {as: 'detail'}).actions, []);
    assert.ok(!('actions' in payload('heat-pump', 'G2')));
    assert.ok(!('actions' in payload('heat-pump', 'G1', {}, {as: 'detail'})));
  });

  it('take overrides of any kind, and leave out what is overridden with undefined', () => {
    const broken = payload('inverter', 'G1', {is_authenticated: 'yes', battery_charge_level_percent: null, solar_surplus_w: undefined});
    assert.equal(broken.is_authenticated, 'yes');
    assert.equal(broken.battery_charge_level_percent, null);
    assert.ok(!('solar_surplus_w' in broken));
  });
});
