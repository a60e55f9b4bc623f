import type {Device, DeviceKind} from '../domain/device.js';
import {needsUser} from '../domain/attention.js';
import {keyOf} from './device-key.js';

interface Place {
  /** Devices that need the user first, then by kind. */
  readonly rank: number;
  readonly name: string;
}

/** A page's first one costs as much as drawing a card. */
const comparers = new Map<string | undefined, Intl.Collator['compare']>();

function comparerOf(locale: string | undefined): Intl.Collator['compare'] {
  const compare = comparers.get(locale) ?? new Intl.Collator(locale, {numeric: true}).compare;
  comparers.set(locale, compare);
  return compare;
}

/**
 * Devices that need the user first, then by kind and name. Where a device stands is decided when it is first arranged and then
 * kept, so that no card moves away while somebody reads; `forget()` lets the next arrangement decide again.
 */
export class DeviceOrder {
  readonly #kinds: readonly DeviceKind[];
  readonly #places = new Map<string, Place>();
  /** What was arranged last: as long as nothing has changed it is the same again. */
  #last: {readonly devices: readonly Device[]; readonly locale: string | undefined; readonly arranged: readonly Device[]} | undefined;

  /** @param kinds in the order in which they are shown */
  constructor(kinds: readonly DeviceKind[]) {
    this.#kinds = kinds;
  }

  /** Names are compared as in `locale`, numbers in them by their size. */
  arrange(devices: readonly Device[], nameOf: (device: Device) => string, locale?: string): readonly Device[] {
    if (this.#last?.devices === devices && this.#last.locale === locale) return this.#last.arranged;
    const compare = comparerOf(locale);
    const arranged = devices
      .map(device => ({device, ...this.#placeOf(device, nameOf)}))
      .sort((a, b) => a.rank - b.rank || compare(a.name, b.name) || a.device.id.localeCompare(b.device.id))
      .map(({device}) => device);
    this.#last = {devices, locale, arranged};
    return arranged;
  }

  forget(): void {
    this.#places.clear();
    this.#last = undefined;
  }

  #placeOf(device: Device, nameOf: (device: Device) => string): Place {
    const key = keyOf(device);
    const place = this.#places.get(key) ?? {
      rank: this.#kinds.indexOf(device.kind) - (needsUser(device) ? this.#kinds.length : 0),
      name: nameOf(device),
    };
    this.#places.set(key, place);
    return place;
  }
}
