import type {Snapshot} from '../api/client.js';
import type {Device, DeviceKind} from '../domain/device.js';
import type {PoderoError} from '../domain/errors.js';
import {asPoderoError, isSignedOut, worstError} from '../domain/errors.js';
import type {Failure, PollState} from '../polling/poll-state.js';

/** What an element may show: the one answer to "have we data, is it good, is something wrong". */
export type SourceView =
  | {readonly is: 'pending'}
  | {readonly is: 'failed'; readonly error: PoderoError; readonly nextAttemptAt?: number; readonly isRefreshing: boolean;
      /** Where the reads failed one by one. */
      readonly problems?: readonly Problem[];}
  | ReadyView;

export interface ReadyView {
  readonly is: 'ready';
  readonly devices: readonly Device[];
  /** When the oldest of the answers was true, epoch ms; absent for devices that the page handed in. */
  readonly checkedAt?: number;
  readonly isRefreshing: boolean;
  /** Reads that failed last time; what they gave before is still in `devices`. */
  readonly problems: readonly Problem[];
  /** The one of them that matters most. */
  readonly worst?: PoderoError;
  /** When the next try comes by itself (epoch ms); 0 where none is planned. */
  readonly nextAttemptAt?: number;
  /** How many of the reads are without problem. */
  readonly good: number;
  /** The proxy answers, but says that the API behind it does not. */
  readonly isServedStale: boolean;
  /** Devices per kind that could not be told apart and are not shown. */
  readonly dropped: readonly {readonly kind: DeviceKind; readonly count: number}[];
}

export interface Problem {
  readonly kind: DeviceKind;
  /** Where it is about one device. */
  readonly deviceId?: string;
  readonly error: PoderoError;
  readonly nextAttemptAt?: number;
}

export type KindState = readonly [kind: DeviceKind, state: PollState<Snapshot>];
type Ready = Extract<PollState<Snapshot>, {status: 'ready'}>;

export const PENDING: SourceView = {is: 'pending'};

export const failedView = (error: PoderoError): SourceView => ({is: 'failed', error, isRefreshing: false});

/**
 * Several reads as one view (contract 5): shown when all have settled, or when `isRevealed` says that the first success was
 * long enough ago. A 401 or 403 in one is one for all. A collection that was never there is simply not offered.
 */
export function mergeStates(states: readonly KindState[], isRevealed: boolean): SourceView {
  const problems = states.flatMap(problemOf);
  const signedOut = problems.find(({error}) => isSignedOut(error.code));
  if (signedOut) return failedView(signedOut.error);
  const ready = states.filter((entry): entry is [DeviceKind, Ready] => entry[1].status === 'ready');
  const isWaiting = states.some(([, {status}]) => status === 'idle' || status === 'pending');
  if (isWaiting && !(ready.length && isRevealed)) return PENDING;
  return ready.length ? readyView(ready, problems.filter(problem => !isNotOffered(problem, ready)), states) : allFailed(problems, states);
}

function readyView(ready: readonly [DeviceKind, Ready][], problems: readonly Problem[], states: readonly KindState[]): ReadyView {
  const worst = worstError(problems.map(({error}) => error));
  return {
    is: 'ready',
    devices: ready.flatMap(([, {value}]) => value.devices),
    checkedAt: Math.min(...ready.map(([, {at, value}]) => at - value.ageMs)),
    isRefreshing: states.some(isRefreshing),
    problems,
    ...(worst ? {worst, nextAttemptAt: nextTryAtOf(problems)} : {}),
    good: ready.filter(([, {problem}]) => !problem).length,
    isServedStale: ready.some(([, {value}]) => value.isServedStale),
    dropped: ready.filter(([, {value}]) => value.dropped > 0).map(([kind, {value}]) => ({kind, count: value.dropped})),
  };
}

function allFailed(problems: readonly Problem[], states: readonly KindState[]): SourceView {
  const error = worstError(problems.map(problem => problem.error));
  if (!error) return PENDING;
  const nextAttemptAt = nextTryAtOf(problems);
  return {is: 'failed', error, isRefreshing: states.some(isRefreshing), ...(nextAttemptAt ? {nextAttemptAt} : {})};
}

function problemOf([kind, state]: KindState): Problem[] {
  if (state.status === 'failed') return [problem(kind, state.failure)];
  return state.status === 'ready' && state.problem ? [problem(kind, state.problem)] : [];
}

const problem = (kind: DeviceKind, {error, nextAttemptAt}: Failure): Problem => ({
  kind,
  error: asPoderoError(error),
  ...(nextAttemptAt === undefined ? {} : {nextAttemptAt}),
});

/** One that had devices keeps them and reports `not-found`; one that never had any is no problem. */
const isNotOffered = ({kind, error}: Problem, ready: readonly [DeviceKind, Ready][]): boolean =>
  error.code === 'not-found' && !ready.some(([readyKind]) => readyKind === kind);

const isRefreshing = ([, state]: KindState): boolean =>
  state.status === 'pending' || ('isRefreshing' in state && state.isRefreshing);

/** When the next try comes by itself (epoch ms); 0 where none is planned. */
function nextTryAtOf(problems: readonly Problem[]): number {
  const attempts = problems.flatMap(({nextAttemptAt}) => nextAttemptAt ?? []);
  return attempts.length ? Math.min(...attempts) : 0;
}
