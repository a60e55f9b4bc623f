import {asPoderoError, isSignedOut} from '../domain/errors.js';

/** What is to become of a poll that failed; `polling/` obeys it without knowing why. */
export interface Retry {
  /** ms from now, the usual interval, or not by itself. */
  readonly next: number | 'interval' | 'never';
  /** Nobody may ask before this instant (epoch ms). */
  readonly notBefore?: number;
  /** What was read before must not be shown any more. */
  readonly forget: boolean;
}

/** Delays before the first, second and third retry (faults N01); then the poll interval. */
const BACKOFF_MS = [2_000, 8_000, 30_000];

/** Answers of a server in trouble; other refusals will not get better by asking again soon (faults H05, H09, H10). */
const RETRIED_STATUSES: readonly (number | undefined)[] = [408, 425, 500, 502, 503, 504];

/**
 * What becomes of a poll that failed for the `failures`-th time in a row.
 * @param random 0 … 1; spreads the retries of many customers over half of each delay
 */
export function judge(thrown: unknown, failures: number, random = Math.random(), now = Date.now()): Retry {
  const {code, status, retryAt} = asPoderoError(thrown);
  if (isSignedOut(code)) return {next: 'never', forget: true};
  if (code === 'config') return {next: 'never', forget: false};
  const isSoon = code === 'network' || code === 'timeout' || RETRIED_STATUSES.includes(status);
  const delay = BACKOFF_MS[failures - 1];
  if (retryAt === undefined) return {next: isSoon && delay ? delay * (0.5 + random / 2) : 'interval', forget: false};
  // Whoever names an instant is not asked before it, and is asked then: not first at the next poll.
  const isThen = isSoon || code === 'rate-limited';
  return {next: isThen && delay ? Math.max(delay, retryAt - now) : 'interval', notBefore: retryAt, forget: false};
}
