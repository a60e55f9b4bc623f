/** What both peers' charts say: a device's answer of `savings`, verified by hand, as the days of the running week. */
import type {Device, DeviceKind} from './model.js';
import {COLLECTIONS, nameOf} from './model.js';
import {DAY_MS, energy, inSentence, list, LOCALE} from './formats.js';
import type {Settings} from './settings.js';
import {WORDS} from './words.js';

/** A home day, epoch ms, its end excluded. */
export interface Day {
  readonly from: number;
  readonly to: number;
}

export interface Bucket extends Day {
  /** Absent is a gap. */
  readonly kWh: number | undefined;
  readonly exportKwh: number | undefined;
}

/** The days from Monday on, each from its own midnight to the next. */
export function weekOf(now: number): readonly Day[] {
  const today = new Date(now);
  const monday = today.getDate() - (today.getDay() + 6) % 7;
  const startOf = (day: number): number => new Date(today.getFullYear(), today.getMonth(), monday + day).getTime();
  return Array.from({length: 7}, (_, day) => ({from: startOf(day), to: startOf(day + 1)}));
}

/** Asked for from a day before: days of the API may begin before ours. */
export function savingsAddress({proxy, deviceType, deviceId}: Settings, week: readonly Day[]): string {
  const query = new URLSearchParams({
    from: new Date((week[0]?.from ?? 0) - DAY_MS).toISOString(),
    to: new Date(week[6]?.to ?? 0).toISOString(),
    resolution: '1DAY',
  });
  return `${deviceAddress({proxy, deviceType, deviceId})}/savings?${query}`;
}

export const deviceAddress = ({proxy, deviceType, deviceId}: Pick<Settings, 'proxy' | 'deviceType' | 'deviceId'>): string =>
  `${proxy}/${COLLECTIONS[deviceType]}/${encodeURIComponent(deviceId)}`;

type Sent = Readonly<Record<string, unknown>> | null | undefined;

const fieldOf = (sent: unknown, field: string): unknown => typeof sent === 'object' ? (sent as Sent)?.[field] : undefined;

function amountIn(sent: unknown, perKwh: number | undefined): number | undefined {
  const amount = typeof sent === 'number' || (typeof sent === 'string' && /^\s*-?\d+(\.\d+)?\s*$/.test(sent)) ? Number(sent) : NaN;
  return perKwh && amount >= 0 && amount < 1e12 ? amount / perKwh || 0 : undefined;
}

function instantIn(sent: unknown): number {
  const [, day, time = '00:00', zone = 'Z'] = /^(\d{4}-\d\d-\d\d)(?:[T ](\d\d:\d\d(?::\d\d(?:\.\d+)?)?)(Z|[+-]\d\d:?\d\d)?)?$/i.exec(String(sent)) ?? [];
  return Date.parse(`${day}T${time}${zone}`);
}

const BLOCKS: Readonly<Record<DeviceKind, string>> = {'heat-pump': 'heat_pump', 'electric-vehicle': 'electric_vehicle', 'inverter': 'inverter'};

function figuresIn(item: unknown, kind: DeviceKind, perKwh: number | undefined): Pick<Bucket, 'kWh' | 'exportKwh'> {
  const block = fieldOf(item, BLOCKS[kind]);
  if (kind === 'inverter') {
    return {kWh: amountIn(fieldOf(block, 'solar_production_wh'), 1000), exportKwh: amountIn(fieldOf(block, 'grid_export_wh'), 1000)};
  }
  const kWh = block ? amountIn(fieldOf(block, 'estimated_consumption_wh'), 1000) : amountIn(fieldOf(fieldOf(item, 'consumption'), 'total'), perKwh);
  return {kWh, exportKwh: undefined};
}

/** An answer of `savings` as its buckets; of two that begin at once the first counts. */
export function checkSavings(kind: DeviceKind, json: unknown): readonly Bucket[] {
  const [metadata, data] = [fieldOf(json, 'metadata'), fieldOf(json, 'data')];
  if (fieldOf(metadata, 'error') || !Array.isArray(data)) throw new TypeError('The answer is not that of savings.');
  const unit = String(fieldOf(fieldOf(metadata, 'units'), 'consumption') ?? 'Wh').trim().toLowerCase();
  const perKwh = unit === 'wh' ? 1000 : unit === 'kwh' ? 1 : undefined;
  const buckets = new Map<number, Bucket>();
  for (const item of data as unknown[]) {
    const period = fieldOf(item, 'period');
    const [from, to] = [instantIn(fieldOf(period, 'start_period')), instantIn(fieldOf(period, 'end_period'))];
    if (from < to && !buckets.has(from)) buckets.set(from, {from, to, ...figuresIn(item, kind, perKwh)});
  }
  return [...buckets.values()].sort((a, b) => a.from - b.from);
}

/** A day's figure, a gap (`null`), or a day that says nothing yet. */
type Figure = {readonly kWh: number; readonly exportKwh: number | undefined} | null | undefined;

function figureOf(buckets: readonly Bucket[], {from, to}: Day, now: number): Figure {
  const own = buckets.filter(bucket => {
    const middle = (bucket.from + bucket.to) / 2;
    return bucket.from < now && bucket.to - bucket.from <= 25 * 3_600_000 && middle >= from && middle < to;
  });
  if (!own.length || own.some(({kWh}) => kWh === undefined)) return to > now ? undefined : null;
  const exported = own.flatMap(({exportKwh}) => exportKwh ?? []);
  return {kWh: sum(own.map(({kWh}) => kWh ?? 0)), exportKwh: exported.length ? sum(exported) : undefined};
}

