/** Periods of a home: hours, days and months by its own clock, whatever the zone does (faults T16). */
import type {CalendarDate} from '@internationalized/date';
import {fromAbsolute, parseDate, toCalendarDate} from '@internationalized/date';

/** A stretch of time, its end excluded. */
export interface Span {
  readonly from: Date;
  readonly to: Date;
}

/** 1 = Monday … 7 = Sunday, as ISO 8601 and `Intl` count. */
export type Weekday = 1 | 2 | 3 | 4 | 5 | 6 | 7;

export const PERIODS = ['day', 'week', 'month', 'year'] as const;
export type PeriodName = typeof PERIODS[number];

/** One day, week, month or year of a home. Its slots are hours, days, days or months; together they are the whole of it. */
export interface Period extends Span {
  readonly name: PeriodName;
  readonly slots: readonly Span[];
}

/** Where a home is, and how weeks are counted there. Without a zone the browser's holds, as everywhere. */
export interface Home {
  readonly zone: string | undefined;
  readonly firstWeekday: Weekday;
}

type Duration = Parameters<CalendarDate['add']>[0];

interface Rule {
  /** The first day of the period that holds a day. */
  readonly first: (day: CalendarDate, firstWeekday: Weekday) => CalendarDate;
  readonly length: Duration;
  /** None where the slots are hours. */
  readonly slot?: (count: number) => Duration;
}

const days = (count: number): Duration => ({days: count});

const RULES: Readonly<Record<PeriodName, Rule>> = {
  day: {first: day => day, length: {days: 1}},
  week: {first: (day, first) => day.subtract({days: (weekdayOf(day) + 7 - first) % 7}), length: {days: 7}, slot: days},
  month: {first: day => day.set({day: 1}), length: {months: 1}, slot: days},
  year: {first: day => day.set({month: 1, day: 1}), length: {years: 1}, slot: count => ({months: count})},
};

/** The period of that name which holds the instant. */
export function periodOf(name: PeriodName, instant: Date, {zone, firstWeekday}: Home): Period {
  const {first, length, slot} = RULES[name];
  const day = first(dayAt(instant, zone), firstWeekday);
  const span = {from: midnight(day, zone), to: midnight(day.add(length), zone)};
  return {name, ...span, slots: slot ? slotsOf(day, span.to, slot, zone) : hoursOf(span, zone)};
}

/** The one before or after. */
export const beside = ({name, from, to}: Period, direction: -1 | 1, home: Home): Period =>
  periodOf(name, direction < 0 ? new Date(from.getTime() - 1) : to, home);

function slotsOf(first: CalendarDate, end: Date, lengthOf: (count: number) => Duration, zone: string | undefined): readonly Span[] {
  const slots: Span[] = [];
  for (let from = midnight(first, zone); from < end;) {
    const to = midnight(first.add(lengthOf(slots.length + 1)), zone);
    slots.push({from, to});
    from = to;
  }
  return slots;
}

const HOUR_MS = 3_600_000;

/** From one full hour of the home's clock to the next: where that is put on by half an hour, one is half as long. */
function hoursOf({from, to}: Span, zone: string | undefined): readonly Span[] {
  const slots: Span[] = [];
  for (let at = from.getTime(); at < to.getTime();) {
    const pastTheHour = (at + aheadOfUtc(at, zone)) % HOUR_MS;
    const next = Math.min(at + HOUR_MS - pastTheHour, to.getTime());
    slots.push({from: new Date(at), to: new Date(next)});
    at = next;
  }
  return slots;
}

/** Does a day of the home begin at this instant? */
export const isDayStart = (instant: Date, zone: string | undefined): boolean =>
  midnight(dayAt(instant, zone), zone).getTime() === instant.getTime();

/** Do the home's hours begin with those of UTC, all the time? */
export const hasWholeHours = ({slots, to}: Period, zone: string | undefined): boolean =>
  [...slots.map(({from}) => from), to].every(instant => aheadOfUtc(instant.getTime(), zone) % HOUR_MS === 0);

/** The midnight with which a day of the home begins ("2026-03-29"); `undefined` where no calendar has it. */
export function startOfDay(day: string, zone: string | undefined): Date | undefined {
  try {
    return midnight(parseDate(day.trim()), zone);
  } catch {
    return undefined;
  }
}

/** "2026-03-29", by the home's calendar. */
export const isoDayOf = (instant: Date, zone: string | undefined): string => dayAt(instant, zone).toString();

/** "2026-03-29T14:00:00+02:00", by the home's clock. */
export const isoOf = (instant: Date, zone: string | undefined): string => at(instant.getTime(), zone).toString().replace(/\[.*$/, '');

/** What the home's clock shows: "14:00". */
export const clockOf = (instant: Date, zone: string | undefined): string => isoOf(instant, zone).slice(11, 16);

/** By how many ms the zone's clock runs ahead of UTC at an instant. */
export const aheadOfUtc = (ms: number, zone: string | undefined): number =>
  zone ? at(ms, zone).offset : -60_000 * new Date(ms).getTimezoneOffset();

let own: string | undefined;
/** The browser's. Asking costs a tenth of a millisecond, and a month asks a hundred times. */
const ownZone = (): string => own ??= new Intl.DateTimeFormat().resolvedOptions().timeZone;

const at = (ms: number, zone: string | undefined) => fromAbsolute(ms, zone ?? ownZone());

const dayAt = (instant: Date, zone: string | undefined): CalendarDate => toCalendarDate(at(instant.getTime(), zone));

/** Where the clock is put forward at midnight, the day begins with the change. */
const midnight = (day: CalendarDate, zone: string | undefined): Date =>
  day.toDate(zone ?? ownZone());

/** 1 = Monday. */
const weekdayOf = (day: CalendarDate): number => day.toDate('UTC').getUTCDay() || 7;
