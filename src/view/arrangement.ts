import type {LitElement} from 'lit';
import type {Device, DeviceKind} from '../domain/device.js';
import type {Speech} from '../text/speech.js';
import {nameOf} from './device-name.js';
import {DeviceOrder} from './device-order.js';
import {isSame} from './is-same.js';
import type {Pager} from './pager-view.js';
import {goToTop} from './pager-view.js';
import {Unfolding} from './unfolding.js';

/** The cards of the page that is shown. */
export interface Arranged {
  /** In their order. */
  readonly devices: readonly Device[];
  /** Draws them one after the other. */
  readonly unfolding: Unfolding;
  readonly pager: Pager;
}

/** Which of a list's devices are shown: in what order, on which page, and how far they are drawn. */
export class Arrangement {
  readonly #host: LitElement;
  readonly #order: DeviceOrder;
  readonly #unfolding: Unfolding;
  /** From 0. */
  #page = 0;
  #shown: readonly Device[] = [];

  /** @param kinds in the order in which they are shown */
  constructor(host: LitElement, kinds: readonly DeviceKind[]) {
    this.#host = host;
    this.#order = new DeviceOrder(kinds);
    this.#unfolding = new Unfolding(host);
    host.addController(this.#unfolding);
  }

  /** Other devices begin on the first page, in an order of their own. */
  begin(): void {
    this.putInOrder();
    // What still waits for its turn would be the same, and was never drawn.
    this.#shown = [];
    this.#page = 0;
  }

  /** Resolves when all cards of the page are drawn. */
  get drawn(): Promise<void> {
    return this.#unfolding.drawn;
  }

  /** The user wants them to be looked at anew. */
  putInOrder(): void {
    this.#order.forget();
  }

  /** @param size devices on a page */
  of(devices: readonly Device[], {say, locale}: Speech, size: number): Arranged {
    const all = this.#order.arrange(devices, device => nameOf(device, say), locale);
    const total = all.length;
    // A refresh may leave fewer devices than the page that is shown begins with.
    const page = Math.min(this.#page, Math.max(0, Math.ceil(total / size) - 1));
    return {devices: this.#pageOf(all, page, size), unfolding: this.#unfolding, pager: {page, size, total, onTurn: this.#onTurn}};
  }

  /** The same page of the same devices is the same list. */
  #pageOf(all: readonly Device[], page: number, size: number): readonly Device[] {
    const next = all.slice(page * size, (page + 1) * size);
    if (isSame(this.#shown, next)) return this.#shown;
    this.#unfolding.restart();
    return this.#shown = next;
  }

  readonly #onTurn = async (page: number): Promise<void> => {
    this.#page = page;
    this.#host.requestUpdate();
    await this.#host.updateComplete;
    goToTop(this.#host.renderRoot);
  };
}
