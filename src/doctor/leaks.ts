import {savingsSchema} from '../api/savings-schema.js';
import {deviceSchemas} from '../api/schemas.js';
import {seriesSchema} from '../api/series-schema.js';
import type {DeviceKind} from '../domain/device.js';
import type {Part} from './reads.js';
import {unnamedFields} from './unnamed-fields.js';

const ENVELOPE = ['results', 'items', 'data', 'next', 'previous', 'total', 'count'];

/** Names of what an answer carries beyond the widgets' schemas. */
export function leakedFields(kind: DeviceKind, part: Part, json: unknown): string[] {
  if (part === 'savings') return unnamedFields(savingsSchema, json);
  if (part === 'data') return unnamedFields(seriesSchema, json);
  if (part === 'detail') return unnamedFields(deviceSchemas()[kind], json);
  if (Array.isArray(json)) return inDevices(kind, json);
  if (typeof json !== 'object' || json === null) return [];
  const around = Object.keys(json).filter(name => !ENVELOPE.includes(name));
  const devices = Object.values(json).filter(value => Array.isArray(value)).flat();
  return [...(around.length ? [`${around.length} unknown fields around the devices`] : []), ...inDevices(kind, devices)];
}

const inDevices = (kind: DeviceKind, devices: readonly unknown[]): string[] =>
  [...new Set(devices.flatMap(device => unnamedFields(deviceSchemas()[kind], device)))];

export const FIELD_ADVICE = 'Answer with an allow-list of the fields that the widgets read (docs/doctor.md), never with the API\'s object.';
