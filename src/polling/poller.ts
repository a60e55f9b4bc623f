import type {PollState, Verdict} from './poll-state.js';
import {begin, fail, failureOf, IDLE, succeed, valueOf} from './poll-state.js';
import type {Surroundings} from './surroundings.js';
import {browserSurroundings} from './surroundings.js';

type Change<T> = (value: T) => T;

/** Reads once. `previous` may be returned itself when nothing changed. Rejects with anything; `judge` understands it. */
export type Load<T> = (signal: AbortSignal, previous: T | undefined) => Promise<T>;

export interface PollerOptions<T> {
  readonly load: Load<T>;
  readonly judge: (error: unknown, failures: number) => Verdict;
  /** Told when a failure means that data of this origin must not be shown any more. */
  readonly onForget?: (error: unknown) => void;
  /** Told when the last subscriber has been gone for a moment. */
  readonly onStop?: () => void;
  readonly surroundings?: Surroundings;
}

export interface Subscription {
  /** ms between polls that this subscriber wants; 0 = only on demand. The shortest of all holds. */
  setInterval(ms: number): void;
  release(): void;
}

/** A DOM move detaches and attaches again: it must not cost a request (faults L02). */
const GRACE_MS = 100;
/** A laptop that wakes may tell nobody, and its timers slept too; browsers fire those beyond 2³¹ − 1 ms at once (faults T11, T15). */
const LONGEST_TIMER_MS = 60_000;
/** `online` is believed once in so long: between two, retries keep their delays. */
const ONLINE_AGAIN_MS = 15_000;
/** Customers who open a portal at the same minute must not poll at the same minute for ever (faults M14). */
const JITTER = 0.1;

/** Asks again and again while somebody listens and the page can be seen. Knows no HTTP. */
export class Poller<T> {
  readonly #options: PollerOptions<T>;
  readonly #world: Surroundings;
  readonly #subscribers = new Map<object, {onState: () => void; intervalMs: number; load: Load<T>}>();
  #state: PollState<T> = IDLE;
  #running: {done: Promise<void>; abort: AbortController} | undefined;
  #timer: unknown;
  #stopListening: (() => void) | undefined;
  readonly #amendments = new Map<string, Change<T>>();
  #failures = 0;
  /** When `online` last was, or will be, a reason to ask, by the monotonic clock. */
  #onlineAt = -Infinity;
  #wait: Verdict['next'] = 0;
  /** ms that nobody may ask after the last attempt, whatever else is wanted. */
  #leastMs = 0;
  #settled = {wallMs: 0, monotonicMs: 0};
  #jitter = 1;

  constructor(options: PollerOptions<T>) {
    this.#options = options;
    this.#world = options.surroundings ?? browserSurroundings;
  }

  get state(): PollState<T> {
    return this.#state;
  }

