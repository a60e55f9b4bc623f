/** What the scripts of a page have begun and not ended. */
export interface Leftovers {
  readonly timers: number;
  /** Of what outlives every element: window, document, media queries. */
  readonly listeners: number;
  readonly observers: number;
  readonly requests: number;
}

declare global {
  /** There in pages that have run `count`. */
  var leftovers: () => Leftovers;
}

/** Runs in a page before what is to be counted in it. */
export function count(): void {
  // WebKit's driver waits for each of its scripts with a timer in the page.
  const DRIVER_MS = 120_000;
  const timers = new Set<unknown>();
  const listeners = new Map<string, AbortSignal | undefined>();
  const observers = new Set<unknown>();
  let requests = 0;

  for (const kind of ['Timeout', 'Interval'] as const) {
    const [set, clear] = [window[`set${kind}`].bind(window) as typeof setTimeout, window[`clear${kind}`].bind(window)];
    Object.assign(window, {
      [`set${kind}`]: (run: () => void, ms?: number) => {
        const id = set(() => {
          if (kind === 'Timeout') timers.delete(id);
          run();
        }, ms);
        if (ms !== DRIVER_MS) timers.add(id);
        return id;
      },
      [`clear${kind}`]: (id: number) => {
        timers.delete(id);
        clear(id);
      },
    });
  }

  const ids = new WeakMap<object, number>();
  let last = 0;
  const idOf = (object: object) => ids.get(object) ?? (ids.set(object, ++last), last);
  const isLasting = (target: unknown) => target === window || target === document || target instanceof MediaQueryList;
  const {addEventListener: add, removeEventListener: remove} = EventTarget.prototype;
  EventTarget.prototype.addEventListener = function (type, listener, options) {
    // Called without an object it is the window's.
    const target = this ?? window;
    if (listener && isLasting(target)) listeners.set([idOf(target), type, idOf(listener)].join(' '), options instanceof Object ? options.signal : undefined);
    add.call(target, type, listener, options);
  };
  EventTarget.prototype.removeEventListener = function (type, listener, options) {
    const target = this ?? window;
    if (listener) listeners.delete([idOf(target), type, idOf(listener)].join(' '));
    remove.call(target, type, listener, options);
  };

  for (const {prototype} of [MutationObserver, ResizeObserver, IntersectionObserver] as readonly {prototype: MutationObserver}[]) {
    const {observe, disconnect} = prototype;
    prototype.observe = function (...given) {
      observers.add(this);
      observe.apply(this, given);
    };
    prototype.disconnect = function () {
      observers.delete(this);
      disconnect.call(this);
    };
  }

  const {fetch: ask} = window;
  window.fetch = (...given) => {
    requests += 1;
    return ask(...given).finally(() => { requests -= 1; });
  };

  globalThis.leftovers = () => ({
    timers: timers.size,
    listeners: [...listeners.values()].filter(signal => !signal?.aborted).length,
    observers: observers.size,
    requests,
  });
}