const sum = (amounts: readonly number[]): number => amounts.reduce((total, amount) => total + amount, 0);

const namers = new Map<string, Intl.DateTimeFormat>();

function dayName(at: number, key: string, options: Intl.DateTimeFormatOptions): string {
  const namer = namers.get(key) ?? new Intl.DateTimeFormat(LOCALE, options);
  namers.set(key, namer);
  return namer.format(at);
}

const short = ({from}: Day): string => dayName(from, 'short', {weekday: 'short'});
const inMonth = ({from}: Day): string => dayName(from, 'in-month', {day: 'numeric'});
const dated = ({from}: Day): string => dayName(from, 'dated', {weekday: 'short', day: 'numeric', month: 'short'});
const long = ({from}: Day): string => dayName(from, 'long', {weekday: 'long'});
const full = ({from}: Day): string => dayName(from, 'full', {weekday: 'long', day: 'numeric', month: 'long'});

let spans: Intl.DateTimeFormat | undefined;
const spanOf = (week: readonly Day[]): string =>
  (spans ??= new Intl.DateTimeFormat(LOCALE, {day: 'numeric', month: 'short', year: 'numeric'})).formatRange(week[0]!.from, week.at(-1)!.to - 1);

/**
 * The ways to other times. What is pressed in a chart is not measured: the peers' are only there to be read, which makes them smaller
 * and faster than they would be.
 */
export const PERIODS = ['Day', 'Week', 'Month', 'Year'];

export interface ChartRow {
  readonly day: string;
  readonly isToday: boolean;
  /** Absent where there is no figure. */
  readonly value: string | undefined;
}

/** All that a chart shows. */
export interface ChartModel {
  readonly name: string;
  readonly flow: 'consumption' | 'production';
  readonly flowName: string;
  /** "10 – 16 Nov 2025" */
  readonly span: string;
  readonly total: string | undefined;
  /** What follows "this week so far". */
  readonly most: string;
  /** The last bar, aloud. */
  readonly bar: string;
  readonly asides: string;
  readonly notes: string;
  readonly rows: readonly ChartRow[];
  readonly daysOf: string | undefined;
  readonly hasToday: boolean;
  readonly hasGap: boolean;
  readonly labels: readonly (readonly [string, string])[];
  readonly values: readonly (number | null)[];
  readonly sums: readonly string[];
  readonly gaps: readonly number[];
  readonly today: number;
}

const isKnown = (figure: Figure): figure is NonNullable<Figure> => figure != null;

function exportSentence(known: readonly NonNullable<Figure>[]): string {
  const exported = known.flatMap(({exportKwh}) => exportKwh ?? []);
  const amount = energy(sum(exported));
  return exported.length && amount.value !== energy(0).value ? `${inSentence(amount)} of it to the grid.` : '';
}

function mostOn(week: readonly Day[], figures: readonly Figure[]): string {
  const amounts = figures.map(figure => figure?.kWh ?? -1);
  const most = Math.max(...amounts);
  const day = week[amounts.indexOf(most)];
  return day && most > 0 && figures.filter(isKnown).length > 1 ? `; most on ${long(day)}.` : '.';
}

const sentences = (...parts: readonly string[]): string => parts.filter(Boolean).join(' ');

function notesOf(empty: readonly Day[], foreign: Bucket | undefined): string {
  const utc = foreign && (foreign.from % DAY_MS === 0 ? 'Days are counted in UTC.' : `Days are counted from ${new Date(foreign.from).toLocaleTimeString(LOCALE, {timeStyle: 'short'})}.`);
  return sentences(empty.length ? `No data: ${list(empty.map(long))}.` : '', utc ?? '');
}

const startsDay = ({from}: Day): boolean => new Date(from).setHours(0, 0, 0, 0) === from;

export function chartOf(device: Device, buckets: readonly Bucket[], now: number): ChartModel {
  const week = weekOf(now);
  const today = week.findIndex(({to}) => to > now);
  const figures = week.map(day => figureOf(buckets, day, now));
  const known = figures.filter(isKnown);
  const flow = device.kind === 'inverter' ? 'production' : 'consumption';
  const gaps = figures.flatMap((figure, index) => figure === null ? [index] : []);
  const expected = figures.filter(figure => figure !== undefined).length;
  const daysOf = known.length < expected ? `${known.length} of ${expected} days` : undefined;
  return {
    name: nameOf(device), flow, flowName: WORDS[flow], daysOf, gaps, today,
    total: known.length ? inSentence(energy(sum(known.map(({kWh}) => kWh)))) : undefined,
    asides: known.length ? sentences(daysOf ? `${daysOf}.` : '', exportSentence(known)) : '',
    span: spanOf(week),
    most: mostOn(week, figures),
    bar: `${full(week[today]!)}, Today, so far, ${figures[today] ? inSentence(energy(figures[today].kWh)) : 'No figures yet'}`,
    notes: notesOf(week.filter((_, index) => figures[index] === null), buckets.find(bucket => !startsDay(bucket))),
    rows: week.slice(0, today + 1).map((day, index) => {
      const figure = figures[index];
      return {day: dated(day), isToday: index === today, value: figure ? inSentence(energy(figure.kWh)) : undefined};
    }),
    hasToday: isKnown(figures[today]),
    hasGap: gaps.length > 0,
    labels: week.map((day, index) => [short(day), index === today ? 'Today' : inMonth(day)]),
    values: figures.map(figure => figure?.kWh ?? null),
    sums: figures.map(figure => figure ? energy(figure.kWh).value : ''),
  };
}
