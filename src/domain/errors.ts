/** Every way a read can fail, the most telling first: the first of several is the one a list reports. */
export const ERROR_CODES = [
  'config', 'offline', 'network', 'timeout', 'unauthorized', 'forbidden', 'not-found', 'rate-limited', 'server', 'malformed',
] as const;

export type ErrorCode = (typeof ERROR_CODES)[number];

interface ErrorFacts {
  /** HTTP status, where an answer came. */
  readonly status?: number;
  /** Not before this instant (epoch ms) may anybody ask again. */
  readonly retryAt?: number;
  readonly cause?: unknown;
}

/**
 * The one error of the widgets. Told apart by `code`, never by `instanceof`: two bundles may share a page.
 * `message` is for developers; the words for customers come from `text/`.
 */
export class PoderoError extends Error {
  override readonly name = 'PoderoError';
  readonly status?: number;
  readonly retryAt?: number;

  constructor(readonly code: ErrorCode, message: string, {status, retryAt, cause}: ErrorFacts = {}) {
    super(message, cause === undefined ? undefined : {cause});
    if (status !== undefined) this.status = status;
    if (retryAt !== undefined) this.retryAt = retryAt;
  }
}

/** Whatever was thrown, as a PoderoError; what nobody foresaw counts as a broken answer. */
export function asPoderoError(thrown: unknown): PoderoError {
  const code = (thrown as {code?: unknown} | null)?.code;
  return (ERROR_CODES as readonly unknown[]).includes(code)
    ? (thrown as PoderoError)
    : new PoderoError('malformed', 'An unexpected error stopped the reading of an answer.', {cause: thrown});
}

const NOT_RETRYABLE: readonly ErrorCode[] = ['config', 'unauthorized', 'forbidden', 'not-found'];

/** Can the same request succeed later without anybody doing something? */
export const isRetryable = (code: ErrorCode): boolean => !NOT_RETRYABLE.includes(code);

/** The customer's session is not good for this data (any more): what was shown may be another customer's now. */
export const isSignedOut = (code: ErrorCode): boolean => code === 'unauthorized' || code === 'forbidden';

/** The error that comes first in the order of `ERROR_CODES`. */
export function worstError(errors: readonly PoderoError[]): PoderoError | undefined {
  return [...errors].sort((a, b) => ERROR_CODES.indexOf(a.code) - ERROR_CODES.indexOf(b.code))[0];
}
