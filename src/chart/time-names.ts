import type {Period, PeriodName, Span, Weekday} from '../domain/calendar.js';
import {aheadOfUtc, clockOf} from '../domain/calendar.js';
import type {Total} from '../domain/shares.js';
import type {Speech} from '../text/speech.js';

/** How a language calls one slot of a period. */
export interface SlotName {
  /** Under a bar: "Tue" over "17", "14:00", "17", "Nov". */
  readonly axis: readonly string[];
  /** The same where there is little room: "Tue", "14:00", "17", "N". */
  readonly narrow: string;
  /** Before its row: "Tue 17 Nov", "14:00", "November". */
  readonly row: string;
  /** Within a sentence: "Tuesday", "14:00", "17 November", "November". */
  readonly brief: string;
  /** On its own: "Tuesday 17 November", "14:00 – 15:00", "November 2026". */
  readonly full: string;
}

type Form = (date: Date) => string;
type Forms = Readonly<Record<keyof SlotName, Form>>;

const days = {row: {weekday: 'short', day: 'numeric', month: 'short'}, full: {weekday: 'long', day: 'numeric', month: 'long'}} as const;

const FORMS: Readonly<Record<Exclude<PeriodName, 'day'>, Readonly<Record<keyof SlotName, Intl.DateTimeFormatOptions>>>> = {
  week: {...days, axis: {weekday: 'short'}, narrow: {weekday: 'short'}, brief: {weekday: 'long'}},
  month: {...days, axis: {day: 'numeric'}, narrow: {day: 'numeric'}, brief: {day: 'numeric', month: 'long'}},
  year: {axis: {month: 'short'}, narrow: {month: 'narrow'}, row: {month: 'long'}, brief: {month: 'long'}, full: {month: 'long', year: 'numeric'}},
};

const WHOLE: Readonly<Record<PeriodName, Intl.DateTimeFormatOptions>> = {
  day: {weekday: 'short', day: 'numeric', month: 'short', year: 'numeric'},
  week: {day: 'numeric', month: 'short', year: 'numeric'},
  month: {month: 'long', year: 'numeric'},
  year: {year: 'numeric'},
};

const made = new Map<string, Intl.DateTimeFormat>();

/** `Intl` objects are costly: made once for what they are made of. */
function formatOf(locale: string, options: Intl.DateTimeFormatOptions): Intl.DateTimeFormat {
  const key = JSON.stringify([locale, options]);
  const format = made.get(key) ?? new Intl.DateTimeFormat(locale, options);
  made.set(key, format);
  return format;
}

const formIn = ({locale, format: {timeZone}}: Speech, options: Intl.DateTimeFormatOptions): Form => {
  const format = formatOf(locale, {...options, timeZone});
  return date => format.format(date);
};

/** "Tue, 17 Nov 2026", "16 – 22 Nov 2026", "November 2026", "2026" */
export function nameOfPeriod({name, from, to}: Period, {locale, format: {timeZone}}: Speech): string {
  const format = formatOf(locale, {...WHOLE[name], timeZone});
  return name === 'week' ? format.formatRange(from, new Date(to.getTime() - 1)) : format.format(from);
}

/** One for each slot. The slot that is not over may be "Today". */
export function namesOfSlots({name, slots}: Period, running: number, speech: Speech): readonly SlotName[] {
  if (name === 'day') return hourNames(slots, speech);
  const forms = Object.fromEntries(Object.entries(FORMS[name]).map(([as, options]) => [as, formIn(speech, options)])) as Forms;
  const second = name === 'week' ? formIn(speech, {day: 'numeric'}) : undefined;
  return slots.map(({from}, slot) => ({
    axis: [forms.axis(from), ...second ? [slot === running ? speech.say('today') : second(from)] : []],
    narrow: forms.narrow(from),
    row: forms.row(from),
    brief: forms.brief(from),
    full: forms.full(from),
  }));
}

/** By the home's clock. An hour that comes twice in a night is told apart by the name of its time. */
function hourNames(slots: readonly Span[], speech: Speech): readonly SlotName[] {
  const {locale, format: {timeZone, clock}} = speech;
  const clocks = slots.map(({from}) => clockOf(from, timeZone));
  const withZone = formIn(speech, {hour: 'numeric', minute: '2-digit', timeZoneName: 'short'});
  // "2 PM" is short enough, "14" alone is no time.
  const short = formatOf(locale, {hour: 'numeric'}).resolvedOptions().hour12 ? formIn(speech, {hour: 'numeric'}) : clock;
  return slots.map(({from, to}, slot) => {
    const isTwice = clocks.filter(other => other === clocks[slot]).length > 1;
    const row = isTwice ? withZone(from) : clock(from);
    return {axis: [short(from)], narrow: short(from), row, brief: row, full: isTwice ? row : `${row} – ${clock(to)}`};
  });
}

const firstWeekdays = new Map<string, Weekday>();

/** With which day a week begins where the language is spoken; Monday where the browser does not know. */
export function firstWeekdayOf(locale: string): Weekday {
  const known = firstWeekdays.get(locale);
  if (known) return known;
  // A method in newer browsers, a property before; neither in all of them.
  const spoken = new Intl.Locale(locale) as {getWeekInfo?: () => {firstDay: number}; weekInfo?: {firstDay: number}};
  const first = (spoken.getWeekInfo?.() ?? spoken.weekInfo ?? {firstDay: 1}).firstDay as Weekday;
  firstWeekdays.set(locale, first);
  return first;
}

/** The home's time and the reader's own, by their names. */
export type Zones = Readonly<Record<'home' | 'here', string>>;

/** Where their clocks differ at any time of a period. */
export function zonesApart({slots, from}: Period, {locale, format: {timeZone}}: Speech): Zones | undefined {
  if (!timeZone || slots.every(slot => aheadOfUtc(slot.from.getTime(), timeZone) === aheadOfUtc(slot.from.getTime(), undefined))) return undefined;
  const nameOf = (zone: string | undefined) =>
    formatOf(locale, {timeZone: zone, timeZoneName: 'long'}).formatToParts(from).find(({type}) => type === 'timeZoneName')?.value ?? '';
  return {home: nameOf(timeZone), here: nameOf(undefined)};
}

/** What the slots of a period are called, and what is said of them. */
export const SLOT_WORDS = {
  day: {one: 'hour', count: 'hours-of', most: 'most-between', running: 'hour-so-far'},
  week: {one: 'day', count: 'days-of', most: 'most-on', running: 'today-so-far'},
  month: {one: 'day', count: 'days-of', most: 'most-on', running: 'today-so-far'},
  year: {one: 'month', count: 'months-of', most: 'most-in', running: 'month-so-far'},
} as const;

/** "6 of 7 days" */
export const countOf = ({complete, of}: Pick<Total, 'complete' | 'of'>, {name}: Period, {say}: Speech): string =>
  say(SLOT_WORDS[name].count, {count: complete, total: of});
