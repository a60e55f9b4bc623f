import type {Poller, Subscription} from '../polling/poller.js';

/** More than anybody turns over; what was kept longest goes first. */
const MOST = 500;

const kept = new Map<string, Subscription>();

/**
 * A period that is over does not change: its poller stays while the page lives, asks no more, and whoever comes back to it is shown it
 * at once (contract 4). Its data go with everything else of that customer: what is forgotten is kept no longer.
 */
export function keep(key: string, poller: Poller<unknown> | undefined): void {
  if (!poller || kept.has(key)) return;
  kept.set(key, poller.subscribe(() => poller.state.status === 'ready' || release(key), 0));
  const [oldest] = kept.keys();
  if (oldest !== undefined && kept.size > MOST) release(oldest);
}

/** Lets go of what belongs to somebody: their keys begin so. */
export function releaseAll(whom: string): void {
  for (const key of kept.keys()) if (key.startsWith(`${whom} `)) release(key);
}

function release(key: string): void {
  kept.get(key)?.release();
  kept.delete(key);
}
