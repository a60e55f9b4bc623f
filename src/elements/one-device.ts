import type {Device, DeviceKind} from '../domain/device.js';
import {DEVICE_KINDS} from '../domain/device.js';
import {PoderoError} from '../domain/errors.js';
import type {Scope} from './device-source.js';

/** Devices that the page hands in, or what is wrong with them. */
export function givenDevices(tag: string, property: 'device' | 'devices', devices: readonly Device[]): Scope {
  return Array.isArray(devices) && devices.every(isDevice)
    ? {is: 'given', devices}
    : {is: 'unusable', error: new PoderoError('config', `<${tag}> ${property} cannot be used: give what parseDevice returns, or what the events carry.`)};
}

const isDevice = (device: Device | null | undefined): boolean => DEVICE_KINDS.includes(device?.kind as DeviceKind) && typeof device?.id === 'string';

/** The one device an element is told to show by `device-type` and `device-id`, or what is wrong with them. */
export function oneDevice(tag: string, type: string | null | undefined, id: string | null | undefined): Scope {
  const kind = DEVICE_KINDS.find((candidate): candidate is DeviceKind => candidate === type);
  if (kind && id) return {is: 'one', kind, id};
  const fault = kind
    ? 'device-id is missing: set it to the id of the device.'
    : `device-type${type ? `="${type}" cannot be used` : ' is missing'}: give one of ${DEVICE_KINDS.join(', ')}.`;
  return {is: 'unusable', error: new PoderoError('config', `<${tag}> ${fault}`)};
}
