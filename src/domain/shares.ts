import type {Period, PeriodName, Span} from './calendar.js';
import {isDayStart} from './calendar.js';
import type {Device} from './device.js';
import type {Bucket, Flow, Series} from './energy-series.js';
import {amountOf} from './energy-series.js';

/** What one or several devices consumed, produced or saved in a slot of a period: kWh, or money. */
export type Figure =
  | {readonly is: 'known'; readonly amount: number; readonly exportKwh?: number; /** Some of the devices gave none. */ readonly isPartial: boolean}
  | {readonly is: 'gap'}
  /** Not over yet, and nothing of it known so far: nothing is missing. */
  | {readonly is: 'ahead'};

/** One bar a slot: of one device, or of all that are too small to stand alone. */
export interface Share {
  readonly flow: Flow;
  readonly devices: readonly Device[];
  /** One for each slot of the period. */
  readonly figures: readonly Figure[];
}

/** A sum over slots, and what it is made of. */
export interface Total {
  readonly amount: number;
  readonly exportKwh: number | undefined;
  /** Slots with every figure. */
  readonly complete: number;
  /** Slots that should have them: those that are over, and the running one once it has any. */
  readonly of: number;
}

/** More than this many do not fit into one picture: the smallest become "others" (contract 4). */
const LARGEST = 5;

const HOUR_MS = 3_600_000;
/** The longest hour, day (in Troll) and month: what is longer belongs to no slot. */
const LONGEST_MS: Readonly<Record<PeriodName, number>> = {day: HOUR_MS, week: 26 * HOUR_MS, month: 26 * HOUR_MS, year: (31 * 24 + 2) * HOUR_MS};
/** An hour that is just over may still be on its way to the API: for so long it is not missing. */
const LATE_MS: Readonly<Record<PeriodName, number>> = {day: HOUR_MS, week: 0, month: 0, year: 0};

/** Each device's own, in the order given. */
export const sharesOf = (series: readonly Series[], period: Period, now: Date): readonly Share[] =>
  series.map(({device, flow, buckets}) => ({flow, devices: [device], figures: figuresOf(buckets, period, now)}));

/** As they stand in a picture: largest first, production last and as one; what is too small to stand alone together. */
export function arranged(shares: readonly Share[]): readonly Share[] {
  const stacked = shares.filter(({flow}) => flow !== 'production').sort((a, b) => amountIn(b) - amountIn(a));
  const producers = shares.filter(({flow}) => flow === 'production');
  const isCrowded = stacked.length > LARGEST + 1;
  return [
    ...(isCrowded ? [...stacked.slice(0, LARGEST), joined(stacked.slice(LARGEST))] : stacked),
    ...(producers.length > 1 ? [joined(producers)] : producers),
  ];
}

/** Several shares as one: their sums, slot by slot. */
export function joined(shares: readonly Share[]): Share {
  return {
    flow: shares[0]?.flow ?? 'consumption',
    devices: shares.flatMap(({devices}) => devices),
    figures: shares[0]?.figures.map((_, index) => sumOf(shares.flatMap(({figures}) => figures[index] ?? []))) ?? [],
  };
}

/** `undefined` where no slot has a figure. */
export function totalOf({figures}: Pick<Share, 'figures'>): Total | undefined {
  const known = figures.filter(figure => figure.is === 'known');
  if (!known.length) return undefined;
  const exported = known.flatMap(({exportKwh}) => exportKwh ?? []);
  return {
    amount: add(known.map(({amount}) => amount)),
    exportKwh: exported.length ? add(exported) : undefined,
    complete: known.filter(({isPartial}) => !isPartial).length,
    of: figures.filter(({is}) => is !== 'ahead').length,
  };
}

/** Is nothing known of it at all? Such a device would make every slot of all devices look incomplete. */
export const isSilent = ({figures}: Share): boolean => !figures.some(({is}) => is === 'known');

/** Where the buckets are other days or months than those of the home: when the first of those begins. */
export const foreignStart = (series: readonly Pick<Series, 'buckets'>[], zone: string | undefined): Date | undefined =>
  series.flatMap<Span>(({buckets}) => buckets).find(({from}) => !isDayStart(from, zone))?.from;

type Middled = readonly {readonly middle: number; readonly bucket: Bucket}[];

const kept = new WeakMap<readonly Bucket[], {readonly period: Period; readonly now: number; readonly figures: readonly Figure[]}>();

/** Of a household each device's come on their own: those of the others are as they were. */
function figuresOf(buckets: readonly Bucket[], period: Period, now: Date): readonly Figure[] {
  const before = kept.get(buckets);
  if (before && before.period === period && before.now === now.getTime()) return before.figures;
  const {name, slots} = period;
  const usable = buckets.filter(({from, to}) => from < now && to.getTime() - from.getTime() <= LONGEST_MS[name])
    .map(bucket => ({middle: (bucket.from.getTime() + bucket.to.getTime()) / 2, bucket}));
  const figures = slots.map(slot => figureOf(usable, slot, now, LATE_MS[name]));
  kept.set(buckets, {period, now: now.getTime(), figures});
  return figures;
}

/** A bucket belongs to the slot that holds its middle (contract 4). One that has not begun says nothing, whatever it says. */
function figureOf(buckets: Middled, {from, to}: Span, now: Date, lateMs: number): Figure {
  const [first, end] = [from.getTime(), to.getTime()];
  const own = buckets.filter(({middle}) => middle >= first && middle < end);
  const known = own.flatMap(({bucket}) => {
    const amount = amountOf(bucket);
    return amount === undefined ? [] : [{amount, bucket}];
  });
  if (!known.length || known.length < own.length) return {is: end + lateMs > now.getTime() ? 'ahead' : 'gap'};
  return sumOf(known.map(({amount, bucket}): Figure => ({is: 'known', isPartial: false, amount, ...exportOf(bucket)})));
}

const exportOf = (bucket: Bucket) => 'exportKwh' in bucket && bucket.exportKwh !== undefined ? {exportKwh: bucket.exportKwh} : {};

/** A slot that lacks the figure of one of several devices is known in part; one that lacks all is as its devices say. */
function sumOf(figures: readonly Figure[]): Figure {
  const known = figures.filter(figure => figure.is === 'known');
  if (!known.length) return {is: figures.some(({is}) => is === 'gap') ? 'gap' : 'ahead'};
  const exported = known.flatMap(({exportKwh}) => exportKwh ?? []);
  return {
    is: 'known',
    amount: add(known.map(({amount}) => amount)),
    ...(exported.length ? {exportKwh: add(exported)} : {}),
    isPartial: figures.some(({is}) => is === 'gap') || known.some(({isPartial}) => isPartial),
  };
}

const amountIn = (share: Share): number => totalOf(share)?.amount ?? 0;

const add = (amounts: readonly number[]): number => amounts.reduce((sum, amount) => sum + amount, 0);
