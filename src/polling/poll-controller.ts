import type {ReactiveController, ReactiveControllerHost} from 'lit';
import type {PollState} from './poll-state.js';
import {IDLE} from './poll-state.js';
import type {Poller, Subscription} from './poller.js';
import type {PollNeed} from './shared-poller.js';
import {addLeader, onLeadersChange, sharedPoller} from './shared-poller.js';

interface Held<T> {
  readonly poller: Poller<T>;
  readonly subscription: Subscription;
  readonly leads: boolean;
}

/**
 * Ties a host's life and inputs to the page's shared pollers. Before each update it asks the host what it needs, lets go
 * of what is no longer needed and joins what is new; a change of any state asks the host to update.
 */
export class PollController<T> implements ReactiveController {
  readonly #host: ReactiveControllerHost;
  readonly #needs: () => readonly PollNeed<T>[];
  readonly #held = new Map<string, Held<T>>();
  #connected: AbortController | undefined;

  constructor(host: ReactiveControllerHost, needs: () => readonly PollNeed<T>[]) {
    this.#host = host;
    this.#needs = needs;
    host.addController(this);
  }

  stateOf(key: string): PollState<T> {
    return this.#held.get(key)?.poller.state ?? IDLE;
  }

  hostConnected(): void {
    this.#connected = new AbortController();
    onLeadersChange(() => this.#host.requestUpdate(), this.#connected.signal);
    this.#host.requestUpdate();
  }

  hostUpdate(): void {
    if (!this.#connected) return;
    const needs = new Map(this.#needs().map(need => [need.key, need]));
    for (const [key, {leads}] of this.#held) if (needs.get(key)?.leads !== leads) this.#release(key);
    for (const need of needs.values()) this.#hold(need);
  }

  hostDisconnected(): void {
    this.#connected?.abort();
    this.#connected = undefined;
    for (const key of [...this.#held.keys()]) this.#release(key);
  }

  /** Resolves when every poller of the host has settled; never rejects. */
  async refresh(): Promise<void> {
    await Promise.all([...this.#held.values()].map(({poller}) => poller.refresh()));
  }

  #hold(need: PollNeed<T>): void {
    const held = this.#held.get(need.key);
    if (held) return held.subscription.setInterval(need.intervalMs);
    const poller = sharedPoller<T>(need);
    const subscription = poller.subscribe(() => this.#host.requestUpdate(), need.intervalMs, need.load);
    this.#held.set(need.key, {poller, subscription, leads: need.leads});
    if (need.leads) addLeader(need.key, 1);
  }

  #release(key: string): void {
    const held = this.#held.get(key);
    if (!held) return;
    this.#held.delete(key);
    held.subscription.release();
    if (held.leads) addLeader(key, -1);
  }
}
