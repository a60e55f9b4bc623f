import type {ElectricVehiclePayload, HeatPumpPayload, InverterPayload} from './schemas.js';
import {deviceSchemas} from './schemas.js';
import type {DeviceKind} from '../domain/device.js';

export type Payload =
  | {readonly kind: 'heat-pump'; readonly sent: HeatPumpPayload}
  | {readonly kind: 'electric-vehicle'; readonly sent: ElectricVehiclePayload}
  | {readonly kind: 'inverter'; readonly sent: InverterPayload};

export type ReadPayload = Payload & {
  /** Names of all fields that came: some say by their presence alone which generation of the API speaks. */
  readonly fields: ReadonlySet<string>;
  /** Top-level fields that were dropped because they could not be read. */
  readonly unreadable: readonly string[];
  /** Number fields that came as decimal text and were understood. */
  readonly textNumbers: readonly string[];
};

type Path = readonly PropertyKey[];

/**
 * One device's JSON, verified. Whatever does not fit its field is dropped on its own, so that one bad value costs one
 * reading. `undefined` when there is no usable id: such a device cannot be told from another.
 */
export function readPayload(kind: DeviceKind, json: unknown): ReadPayload | undefined {
  const schema = deviceSchemas()[kind];
  const first = schema.safeParse(json);
  if (first.success) return asRead(kind, first.data, json, []);
  const paths = first.error.issues.map(issue => issue.path as Path);
  if (paths.some(([field]) => field === undefined || field === 'id')) return undefined;
  const second = schema.safeParse(dropAll(json, paths));
  return second.success ? asRead(kind, second.data, json, [...new Set(paths.map(([field]) => String(field)))]) : undefined;
}

function asRead(kind: DeviceKind, sent: object, json: unknown, unreadable: readonly string[]): ReadPayload {
  const raw = json as Record<string, unknown>;
  const textNumbers = Object.entries(sent)
    .filter(([field, value]) => typeof value === 'number' && typeof raw[field] === 'string')
    .map(([field]) => field);
  return {kind, sent, fields: new Set(Object.keys(raw)), unreadable, textNumbers} as ReadPayload;
}

/** Longest paths first: dropping the third element of an array before the first keeps the indices true. */
const dropAll = (json: unknown, paths: readonly Path[]): unknown =>
  [...paths].sort((a, b) => b.length - a.length || Number(b.at(-1)) - Number(a.at(-1))).reduce(dropAt, json);

function dropAt(value: unknown, [step, ...rest]: Path): unknown {
  if (typeof value !== 'object' || value === null || step === undefined) return value;
  if (Array.isArray(value)) {
    const items = value as unknown[];
    return rest.length
      ? items.map((item, index) => (index === step ? dropAt(item, rest) : item))
      : items.filter((_, index) => index !== step);
  }
  const {[step]: child, ...others} = value as Record<PropertyKey, unknown>;
  return rest.length ? {...others, [step]: dropAt(child, rest)} : others;
}
