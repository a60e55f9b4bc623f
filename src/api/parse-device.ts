import type {Device, DeviceKind} from '../domain/device.js';
import {DEVICE_KINDS} from '../domain/device.js';
import type {BatterySign} from './inverter-balance.js';
import {normalise} from './normalise.js';
import {readPayload} from './read.js';

/**
 * One device of the API's JSON as the widgets understand it, for `list.devices` and `card.device`. Whatever does not fit its
 * field is missing; `undefined` for something that is no device with an id, or of no known kind. Never throws.
 *
 * @param batterySign what a positive battery power means, where the payload leaves it open; default `auto`
 */
export function parseDevice(kind: DeviceKind, json: unknown, {batterySign = 'auto'}: {readonly batterySign?: BatterySign} = {}): Device | undefined {
  const read = DEVICE_KINDS.includes(kind) ? readPayload(kind, json) : undefined;
  // A server has no page, whose own links could be followed.
  const origin = typeof location === 'undefined' ? {} : {pageOrigin: location.origin};
  return read && normalise(read, {batterySign, now: Date.now(), ...origin});
}
