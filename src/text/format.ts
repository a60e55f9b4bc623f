/** A number in words of a language. `unit` is an international symbol; a missing value has none. */
export interface Quantity {
  readonly value: string;
  readonly unit?: string | undefined;
}

/** Missing is not zero: a dash on screen, "not available" aloud. Compare by identity. */
export const MISSING: Quantity = {value: '–'};

type Amount = number | undefined;

/** Numbers and times for one language and one home. Never throws; rounding as in contract 6. */
export interface Format {
  /** The home's zone; the browser's where there is none. */
  readonly timeZone: string | undefined;
  /** W as integers below 1 kW, then kW with one decimal. */
  power(watts: Amount): Quantity;
  /** kWh with one decimal below 100, none above; MWh from 10 000 kWh. */
  energy(kWh: Amount): Quantity;
  temperature(celsius: Amount): Quantity;
  percent(percent: Amount): Quantity;
  range(km: Amount): Quantity;
  /** "1 h 44 min"; whole minutes, rounded up so that time left never reads 0. */
  duration(seconds: Amount): Quantity;
  /** A bare number, with at most one decimal: the ticks of an axis. */
  number(amount: number): string;
  /** Time of day in the home's zone. */
  clock(date: Date): string;
  /** Date and time in full, for titles. */
  absolute(date: Date): string;
  /** The time today; on another day the date and the time. */
  moment(date: Date, now: number): string;
  /** The time today; on another day the date alone. */
  since(date: Date, now: number): string;
  /** "5 minutes ago": whole minutes, hours from 60 minutes, days from 24 hours. At least one minute. */
  ago(date: Date, now: number): string;
  /** "a, b and c" */
  list(words: readonly string[]): string;
}

const formats = new Map<string, Format>();

/**
 * The one Format of a locale and time zone. `Intl` objects are costly (24 ms for the first on a page): made when first
 * needed, then kept. Without a zone it is the browser's; one that does not exist throws a RangeError.
 */
export function createFormat(locale: string, timeZone?: string): Format {
  const key = `${locale} ${timeZone ?? ''}`;
  const format = formats.get(key) ?? newFormat(locale, timeZone);
  formats.set(key, format);
  return format;
}

const DAY_MS = 86_400_000;

/** Half away from zero, as `Intl` does, free of binary residue; −0 is 0. */
function round(amount: number, digits = 0): number {
  const factor = 10 ** digits;
  return Math.sign(amount) * Math.round(Number((Math.abs(amount) * factor).toPrecision(12))) / factor || 0;
}

function newFormat(locale: string, zone: string | undefined): Format {
  const number = numbers(locale);
  const quantity = (amount: Amount, unit: string, digits = 0): Quantity =>
    amount === undefined ? MISSING : {value: number(round(amount, digits), digits), unit};
  const short = (amount: number, unit: string) => quantity(amount, unit, Math.abs(round(amount, 1)) < 100 ? 1 : 0);
  return {
    timeZone: zone,
    power: watts => Math.abs(round(watts ?? 0)) < 1000 ? quantity(watts, 'W') : quantity((watts ?? 0) / 1000, 'kW', 1),
    energy: kWh => kWh === undefined ? MISSING : Math.abs(round(kWh)) < 10_000 ? short(kWh, 'kWh') : short(kWh / 1000, 'MWh'),
    temperature: celsius => quantity(celsius, '°C', 1),
    percent: percent => quantity(percent, '%'),
    range: km => quantity(km, 'km'),
    duration: seconds => seconds === undefined ? MISSING : {value: hoursAndMinutes(seconds, number)},
    number: amount => number(round(amount, 1), Number.isInteger(round(amount, 1)) ? 0 : 1),
    list: words => lists(locale).format(words),
    ...times(locale, zone),
  };
}

function numbers(locale: string): (amount: number, digits: number) => string {
  const made: Intl.NumberFormat[] = [];
  return (amount, digits) => (made[digits] ??= new Intl.NumberFormat(locale,
    {minimumFractionDigits: digits, maximumFractionDigits: digits})).format(amount);
}

const lists = (locale: string) => new Intl.ListFormat(locale, {type: 'conjunction'});

/** Hours and minutes by their international symbols. */
function hoursAndMinutes(seconds: number, number: (amount: number, digits: number) => string): string {
  const minutes = Math.ceil(seconds / 60);
  const [h, min] = [Math.floor(minutes / 60), minutes % 60];
  return [...(h ? [`${number(h, 0)} h`] : []), ...(min || !h ? [`${number(min, 0)} min`] : [])].join(' ');
}

function times(locale: string, timeZone: string | undefined): Pick<Format, 'clock' | 'absolute' | 'moment' | 'since' | 'ago'> {
  const zone = timeZone === undefined ? {} : {timeZone};
  const dates = (options: Intl.DateTimeFormatOptions) => {
    let made: Intl.DateTimeFormat | undefined;
    return (date: Date | number) => (made ??= new Intl.DateTimeFormat(locale, {...options, ...zone})).format(date);
  };
  const clock = dates({timeStyle: 'short'});
  const day = dates({day: 'numeric', month: 'short'});
  const dayAndTime = dates({day: 'numeric', month: 'short', hour: '2-digit', minute: '2-digit'});
  // A day may have 25 hours (faults T16); that of another year is far.
  const isToday = (date: Date, now: number) => day(date) === day(now) && Math.abs(now - date.getTime()) < 2 * DAY_MS;
  let relative: Intl.RelativeTimeFormat | undefined;
  return {
    clock,
    absolute: dates({dateStyle: 'long', timeStyle: 'short'}),
    moment: (date, now) => (isToday(date, now) ? clock : dayAndTime)(date),
    since: (date, now) => (isToday(date, now) ? clock : day)(date),
    ago: (date, now) => (relative ??= new Intl.RelativeTimeFormat(locale)).format(...stepsBack(now - date.getTime())),
  };
}

function stepsBack(ms: number): [number, 'minute' | 'hour' | 'day'] {
  const minutes = Math.max(1, Math.floor(ms / 60_000));
  if (minutes < 60) return [-minutes, 'minute'];
  return minutes < 1440 ? [-Math.floor(minutes / 60), 'hour'] : [-Math.floor(minutes / 1440), 'day'];
}
