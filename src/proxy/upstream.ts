import {request, type Answer, type Fetch} from './request.js';
import type {TokenSource} from './token.js';
import {UpstreamError} from './upstream-error.js';

export type Upstream = (path: string) => Promise<UpstreamResult>;

export type UpstreamResult =
  | {readonly is: 'found'; readonly json: unknown}
  | {readonly is: 'not-found'}
  | {readonly is: 'too-many'; readonly retryAfterS: string | undefined};

export interface UpstreamOptions {
  /** With a slash at the end. */
  readonly apiUrl: string;
  readonly tokens: TokenSource;
  readonly fetch: Fetch;
}

/** Reads from the Partner API. Rejects with an `UpstreamError` where there is no answer that a customer could do with. */
export function createUpstream({apiUrl, tokens, fetch}: UpstreamOptions): Upstream {
  const send = (path: string, token: string) => request(fetch, apiUrl + path, {
    headers: {accept: 'application/json', authorization: `Bearer ${token}`},
  });

  return async path => {
    const token = await tokens.get();
    const answer = await send(path, token);
    return understand(answer.status === 401 ? await send(path, await tokens.replace(token)) : answer);
  };
}

function understand({status, headers, json}: Answer): UpstreamResult {
  if (status === 401) throw new UpstreamError('credentials');
  // 405 and 501: an API of another generation, which has no such route.
  if ([404, 405, 501].includes(status)) return {is: 'not-found'};
  if (status === 429) return {is: 'too-many', retryAfterS: headers.get('retry-after')?.match(/^\d+$/)?.[0]};
  if (status !== 200) throw new UpstreamError('refused');
  if (typeof json !== 'object' || json === null) throw new UpstreamError('malformed');
  return {is: 'found', json};
}
