import {setTimeout as pause} from 'node:timers/promises';
import {request, type Answer, type Fetch} from './request.js';
import type {TokenSource} from './token.js';
import {faultOf, isPassing, UpstreamError} from './upstream-error.js';

export type UpstreamResult =
  | {readonly is: 'found'; readonly json: unknown}
  | {readonly is: 'done'}
  | {readonly is: 'not-found'}
  /** 409: the device is in a state in which it cannot be done. */
  | {readonly is: 'conflict'; readonly json: unknown}
  /** 400, 422: of a request for history it means that there is none in this period. */
  | {readonly is: 'invalid'}
  | {readonly is: 'too-many'; readonly retryAfterS: string | undefined};

export type Write = 'PUT' | 'POST' | 'DELETE';

/** The Partner API. Everything rejects with an `UpstreamError` where there is no answer that a customer could do with. */
export interface Upstream {
  /** Once more after a failure that may be over. `path` is relative to the API's base. */
  read(path: string, headers?: Readonly<Record<string, string>>): Promise<UpstreamResult>;
  /** Never twice: nobody knows whether the first has arrived. */
  write(method: Write, path: string, body?: object): Promise<UpstreamResult>;
  /** Without the token: the path's own signature is all that the API asks for. Twice is as good as once. */
  report(path: string, body: object): Promise<UpstreamResult>;
}

export interface UpstreamOptions {
  /** With a slash at the end. */
  readonly apiUrl: string;
  readonly tokens: TokenSource;
  readonly fetch: Fetch;
  readonly timeoutSeconds: number;
}

const RETRY_AFTER_MS = 250;

export function createUpstream({apiUrl, tokens, fetch, timeoutSeconds}: UpstreamOptions): Upstream {
  const send = (path: string, init: RequestInit, token?: string) => request(fetch, apiUrl + path, {
    ...init, headers: {accept: 'application/json', ...init.headers as Record<string, string>, ...(token ? {authorization: `Bearer ${token}`} : {})},
  }, 1000 * timeoutSeconds);

  /** A token may have been withdrawn before its time: once, another is asked for. */
  const sendWithToken = async (path: string, init: RequestInit) => {
    const token = await tokens.get();
    const answer = await send(path, init, token);
    const other = answer.status === 401 ? await tokens.replace(token) : undefined;
    return understand(other === undefined ? answer : await send(path, init, other));
  };

  return {
    read: (path, headers = {}) => retryOnce(() => sendWithToken(path, {headers})),
    write: (method, path, body) => sendWithToken(path, {method, ...(body && jsonOf(body))}),
    report: (path, body) => retryOnce(async () => understand(await send(path, {method: 'POST', ...jsonOf(body)}))),
  };
}

const jsonOf = (body: object): RequestInit => ({body: JSON.stringify(body), headers: {'content-type': 'application/json'}});

async function retryOnce<T>(attempt: () => Promise<T>): Promise<T> {
  try {
    return await attempt();
  } catch (error) {
    if (!isPassing(faultOf(error))) throw error;
    await pause(RETRY_AFTER_MS);
    return attempt();
  }
}

function understand({status, headers, json}: Answer): UpstreamResult {
  if (status === 401) throw new UpstreamError('credentials');
  // 405 and 501: an API of another generation, which has no such route.
  if ([404, 405, 501].includes(status)) return {is: 'not-found'};
  if (status === 204) return {is: 'done'};
  if (status === 409) return {is: 'conflict', json};
  if (status === 400 || status === 422) return {is: 'invalid'};
  if (status === 429) return {is: 'too-many', retryAfterS: headers.get('retry-after')?.match(/^\d+$/)?.[0]};
  if (status >= 500) throw new UpstreamError('failing');
  if (status < 200 || status > 299) throw new UpstreamError('refused');
  if (typeof json !== 'object' || json === null) throw new UpstreamError('malformed');
  return {is: 'found', json};
}
