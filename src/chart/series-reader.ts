import type {Endpoint} from '../api/endpoint.js';
import type {Answer} from '../api/request.js';
import type {Savings} from '../api/savings.js';
import {readSavings} from '../api/savings.js';
import {KEYWORDS, readSteps} from '../api/series.js';
import type {Home, Period} from '../domain/calendar.js';
import {hasWholeHours} from '../domain/calendar.js';
import type {Device} from '../domain/device.js';
import type {ErrorCode} from '../domain/errors.js';
import type {EnergyBucket, EnergySeries, SavingsSeries} from '../domain/energy-series.js';
import {foreignStart} from '../domain/shares.js';
import {sumsOfSteps} from '../domain/sums-of-steps.js';
import type {Kit} from './kit.js';

/** What is known of one device in one period. */
export interface SeriesReading {
  /** Absent where the proxy has no such route: there never is a series then. */
  readonly energy?: Pick<EnergySeries, 'buckets' | 'derived'>;
  /** Absent where there is none, or nobody says in which currency. */
  readonly saved?: Pick<SavingsSeries, 'buckets' | 'currency'>;
  /** When it was asked for, epoch ms. */
  readonly askedAt: number;
  readonly isServedStale: boolean;
  /** How old the answer already was when it came. */
  readonly ageMs: number;
}

/** Whose, and when. */
export interface Asked {
  readonly endpoint: Endpoint;
  readonly device: Device;
  readonly period: Period;
  readonly home: Home;
}

/** A series is not read more often than this, whoever asks (contract 4). */
export const READ_AGAIN_AFTER_MS = 15 * 60_000;
/** By then all of a period that is over has come: it is read no more. */
const SETTLED_AFTER_MS = 2 * 3_600_000;
const DAY_MS = 86_400_000;
const [HOUR_MS, QUARTER_MS] = [3_600_000, 900_000];

export type ReadSeries = (asked: Asked, signal: AbortSignal, previous: SeriesReading | undefined) => Promise<SeriesReading>;

/** Nothing more will come to know of that period. */
export const isSettled = ({askedAt, isServedStale}: SeriesReading, {to}: Period): boolean =>
  !isServedStale && askedAt >= to.getTime() + SETTLED_AFTER_MS;

type Query = Readonly<Record<string, string>>;
type Served = Pick<SeriesReading, 'isServedStale' | 'ageMs'>;

/** What an answer says, or that the proxy has no such route. */
type Told<T> = Served & {readonly said: T} | undefined;

/**
 * One device's figures of a period. `previous` itself while it is fresh; its buckets where the new ones say the same. A day is read
 * from the API's `data`, all else from its `savings`; where the days of those are not the home's, they are the sums of its hours.
 */
