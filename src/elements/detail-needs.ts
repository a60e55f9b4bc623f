import type {Snapshot} from '../api/client.js';
import {readDevice} from '../api/client.js';
import type {Endpoint} from '../api/endpoint.js';
import type {DeviceKind} from '../domain/device.js';
import {inTurn} from '../internal/in-turn.js';
import type {PollState} from '../polling/poll-state.js';
import {valueOf} from '../polling/poll-state.js';
import type {PollNeed} from '../polling/shared-poller.js';

/** One read of one kind's devices. */
export type Need = PollNeed<Snapshot> & {readonly kind: DeviceKind; readonly isDetail?: boolean};
/** A read of what a list does not say about one device. */
export type DetailNeed = Need & {readonly id: string};

export type StateOf = (key: string) => PollState<Snapshot>;

/**
 * What is to be read beside the lists: the detail of each device that is flagged without saying why. Its mark is part of the
 * key, so that it is read again only when the device or its flag changed.
 */
export const detailNeeds = (lists: readonly Need[], stateOf: StateOf, endpoint: Endpoint): readonly DetailNeed[] =>
  lists.filter(({isDetail}) => !isDetail).flatMap(list => [...valueOf(stateOf(list.key))?.flagged ?? []].map(([id, mark]) => ({
    ...list, id, leads: false, intervalMs: 0, key: `${list.key} ${id} ${mark}`,
    // What was read holds as long as its key, whoever asks for a refresh.
    load: async (signal: AbortSignal, previous: Snapshot | undefined) => previous ?? inTurn(() => readDevice(endpoint, list.kind, id, signal), signal),
  })));
