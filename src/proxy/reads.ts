import type {Cache, NotNow, Reading} from './cache.js';
import type {Picker} from './allow-fields.js';
import type {Kept} from './store.js';
import {inTime} from './in-time.js';
import {UpstreamError} from './upstream-error.js';
import type {Upstream, UpstreamResult} from './upstream.js';

/** What may be read: where it stands, and what of it may pass. */
export interface Read {
  /** Relative to the user: `heat-pumps/{id}/savings?from=…`. */
  readonly path: string;
  readonly pick: Picker;
  /** Of `data`: steps without a value come too, as null (`fill-missing: true`). */
  readonly isFilled?: boolean;
  /** Of history: 400 says that there is none in this period. */
  readonly isHistory?: boolean;
}

/** The reads of all users, each user's apart. */
export interface Reads {
  /** Kept answers serve while they are fresh, and while the API fails. */
  read(userPath: string, what: Read): Promise<Reading | NotNow>;
  /** Asks the API; what comes is kept for the others. */
  refresh(userPath: string, what: Read): Promise<Reading | NotNow>;
}

export function createReads(upstream: Upstream, cache: Cache): Reads {
  const through = (way: 'read' | 'refresh') => (userPath: string, {path, pick, isFilled = false, isHistory = false}: Read) => {
    const headers = isFilled ? {'fill-missing': 'true'} : {};
    return cache[way](keyOf(userPath, path, isFilled), async () => keep(await inTime(upstream.read(`${userPath}/${path}`, headers), PATIENCE_MS, giveUp), pick, isHistory));
  };
  return {read: through('read'), refresh: through('refresh')};
}

/** However slow token, read and second try are together: what was known before is still to be given within the proxy's deadline. */
const PATIENCE_MS = 10_500;
const giveUp = (): never => { throw new UpstreamError('timeout'); };

/** Whose it is stands first: without the user, one customer would be shown another's home. */
export const keyOf = (userPath: string, path: string, isFilled = false): string => `${userPath}/${path}${isFilled ? ' filled' : ''}`;

async function keep(result: UpstreamResult, pick: Picker, isHistory: boolean): Promise<Kept | NotNow> {
  switch (result.is) {
    case 'too-many': return result;
    case 'not-found': return keepDetail(404, 'The Podero API does not know this.');
    case 'invalid': if (isHistory) return keepDetail(400, 'There are no data in this period.');
  }
  if (result.is !== 'found') throw new UpstreamError('refused');
  const allowed = pick(result.json);
  if (allowed === undefined) throw new UpstreamError('malformed');
  // A 200 that carries an error is none, and its text is nobody's business.
  if ((allowed as {metadata?: {error?: unknown} | null}).metadata?.error) throw new UpstreamError('failing');
  return keepJson(200, allowed);
}

const keepDetail = (status: number, detail: string) => keepJson(status, {detail});

async function keepJson(status: number, json: unknown): Promise<Kept> {
  const body = JSON.stringify(json);
  return {status, body, etag: await etagOf(body), at: Date.now(), isPassing: isPassing(json)};
}

/** A vehicle that was asked to charge is about to begin: every three seconds somebody looks whether it has (podero-api.md 6). */
const isPassing = (json: unknown): boolean =>
  [json].flat().some(device => (device as {boost_state?: unknown} | null)?.boost_state === 'requested');

async function etagOf(body: string): Promise<string> {
  const digest = await crypto.subtle.digest('SHA-256', new TextEncoder().encode(body));
  return `"${btoa(String.fromCharCode(...new Uint8Array(digest).slice(0, 16)))}"`;
}

/** The reads in which a device's state stands: its own and its collection's. */
export const touchedBy = (userPath: string, device: string): string[] => [device, device.slice(0, device.indexOf('/'))].map(path => keyOf(userPath, path));
