import type {Endpoint} from './endpoint.js';
import {PoderoError} from '../domain/errors.js';
import {readText} from './read-text.js';
import type {Posting} from './send.js';
import {send} from './send.js';

/** For the whole of an answer, body included (faults N02, N03). */
const DEADLINE_MS = 15_000;

export interface Answer {
  /** Empty for 204. */
  readonly text: string;
  readonly isEmpty: boolean;
  /** The proxy served it although the API is failing (contract 1). */
  readonly isServedStale: boolean;
  /** How old the answer already was when it came; 0 where nothing says so. */
  readonly ageMs: number;
}

/**
 * One request, from address to text: GET, or POST where there is something to send. Rejects with a `PoderoError`, or with an
 * `AbortError` when it was aborted.
 */
export async function request(url: URL, endpoint: Endpoint, signal: AbortSignal, posting?: Posting): Promise<Answer> {
  // `throwIfAborted` is younger than the oldest browsers (faults L17).
  if (signal.aborted) throw new DOMException('', 'AbortError');
  if (!navigator.onLine) throw new PoderoError('offline', 'The browser is offline; nothing was asked.');
  const deadline = new AbortController();
  const timer = setTimeout(() => deadline.abort(), DEADLINE_MS);
  const abort = () => deadline.abort();
  signal.addEventListener('abort', abort);
  try {
    return await answerOf(await send(url, endpoint, deadline.signal, posting && {posting}));
  } catch (thrown) {
    const isTimedOut = deadline.signal.aborted;
    // Whatever of the body was not read is not fetched either.
    abort();
    throw signal.aborted || thrown instanceof PoderoError ? thrown : networkError(url, thrown, isTimedOut);
  } finally {
    clearTimeout(timer);
    signal.removeEventListener('abort', abort);
  }
}

async function answerOf(response: Response): Promise<Answer> {
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

/** A browser does not say why a request failed: the most likely reasons go into the message. */
function networkError(url: URL, cause: unknown, isTimedOut: boolean): PoderoError {
  if (isTimedOut) return new PoderoError('timeout', `${url.origin}${url.pathname} did not answer within 15 seconds.`, {cause});
  if (!navigator.onLine) return new PoderoError('offline', 'The connection was lost.', {cause});
  const cors = url.origin === location.origin ? '' : ' It is on another origin: does it send Access-Control-Allow-Origin?';
  return new PoderoError('network', `${url.origin}${url.pathname} could not be reached.${cors}`, {cause});
}
