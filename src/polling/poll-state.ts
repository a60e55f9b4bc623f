/**
 * What is known of something that is read again and again. Data and network are two axes: old data, a running request and
 * an error can be true at once.
 */
export type PollState<T> =
  /** Nobody asked yet (the page is hidden, or the element was just attached). */
  | {readonly status: 'idle'; readonly isRefreshing?: undefined}
  /** The first answer is awaited. */
  | {readonly status: 'pending'; readonly isRefreshing?: undefined}
  | {
      readonly status: 'ready';
      readonly value: T;
      /** When the last good answer came, epoch ms. */
      readonly at: number;
      readonly isRefreshing: boolean;
      /** The latest attempt failed; the value is that of an earlier one. */
      readonly problem?: Failure;
    }
  /** No attempt succeeded yet, or the data had to be forgotten. */
  | {readonly status: 'failed'; readonly failure: Failure; readonly isRefreshing: boolean};

export interface Failure {
  readonly error: unknown;
  /** When the next attempt is due by itself, epoch ms. */
  readonly nextAttemptAt?: number;
}

/** What to do after a failure; made by whoever knows what the error means. */
export interface Verdict {
  /** ms from now, the usual interval, or not by itself. */
  readonly next: number | 'interval' | 'never';
  /** Nobody may ask before this instant (epoch ms). */
  readonly notBefore?: number;
  /** The value read before must not be shown any more. */
  readonly forget: boolean;
}

export const IDLE = {status: 'idle'} as const;

export function begin<T>(state: PollState<T>): PollState<T> {
  return state.status === 'ready' || state.status === 'failed' ? {...state, isRefreshing: true} : {status: 'pending'};
}

export function succeed<T>(value: T, at: number): PollState<T> {
  return {status: 'ready', value, at, isRefreshing: false};
}

export function fail<T>(state: PollState<T>, failure: Failure, forget: boolean): PollState<T> {
  return state.status === 'ready' && !forget
    ? {...state, isRefreshing: false, problem: failure}
    : {status: 'failed', failure, isRefreshing: false};
}

export const failureOf = <T>(state: PollState<T>): Failure | undefined =>
  state.status === 'ready' ? state.problem : state.status === 'failed' ? state.failure : undefined;

export const valueOf = <T>(state: PollState<T>): T | undefined => (state.status === 'ready' ? state.value : undefined);
