import type {Snapshot} from '../api/client.js';
import {readDevice} from '../api/client.js';
import type {Endpoint} from '../api/endpoint.js';
import type {Device, DeviceKind} from '../domain/device.js';
import {deviceKey} from '../domain/device.js';
import {inTurn} from '../internal/in-turn.js';
import type {PollState} from '../polling/poll-state.js';
import {valueOf} from '../polling/poll-state.js';
import type {PollNeed} from '../polling/shared-poller.js';

/** One read of one kind's devices. */
export type Need = PollNeed<Snapshot> & {readonly kind: DeviceKind; readonly isDetail?: boolean};
/** A read of what a list does not say about one device. */
export type DetailNeed = Need & {readonly id: string};

type StateOf = (key: string) => PollState<Snapshot>;

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

/** Puts together what lists and details say. A detail that is read again stays in use until the new one is there. */
export class FlaggedDetails {
  #known = new Map<string, Device>();
  readonly #completed = new WeakMap<Device, readonly [detail: Device, completed: Device]>();

  complete(devices: readonly Device[], needs: readonly DetailNeed[], stateOf: StateOf): readonly Device[] {
    const before = this.#known;
    this.#known = new Map(needs.flatMap(need => {
      const key = deviceKey(need);
      const detail = valueOf(stateOf(need.key))?.devices[0] ?? before.get(key);
      return detail ? [[key, detail]] : [];
    }));
    return devices.map(device => this.#complete(device, this.#known.get(deviceKey(device))));
  }

  /** The same two give the same object: nothing is drawn again. */
  #complete(device: Device, detail: Device | undefined): Device {
    if (!detail) return device;
    const known = this.#completed.get(device);
    if (known?.[0] === detail) return known[1];
    const {reconnect, hasMessage} = detail;
    const completed = Object.freeze({...device, hasMessage, ...(reconnect ? {reconnect} : {})});
    this.#completed.set(device, [detail, completed]);
    return completed;
  }
}
