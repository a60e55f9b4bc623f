import type {Surroundings} from '../../src/polling/surroundings.js';

type Change = 'shown' | 'online' | 'offline';

/** Noon of a day that matters to nobody. */
export const START = Date.parse('2025-11-20T12:00:00Z');

/** Lets everything settle that waits for promises only. */
export const settle = (): Promise<void> => new Promise(resolve => setTimeout(resolve));

/** A page whose clocks, timers, visibility and chance are moved by hand. */
export class World implements Surroundings {
  /** The longest delay that was asked for, since browsers fire too long ones at once. */
  longestTimerMs = 0;
  isAway = false;
  chance = 0.5;
  #wall = START;
  #monotonic = 0;
  #timers = new Map<object, {at: number; callback: () => void}>();
  #listeners = new Set<(change: Change) => void>();

  readonly wallMs = () => this.#wall;
  readonly monotonicMs = () => this.#monotonic;
  readonly isHidden = () => this.isAway;
  readonly random = () => this.chance;

  readonly setTimer = (callback: () => void, ms: number): unknown => {
    const timer = {};
    this.longestTimerMs = Math.max(this.longestTimerMs, ms);
    this.#timers.set(timer, {at: this.#monotonic + ms, callback});
    return timer;
  };

  readonly clearTimer = (timer: unknown): void => {
    this.#timers.delete(timer as object);
  };

  readonly listen = (onChange: (change: Change) => void) => {
    this.#listeners.add(onChange);
    return () => this.#listeners.delete(onChange);
  };

  /** Timers and listeners that are still there. */
  get leftovers(): number {
    return this.#timers.size + this.#listeners.size;
  }

  /** Lets time go by, and fires what comes due on the way, in order. */
  async pass(ms: number): Promise<void> {
    const end = this.#monotonic + ms;
    for (;;) {
      const [next] = [...this.#timers].sort(([, a], [, b]) => a.at - b.at);
      if (!next || next[1].at > end) break;
      this.#goTo(Math.max(next[1].at, this.#monotonic));
      this.#timers.delete(next[0]);
      next[1].callback();
      await settle();
    }
    this.#goTo(end);
    await settle();
  }

  /** Somebody sets the clock of the machine. */
  setWall(by: number): void {
    this.#wall += by;
  }

  /** The lid is closed: the wall clock goes on, timers and the monotonic clock do not. */
  sleep(ms: number): void {
    this.#wall += ms;
  }

  async hide(): Promise<void> {
    this.isAway = true;
    await this.tell('shown');
  }

  async show(): Promise<void> {
    this.isAway = false;
    await this.tell('shown');
  }

  async tell(change: Change): Promise<void> {
    for (const listener of [...this.#listeners]) listener(change);
    await this.pass(0);
  }

  #goTo(monotonic: number): void {
    this.#wall += monotonic - this.#monotonic;
    this.#monotonic = monotonic;
  }
}
