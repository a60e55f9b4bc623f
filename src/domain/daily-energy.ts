import type {Span} from './calendar.js';
import {isDayStart} from './calendar.js';
import type {Device} from './device.js';
import type {EnergyBucket, EnergySeries} from './energy-series.js';

/** A home day of one or several devices. */
export type DayFigure =
  | {readonly is: 'known'; readonly kWh: number; readonly exportKwh?: number; /** Some of the devices gave none. */ readonly isPartial: boolean}
  | {readonly is: 'gap'}
  /** Not over yet, and nothing of it known so far: nothing is missing. */
  | {readonly is: 'ahead'};

/** One bar a day: of one device, or of all that are too small to stand alone. */
export interface DailyShare {
  readonly flow: EnergySeries['flow'];
  readonly devices: readonly Device[];
  /** One for each of the days asked for. */
  readonly days: readonly DayFigure[];
}

/** A sum over days, and what it is made of. */
export interface DailyTotal {
  readonly kWh: number;
  readonly exportKwh: number | undefined;
  /** Days with every figure. */
  readonly complete: number;
  /** Days that should have them: those that are over, and today once it has any. */
  readonly of: number;
}

/** More than this many consumers do not fit into one picture: the smallest become "others" (contract 4). */
const LARGEST = 5;
/** The longest day has 25 hours: what is longer is a week or a month, and belongs to no day. */
const LONGEST_DAY_MS = 25 * 3_600_000;

/** The devices' days, largest consumer first, production last and as one. */
export function dailyShares(series: readonly EnergySeries[], days: readonly Span[], now: Date): readonly DailyShare[] {
  const shares = series.map(({device, flow, buckets}): DailyShare => ({flow, devices: [device], days: days.map(day => dayOf(buckets, day, now))}));
  const consumers = shares.filter(({flow}) => flow === 'consumption').sort((a, b) => kWhOf(b) - kWhOf(a));
  const producers = shares.filter(({flow}) => flow === 'production');
  const isCrowded = consumers.length > LARGEST + 1;
  return [
    ...(isCrowded ? [...consumers.slice(0, LARGEST), joined(consumers.slice(LARGEST))] : consumers),
    ...(producers.length > 1 ? [joined(producers)] : producers),
  ];
}

/** Several shares as one: their sums, day by day. */
export function joined(shares: readonly DailyShare[]): DailyShare {
  return {
    flow: shares[0]?.flow ?? 'consumption',
    devices: shares.flatMap(({devices}) => devices),
    days: shares[0]?.days.map((_, index) => sumOf(shares.flatMap(({days}) => days[index] ?? []))) ?? [],
  };
}

/** `undefined` where no day has a figure. */
export function totalOfDays({days}: Pick<DailyShare, 'days'>): DailyTotal | undefined {
  const known = days.filter(day => day.is === 'known');
  if (!known.length) return undefined;
  const exported = known.flatMap(({exportKwh}) => exportKwh ?? []);
  return {
    kWh: add(known.map(({kWh}) => kWh)),
    exportKwh: exported.length ? add(exported) : undefined,
    complete: known.filter(({isPartial}) => !isPartial).length,
    of: days.filter(({is}) => is !== 'ahead').length,
  };
}

/** Gave the device any figure at all? Without one, each of its days would make those of all devices look incomplete. */
export const isSilent = ({buckets}: EnergySeries): boolean => !buckets.some(bucket => 'kWh' in bucket);

/** Where the buckets are other days than those of the home: when the first of those begins. */
export const foreignDayStart = (series: readonly EnergySeries[], zone: string | undefined): Date | undefined =>
  series.flatMap(({buckets}) => buckets).find(({from}) => !isDayStart(from, zone))?.from;

/** A bucket belongs to the home day that holds its middle (contract 4). One that has not begun says nothing, whatever it says. */
function dayOf(buckets: readonly EnergyBucket[], {from, to}: Span, now: Date): DayFigure {
  const own = buckets.filter(bucket => {
    const middle = (bucket.from.getTime() + bucket.to.getTime()) / 2;
    return bucket.from < now && bucket.to.getTime() - bucket.from.getTime() <= LONGEST_DAY_MS && middle >= from.getTime() && middle < to.getTime();
  });
  const known = own.filter(bucket => 'kWh' in bucket);
  const missing: DayFigure = {is: to > now ? 'ahead' : 'gap'};
  if (!known.length || known.length < own.length) return missing;
  return sumOf(known.map((bucket): DayFigure => ({is: 'known', isPartial: false, ...amountsOf(bucket)})));
}

const amountsOf = ({kWh, exportKwh}: Extract<EnergyBucket, {kWh: number}>) => ({kWh, ...(exportKwh === undefined ? {} : {exportKwh})});

/** A day that lacks the figure of one of several devices is known in part; one that lacks all is as its devices say. */
function sumOf(figures: readonly DayFigure[]): DayFigure {
  const known = figures.filter(figure => figure.is === 'known');
  if (!known.length) return {is: figures.some(({is}) => is === 'gap') ? 'gap' : 'ahead'};
  const exported = known.flatMap(({exportKwh}) => exportKwh ?? []);
  return {
    is: 'known',
    kWh: add(known.map(({kWh}) => kWh)),
    ...(exported.length ? {exportKwh: add(exported)} : {}),
    isPartial: figures.some(({is}) => is === 'gap') || known.some(({isPartial}) => isPartial),
  };
}

const kWhOf = (share: DailyShare): number => totalOfDays(share)?.kWh ?? 0;

const add = (amounts: readonly number[]): number => amounts.reduce((sum, amount) => sum + amount, 0);
