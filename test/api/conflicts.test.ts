import {expect} from '@open-wc/testing';
import type {BatterySign} from '../../src/api/inverter-balance.js';
import {normalise} from '../../src/api/normalise.js';
import {readPayload} from '../../src/api/read.js';
import type {Device, DeviceKind} from '../../src/domain/device.js';
import {isOld} from '../../src/domain/freshness.js';
import {activityOf} from '../../src/domain/status.js';
import {FIXED_INSTANT, heatPumpPayload, inverterPayload, type Overrides, payload, vehiclePayload} from '../fixtures/payloads.js';

const NOW = FIXED_INSTANT.getTime();

function understand(kind: DeviceKind, json: unknown, batterySign: BatterySign = 'auto'): Device {
  const read = readPayload(kind, json);
  if (!read) throw new Error('not a device');
  return normalise(read, {batterySign, now: NOW, pageOrigin: 'https://portal.example'});
}

const heatPump = (generation: 'G1' | 'G2', overrides?: Overrides) => understand('heat-pump', heatPumpPayload(generation, overrides)) as Device & {kind: 'heat-pump'};
const vehicle = (generation: 'G1' | 'G2', overrides?: Overrides) => understand('electric-vehicle', vehiclePayload(generation, overrides)) as Device & {kind: 'electric-vehicle'};
const inverter = (generation: 'G1' | 'G2', overrides?: Overrides) => understand('inverter', inverterPayload(generation, overrides)) as Device & {kind: 'inverter'};

const STAMP = '2026-04-18T08:30:00Z';
const stamped = (kind: DeviceKind, generation: 'G1' | 'G2', field: string) => {
  const others = ['current_state_last_updated_at', 'charge_state_last_updated_at', 'charge_state_last_updated'];
  const cleared = Object.fromEntries(others.map(name => [name, undefined]));
  return understand(kind, payload(kind, generation, {...cleared, [field]: STAMP})).stateAt?.toISOString();
};
const SAME_STAMP = new Date(STAMP).toISOString();

