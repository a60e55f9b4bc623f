import type {LitElement, ReactiveController} from 'lit';
import type {Snapshot} from '../api/client.js';
import type {DeviceSource} from '../elements/device-source.js';
import type {EmbedProperties} from '../elements/embed-properties.js';
import type {Wire} from '../elements/wire.js';
import type {PollState} from '../polling/poll-state.js';
import {pushUrlOf} from './push-url.js';
import type {Listening} from './shared-stream.js';
import {listenTo} from './shared-stream.js';

/** While the stream is lively, what it may have missed is still found out after this time. */
const SAFETY_MS = 15 * 60_000;
/** An answer that came later than this has been asked for later (faults N02). */
const LONGEST_READ_MS = 15_000;

/** Ties a host to the page's one stream of its customer, from the first data on; lets the polls rest while the stream is lively. */
export class PushController implements ReactiveController {
  readonly #host: LitElement & EmbedProperties;
  readonly #source: DeviceSource;
  readonly #wire: Wire;
  #key = '';
  #listening: Listening | undefined;

  constructor(host: LitElement & EmbedProperties, source: DeviceSource, wire: Wire) {
    this.#host = host;
    this.#source = source;
    this.#wire = wire;
    source.pace = (intervalMs, state) => this.#pace(intervalMs, state);
  }

  hostConnected(): void {
    this.hostUpdated();
  }

  /** Whoever shows nothing (signed out, not to be reached) waits for its polls first. */
  hostUpdated(): void {
    const {endpoint, view} = this.#source;
    const url = endpoint && view.is === 'ready' ? pushUrlOf(this.#host, this.#wire) : undefined;
    const key = url && endpoint ? `${url.href} ${endpoint.key}` : '';
    if (key === this.#key || !this.#host.isConnected) return;
    this.#leave();
    this.#key = key;
    if (url && endpoint) this.#listening = listenTo(url, endpoint, () => this.#host.requestUpdate(), this.#wire);
  }

  hostDisconnected(): void {
    this.#leave();
  }

  #leave(): void {
    this.#listening?.leave();
    this.#listening = undefined;
    this.#key = '';
  }

  /** Only what was asked for since the stream began misses nothing; what is read on demand only stays so. */
  #pace(intervalMs: number, state: PollState<Snapshot>): number {
    const since = this.#listening?.livelySince;
    const isCovered = since !== undefined && state.status === 'ready' && state.at - LONGEST_READ_MS >= since && !state.problem;
    return intervalMs && isCovered ? Math.max(intervalMs, SAFETY_MS) : intervalMs;
  }
}
