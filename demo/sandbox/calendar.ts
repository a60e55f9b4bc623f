import {DAY_MS, HOUR_MS} from './home-time.js';

/** Whose midnights divide the days. */
export type Zone = 'Europe/Vienna' | 'UTC';

export type Resolution = '1DAY' | '1WEEK' | '1MONTH' | '1QUARTER' | '1YEAR';

/** Year, month from 0, day from 1, as `Date.UTC` takes them: a day 32 is the next month's. */
type Day = readonly [year: number, month: number, day: number];

export interface Period {
  readonly from: number;
  readonly to: number;
}

interface Rule {
  /** The first day of the period that holds a day. */
  readonly first: (day: Day) => Day;
  readonly next: (first: Day) => Day;
}

const RULES: Readonly<Record<Resolution, Rule>> = {
  '1DAY': {first: day => day, next: ([y, m, d]) => [y, m, d + 1]},
  '1WEEK': {first: ([y, m, d]) => [y, m, d - daysSinceMonday(y, m, d)], next: ([y, m, d]) => [y, m, d + 7]},
  '1MONTH': {first: ([y, m]) => [y, m, 1], next: ([y, m]) => [y, m + 1, 1]},
  '1QUARTER': {first: ([y, m]) => [y, m - (m % 3), 1], next: ([y, m]) => [y, m + 3, 1]},
  '1YEAR': {first: ([y]) => [y, 0, 1], next: ([y]) => [y + 1, 0, 1]},
};

export const RESOLUTIONS = Object.keys(RULES) as readonly Resolution[];

/** The whole calendar periods that begin at or after one instant and before another. */
export function periodsBetween(from: number, to: number, resolution: Resolution, zone: Zone): Period[] {
  const {first, next} = RULES[resolution];
  const periods: Period[] = [];
  for (let day = first(dayAt(from, zone)); midnight(day, zone) < to; day = next(day)) {
    if (midnight(day, zone) >= from) periods.push({from: midnight(day, zone), to: midnight(next(day), zone)});
  }
  return periods;
}

function dayAt(at: number, zone: Zone): Day {
  const local = new Date(at + offsetMs(at, zone));
  return [local.getUTCFullYear(), local.getUTCMonth(), local.getUTCDate()];
}

/** Clocks change at one o'clock UTC, after the home's midnight: at midnight UTC the offset is still the one of that. */
function midnight([year, month, day]: Day, zone: Zone): number {
  const utc = Date.UTC(year, month, day);
  return utc - offsetMs(utc, zone);
}

function offsetMs(at: number, zone: Zone): number {
  if (zone === 'UTC') return 0;
  const year = new Date(at).getUTCFullYear();
  return at >= lastSunday(year, 2) && at < lastSunday(year, 9) ? 2 * HOUR_MS : HOUR_MS;
}

/** One o'clock UTC on the last Sunday of a month with 31 days, when Europe changes its clocks. */
function lastSunday(year: number, month: number): number {
  const end = Date.UTC(year, month, 31, 1);
  return end - new Date(end).getUTCDay() * DAY_MS;
}

const daysSinceMonday = (...day: Day): number => (new Date(Date.UTC(...day)).getUTCDay() + 6) % 7;