/** Every conflict between (and inside) the generations of the API, by its number in the list of known facts, and how it is settled. */
const CONFLICTS: Readonly<Record<string, () => void>> = {
  '1: the battery\'s sign is inverted between the generations': () => {
    expect(inverter('G1', {battery_charge_discharge_power_w: 700}).battery?.power).to.deep.equal({watts: 700, direction: 'charging'});
    expect(inverter('G2', {battery_charge_discharge_power_w: 700}).battery?.power).to.deep.equal({watts: 700, direction: 'discharging'});
    const unmarked = {id: '1', is_authenticated: true, battery_charge_level_percent: 50, battery_charge_discharge_power_w: -700};
    expect((understand('inverter', unmarked) as Device & {kind: 'inverter'}).battery)
      .to.deep.equal({levelPercent: 50, power: {watts: 700, direction: 'unknown'}});
    expect((understand('inverter', unmarked, 'charging-positive') as Device & {kind: 'inverter'}).battery?.power?.direction).to.equal('discharging');
  },
  '2: current_mode is not the successor of operational_mode': () => {
    const old = heatPump('G1', {operational_mode: 'heating'});
    expect([old.operation, old.optimisation]).to.deep.equal(['heating', {state: 'active'}]);
    const young = heatPump('G2', {current_mode: 'max'});
    expect([young.operation, young.optimisation]).to.deep.equal([undefined, {state: 'active', mode: 'max'}]);
  },
  '3: operational_mode is spelt in many ways': () => {
    const said = (word: string) => activityOf(heatPump('G1', {operational_mode: word}));
    for (const word of ['hot_water', 'Hot Water', 'HOT-WATER', ' hot water ']) expect(said(word), word).to.deep.equal({is: 'hot-water'});
    expect([said('Heating').is, said('cooling').is, said('Pool Heating').is, said('Standby').is, said('Off').is])
      .to.deep.equal(['heating', 'cooling', 'pool-heating', 'standby', 'off']);
    expect(said('Legionella run')).to.deep.equal({is: 'as-sent', word: 'Legionella run'});
  },
  '4: optimization_level is not read, current_mode has the word that it lacks': () => {
    expect(heatPump('G2', {optimization_level: 'Max', current_mode: 'min'}).optimisation).to.deep.equal({state: 'active', mode: 'min'});
  },
  '5: the hot water has two names': () => {
    const none = {dhw_temperature: undefined, dhw_actual_temperature: undefined};
    expect(heatPump('G2', {...none, dhw_temperature: 48}).hotWaterC).to.equal(48);
    expect(heatPump('G1', {...none, dhw_actual_temperature: 47}).hotWaterC).to.equal(47);
    expect(heatPump('G1', none).hotWaterC).to.equal(undefined);
  },
  '6: each kind has its own stamp of its state in G1, one in G2': () => {
    expect(stamped('heat-pump', 'G1', 'current_state_last_updated_at')).to.equal(SAME_STAMP);
    expect(stamped('electric-vehicle', 'G1', 'charge_state_last_updated_at')).to.equal(SAME_STAMP);
    expect(stamped('inverter', 'G1', 'charge_state_last_updated')).to.equal(SAME_STAMP);
    for (const kind of ['heat-pump', 'electric-vehicle', 'inverter'] as const) {
      expect(stamped(kind, 'G2', 'current_state_last_updated_at'), kind).to.equal(SAME_STAMP);
    }
  },
  '7: the sums\' stamp has three names': () => {
    expect(heatPump('G1', {consumption_last_updated_at: STAMP}).totals?.at?.toISOString()).to.equal(SAME_STAMP);
    expect(vehicle('G1', {consumption_last_updated_utc: STAMP}).totals?.at?.toISOString()).to.equal(SAME_STAMP);
    expect(inverter('G1', {production_last_updated_utc: STAMP}).totals?.at?.toISOString()).to.equal(SAME_STAMP);
  },
  '8 and 9: the sums are rolling windows in kWh, never converted': () => {
    const sums = {consumption_last_day_kwh: 1.5, consumption_last_week_kwh: 0, consumption_last_month_kwh: null, consumption_last_updated_at: STAMP};
    expect(heatPump('G1', sums).totals).to.deep.equal({lastDayKwh: 1.5, lastWeekKwh: 0, at: new Date(STAMP)});
    expect(heatPump('G2').totals).to.equal(undefined);
  },
  '10: a reconnect is a link in G1; what G2 calls a link never is one': () => {
    const out = {is_authenticated: false};
    expect(heatPump('G1', {...out, authorization_url: 'https://login.example.com/a'}).reconnect).to.deep.equal({url: 'https://login.example.com/a'});
    const action = {code: 'reauthenticate', resolution_link: {url: 'https://secret.example.com', required_parameters: ['token']}};
    expect(heatPump('G2', {action_needed: true, actions: [action]}).reconnect).to.deep.equal({});
    for (const url of ['javascript:alert(1)', 'http://login.example.com', 'https://user:word@login.example.com', 'nonsense']) {
      expect(heatPump('G1', {...out, authorization_url: url}).reconnect, url).to.deep.equal({});
    }
  },
  '11: without actions a flag says that something waits, not what': () => {
    const waiting = (fields: Overrides) => {
      const {hasMessage, reconnect} = heatPump('G2', fields);
      return [hasMessage, reconnect];
    };
    expect(waiting({action_needed: true, actions: undefined})).to.deep.equal([true, undefined]);
    expect(waiting({action_needed: true, actions: [{code: 'other'}]})).to.deep.equal([true, undefined]);
    expect(waiting({action_needed: true, actions: [{code: 7}]})).to.deep.equal([true, undefined]);
    expect(waiting({action_needed: false, actions: []})).to.deep.equal([false, undefined]);
  },
  '12 and 13: boost and pause are not shown: unknown words change nothing': () => {
    expect(vehicle('G2', {boost_state: 'whatever', boost_for_next_session: true})).to.deep.equal(vehicle('G2'));
    expect(vehicle('G1', {pause_power_active: true, pause_power_until_utc: STAMP})).to.deep.equal(vehicle('G1'));
  },
  '14: the vehicle\'s limit was renamed': () => {
    expect(vehicle('G1', {charge_limit_max: 90}).limitPercent).to.equal(90);
    expect(vehicle('G2', {charge_target_max: 85, minimum_charge_limit: 60})).to.include({limitPercent: 85, targetPercent: 60});
  },
  '15: a battery has two flags, and numbers come with and without decimals': () => {
    expect(inverter('G2', {is_battery_connected: false}).battery).to.equal(undefined);
    expect(inverter('G1', {battery_connected: false}).battery).to.equal(undefined);
    expect(inverter('G1', {battery_connected: true, battery_charge_level_percent: 0}).battery?.levelPercent).to.equal(0);
    expect([heatPump('G2', {current_power_consumption_w: 12.5}).powerW, heatPump('G1', {current_power_consumption_w: '12.5'}).powerW]).to.deep.equal([12.5, 12.5]);
  },
  '16: addresses and tariffs are not read at all': () => {
    const more = {owner: {email: 'a@b.example', country_iso2: 'DEU', zip_code: 6370}, energy_price: 1};
    expect(heatPump('G1', more)).to.deep.equal(heatPump('G1'));
    expect(JSON.stringify(heatPump('G1', more))).not.to.contain('a@b.example');
  },
  '17: a state is old after an hour of its own age, whenever it was read': () => {
    const device = heatPump('G1', {current_state_last_updated_at: new Date(NOW - 3_601_000).toISOString()});
    expect([isOld(device, NOW, 3600), isOld(device, NOW - 2000, 3600)]).to.deep.equal([true, false]);
  },
  '18: a parked vehicle has nothing new to say, so its state does not grow old': () => {
    const old = {current_state_last_updated_at: '2026-04-01T00:00:00Z', is_charging: false};
    expect(isOld(vehicle('G2', {...old, is_plugged_in: false}), NOW, 3600)).to.equal(false);
    expect(isOld(vehicle('G2', {...old, is_plugged_in: true}), NOW, 3600)).to.equal(true);
    expect(isOld(vehicle('G2', {...old, is_plugged_in: false, is_authenticated: false}), NOW, 3600)).to.equal(true);
  },
};

describe('a conflict between the generations of the API', () => {
  for (const [conflict, settle] of Object.entries(CONFLICTS)) it(conflict, settle);
});
