/** Numbers and times of both peers, in English and the browser's time zone. Each `Intl` object is made once, when it is first needed. */
import {WORDS} from './words.js';

export const LOCALE = 'en-GB';

/** A number in words; a missing one is a dash without unit. */
export interface Quantity {
  readonly value: string;
  readonly unit: string | undefined;
  readonly isMissing: boolean;
}

export const MISSING: Quantity = {value: '–', unit: undefined, isMissing: true};

export const plain = (value: string, unit?: string): Quantity => ({value, unit, isMissing: false});

function lazily<T>(make: () => T): () => T {
  let made: T | undefined;
  return () => (made ??= make());
}

const digits = [0, 1].map(count => lazily(() => new Intl.NumberFormat(LOCALE, {minimumFractionDigits: count, maximumFractionDigits: count})));

const dates = (options: Intl.DateTimeFormatOptions) => {
  const format = lazily(() => new Intl.DateTimeFormat(LOCALE, options));
  return (at: number): string => format().format(at);
};

/** Half away from zero, free of binary residue; −0 is 0. */
function round(amount: number, places: number): number {
  if (Number.isInteger(amount)) return amount || 0;
  const factor = 10 ** places;
  return Math.sign(amount) * Math.round(Number((Math.abs(amount) * factor).toPrecision(12))) / factor || 0;
}

const inDigits = (amount: number, places: 0 | 1): string => digits[places]?.().format(round(amount, places)) ?? '';

export const count = (amount: number): string => inDigits(amount, 0);

type Amount = number | undefined;

const quantity = (amount: Amount, unit: string, places: 0 | 1 = 0): Quantity => amount === undefined ? MISSING : plain(inDigits(amount, places), unit);

export const power = (watts: Amount): Quantity =>
  Math.abs(round(watts ?? 0, 0)) < 1000 ? quantity(watts, 'W') : quantity((watts ?? 0) / 1000, 'kW', 1);
export const temperature = (celsius: Amount): Quantity => quantity(celsius, '°C', 1);
export const percent = (amount: Amount): Quantity => quantity(amount, '%');
export const range = (km: Amount): Quantity => quantity(km, 'km');

const short = (amount: number, unit: string): Quantity => quantity(amount, unit, Math.abs(round(amount, 1)) < 100 ? 1 : 0);

export function energy(kWh: Amount): Quantity {
  if (kWh === undefined) return MISSING;
  return Math.abs(round(kWh, 0)) < 10_000 ? short(kWh, 'kWh') : short(kWh / 1000, 'MWh');
}

/** A bare number, with at most one decimal. */
export const bare = (amount: number): string => inDigits(amount, Number.isInteger(round(amount, 1)) ? 0 : 1);

/** Whole minutes, rounded up. */
export function duration(seconds: Amount): Quantity {
  if (seconds === undefined) return MISSING;
  const minutes = Math.ceil(seconds / 60);
  const [hours, rest] = [Math.floor(minutes / 60), minutes % 60];
  return plain([...hours ? [`${count(hours)} h`] : [], ...rest || !hours ? [`${count(rest)} min`] : []].join(' '));
}

/** Inside a sentence number and unit stay on one line. */
export const inSentence = ({value, unit}: Quantity): string => unit === undefined ? value : `${value}\u00a0${unit}`;

export const clock = dates({timeStyle: 'short'});
export const absolute = dates({dateStyle: 'long', timeStyle: 'short'});
const day = dates({day: 'numeric', month: 'short'});
const dayAndTime = dates({day: 'numeric', month: 'short', hour: '2-digit', minute: '2-digit'});

export const DAY_MS = 86_400_000;

const isToday = (at: number, now: number): boolean => Math.abs(now - at) < 2 * DAY_MS && new Date(at).getDate() === new Date(now).getDate();

/** The time today; on another day the date, and the time too. */
export const moment = (at: number, now: number): string => isToday(at, now) ? clock(at) : dayAndTime(at);
/** The time today; on another day the date alone. */
export const since = (at: number, now: number): string => isToday(at, now) ? clock(at) : day(at);

const relative = lazily(() => new Intl.RelativeTimeFormat(LOCALE));

/** "5 minutes ago" */
export function age(at: number, now: number): string {
  const minutes = Math.floor((now - at) / 60_000);
  if (minutes < 1) return WORDS['just-now'];
  if (minutes < 60) return relative().format(-minutes, 'minute');
  return minutes < 1440 ? relative().format(-Math.floor(minutes / 60), 'hour') : relative().format(-Math.floor(minutes / 1440), 'day');
}

export const isoMinute = (at: number): string => new Date(at).toISOString().replace(/:[^:]*Z/, 'Z');

const lists = lazily(() => new Intl.ListFormat(LOCALE, {type: 'conjunction'}));
export const list = (words: readonly string[]): string => lists().format(words);

const names = lazily(() => new Intl.Collator(LOCALE, {numeric: true}));
export const compareNames = (first: string, second: string): number => names().compare(first, second);
