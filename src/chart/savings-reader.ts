import type {Endpoint} from '../api/endpoint.js';
import {readSavings} from '../api/savings.js';
import type {Answer} from '../api/request.js';
import type {Span} from '../domain/calendar.js';
import type {Device} from '../domain/device.js';
import type {EnergyBucket} from '../domain/energy-series.js';
import type {Kit} from './kit.js';

/** What is known of one device's savings. */
export interface SavingsReading {
  /** Absent where the proxy has no such route: there never is a series then. */
  readonly buckets?: readonly EnergyBucket[];
  /** When they were asked for, epoch ms. */
  readonly askedAt: number;
  readonly isServedStale: boolean;
  /** How old the answer already was when it came. */
  readonly ageMs: number;
}

/** A series is not read more often than this, whoever asks (contract 4). */
export const READ_AGAIN_AFTER_MS = 15 * 60_000;

export type ReadSeries = (
  endpoint: Endpoint, device: Device, span: Span, signal: AbortSignal, previous: SavingsReading | undefined,
) => Promise<SavingsReading>;

/** One device's savings, a bucket a day. `previous` itself while it is fresh; its buckets where the new ones say the same. */
export function savingsReader({inTurn, request, routeOf, COLLECTION_OF, PoderoError}: Kit): ReadSeries {
  return async (endpoint, {kind, id}, {from, to}, signal, previous) => {
    const askedAt = Date.now();
    if (previous && askedAt >= previous.askedAt && askedAt - previous.askedAt < READ_AGAIN_AFTER_MS) return previous;
    const url = routeOf(endpoint, COLLECTION_OF[kind], id, 'savings');
    const query = {from: from.toISOString(), to: to.toISOString(), resolution: '1DAY'};
    for (const [name, value] of Object.entries(query)) url.searchParams.set(name, value);
    const answer = await inTurn(() => request(url, endpoint, signal), signal).catch((error: {code?: unknown}) => {
      // A route that has answered before is not one that is not there.
      if (error.code === 'not-found' && !previous?.buckets) return undefined;
      throw error;
    });
    if (!answer) return {askedAt, isServedStale: false, ageMs: 0};
    const {isServedStale, ageMs} = answer;
    return {buckets: sameOr(previous?.buckets, bucketsOf(answer)), askedAt, isServedStale, ageMs};

    function bucketsOf({isEmpty, text}: Answer): readonly EnergyBucket[] {
      if (isEmpty) return previous?.buckets ?? [];
      const read = readSavings(parsed(text), kind, what => endpoint.warn(`${kind} ${id}, savings: ${what}`));
      if (read.is === 'read') return read.buckets;
      throw read.is === 'refused'
        ? new PoderoError('server', `${url.href} answered with an error in its metadata.`)
        : new PoderoError('malformed', 'The answer is not that of savings.');
    }
  };
}

/** What cannot be parsed is no answer of savings either. */
function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

/** Compared without the metadata, which differ each time (faults H03). */
const sameOr = (before: readonly EnergyBucket[] | undefined, now: readonly EnergyBucket[]): readonly EnergyBucket[] =>
  before && JSON.stringify(before) === JSON.stringify(now) ? before : now;
