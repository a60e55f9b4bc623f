/**
 * An answer of `savings` → buckets of kWh. Comes with the chart's chunk, which shares no code with the entry: so it is read by
 * hand, without zod. Whatever does not fit its field is missing, and costs one bucket.
 */
import type {DeviceKind} from '../domain/device.js';
import type {EnergyBucket} from '../domain/energy-series.js';
import type {SavingsPayload} from './savings-schema.js';

/** JSON in the form that was agreed on, as far as it keeps to it. */
type Unverified<T> = T extends readonly (infer Item)[] ? readonly Unverified<NonNullable<Item>>[] : UnverifiedFields<T>;
type UnverifiedFields<T> = T extends object ? {readonly [Name in keyof T]?: Unverified<NonNullable<T[Name]>>} | null : unknown;

type Sent = NonNullable<Unverified<SavingsPayload>>;
type SentBucket = NonNullable<Sent['data']>[number];

export type ReadSavings =
  | {readonly is: 'read'; readonly buckets: readonly EnergyBucket[]}
  /** A 200 that carries an error: the API has failed, whatever the status says. Its text is nobody's business. */
  | {readonly is: 'refused'}
  | {readonly is: 'malformed'};

/** Buckets in their order; of two that begin at once the first counts. `warn` is told what had to be put up with. */
export function readSavings(json: unknown, kind: DeviceKind, warn: (what: string) => void): ReadSavings {
  const sent = (typeof json === 'object' ? json : null) as Sent | null;
  if (sent?.metadata?.error) return {is: 'refused'};
  if (!Array.isArray(sent?.data)) return {is: 'malformed'};
  const unit = wordOf(sent.metadata?.units?.consumption ?? 'Wh').toLowerCase();
  const buckets = new Map<number, EnergyBucket>();
  for (const item of sent.data as readonly SentBucket[]) {
    const span = spanOf(item);
    if (!span) warn('a period cannot be read, its figures belong nowhere.');
    else if (!buckets.has(span.from.getTime())) buckets.set(span.from.getTime(), Object.freeze({...span, ...figureOf(item, kind, unit, warn)}));
  }
  return {is: 'read', buckets: [...buckets.values()].sort((a, b) => a.from.getTime() - b.from.getTime())};
}

const GAP = {gap: true} as const;

/** How many of a unit are a kWh. A map, since any word may come. */
const PER_KWH: ReadonlyMap<string, number> = new Map([['wh', 1000], ['kwh', 1]]);

/** The kind's own block, in Wh; where it is absent the total, which for an inverter is not what it produced (contract 4). */
function figureOf(item: SentBucket, kind: DeviceKind, unit: string, warn: (what: string) => void) {
  if (kind === 'inverter') {
    const [kWh, exportKwh] = [item?.inverter?.solar_production_wh, item?.inverter?.grid_export_wh].map(sent => energyOf(sent, 1000, warn));
    return kWh === undefined ? GAP : {kWh, ...(exportKwh === undefined ? {} : {exportKwh})};
  }
  const block = kind === 'heat-pump' ? item?.heat_pump : item?.electric_vehicle;
  const kWh = block ? energyOf(block.estimated_consumption_wh, 1000, warn) : energyOf(item?.consumption?.total, PER_KWH.get(unit), warn);
  return kWh === undefined ? GAP : {kWh};
}

/** Nothing, or as much as a home could use; `"21.50"` counts as the number it spells, no other text does (faults, values). −0 is 0. */
function energyOf(sent: unknown, perKwh: number | undefined, warn: (what: string) => void): number | undefined {
  if (sent === null || sent === undefined || !perKwh) return undefined;
  const isText = typeof sent === 'string' && /^\s*-?\d+(\.\d+)?\s*$/.test(sent);
  const amount = isText || typeof sent === 'number' ? Number(sent) : NaN;
  const isUsable = amount >= 0 && amount < 1e12;
  if (!isUsable) warn('figures that cannot be read count as missing.');
  else if (isText) warn('figures came as text instead of numbers.');
  return isUsable ? amount / perKwh || 0 : undefined;
}

function spanOf(item: SentBucket): Pick<EnergyBucket, 'from' | 'to'> | undefined {
  const [from, to] = [item?.period?.start_period, item?.period?.end_period].map(instantOf);
  return from && to && from < to ? {from, to} : undefined;
}

/** Only a text is one: an object's own `toString` would be called, and may be anything. */
const wordOf = (sent: unknown): string => typeof sent === 'string' ? sent.trim() : '';

/** ISO 8601; without a zone it is UTC, as all over the API. */
function instantOf(sent: unknown): Date | undefined {
  const [, day, time, zone = 'Z'] = /^(\d{4}-\d\d-\d\d)(?:[T ](\d\d:\d\d(?::\d\d(?:\.\d+)?)?)(Z|[+-]\d\d:?\d\d)?)?$/i.exec(wordOf(sent)) ?? [];
  const instant = new Date(`${day}T${time ?? '00:00'}${zone}`);
  return Number.isNaN(instant.getTime()) ? undefined : instant;
}
