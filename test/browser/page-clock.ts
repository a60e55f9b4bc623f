import {NAMES} from './gather.js';
import type {Page} from './page.js';

/** The time of a page: `Date`, `performance.now()`, `setTimeout` and `setInterval`. Animation frames are real. */
export interface PageClock {
  /** How many times as fast as real time it goes; 1 at first. Timers that wait go along. */
  speed: number;
  /** Lets time pass at once; the monotonic clock and the timers by an amount of their own: `jump(8 * HOUR, 0)` is a laptop that slept. */
  jump(wallMs: number, monotonicMs?: number): void;
}

declare global {
  /** There in pages that bring `CLOCK`. */
  var clock: PageClock;
}

/** Runs in the page, before anything else. */
function bendTime(): void {
  interface Timer {
    readonly run: () => void;
    readonly everyMs: number | undefined;
    dueMs: number;
    real: number;
  }
  const {setTimeout: realTimeout, clearTimeout: clearReal, Date: RealDate} = window;
  const realNow = performance.now.bind(performance);
  const timers = new Map<number, Timer>();
  let lastId = 0;
  let speed = 1;
  // What the page's clocks said when the real one said `realMs`.
  let anchor = {realMs: realNow(), monotonicMs: realNow(), wallMs: RealDate.now()};
  const passedMs = () => (realNow() - anchor.realMs) * speed;
  const monotonic = () => anchor.monotonicMs + passedMs();
  const wall = () => Math.floor(anchor.wallMs + passedMs());

  const arm = (id: number, timer: Timer) => {
    clearReal(timer.real);
    timer.real = realTimeout(() => fire(id, timer), Math.max(0, timer.dueMs - monotonic()) / speed);
  };
  const fire = (id: number, timer: Timer) => {
    // Rounded timers may come a little early.
    if (monotonic() + 1 < timer.dueMs) return arm(id, timer);
    if (timer.everyMs === undefined) timers.delete(id);
    else arm(id, Object.assign(timer, {dueMs: monotonic() + Math.max(1, timer.everyMs)}));
    timer.run();
  };
  const add = (isRepeated: boolean) => (run: (...values: unknown[]) => void, ms = 0, ...values: unknown[]) => {
    // As browsers do: longer ones come at once.
    const delay = ms > 2 ** 31 - 1 ? 0 : Math.max(0, ms);
    const timer: Timer = {run: () => run(...values), everyMs: isRepeated ? delay : undefined, dueMs: monotonic() + delay, real: 0};
    timers.set(++lastId, timer);
    arm(lastId, timer);
    return lastId;
  };
  const clear = (id?: number) => {
    clearReal(timers.get(id!)?.real);
    timers.delete(id!);
  };
  const change = (wallMs: number, monotonicMs: number, newSpeed = speed) => {
    anchor = {realMs: realNow(), monotonicMs: monotonic() + monotonicMs, wallMs: wall() + wallMs};
    speed = newSpeed;
    for (const [id, timer] of timers) arm(id, timer);
  };

  Object.assign(globalThis, {
    setTimeout: add(false), setInterval: add(true), clearTimeout: clear, clearInterval: clear,
    Date: new Proxy(RealDate, {
      construct: (target, values, newTarget) => Reflect.construct(target, values.length ? values : [wall()], newTarget) as Date,
      get: (target, name) => name === 'now' ? wall : Reflect.get(target, name) as unknown,
    }),
    clock: {
      get speed() { return speed; },
      set speed(value) { change(0, 0, value); },
      jump: (wallMs, monotonicMs = wallMs) => change(wallMs, monotonicMs),
    } satisfies PageClock,
  });
  performance.now = monotonic;
}

/** A script that bends its page's time; before the bundle in the page. */
export const CLOCK = `${NAMES}(${bendTime})();`;

export const setSpeed = (page: Page, speed: number): Promise<void> => page.evaluate(n => {
  clock.speed = n;
}, speed);

/** So many s pass at once, by both of the page's clocks. */
export const jump = (page: Page, seconds: number): Promise<void> => page.evaluate(ms => clock.jump(ms), 1000 * seconds);
