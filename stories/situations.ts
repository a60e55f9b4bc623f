import type {DeviceKind} from '../src/domain/device.js';
import type {Overrides} from '../test/fixtures/payloads.js';

/** What can be the case with a device: each kind has a story of each. */
export const CARD_SITUATIONS = [
  'fine', 'working', 'not optimising', 'disconnected', 'reconnect by link', 'reconnect by button', 'message', 'old', 'never updated',
  'sensor missing', 'unknown mode', 'long names',
] as const;

export type CardSituation = typeof CARD_SITUATIONS[number];

export interface Described {
  readonly generation: 'G1' | 'G2';
  /** What the API sends in place of its usual fields. */
  readonly fields: Overrides;
  /** What the card has to say then, in English. */
  readonly says: string;
}

const g1 = (says: string, fields: Overrides = {}): Described => ({generation: 'G1', fields, says});
const g2 = (says: string, fields: Overrides = {}): Described => ({generation: 'G2', fields, says});

const ago = (hours: number) => new Date(Date.now() - hours * 3_600_000).toISOString();
const LONG_NAME = {manufacturer: 'Panasonic', model: 'Aquarea T-CAP M-Series All-in-One Compact WH-ADC0916M9E8AN2 with 185 l tank'};
const DISCONNECTED = {is_authenticated: false, current_state_last_updated_at: ago(3), charge_state_last_updated: ago(3)};
const MESSAGE = {action_needed: true, actions: [{code: 'new_tariff'}]};

/** The car at the plug, by day and by night. */
const WAITING = {
  is_plugged_in: true, is_charging: false, is_fully_charged: false, charge_rate_w: 0, charge_time_remaining: 0, battery_level: 41, driving_range: 190,
};

/** A house at noon: the roof feeds the home, its battery and the grid. */
const NOON = {
  current_solar_production_w: 6250, household_consumption_w: 950, solar_surplus_w: 5300, battery_charge_level_percent: 85,
  battery_charge_discharge_power_w: 755,
};

/** And in the evening, as the newer API signs it: the battery gives, the grid helps. */
const EVENING = {
  current_solar_production_w: 320, household_consumption_w: 1850, solar_surplus_w: -1530, battery_charge_level_percent: 44,
  battery_charge_discharge_power_w: 900, current_power_to_grid_w: -630,
};

export const CARDS: Readonly<Record<DeviceKind, Readonly<Record<CardSituation, Described>>>> = {
  'heat-pump': {
    'fine': g1('Ready, with nothing to do', {operational_mode: 'Standby', current_power_consumption_w: 14}),
    'working': g2('Using 2.5 kW', {current_power_consumption_w: 2480, current_mode: 'low', outlet_temperature: 42.1, inlet_temperature: 35.4}),
    'not optimising': g1('Not optimising', {is_smart_optimization_active: false}),
    'disconnected': g2('Contact', DISCONNECTED),
    'reconnect by link': g1('Reconnect', {is_authenticated: false, authorization_url: 'https://login.example.com/'}),
    'reconnect by button': g1('Reconnect', {is_authenticated: false}),
    'message': g2('Message waiting', MESSAGE),
    'old': g1('No recent update', {current_state_last_updated_at: ago(20)}),
    'never updated': g1('Update time not known', {current_state_last_updated_at: '0001-01-01T00:00:00Z'}),
    'sensor missing': g1('Outdoor –', {indoor_actual_temperature: null, outdoor_temperature: null, dhw_temperature: null}),
    'unknown mode': g1('Legionella protection', {operational_mode: 'Legionella protection'}),
    'long names': g1('Aquarea', {device_model: LONG_NAME}),
  },
  'electric-vehicle': {
    'fine': g2('Waiting for the best hours', WAITING),
    'working': g1('Charging', {...WAITING, is_charging: true, charge_rate_w: 11_100, charge_time_remaining: 6250, battery_level: 62, driving_range: 290}),
    'not optimising': g2('Not optimising', {...WAITING, is_smart_optimization_active: false, is_charge_policy_enabled: false}),
    'disconnected': g2('Contact', {...WAITING, ...DISCONNECTED}),
    'reconnect by link': g1('Reconnect', {...WAITING, is_authenticated: false, authorization_url: 'https://login.example.com/'}),
    'reconnect by button': g1('Reconnect', {...WAITING, is_authenticated: false}),
    'message': g2('Message waiting', {...WAITING, ...MESSAGE, is_plugged_in: false}),
    'old': g1('No recent update', {...WAITING, charge_state_last_updated_at: ago(20)}),
    'never updated': g2('Update time not known', {...WAITING, current_state_last_updated_at: null}),
    'sensor missing': g1('Charge level –', {...WAITING, battery_level: null, driving_range: null}),
    'unknown mode': g2('Not known', {...WAITING, is_plugged_in: null}),
    'long names': g1('Aquarea', {...WAITING, device_model: LONG_NAME}),
  },
  'inverter': {
    'fine': g1('Feeding the grid', NOON),
    'working': g2('Drawing from grid', EVENING),
    'not optimising': g1('Not optimising', {...NOON, is_smart_optimization_active: false}),
    'disconnected': g2('Contact', {...EVENING, ...DISCONNECTED}),
    'reconnect by link': g1('Reconnect', {...NOON, is_authenticated: false, authorization_url: 'https://login.example.com/'}),
    'reconnect by button': g1('Reconnect', {...NOON, is_authenticated: false}),
    'message': g2('Message waiting', {...EVENING, ...MESSAGE}),
    'old': g1('No recent update', {...NOON, charge_state_last_updated: ago(20)}),
    'never updated': g2('Update time not known', {...EVENING, current_state_last_updated_at: null}),
    'sensor missing': g1('Home –', {...NOON, household_consumption_w: null, solar_surplus_w: null, battery_charge_level_percent: null}),
    // Both generations' fields, and no sign under which they add up: the power is there, its direction is not.
    'unknown mode': g2('Battery 900 W', {...EVENING, battery_connected: true, current_power_to_grid_w: 4000}),
    'long names': g1('Aquarea', {...NOON, device_model: LONG_NAME}),
  },
};
