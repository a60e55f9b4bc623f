/** Days of a home, each from its own midnight to the next: 23, 24 or 25 hours, whatever the zone does (faults T16). */

/** A stretch of time, its end excluded. */
export interface Span {
  readonly from: Date;
  readonly to: Date;
}

/** 1 = Monday … 7 = Sunday, as ISO 8601 and `Intl` count. */
export type Weekday = 1 | 2 | 3 | 4 | 5 | 6 | 7;

/** A calendar date without a zone, as the epoch ms of its midnight in UTC: dates are added and compared like numbers. */
type CalendarDate = number;

const DAY_MS = 86_400_000;

/** The seven days of the week that holds this instant. Without a zone the browser's holds, as everywhere. */
export function weekOf(instant: Date, zone: string | undefined, first: Weekday): readonly Span[] {
  const today = dateAt(instant.getTime(), zone);
  // 1 January 1970 was a Thursday.
  const weekday = (today / DAY_MS + 3) % 7;
  const monday = today - ((weekday + 8 - first) % 7) * DAY_MS;
  return Array.from({length: 7}, (_, day) => ({
    from: startOf(monday + day * DAY_MS, zone),
    to: startOf(monday + (day + 1) * DAY_MS, zone),
  }));
}

/** Does a day of the home begin at this instant? */
export const isDayStart = (instant: Date, zone: string | undefined): boolean =>
  startOf(dateAt(instant.getTime(), zone), zone).getTime() === instant.getTime();

const dateAt = (ms: number, zone: string | undefined): CalendarDate => Math.floor((ms + aheadOfUtc(ms, zone)) / DAY_MS) * DAY_MS;

/**
 * The first instant of a date. The clock shows midnight as it runs the day before or the day after, whichever is true then;
 * where the clock is put forward at midnight neither is, and the day begins with the change.
 */
function startOf(date: CalendarDate, zone: string | undefined): Date {
  const [asBefore, asAfter] = [-DAY_MS, DAY_MS].map(shift => date - aheadOfUtc(date + shift, zone)) as [number, number];
  return new Date([asBefore, asAfter].find(ms => ms + aheadOfUtc(ms, zone) === date) ?? asBefore);
}

const clocks = new Map<string | undefined, Intl.DateTimeFormat>();

function clockOf(zone: string | undefined): Intl.DateTimeFormat {
  const clock = clocks.get(zone) ?? new Intl.DateTimeFormat('en-US', {
    timeZone: zone, calendar: 'iso8601', hourCycle: 'h23',
    year: 'numeric', month: 'numeric', day: 'numeric', hour: 'numeric', minute: 'numeric', second: 'numeric',
  });
  clocks.set(zone, clock);
  return clock;
}

/** By how many ms the zone's clock runs ahead of UTC at an instant; read from a clock that shows it, since nothing tells it. */
function aheadOfUtc(ms: number, zone: string | undefined): number {
  const shown = Object.fromEntries(clockOf(zone).formatToParts(ms).map(({type, value}) => [type, Number(value)]));
  const {year = 0, month = 0, day = 0, hour = 0, minute = 0, second = 0} = shown;
  return Date.UTC(year, month - 1, day, hour, minute, second) - Math.floor(ms / 1000) * 1000;
}
