import type {DeviceKind} from '../domain/device.js';
import {DEVICE_KINDS} from '../domain/device.js';
import {PoderoError} from '../domain/errors.js';
import type {Scope} from './device-source.js';

/** The one device an element is told to show by `device-type` and `device-id`, or what is wrong with them. */
export function oneDevice(tag: string, type: string | null | undefined, id: string | null | undefined): Scope {
  const kind = DEVICE_KINDS.find((candidate): candidate is DeviceKind => candidate === type);
  if (kind && id) return {is: 'one', kind, id};
  const fault = kind
    ? 'device-id is missing: give the id of the device.'
    : `device-type${type ? `="${type}" cannot be used` : ' is missing'}: give one of ${DEVICE_KINDS.join(', ')}.`;
  return {is: 'unusable', error: new PoderoError('config', `<${tag}> ${fault}`)};
}
