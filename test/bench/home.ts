/**
 * The one generator of what all contestants are given: a home of any number of devices, in every state that a list shows, as a
 * proxy of ours would answer. Nothing in it is random, so that every contestant and every run gets the same bytes.
 */
import {allowFields} from '../../src/proxy/allow-fields.js';
import {deviceSchemas} from '../../src/api/schemas.js';
import type {Collection} from '../../src/api/routes.js';
import {COLLECTION_OF} from '../../src/api/routes.js';
import type {DeviceKind} from '../../src/domain/device.js';
import {DEVICE_KINDS} from '../../src/domain/device.js';
import type {Overrides, Payload} from '../fixtures/payloads.js';
import {FIXED_INSTANT, payload} from '../fixtures/payloads.js';

/** What every page's clock says when it is opened. */
export const START = FIXED_INSTANT;

/** States are hours old, so that no age changes its words while polls are measured; so much is old. */
export const STALE_AFTER_S = 86_400;

export type Home = Readonly<Record<Collection, readonly Payload[]>>;

const MINUTE_MS = 60_000;
const NORMAL_AGE_MS = 190 * MINUTE_MS;
const OLD_AGE_MS = 75 * 60 * MINUTE_MS;

/** A whole number from 0 to `below` − 1 that looks arbitrary and is the same every time. */
const spread = (index: number, round: number, salt: number, below: number): number => (index * 7919 + round * 104_729 + salt * 1_299_709) % below;

const stamp = (ageMs: number): string => new Date(START.getTime() - ageMs).toISOString();

/** Every tenth device each: what may be wrong with one. */
const TROUBLES: Readonly<Record<number, (generation: 'G1' | 'G2', round: number) => Overrides>> = {
  3: generation => ({
    is_authenticated: false,
    ...generation === 'G1' ? {authorization_url: 'https://cloud.example/authorize?state=1'} : {action_needed: true, actions: [{code: 'reauthenticate'}]},
  }),
  5: (_, round) => stamps(OLD_AGE_MS - round * 1000),
  6: generation => generation === 'G1' ? {} : {action_needed: true, actions: [{code: 'check_settings'}]},
  8: () => ({outdoor_temperature: null, driving_range: null, household_consumption_w: null}),
  9: () => ({is_smart_optimization_active: false}),
};

const stamps = (ageMs: number): Overrides => ({current_state_last_updated_at: stamp(ageMs)});

/** What its readings are in a round: each of them another in the next. */
const READINGS: Readonly<Record<DeviceKind, (of: (salt: number, below: number) => number, generation: 'G1' | 'G2') => Overrides>> = {
  'heat-pump': (of, generation) => ({
    current_power_consumption_w: 300 + of(1, 2500),
    indoor_actual_temperature: (180 + of(2, 60)) / 10,
    outdoor_temperature: (of(3, 250) - 80) / 10,
    dhw_temperature: (420 + of(4, 130)) / 10,
    ...generation === 'G1'
      ? {consumption_last_day_kwh: (50 + of(5, 300)) / 10, consumption_last_week_kwh: 60 + of(6, 300), consumption_last_month_kwh: 300 + of(7, 1500)}
      : {inlet_temperature: (250 + of(5, 50)) / 10, outlet_temperature: (320 + of(6, 80)) / 10, indoor_target_temperature: (200 + of(7, 30)) / 10},
  }),
  'electric-vehicle': (of, generation) => ({
    is_plugged_in: of(0, 4) > 0,
    is_charging: of(0, 4) > 1,
    charge_rate_w: of(0, 4) > 1 ? 3000 + of(1, 8000) : 0,
    battery_level: of(2, 80) + 5,
    driving_range: 60 + of(3, 400),
    ...generation === 'G2' ? {minimum_charge_limit: 60 + of(4, 20)} : {
      charge_time_remaining: of(0, 4) > 1 ? 600 + of(4, 20_000) : 0,
      consumption_last_day_kwh: (20 + of(5, 300)) / 10, consumption_last_week_kwh: 30 + of(6, 200), consumption_last_month_kwh: 120 + of(7, 900),
    },
  }),
  'inverter': (of, generation) => {
    const [solar, home, battery] = [of(1, 9000), 300 + of(2, 3000), of(3, 4000) - 2000];
    return {
      current_solar_production_w: solar,
      household_consumption_w: home,
      solar_surplus_w: Math.max(0, solar - home),
      battery_charge_level_percent: 5 + of(4, 90),
      battery_charge_discharge_power_w: battery,
      ...generation === 'G1'
        ? {production_last_day_kwh: (80 + of(5, 400)) / 10, production_last_week_kwh: 60 + of(6, 350), production_last_month_kwh: 300 + of(7, 1200)}
        : {current_power_to_grid_w: solar + battery - home},
    };
  },
};

function device(index: number, round: number): readonly [Collection, Payload] {
  const kind = DEVICE_KINDS[index % DEVICE_KINDS.length]!;
  const generation = Math.floor(index / DEVICE_KINDS.length) % 2 ? 'G2' : 'G1';
  const whole = payload(kind, generation);
  const {manufacturer, model} = whole['device_model'] as Readonly<Record<string, string>>;
  const sent = {
    ...whole,
    ...stamps(NORMAL_AGE_MS - round * 1000),
    ...READINGS[kind]((salt, below) => spread(index, round, salt, below), generation),
    ...TROUBLES[index % 10]?.(generation, round),
    id: `device-${index}`,
    device_model: {manufacturer, model: `${model} ${index + 1}`},
  };
  return [COLLECTION_OF[kind], allowFields(deviceSchemas()[kind])(sent) as Payload];
}

const inCollections = (devices: readonly (readonly [Collection, Payload])[]): Home => {
  const home: Record<Collection, Payload[]> = {'heat-pumps': [], 'electric-vehicles': [], inverters: []};
  for (const [collection, sent] of devices) home[collection].push(sent);
  return home;
};

/** So many devices; in another round all their states and readings are others. */
export const homeOf = (count: number, round = 0): Home => inCollections(Array.from({length: count}, (_, index) => device(index, round)));

/** The same home, with another indoor temperature in its first heat pump: in no two rounds that follow the same. */
export function withOneChange(home: Home, round: number): Home {
  const [first, ...others] = home['heat-pumps'];
  return {...home, 'heat-pumps': [{...first!, indoor_actual_temperature: (180 + round % 60) / 10}, ...others]};
}
