import type {ReactiveController, ReactiveControllerHost} from 'lit';
import type {PollState} from './poll-state.js';
import {failureOf, IDLE, valueOf} from './poll-state.js';
import type {Poller, Subscription} from './poller.js';
import type {PollNeed} from './shared-poller.js';
import {addLeader, onLeadersChange, sharedPoller} from './shared-poller.js';

interface Held<T> {
  readonly poller: Poller<T>;
  /** What the host was told last. */
  seen: PollState<T>;
  readonly subscription: Subscription;
  readonly leads: boolean;
}

/**
 * Ties a host's life and inputs to the page's shared pollers. Before each update it asks the host what it needs, lets go
 * of what is no longer needed and joins what is new; news in any state ask the host to update.
 */
export class PollController<T> implements ReactiveController {
  readonly #host: ReactiveControllerHost;
  readonly #needs: () => readonly PollNeed<T>[];
  readonly #held = new Map<string, Held<T>>();
  #connected: AbortController | undefined;
  readonly #isPaced: () => boolean;
  /** When the host was updated last. */
  #shown = 0;

  /** @param isPaced whether what the host needs, namely how often, depends on the states themselves */
  constructor(host: ReactiveControllerHost, needs: () => readonly PollNeed<T>[], isPaced: () => boolean) {
    this.#host = host;
    this.#needs = needs;
    this.#isPaced = isPaced;
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
    this.#shown = this.#moment();
  }

  hostDisconnected(): void {
    this.#connected?.abort();
    this.#connected = undefined;
    for (const key of this.#held.keys()) this.#release(key);
  }

  /** Resolves when every poller of the host has settled; never rejects. */
  async refresh(): Promise<void> {
    await Promise.all([...this.#held.values()].map(({poller}) => poller.refresh()));
  }

  #hold(need: PollNeed<T>): void {
    const held = this.#held.get(need.key);
    if (held) return held.subscription.setInterval(need.intervalMs);
    const poller = sharedPoller<T>(need);
    const subscription = poller.subscribe(() => this.#onState(need.key), need.intervalMs, need.load);
    this.#held.set(need.key, {poller, subscription, leads: need.leads, seen: poller.state});
    if (need.leads) addLeader(need.key, 1);
  }

  /**
   * While something of the host is still being read, what is well and the same is no news: it is told of once, at the end; and not
   * within the minute that the host has shown already, since ages are told in minutes, unless it would now need other things.
   */
  #onState(key: string): void {
    const held = this.#held.get(key);
    if (!held) return;
    const before = held.seen;
    const now = held.seen = held.poller.state;
    const moment = this.#moment();
    const isNews = !valueOf(before) || valueOf(before) !== valueOf(now) || failureOf(before) || failureOf(now);
    if (isNews || (moment && (moment !== this.#shown || this.#isPaced()))) this.#host.requestUpdate();
  }

  /** The minute since 1970, or 0 while something is being read. */
  #moment(): number {
    return [...this.#held.values()].some(({poller}) => poller.state.isRefreshing) ? 0 : Math.floor(Date.now() / 60_000);
  }

  #release(key: string): void {
    const held = this.#held.get(key);
    if (!held) return;
    this.#held.delete(key);
    held.subscription.release();
    if (held.leads) addLeader(key, -1);
  }
}
