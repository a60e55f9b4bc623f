import type {Snapshot} from '../api/client.js';
import type {Device, DeviceKind} from '../domain/device.js';
import type {PoderoError} from '../domain/errors.js';
import type {PollState} from '../polling/poll-state.js';

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
  /** Some of the reads have never been answered yet. */
  readonly isIncomplete?: boolean;
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

export const PENDING: SourceView = {is: 'pending'};

export const failedView = (error: PoderoError): SourceView => ({is: 'failed', error, isRefreshing: false});
