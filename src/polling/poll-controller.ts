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
  /** The minute (`minuteOf`) of what the host was updated with last. */
  shown: number;
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
    for (const held of this.#held.values()) held.shown = minuteOf(held.poller.state);
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
    this.#held.set(need.key, {poller, subscription, leads: need.leads, seen: poller.state, shown: 0});
    if (need.leads) addLeader(need.key, 1);
  }

  /**
   * While something of the host is still being read, what is well and the same is no news: it is told of once, at the end; and not
   * where it was read in the minute that the host shows already, since ages are told in minutes, unless it would now need other things.
   */
  #onState(key: string): void {
    const held = this.#held.get(key);
    if (!held) return;
    const before = held.seen;
    const now = held.seen = held.poller.state;
    const isNews = !valueOf(before) || valueOf(before) !== valueOf(now) || failureOf(before) || failureOf(now);
    if (isNews || (this.#isSettled && (this.#isPaced() || this.#isOutdated))) this.#host.requestUpdate();
  }

  get #isSettled(): boolean {
    return ![...this.#held.values()].some(({poller}) => poller.state.isRefreshing);
  }

  get #isOutdated(): boolean {
    return [...this.#held.values()].some(({poller, shown}) => minuteOf(poller.state) !== shown);
  }

  #release(key: string): void {
    const held = this.#held.get(key);
    if (!held) return;
    this.#held.delete(key);
    held.subscription.release();
    if (held.leads) addLeader(key, -1);
  }
}

/** When it was read, in minutes since 1970; 0 while it is being read, or where it could not be. */
const minuteOf = (state: PollState<unknown>): number => (state.status === 'ready' && !state.isRefreshing ? Math.floor(state.at / 60_000) : 0);
