import type {Home, Period} from '../domain/calendar.js';
import type {Comparison} from '../domain/comparison.js';
import {besideEach, compare, pairsOf} from '../domain/comparison.js';
import type {Device} from '../domain/device.js';
import type {EnergyShare} from '../domain/energy.js';
import {energyShares} from '../domain/energy.js';
import type {EnergySeries, Flow, Series} from '../domain/energy-series.js';
import {FLOWS} from '../domain/energy-series.js';
import type {PoderoError} from '../domain/errors.js';
import type {Share, Total} from '../domain/shares.js';
import {arranged, foreignStart, isSilent, joined, sharesOf, totalOf} from '../domain/shares.js';
import type {ReadyView, SourceView} from '../elements/source-view.js';
import type {Chosen, Metric} from './choice.js';
import type {Kit} from './kit.js';
import type {ChartReading, PeriodReading} from './series-source.js';

/** All that consumes, all that produces, or all that was saved. */
export interface FlowSum {
  readonly flow: Flow;
  readonly sum: Share;
  readonly total: Total | undefined;
  /** What the period before has at each slot, of the same devices; all gaps where it is not known. Absent where nothing is compared. */
  readonly before: readonly (number | undefined)[] | undefined;
  readonly comparison: Comparison | undefined;
  /** How its figures came about, where they were not sent as energy. */
  readonly derived: EnergySeries['derived'];
}

/** A bar a slot. */
export interface Bars {
  readonly is: 'bars';
  readonly period: Period;
  /** The slot that is not over; −1 in a period that is. */
  readonly running: number;
  /** Slots that have begun. */
  readonly begun: number;
  readonly unit: Unit;
  readonly series: readonly Series[];
  readonly shares: readonly Share[];
  readonly flows: readonly FlowSum[];
  readonly isCompared: boolean;
  /** How many of how many devices are in the sums so far; only while others are on their way. */
  readonly loading: {readonly count: number; readonly total: number} | undefined;
  /** Devices that are not in the sums, and will not be. */
  readonly without: readonly Device[];
  /** Devices that are in the sums, but not in the comparison. */
  readonly uncompared: readonly Device[];
  /** When the API's days begin, where they are not the home's. */
  readonly foreignStart: Date | undefined;
  /** Rolling sums of those devices that have nothing else. */
  readonly sums: readonly EnergyShare[];
}

/** kWh, or a currency by its code. */
export type Unit = string;
export const KWH: Unit = 'kWh';

/** Three figures a device, where there is no series. */
export interface Sums {
  readonly is: 'sums';
  readonly sums: readonly EnergyShare[];
}

/** Something that was chosen, and cannot be shown; the ways to other periods stay. */
export type Blank =
  | {readonly is: 'loading'}
  | {readonly is: 'failed'; readonly error: PoderoError; readonly nextAttemptAt?: number; readonly isRefreshing: boolean}
  /** Nobody counts savings by the hour, or nobody says in which currency. */
  | {readonly is: 'unsaid'; readonly why: 'savings-by-day' | 'no-savings'};

export type Content = Bars | Sums | Blank;

/** What is shown of a reading: bars as soon as one device has a series, else the rolling sums. */
export function contentOf(reading: ChartReading, {metric, period: {name}, home, isRunning}: Chosen, now: Date): Content {
  const {devices, now: {series, unserved, awaited}} = reading;
  if (metric === 'savings' && name === 'day') return {is: 'unsaid', why: 'savings-by-day'};
  if (series.length) return barsOf(reading, home, metric, now);
  // Rolling sums are of this moment: under the name of another time they would be a lie.
  const sums = isRunning ? energyShares(devices) : [];
  const failed = failureIn(reading, sums);
  if (failed) return failed;
  if (metric === 'savings') return {is: 'unsaid', why: 'no-savings'};
  return awaited && !unserved.length ? {is: 'loading'} : {is: 'sums', sums};
}

/** Rolling sums are as true as before: only without those it has failed. */
function failureIn({problems, now: {missing, unserved}, isRefreshing}: ChartReading, sums: readonly EnergyShare[]): Blank | undefined {
  const [worst] = problems;
  if (!worst || !missing.length || unserved.length || sums.length) return undefined;
  return {is: 'failed', isRefreshing, error: worst.error, ...(worst.nextAttemptAt === undefined ? {} : {nextAttemptAt: worst.nextAttemptAt})};
}