  /** Listens to changes. The first request goes out in a later task, so that widgets of one page can find each other first. */
  subscribe(onState: () => void, intervalMs: number, load: Load<T> = this.#options.load): Subscription {
    const key = {};
    this.#subscribers.set(key, {onState, intervalMs, load});
    // One try for what had stopped: whoever comes may be signed in by now.
    if (this.#wait === 'never') this.#wait = 0;
    this.#stopListening ??= this.#world.listen(change => this.#onChange(change));
    this.#arm();
    return {
      setInterval: ms => {
        const subscriber = this.#subscribers.get(key);
        if (!subscriber || subscriber.intervalMs === ms) return;
        subscriber.intervalMs = ms;
        this.#arm();
      },
      release: () => {
        if (this.#subscribers.delete(key) && !this.#subscribers.size) this.#armTimer(() => this.#stop(), GRACE_MS);
      },
    };
  }

  /** Asks now, joining a request that is under way. Never rejects. */
  async refresh(): Promise<void> {
    await (this.#running?.done ?? this.#attempt());
  }

  /** Changes the value by what was learned of it otherwise; an answer that is under way is changed by the last about each thing, too. */
  amend(changes: readonly (readonly [about: string, change: Change<T>])[]): void {
    if (this.#running) for (const [about, change] of changes) this.#amendments.set(about, change);
    if (this.#state.status !== 'ready') return;
    const value = changes.reduce<T>((amended, [, change]) => change(amended), this.#state.value);
    if (value !== this.#state.value) this.#set({...this.#state, value});
  }

  /** Drops the value: it may not be shown any more. Asks again only on demand or when the page is shown again. */
  forget(error: unknown): void {
    this.#running?.abort.abort();
    this.#running = undefined;
    this.#settle('never');
    this.#set(fail(this.#state, {error}, true));
  }

  #onChange(change: 'shown' | 'online' | 'offline'): void {
    if (change === 'online' && this.#failures && this.#wait !== 'never') this.#onOnline();
    // One try for what had stopped: the customer may have signed in elsewhere (contract 6).
    else if (change === 'shown' && this.#wait === 'never' && !this.#world.isHidden()) this.#wait = 0;
    // Going offline is learned by trying: the attempt fails without a request.
    else if (change === 'offline' && this.#wait !== 'never' && !this.#world.isHidden()) this.#wait = 0;
    this.#arm();
  }

  /** At once, and with new patience; but a connection that comes and goes is no reason to ask all the time (faults N09). */
  #onOnline(): void {
    const now = this.#world.monotonicMs();
    if (this.#onlineAt <= now) this.#onlineAt = Math.max(now, this.#onlineAt + ONLINE_AGAIN_MS);
    this.#wait = this.#onlineAt - this.#settled.monotonicMs;
    if (this.#onlineAt === now) this.#failures = 0;
  }

  #set(state: PollState<T>): void {
    this.#state = state;
    for (const {onState} of [...this.#subscribers.values()]) onState();
  }

  #arm(): void {
    // Without subscribers the timer is the grace period's.
    if (!this.#subscribers.size) return;
    const ms = this.#running || this.#world.isHidden() ? undefined : this.#remainingMs();
    if (ms === undefined) return this.#armTimer(undefined, 0);
    this.#armTimer(() => (this.#remainingMs() === 0 ? void this.#attempt() : this.#arm()), Math.min(ms, LONGEST_TIMER_MS));
  }

  #armTimer(callback: (() => void) | undefined, ms: number): void {
    this.#world.clearTimer(this.#timer);
    this.#timer = callback && this.#world.setTimer(callback, ms);
  }

  /** ms until the next attempt is due by itself, 0 = now; a clock that went back is ignored, a sleep is not (faults T11, T12). */
  #remainingMs(): number | undefined {
    const wait = this.#waitMs();
    if (wait === undefined) return undefined;
    const elapsed = Math.max(
      this.#world.wallMs() - this.#settled.wallMs,
      this.#world.monotonicMs() - this.#settled.monotonicMs,
    );
    return Math.max(0, Math.max(wait, this.#leastMs) - elapsed);
  }

  #waitMs(): number | undefined {
    if (this.#wait === 'never') return undefined;
    if (this.#wait !== 'interval') return this.#wait;
    const intervals = [...this.#subscribers.values()].map(({intervalMs}) => intervalMs).filter(ms => ms > 0);
    return intervals.length ? Math.min(...intervals) * this.#jitter : undefined;
  }

  #settle(wait: Verdict['next'], notBefore = 0): void {
    this.#wait = wait;
    this.#leastMs = notBefore - this.#world.wallMs();
    this.#settled = {wallMs: this.#world.wallMs(), monotonicMs: this.#world.monotonicMs()};
    this.#jitter = 1 + JITTER * (2 * this.#world.random() - 1);
  }

  #attempt(): Promise<void> {
    const abort = new AbortController();
    this.#amendments.clear();
    const done = this.#read(abort.signal).finally(() => {
      if (this.#running?.abort !== abort) return;
      this.#running = undefined;
      this.#arm();
    });
    this.#running = {done, abort};
    // Without subscribers the timer is the grace period's.
    if (this.#subscribers.size) this.#armTimer(undefined, 0);
    this.#set(begin(this.#state));
    return done;
  }

  /** An aborted attempt changes nothing: its answer belongs to nobody. */
  async #read(signal: AbortSignal): Promise<void> {
    try {
      // Later than its caller, so that `#running` is set before anything can settle.
      await Promise.resolve();
      // The latest subscriber's way of reading: an earlier one may have gone, with a token that is good no more.
      const {load} = [...this.#subscribers.values()].at(-1) ?? this.#options;
      const read = await load(signal, valueOf(this.#state));
      if (signal.aborted) return;
      const value = [...this.#amendments.values()].reduce<T>((amended, change) => change(amended), read);
      this.#failures = 0;
      this.#settle('interval');
      this.#set(succeed(value, this.#world.wallMs()));
    } catch (error) {
      if (!signal.aborted) this.#onFailure(error);
    }
  }

  #onFailure(error: unknown): void {
    // What is refused without being asked, because of an earlier answer, fails no second time.
    if (!this.#failures || error !== failureOf(this.#state)?.error) this.#failures++;
    const verdict = this.#options.judge(error, this.#failures);
    this.#settle(verdict.next, verdict.notBefore);
    const wait = this.#remainingMs();
    const next = wait === undefined ? {} : {nextAttemptAt: this.#world.wallMs() + wait};
    this.#set(fail(this.#state, {error, ...next}, verdict.forget));
    if (verdict.forget) this.#options.onForget?.(error);
  }

  #stop(): void {
    this.#running?.abort.abort();
    this.#running = undefined;
    this.#stopListening?.();
    this.#stopListening = undefined;
    // Whoever comes later must not be shown what may be out of date or another customer's.
    this.#state = IDLE;
    this.#failures = this.#wait = 0;
    this.#options.onStop?.();
  }
}
