import {UpstreamError} from './upstream-error.js';

export type Fetch = (url: string, init: RequestInit) => Promise<Response>;

/** For the whole answer, body included. */
const TIME_LIMIT_MS = 10_000;

export interface Answer {
  readonly status: number;
  readonly headers: Headers;
  /** The parsed body; undefined if it is not JSON. */
  readonly json: unknown;
}

/**
 * One request to the Partner API, with a time limit. A redirect is a failure: followed, it could carry the token to
 * another host. Throws an `UpstreamError` when no answer came; any status that did come is returned.
 */
export async function request(fetch: Fetch, url: string, init: RequestInit): Promise<Answer> {
  const {status, headers, text} = await read(fetch, url, init);
  if (status === 0 || (status >= 300 && status < 400)) throw new UpstreamError('redirect');
  return {status, headers, json: parse(text)};
}

async function read(fetch: Fetch, url: string, init: RequestInit) {
  const signal = AbortSignal.timeout(TIME_LIMIT_MS);
  try {
    const response = await fetch(url, {...init, redirect: 'manual', signal});
    return {status: response.status, headers: response.headers, text: await response.text()};
  } catch (cause) {
    throw new UpstreamError(signal.aborted ? 'timeout' : 'unreachable', {cause});
  }
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
