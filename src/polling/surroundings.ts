/** What a poller needs to know of the world; tests bring their own. */
export interface Surroundings {
  /** Wall clock, epoch ms: goes on while a laptop sleeps, and may be set back. */
  readonly wallMs: () => number;
  /** Monotonic clock, ms: never goes back, and may stand still while a laptop sleeps. */
  readonly monotonicMs: () => number;
  /** Or frozen: nobody sees it, and nothing may be asked. */
  readonly isHidden: () => boolean;
  readonly setTimer: (callback: () => void, ms: number) => unknown;
  readonly clearTimer: (timer: unknown) => void;
  readonly random: () => number;
  /** `shown`: whether the page is seen has changed; `online` and `offline` as the browser says it. */
  readonly listen: (onChange: (change: 'shown' | 'online' | 'offline') => void) => () => void;
}

/** A frozen page hears nothing: whatever is heard after `freeze` says that it runs again (faults L15). */
let isFrozen = false;

export const browserSurroundings: Surroundings = {
  wallMs: () => Date.now(),
  monotonicMs: () => performance.now(),
  isHidden: () => isFrozen || document.visibilityState === 'hidden',
  setTimer: (callback, ms) => setTimeout(callback, ms),
  clearTimer: timer => clearTimeout(timer as number),
  random: () => Math.random(),
  listen(onChange) {
    const listening = new AbortController();
    const on = (target: EventTarget, type: string, change: 'shown' | 'online' | 'offline') =>
      target.addEventListener(type, event => {
        isFrozen = type === 'freeze';
        // The first `pageshow` of a page only says that it has loaded.
        if (!(event instanceof PageTransitionEvent) || event.persisted) onChange(change);
      }, {signal: listening.signal});
    on(document, 'visibilitychange', 'shown');
    on(document, 'freeze', 'shown');
    on(document, 'resume', 'shown');
    on(window, 'pageshow', 'shown');
    on(window, 'online', 'online');
    on(window, 'offline', 'offline');
    return () => listening.abort();
  },
};
