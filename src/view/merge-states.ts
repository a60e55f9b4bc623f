import type {Snapshot} from '../api/client.js';
import type {DeviceKind} from '../domain/device.js';
import type {KindState, Problem, ReadyView, SourceView} from '../elements/source-view.js';
import type {Wire} from '../elements/wire.js';
import type {Failure, PollState} from '../polling/poll-state.js';

type Wires = Pick<Wire, 'asPoderoError' | 'isSignedOut' | 'worstError'>;
type Ready = Extract<PollState<Snapshot>, {status: 'ready'}>;

/**
 * Several reads as one view (contract 5): shown when all have settled, or when `isRevealed` says that the first success was
 * long enough ago. A 401 or 403 in one is one for all. A collection that was never there is simply not offered.
 */
export function mergeStates(states: readonly KindState[], isRevealed: boolean, wires: Wires): SourceView {
  const problems = states.flatMap(state => problemOf(state, wires));
  const signedOut = problems.find(({error}) => wires.isSignedOut(error.code));
  if (signedOut) return {is: 'failed', error: signedOut.error, isRefreshing: false};
  const ready = states.filter((entry): entry is [DeviceKind, Ready] => entry[1].status === 'ready');
  const isWaiting = states.some(([, {status}]) => status === 'idle' || status === 'pending');
  if (isWaiting && !(ready.length && isRevealed)) return {is: 'pending'};
  if (!ready.length) return allFailed(problems, states, wires);
  const view = readyView(ready, problems.filter(problem => !isNotOffered(problem, ready)), states, wires);
  return isWaiting ? {...view, isIncomplete: true} : view;
}

function readyView(
  ready: readonly [DeviceKind, Ready][], problems: readonly Problem[], states: readonly KindState[], {worstError}: Wires,
): ReadyView {
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

function allFailed(problems: readonly Problem[], states: readonly KindState[], {worstError}: Wires): SourceView {
  const error = worstError(problems.map(problem => problem.error));
  if (!error) return {is: 'pending'};
  const nextAttemptAt = nextTryAtOf(problems);
  return {is: 'failed', error, isRefreshing: states.some(isRefreshing), ...(nextAttemptAt ? {nextAttemptAt} : {})};
}

function problemOf([kind, state]: KindState, wires: Wires): Problem[] {
  if (state.status === 'failed') return [problem(kind, state.failure, wires)];
  return state.status === 'ready' && state.problem ? [problem(kind, state.problem, wires)] : [];
}

const problem = (kind: DeviceKind, {error, nextAttemptAt}: Failure, {asPoderoError}: Wires): Problem => ({
  kind,
  error: asPoderoError(error),
  ...(nextAttemptAt === undefined ? {} : {nextAttemptAt}),
});

/** One that had devices keeps them and reports `not-found`; one that never had any is no problem. */
const isNotOffered = ({kind, error}: Problem, ready: readonly [DeviceKind, Ready][]): boolean =>
  error.code === 'not-found' && !ready.some(([readyKind]) => readyKind === kind);

const isRefreshing = ([, state]: KindState): boolean =>
  state.status === 'pending' || !!state.isRefreshing;

/** When the next try comes by itself (epoch ms); 0 where none is planned. */
function nextTryAtOf(problems: readonly Problem[]): number {
  const attempts = problems.flatMap(({nextAttemptAt}) => nextAttemptAt ?? []);
  return attempts.length ? Math.min(...attempts) : 0;
}
