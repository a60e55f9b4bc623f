import type {Device} from '../domain/device.js';
import {DEVICE_KINDS, deviceKey} from '../domain/device.js';
import {needsUser} from '../domain/attention.js';

/**
 * Devices that need the user first, then by kind and name. Who needs the user is decided when a device is first arranged and
 * then kept, so that no card moves away while somebody reads; `forget()` lets the next arrangement decide again.
 */
export class DeviceOrder {
  readonly #ranks = new Map<string, number>();

  arrange(devices: readonly Device[], nameOf: (device: Device) => string): readonly Device[] {
    const keyed = devices.map(device => ({device, name: nameOf(device), rank: this.#rankOf(device)}));
    return keyed
      .sort((a, b) => a.rank - b.rank || a.name.localeCompare(b.name) || a.device.id.localeCompare(b.device.id))
      .map(({device}) => device);
  }

  forget(): void {
    this.#ranks.clear();
  }

  #rankOf(device: Device): number {
    const key = deviceKey(device);
    const rank = this.#ranks.get(key) ?? DEVICE_KINDS.indexOf(device.kind) - (needsUser(device) ? DEVICE_KINDS.length : 0);
    this.#ranks.set(key, rank);
    return rank;
  }
}
