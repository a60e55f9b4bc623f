/** All the situations in which a good device can be: what their pictures are made of is all that any picture may be made of. */
import {html, render} from 'lit';
import {parseDevice} from '../../src/api/parse-device.js';
import type {Device, DeviceKind} from '../../src/domain/device.js';
import {DEVICE_KINDS} from '../../src/domain/device.js';
import {renderCard} from '../../src/view/card-view.js';
import type {Overrides} from '../fixtures/payloads.js';
import {payload} from '../fixtures/payloads.js';
import {speech, view} from '../view/devices.js';
import {looksOf} from './invariants.js';

const NOW = Date.now();
const stamp = (minutes: number) => ({current_state_last_updated_at: new Date(NOW - minutes * 60_000).toISOString()});

const SITUATIONS: readonly Overrides[] = [
  stamp(1), stamp(500), {...stamp(1), is_authenticated: false, authorization_url: 'https://login.example/'}, {is_authenticated: false},
  {...stamp(1), is_authenticated: null}, {...stamp(1), actions: [{code: 'other'}]}, {...stamp(500), authorization_url: 'https://login.example/'},
  {is_smart_optimization_active: false}, {device_model: null}, {operational_mode: 'Defrost', current_mode: 'turbo'}, {consumption_last_day_kwh: null},
  {is_plugged_in: false, is_charging: false}, {is_plugged_in: true, is_charging: true, charge_time_remaining: 60},
  {battery_level: 0}, {battery_level: 100}, {battery_level: null, minimum_charge_limit: 50}, {charge_limit_max: null},
  {battery_connected: false, is_battery_connected: false}, {battery_charge_discharge_power_w: 3000}, {battery_charge_discharge_power_w: -3000},
  {battery_charge_discharge_power_w: 0}, {current_power_to_grid_w: -9000, current_solar_production_w: 0}, {current_power_to_grid_w: 0},
  {current_solar_production_w: 20_000, household_consumption_w: 100},
];

/** Good devices of a kind, each with an id of its own, of both generations and of none. */
const goodPayloads = (kind: DeviceKind): readonly Overrides[] => [
  {id: 'nothing-else'},
  ...(['G1', 'G2'] as const).flatMap(generation => SITUATIONS.map((fields, index) => payload(kind, generation, {...fields, id: `${generation}-${index}`}))),
];

/** Draws a device by the templates alone, without an element around it. */
export function draw(device: Device, into: HTMLElement): void {
  const model = {...view, now: Date.now(), onRetry: () => {}, onSelect: undefined};
  render(html`${renderCard({is: 'ready', devices: [device], isRefreshing: false, problems: [], good: 1, isServedStale: false, dropped: []}, speech, model)}`, into);
}

/** What pictures of good devices are made of. */
export function goodLooks(): ReadonlySet<string> {
  const place = document.createElement('div');
  return new Set(DEVICE_KINDS.flatMap(kind => goodPayloads(kind).flatMap(json => {
    draw(parseDevice(kind, json)!, place);
    return [...looksOf(place)];
  })));
}
