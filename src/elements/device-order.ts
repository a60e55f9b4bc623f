import type {Device} from '../domain/device.js';
import {DEVICE_KINDS, deviceKey} from '../domain/device.js';
import {needsUser} from '../domain/attention.js';

interface Place {
  /** Devices that need the user first, then by kind. */
  readonly rank: number;
  readonly name: string;
}

/**
 * Devices that need the user first, then by kind and name. Where a device stands is decided when it is first arranged and then
 * kept, so that no card moves away while somebody reads; `forget()` lets the next arrangement decide again.
 */
export class DeviceOrder {
  readonly #places = new Map<string, Place>();

  /** Names are compared as in `locale`. */
  arrange(devices: readonly Device[], nameOf: (device: Device) => string, locale?: string): readonly Device[] {
    const placed = devices.map(device => ({device, ...this.#placeOf(device, nameOf)}));
    return placed
      .sort((a, b) => a.rank - b.rank || a.name.localeCompare(b.name, locale) || a.device.id.localeCompare(b.device.id))
      .map(({device}) => device);
  }

  forget(): void {
    this.#places.clear();
  }

  #placeOf(device: Device, nameOf: (device: Device) => string): Place {
    const key = deviceKey(device);
    const place = this.#places.get(key) ?? {
      rank: DEVICE_KINDS.indexOf(device.kind) - (needsUser(device) ? DEVICE_KINDS.length : 0),
      name: nameOf(device),
    };
    this.#places.set(key, place);
    return place;
  }
}
