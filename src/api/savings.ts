/** An answer of `savings` → buckets of kWh, and of money where the API says which. */
import type {DeviceKind} from '../domain/device.js';
import type {EnergyBucket, SavingsBucket} from '../domain/energy-series.js';
import type {SavingsPayload} from './savings-schema.js';
import type {Unverified, Warn} from './sent.js';
import {energyOf, GAP, instantOf, isRefused, numberOf, wordOf} from './sent.js';

type Sent = NonNullable<Unverified<SavingsPayload>>;
type SentBucket = NonNullable<Sent['data']>[number];

export interface Savings {
  readonly buckets: readonly EnergyBucket[];
  /** Absent where the API does not name a currency: then nobody knows what its figures are. */
  readonly saved?: {readonly currency: string; readonly buckets: readonly SavingsBucket[]};
}

export type ReadSavings = {readonly is: 'read'} & Savings | {readonly is: 'refused' | 'malformed'};

/** Buckets in their order; of two that begin at once the first counts. `warn` is told what had to be put up with. */
export function readSavings(json: unknown, kind: DeviceKind, warn: Warn): ReadSavings {
  const sent = (typeof json === 'object' ? json : null) as Sent | null;
  if (isRefused(sent)) return {is: 'refused'};
  if (!Array.isArray(sent?.data)) return {is: 'malformed'};
  const {consumption, savings} = sent.metadata?.units ?? {};
  const [unit, currency] = [wordOf(consumption ?? 'Wh').toLowerCase(), wordOf(savings)];
  const items = itemsOf(sent.data as readonly SentBucket[], warn);
  return {
    is: 'read',
    buckets: items.map(({span, item}) => Object.freeze({...span, ...figureOf(item, kind, unit, warn)})),
    ...(isCurrency(currency) ? {saved: {currency, buckets: items.map(({span, item}) => Object.freeze({...span, ...savedOf(item, warn)}))}} : {}),
  };
}

/** ISO 4217, as far as the browser knows it: three capitals may be anything. */
const isCurrency = (code: string): boolean =>
  /^[A-Z]{3}$/.test(code) && ((Intl as {supportedValuesOf?: typeof Intl.supportedValuesOf}).supportedValuesOf?.('currency').includes(code) ?? true);

interface Item {
  readonly span: Pick<EnergyBucket, 'from' | 'to'>;
  readonly item: SentBucket;
}

function itemsOf(sent: readonly SentBucket[], warn: Warn): readonly Item[] {
  const items = new Map<number, Item>();
  for (const item of sent) {
    const span = spanOf(item);
    if (!span) warn('a period cannot be read, its figures belong nowhere.');
    else if (!items.has(span.from.getTime())) items.set(span.from.getTime(), {span, item});
  }
  return [...items.values()].sort((a, b) => a.span.from.getTime() - b.span.from.getTime());
}

function spanOf(item: SentBucket): Item['span'] | undefined {
  const [from, to] = [item?.period?.start_period, item?.period?.end_period].map(instantOf);
  return from && to && from < to ? {from, to} : undefined;
}

/** How many of a unit are a kWh. A map, since any word may come. */
const PER_KWH: ReadonlyMap<string, number> = new Map([['wh', 1000], ['kwh', 1]]);

/** The kind's own block, in Wh; where it is absent the total, which for an inverter is not what it produced (contract 4). */
function figureOf(item: SentBucket, kind: DeviceKind, unit: string, warn: Warn) {
  if (kind === 'inverter') {
    const [kWh, exportKwh] = [item?.inverter?.solar_production_wh, item?.inverter?.grid_export_wh].map(sent => energyOf(sent, 1000, warn));
    return kWh === undefined ? GAP : {kWh, ...(exportKwh === undefined ? {} : {exportKwh})};
  }
  const block = kind === 'heat-pump' ? item?.heat_pump : item?.electric_vehicle;
  const kWh = block ? energyOf(block.estimated_consumption_wh, 1000, warn) : energyOf(item?.consumption?.total, PER_KWH.get(unit), warn);
  return kWh === undefined ? GAP : {kWh};
}

function savedOf(item: SentBucket, warn: Warn) {
  const amount = numberOf(item?.savings?.total, warn);
  return amount === undefined ? GAP : {amount};
}
