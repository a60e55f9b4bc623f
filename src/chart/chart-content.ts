import type {Span} from '../domain/calendar.js';
import type {DailyShare} from '../domain/daily-energy.js';
import {dailyShares, foreignDayStart, isSilent} from '../domain/daily-energy.js';
import type {Device} from '../domain/device.js';
import type {EnergyShare} from '../domain/energy.js';
import {energyShares} from '../domain/energy.js';
import type {EnergySeries} from '../domain/energy-series.js';
import type {ReadyView, SourceView} from '../elements/source-view.js';
import type {Kit} from './kit.js';
import type {SeriesReading} from './series-source.js';

/** Bars, one a day. */
export interface Week {
  readonly is: 'week';
  readonly days: readonly Span[];
  /** Which of the days it is today. */
  readonly today: number;
  readonly series: readonly EnergySeries[];
  readonly shares: readonly DailyShare[];
  /** How many of how many devices are in the sums so far; only while others are on their way. */
  readonly loading: {readonly count: number; readonly total: number} | undefined;
  /** Devices that are not in the sums, and will not be. */
  readonly without: readonly Device[];
  /** When the API's days begin, where they are not the home's. */
  readonly foreignDayStart: Date | undefined;
  /** Rolling sums of those devices that have nothing else. */
  readonly sums: readonly EnergyShare[];
}

/** Three figures a device, where there is no series. */
export interface Sums {
  readonly is: 'sums';
  readonly sums: readonly EnergyShare[];
}

export type Content = Week | Sums;

/** What is shown of a reading: a week as soon as one device has a series, else the rolling sums. */
export function contentOf(reading: SeriesReading, now: Date, zone: string | undefined): Content {
  const {devices, days, series, unserved, missing, awaited} = reading;
  if (!series.length) return {is: 'sums', sums: energyShares(devices)};
  const isAnyKnown = !series.every(isSilent);
  const counted = isAnyKnown ? series.filter(one => !isSilent(one)) : series;
  const left = new Set<Device>([...missing, ...unserved, ...series.filter(one => !counted.includes(one)).map(({device}) => device)]);
  return {
    is: 'week',
    days,
    today: days.findIndex(({to}) => to > now),
    series,
    shares: dailyShares(counted, days, now),
    loading: awaited ? {count: devices.length - awaited, total: devices.length} : undefined,
    without: devices.filter(device => left.has(device)),
    foreignDayStart: foreignDayStart(series, zone),
    sums: energyShares(unserved),
  };
}

/**
 * The view as it is with its series. Where none could be read the rolling sums stand in for them, with a notice: they are as
 * true as before. Only without those the chart has failed.
 */
export function viewWith(view: ReadyView, reading: SeriesReading, content: Content, {worstError}: Pick<Kit, 'worstError'>): SourceView {
  const {problems, isRefreshing, isServedStale, checkedAt, series, unserved} = reading;
  const worstRead = worstError(problems.map(({error}) => error));
  if (worstRead && !series.length && !unserved.length && !content.sums.length) {
    // Its own time: where it closed the gate for all, what the others had planned holds no more.
    const nextAttemptAt = problems.find(({error}) => error === worstRead)?.nextAttemptAt;
    return {is: 'failed', error: worstRead, problems, isRefreshing, ...(nextAttemptAt === undefined ? {} : {nextAttemptAt})};
  }
  const all = [...view.problems, ...problems];
  const worst = worstError(all.map(({error}) => error));
  return {
    ...view,
    ...(worst ? {worst} : {}),
    ...(content.is === 'week' ? {checkedAt} : {}),
    problems: all,
    good: problems.length && problems.length === view.devices.length ? 0 : view.good,
    isRefreshing: view.isRefreshing || isRefreshing,
    isServedStale: view.isServedStale || isServedStale,
  };
}
