/** The minute in which the page lives: a component that says something of it is rendered again only when its own words change. */
import {useSyncExternalStore} from 'react';

const listeners = new Set<() => void>();
let timer: ReturnType<typeof setInterval> | undefined;

const tick = (): void => {
  if (document.visibilityState !== 'hidden') listeners.forEach(listener => listener());
};

function subscribe(listener: () => void): () => void {
  listeners.add(listener);
  if (listeners.size === 1) {
    timer = setInterval(tick, 60_000);
    document.addEventListener('visibilitychange', tick);
  }
  return () => {
    listeners.delete(listener);
    if (listeners.size) return;
    clearInterval(timer);
    document.removeEventListener('visibilitychange', tick);
  };
}

/** What is made out of the present time, of a kind that can be compared. */
export const useNow = <T extends string | number | boolean>(make: (now: number) => T): T => useSyncExternalStore(subscribe, () => make(Date.now()));
