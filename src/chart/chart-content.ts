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
  /** Devices that are not in the sums. */
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
export function contentOf({devices}: ReadyView, reading: SeriesReading, now: Date, zone: string | undefined): Content {
  const {days, series, unserved, missing} = reading;
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
  const [first] = problems;
  const isNoneRead = first !== undefined && !series.length && !unserved.length;
  if (isNoneRead && !(content.sums.length)) {
    const attempts = problems.flatMap(({nextAttemptAt}) => nextAttemptAt ?? []);
    return {is: 'failed', error: first.error, isRefreshing, ...(attempts.length ? {nextAttemptAt: Math.min(...attempts)} : {})};
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
