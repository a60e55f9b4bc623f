import type {Endpoint, GetToken} from './endpoint.js';
import {PoderoError} from '../domain/errors.js';
import {explain} from './probe.js';
import {readText} from './read-text.js';
import {errorOfStatus} from './status-error.js';

/** For the whole of an answer, body included (faults N02, N03). */
const DEADLINE_MS = 15_000;
const TOKEN_DEADLINE_MS = 10_000;

export interface Answer {
  /** Empty for 204. */
  readonly text: string;
  readonly isEmpty: boolean;
  /** The proxy served it although the API is failing (contract 1). */
  readonly isServedStale: boolean;
  /** How old the answer already was when it came; 0 where nothing says so. */
  readonly ageMs: number;
}

/** Goes out with POST. */
export interface Posting {
  /** Sent as JSON. */
  readonly body: Readonly<Record<string, string>>;
  /** Header against requests that another site's page makes. */
  readonly csrf: readonly [name: string, token: string] | undefined;
}

/**
 * One request, from address to text: GET, or POST where there is something to send. Rejects with a `PoderoError`, or with the
 * signal's reason when it was aborted.
 */
export async function request(url: URL, endpoint: Endpoint, signal: AbortSignal, posting?: Posting): Promise<Answer> {
  signal.throwIfAborted();
  if (!navigator.onLine) throw new PoderoError('offline', 'The browser is offline; nothing was asked.');
  const deadline = new AbortController();
  const timer = setTimeout(() => deadline.abort(), DEADLINE_MS);
  const abort = () => deadline.abort();
  signal.addEventListener('abort', abort);
  try {
    return await answerOf(await send(url, endpoint, deadline.signal, posting));
  } catch (thrown) {
    throw signal.aborted || thrown instanceof PoderoError ? thrown : networkError(url, thrown, deadline.signal.aborted);
  } finally {
    clearTimeout(timer);
    signal.removeEventListener('abort', abort);
    // Whatever of the body was not read is not fetched either.
    deadline.abort();
  }
}

/** A 401 may only mean that the partner's token ran out: it is asked for once more (faults H06). */
async function send(url: URL, endpoint: Endpoint, signal: AbortSignal, posting?: Posting): Promise<Response> {
  const getToken = endpoint.getToken();
  const used = getToken && tokenOf(getToken);
  const response = await fetchWith(url, endpoint, signal, used && (await used), posting);
  if (response.status !== 401 || !getToken) return response;
  // Others may have asked for a new one already.
  if (tokens.get(getToken) === used) tokens.delete(getToken);
  return fetchWith(url, endpoint, signal, await tokenOf(getToken), posting);
}

function fetchWith(url: URL, endpoint: Endpoint, signal: AbortSignal, token: string | undefined, posting?: Posting): Promise<Response> {
  const headers = headersOf(endpoint);
  headers.set('Accept', 'application/json');
  if (token) headers.set('Authorization', `Bearer ${token}`);
  // `no-cache` revalidates: a proxy's max-age must not freeze the polling (faults C06).
  const init = {headers, signal, credentials: endpoint.credentials, cache: 'no-cache'} as const;
  const ask = (more: RequestInit) => fetch(url, {...init, ...more});
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

async function answerOf(response: Response): Promise<Answer> {
  if (!response.ok) throw errorOfStatus(response);
  // A login page instead of data: the session is over (faults C03).
  if (/\bhtml\b/i.test(response.headers.get('content-type') ?? '')) {
    throw new PoderoError('unauthorized', 'The proxy answered with a web page instead of JSON, probably its login page.', {
      status: response.status,
    });
  }
  const isEmpty = response.status === 204;
  return {text: isEmpty ? '' : await readText(response), isEmpty, isServedStale: isServedStale(response), ageMs: ageOf(response)};
}

/** Of an answer served stale: what a shared cache says of a fresh one is of no use to a customer. */
const ageOf = (response: Response): number => isServedStale(response) ? 1000 * Math.max(0, Number(response.headers.get('age')) || 0) : 0;

const isServedStale = ({headers}: Response): boolean => headers.get('podero-stale') === '1';

/** Tokens are kept while their function is; a new function is asked anew. */
const tokens = new WeakMap<GetToken, Promise<string>>();

function tokenOf(getToken: GetToken): Promise<string> {
  const kept = tokens.get(getToken) ?? withinDeadline(getToken);
  tokens.set(getToken, kept);
  kept.catch(() => tokens.get(getToken) === kept && tokens.delete(getToken));
  return kept;
}

function withinDeadline(getToken: GetToken): Promise<string> {
  return new Promise((resolve, reject) => {
    const late = () => reject(new PoderoError('timeout', 'getToken did not answer within 10 seconds.'));
    const timer = setTimeout(late, TOKEN_DEADLINE_MS);
    new Promise<string>(start => start(getToken()))
      .then(resolve, (cause: unknown) => reject(new PoderoError('network', 'getToken failed; without a token nothing is read.', {cause})))
      .finally(() => clearTimeout(timer));
  });
}

/** A browser does not say why a request failed: the most likely reasons go into the message. */
function networkError(url: URL, cause: unknown, isTimedOut: boolean): PoderoError {
  if (isTimedOut) return new PoderoError('timeout', `${url.href} did not answer within 15 seconds.`, {cause});
  if (!navigator.onLine) return new PoderoError('offline', 'The connection was lost.', {cause});
  const cors = url.origin === location.origin ? '' : ' It is on another origin: does it send Access-Control-Allow-Origin for this page?';
  return new PoderoError('network', `${url.href} could not be reached.${cors}`, {cause});
}