function barsOf(reading: ChartReading, home: Home, metric: Metric, now: Date): Bars {
  const {devices, now: {period, unserved, missing, awaited}} = reading;
  const {series, unit, other} = inOneUnit(reading.now.series);
  const own = sharesOf(series, period, now);
  const isAnyKnown = !own.every(isSilent);
  const counted = isAnyKnown ? own.filter(share => !isSilent(share)) : own;
  const silent = own.filter(share => !counted.includes(share)).flatMap(share => share.devices);
  const left = new Set([...missing, ...other, ...unserved, ...silent]);
  const before = reading.before && beforeIn(reading.before, counted, now);
  const isOver = period.slots.map(({to}) => to <= now);
  return {
    is: 'bars',
    period, unit, series,
    running: period.slots.findIndex(({from, to}) => from <= now && to > now),
    begun: period.slots.filter(({from}) => from <= now).length,
    shares: arranged(counted),
    flows: FLOWS.filter(flow => counted.some(share => share.flow === flow)).map(flow => flowSum(flow, counted, series, before, period, isOver, home)),
    isCompared: !!before && before.awaited === 0,
    loading: awaited ? {count: devices.length - awaited, total: devices.length} : undefined,
    without: devices.filter(device => left.has(device)),
    uncompared: before?.awaited === 0 ? counted.flatMap(share => share.devices).filter(device => !before.devices.has(device)) : [],
    foreignStart: period.name === 'day' ? undefined : foreignStart(series, home.zone),
    sums: metric === 'energy' && period.to > now ? energyShares(unserved) : [],
  };
}

/** Money of another currency is not added up. */
function inOneUnit(series: readonly Series[]): {readonly series: readonly Series[]; readonly unit: Unit; readonly other: readonly Device[]} {
  const unitOf = (one: Series): Unit => 'currency' in one ? one.currency : KWH;
  const [first] = series;
  const unit = first ? unitOf(first) : KWH;
  return {unit, series: series.filter(one => unitOf(one) === unit), other: series.filter(one => unitOf(one) !== unit).map(({device}) => device)};
}

interface Before {
  readonly period: Period;
  readonly shares: readonly Share[];
  /** Of which something is known in both periods: only those are compared. */
  readonly devices: ReadonlySet<Device>;
  readonly awaited: number;
}

function beforeIn({period, series, awaited}: PeriodReading, counted: readonly Share[], now: Date): Before {
  const shares = sharesOf(inOneUnit(series).series, period, now).filter(share => !isSilent(share));
  const there = new Set(shares.flatMap(({devices}) => devices));
  return {period, shares, awaited, devices: new Set(counted.flatMap(({devices}) => devices).filter(device => there.has(device)))};
}

function flowSum(
  flow: Flow, counted: readonly Share[], series: readonly Series[], before: Before | undefined, period: Period, isOver: readonly boolean[], {zone}: Home,
): FlowSum {
  const own = counted.filter(share => share.flow === flow);
  const isCompared = ({devices}: Share) => !!before && devices.every(device => before.devices.has(device));
  const values = before && before.awaited === 0
    ? besideEach(joined(before.shares.filter(share => share.flow === flow && isCompared(share))), pairsOf(period, before.period, zone), isOver)
    : undefined;
  return {
    flow,
    sum: joined(own),
    total: totalOf(joined(own)),
    before: values,
    comparison: values && compare(joined(own.filter(isCompared)), values, isOver),
    derived: series.flatMap(one => one.flow === flow && 'derived' in one ? one.derived ?? [] : [])[0],
  };
}

/**
 * The view as it is with its series. Before anything was shown there is one screen for all that has failed; later a period that fails
 * leaves the ways to others.
 */
export function viewWith(view: ReadyView, reading: ChartReading, content: Content, hasBegun: boolean, {worstError}: Pick<Kit, 'worstError'>): SourceView {
  const {problems, isRefreshing, isServedStale, checkedAt} = reading;
  if (content.is === 'failed' && !hasBegun) {
    const worstRead = worstError(problems.map(({error}) => error)) ?? content.error;
    // Its own time: where it closed the gate for all, what the others had planned holds no more.
    const nextAttemptAt = problems.find(({error}) => error === worstRead)?.nextAttemptAt;
    return {is: 'failed', error: worstRead, problems, isRefreshing, ...(nextAttemptAt === undefined ? {} : {nextAttemptAt})};
  }
  const all = [...view.problems, ...problems];
  const worst = worstError(all.map(({error}) => error));
  return {
    ...view,
    ...(worst ? {worst} : {}),
    ...(content.is === 'bars' ? {checkedAt} : {}),
    problems: all,
    good: problems.length && problems.length === view.devices.length ? 0 : view.good,
    isRefreshing: view.isRefreshing || isRefreshing,
    isServedStale: view.isServedStale || isServedStale,
  };
}
