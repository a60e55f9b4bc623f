import type {Endpoint} from './endpoint.js';
import {PoderoError} from '../domain/errors.js';
import {learnTime} from './server-clock.js';
import {believe, explain} from './probe.js';
import {errorOfStatus} from './status-error.js';
import {discardToken, tokenOf} from './token.js';

/** Goes out with POST. */
export interface Posting {
  /** Sent as JSON. */
  readonly body: Readonly<Record<string, string>>;
  /** Header against requests that another site's page makes. */
  readonly csrf: readonly [name: string, token: string] | undefined;
}

export interface Sending {
  /** Media type of the stream that is wanted; default: JSON, which is read. */
  readonly accept?: string;
  readonly posting?: Posting;
}

/**
 * The last answer of each proxy that named an instant: before it nobody asks there, whoever it is and whatever for (faults H11).
 * Too many streams are no reason to read nothing: a stream's own answer binds that stream only.
 */
const refusals = new Map<string, {readonly error: PoderoError; readonly atMonotonicMs: number}>();

/** A successful answer, or a `PoderoError` of another status. */
export async function send(url: URL, endpoint: Endpoint, signal: AbortSignal, sending: Sending = {}): Promise<Response> {
  const address = sending.accept ? url.href : endpoint.base.href;
  obey(endpoint.base.href);
  obey(address);
  const response = await sendWithToken(url, endpoint, signal, sending);
  // A stream may come from elsewhere, where another clock runs.
  if (!sending.accept) learnTime(endpoint, response);
  if (response.ok) {
    believe(endpoint.base.href);
    return response;
  }
  const error = errorOfStatus(response);
  if (error.retryAt) refusals.set(address, {error, atMonotonicMs: performance.now() + error.retryAt - Date.now()});
  throw error;
}

/** It is over when either clock says so: one may be set back, the other stand still (faults T11, T12). */
function obey(address: string): void {
  const {error, atMonotonicMs = 0} = refusals.get(address) ?? {};
  if (error?.retryAt && Date.now() < error.retryAt && performance.now() < atMonotonicMs) throw error;
}

/** A 401 may only mean that the partner's token ran out: it is asked for once more (faults H06). */
async function sendWithToken(url: URL, endpoint: Endpoint, signal: AbortSignal, sending: Sending): Promise<Response> {
  const getToken = endpoint.getToken();
  const used = getToken && tokenOf(getToken);
  const response = await fetchWith(url, endpoint, signal, used && (await used), sending);
  if (response.status !== 401 || !getToken) return response;
  if (used) discardToken(getToken, used);
  return fetchWith(url, endpoint, signal, await tokenOf(getToken), sending);
}

function fetchWith(
  url: URL, endpoint: Endpoint, signal: AbortSignal, token: string | undefined, {accept, posting}: Sending,
): Promise<Response> {
  const headers = headersOf(endpoint);
  headers.set('Accept', accept ?? 'application/json');
  if (token) headers.set('Authorization', `Bearer ${token}`);
  // `no-cache` revalidates: a proxy's max-age must not freeze the polling (faults C06).
  const init = {headers, signal, credentials: endpoint.credentials, cache: 'no-cache'} as const;
  const ask = (otherwise: RequestInit) => fetch(url, {...init, ...otherwise});
  if (accept) return ask({});
  if (!posting) return ask({}).catch((thrown: unknown) => explain(thrown, {url, signal, proxy: endpoint.base.href, again: ask}));
  headers.set('Content-Type', 'application/json');
  if (posting.csrf) headers.set(...posting.csrf);
  return ask({method: 'POST', body: JSON.stringify(posting.body)});
}

function headersOf({getHeaders}: Endpoint): Headers {
  try {
    return new Headers(getHeaders()?.());
  } catch (cause) {
    throw new PoderoError('config', 'getHeaders failed; without headers nothing is read.', {cause});
  }
}
