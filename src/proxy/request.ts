import {jsonOf, textUpTo} from './bounded-text.js';
import {UpstreamError} from './upstream-error.js';

export type Fetch = (url: string, init: RequestInit) => Promise<Response>;

/** More than the longest list of devices or year of hours that anybody has. */
const MOST_BYTES = 10 * 1024 * 1024;

export interface Answer {
  readonly status: number;
  readonly headers: Headers;
  /** The parsed body; undefined if it is not JSON. */
  readonly json: unknown;
}

/**
 * One request to the Partner API, with a time limit for the whole answer. A redirect is a failure: followed, it could carry the
 * token to another host. Throws an `UpstreamError` when no answer came; any status that did come is returned.
 */
export async function request(fetch: Fetch, url: string, init: RequestInit, timeLimitMs: number): Promise<Answer> {
  const {status, headers, text} = await read(fetch, url, init, AbortSignal.timeout(Math.ceil(timeLimitMs)));
  if (status === 0 || (status >= 300 && status < 400)) throw new UpstreamError('redirect');
  return {status, headers, json: jsonOf(text)};
}

async function read(fetch: Fetch, url: string, init: RequestInit, signal: AbortSignal) {
  try {
    const response = await fetch(url, {...init, redirect: 'manual', signal});
    const text = await textUpTo(MOST_BYTES, response.body);
    if (text === undefined) throw new UpstreamError('too-large');
    return {status: response.status, headers: response.headers, text};
  } catch (cause) {
    if (cause instanceof UpstreamError) throw cause;
    throw new UpstreamError(signal.aborted ? 'timeout' : 'unreachable', {cause});
  }
}