export function seriesReader({inTurn, request, routeOf, COLLECTION_OF, PoderoError, isSignedOut}: Kit): ReadSeries {
  /** Devices whose hours cannot be had: asked for once. */
  const hourless = new Set<string>();

  async function ask(route: 'savings' | 'data', query: Query, {endpoint, device: {kind, id}}: Asked, signal: AbortSignal): Promise<Answer> {
    const url = routeOf(endpoint, COLLECTION_OF[kind], id, route);
    for (const [name, value] of Object.entries(query)) url.searchParams.set(name, value);
    return inTurn(() => request(url, route === 'data' ? filled(endpoint) : endpoint, signal), signal);
  }

  type Parsed<T> = {readonly is: 'read'} & T | {readonly is: 'refused' | 'malformed'};

  /** A route that has answered before is not one that is not there. */
  async function tell<T>(answering: Promise<Answer>, read: (json: unknown) => Parsed<T>, previous: T | undefined, otherwise: T): Promise<Told<T>> {
    const answer = await answering.catch((error: {code?: unknown}) => {
      if (error.code === 'not-found' && !previous) return undefined;
      throw error;
    });
    if (!answer) return undefined;
    const {isEmpty, text, ...served} = answer;
    if (isEmpty) return {...served, said: previous ?? otherwise};
    const said = read(parsed(text));
    if (said.is === 'read') return {...served, said};
    throw said.is === 'refused'
      ? new PoderoError('server', 'The answer to a chart carries an error in its metadata.')
      : new PoderoError('malformed', 'The answer to a chart is not that of savings or data.');
  }

  const warnerOf = ({endpoint, device: {kind, id}}: Asked, route: string) => (what: string) => endpoint.warn(`${kind} ${id}, ${route}: ${what}`);

  function readHours(asked: Asked, signal: AbortSignal, previous?: {buckets: readonly EnergyBucket[]}) {
    const {device: {kind}, period, home} = asked;
    const isWhole = hasWholeHours(period, home.zone);
    const query = {
      from_datetime: period.from.toISOString(), to_datetime: period.to.toISOString(), resolution: isWhole ? '1HOUR' : '15MIN', keywords: KEYWORDS[kind],
    };
    // With 400 the route says that it has nothing of that time (contract 1).
    const asking = ask('data', query, asked, signal).catch((error: {status?: number}) => {
      if (error.status === 400) return {isEmpty: true, text: '', isServedStale: false, ageMs: 0};
      throw error;
    });
    return tell(asking,
      json => readSteps(json, kind, isWhole ? HOUR_MS : QUARTER_MS, warnerOf(asked, 'data')), previous, {buckets: []});
  }

  function readSaved(asked: Asked, signal: AbortSignal, previous: SeriesReading | undefined) {
    const {device: {kind}, period: {name, from, to}} = asked;
    // Days that are not the home's may begin before its first: asked for without them, the API would leave them out.
    const query = {from: new Date(from.getTime() - DAY_MS).toISOString(), to: to.toISOString(), resolution: name === 'year' ? '1MONTH' : '1DAY'};
    const before = previous?.energy && {buckets: previous.energy.buckets, ...previous.saved && {saved: previous.saved}};
    return tell<Savings>(ask('savings', query, asked, signal), json => readSavings(json, kind, warnerOf(asked, 'savings')), before, {buckets: []});
  }

  /** The home's own days out of its hours, where those can be had; whatever happens to them, the others are as true as before. */
  async function ownDays(asked: Asked, signal: AbortSignal): Promise<readonly EnergyBucket[] | undefined> {
    const key = [asked.endpoint.key, asked.device.kind, asked.device.id].join(' ');
    if (hourless.has(key)) return undefined;
    const told = await readHours(asked, signal).catch((error: {readonly code: ErrorCode}) => {
      if (signal.aborted || isSignedOut(error.code)) throw error;
    });
    if (!told) hourless.add(key);
    const days = told && sumsOfSteps(told.said.buckets, asked.period, new Date());
    return days?.some(day => 'kWh' in day) ? days : undefined;
  }

  async function readPeriod(asked: Asked, signal: AbortSignal, previous: SeriesReading | undefined): Promise<Told<Pick<SeriesReading, 'energy' | 'saved'>>> {
    const {device: {kind}, period: {name}, home} = asked;
    const derived = kind === 'inverter' ? 'calculated' : 'estimated';
    if (name === 'day') {
      const told = await readHours(asked, signal, previous?.energy);
      const isWhole = hasWholeHours(asked.period, home.zone);
      return told && {...told, said: {energy: {buckets: isWhole ? told.said.buckets : sumsOfSteps(told.said.buckets, asked.period, new Date()), derived}}};
    }
    const told = await readSaved(asked, signal, previous);
    if (!told) return undefined;
    const {buckets, saved} = told.said;
    const days = name !== 'year' && foreignStart([{buckets}], home.zone) ? await ownDays(asked, signal) : undefined;
    return {...told, said: {energy: days ? {buckets: days, derived} : {buckets}, ...saved && {saved}}};
  }

  return async (asked, signal, previous) => {
    const askedAt = Date.now();
    if (previous && askedAt >= previous.askedAt && (askedAt - previous.askedAt < READ_AGAIN_AFTER_MS || isSettled(previous, asked.period))) return previous;
    const told = await readPeriod(asked, signal, previous);
    if (!told) return {askedAt, isServedStale: false, ageMs: 0};
    const {said: {energy, saved}, isServedStale, ageMs} = told;
    return {...energy && {energy: sameOr(previous?.energy, energy)}, ...saved && {saved: sameOr(previous?.saved, saved)}, askedAt, isServedStale, ageMs};
  };
}

/** The API leaves out what it does not know unless it is told not to: then a gap would look like an end. */
const filled = (endpoint: Endpoint): Endpoint => ({
  ...endpoint,
  getHeaders: () => () => {
    const headers = new Headers(endpoint.getHeaders()?.());
    headers.set('fill-missing', 'true');
    return headers;
  },
});

/** What cannot be parsed is no answer either. */
function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

/** Compared without the metadata, which differ each time (faults H03). */
const sameOr = <T>(before: T | undefined, now: T): T => before && JSON.stringify(before) === JSON.stringify(now) ? before : now;
