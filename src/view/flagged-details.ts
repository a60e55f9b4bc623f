import type {Device} from '../domain/device.js';
import type {DetailNeed, StateOf} from '../elements/detail-needs.js';
import {keyOf} from './device-key.js';

/** Puts together what lists and details say. A detail that is read again stays in use until the new one is there. */
export class FlaggedDetails {
  #known = new Map<string, Device>();
  readonly #completed = new WeakMap<Device, readonly [detail: Device, completed: Device]>();

  complete(devices: readonly Device[], needs: readonly DetailNeed[], stateOf: StateOf): readonly Device[] {
    const before = this.#known;
    this.#known = new Map(needs.flatMap(need => {
      const key = keyOf(need);
      const detail = detailIn(stateOf(need.key)) ?? before.get(key);
      return detail ? [[key, detail]] : [];
    }));
    if (!this.#known.size) return devices;
    return devices.map(device => this.#complete(device, this.#known.get(keyOf(device))));
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

const detailIn = (state: ReturnType<StateOf>): Device | undefined => state.status === 'ready' ? state.value.devices[0] : undefined;
