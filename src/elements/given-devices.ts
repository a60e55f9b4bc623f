import type {Device} from '../domain/device.js';
import {DEVICE_KINDS, deviceKey} from '../domain/device.js';
import {PoderoError} from '../domain/errors.js';
import type {Scope} from './device-source.js';

/** Devices that the page hands in, the first of two with one id, or what is wrong with them. */
export function givenDevices(tag: string, property: 'device' | 'devices', devices: readonly Device[]): Scope {
  if (Array.isArray(devices) && devices.every(isDevice)) {
    const seen = new Set<string>();
    return {is: 'given', devices: devices.filter(device => !seen.has(deviceKey(device)) && seen.add(deviceKey(device)))};
  }
  return {is: 'unusable', error: new PoderoError('config', `<${tag}> ${property} cannot be used: give what parseDevice returns.`)};
}

/** Whatever a page hands in: what every device has, so that nothing throws when it is drawn. */
const isDevice = (device: Partial<Device> | null | undefined): boolean => DEVICE_KINDS.includes(device?.kind as Device['kind'])
  && typeof device?.id === 'string' && !!device.connection && !!device.optimisation && Array.isArray(device.unreadable);
