import type {Weekday} from '../domain/calendar.js';
import type {DailyTotal} from '../domain/daily-energy.js';
import type {Speech} from '../text/speech.js';

/** How a language calls the days of a home. */
export interface DayNames {
  /** "Tue" */
  readonly short: (day: Date) => string;
  /** "17" */
  readonly number: (day: Date) => string;
  /** "Tue 17 Nov" */
  readonly dated: (day: Date) => string;
  /** "Tuesday" */
  readonly long: (day: Date) => string;
}

const kept = new Map<string, DayNames>();

/** `Intl` objects are costly: made once for a language and a zone. */
export function dayNames(locale: string, timeZone: string | undefined): DayNames {
  const key = `${locale} ${timeZone}`;
  const names = kept.get(key) ?? {
    short: namer(locale, {weekday: 'short', timeZone}),
    number: namer(locale, {day: 'numeric', timeZone}),
    dated: namer(locale, {weekday: 'short', day: 'numeric', month: 'short', timeZone}),
    long: namer(locale, {weekday: 'long', timeZone}),
  };
  kept.set(key, names);
  return names;
}

const namer = (locale: string, options: Intl.DateTimeFormatOptions) => {
  const made = new Intl.DateTimeFormat(locale, options);
  return (day: Date) => made.format(day);
};

/** With which day a week begins where the language is spoken; Monday where the browser does not know. */
export function firstWeekdayOf(locale: string): Weekday {
  // A method in newer browsers, a property before; neither in all of them.
  const spoken = new Intl.Locale(locale) as {getWeekInfo?: () => {firstDay: number}; weekInfo?: {firstDay: number}};
  return (spoken.getWeekInfo?.() ?? spoken.weekInfo ?? {firstDay: 1}).firstDay as Weekday;
}

/** "6 of 7 days" */
export const daysOf = ({complete, of}: DailyTotal, {say}: Speech): string => say('days-of', {count: complete, total: of});
