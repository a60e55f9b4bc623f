import type {Load, PollerOptions} from './poller.js';
import {Poller} from './poller.js';

/** One thing to be polled, as an element asks for it. */
export interface PollNeed<T> {
  /** Two needs with one key share one poller and its requests. */
  readonly key: string;
  /** Pollers of one group read for one customer from one server: they forget together. */
  readonly group: string;
  readonly intervalMs: number;
  /** Leaders are there for the whole; followers only use a poller while a leader keeps it (`isLed`). */
  readonly leads: boolean;
  readonly load: Load<T>;
  readonly judge: PollerOptions<T>['judge'];
}

/** By group, then by key. */
const groups = new Map<string, Map<string, Poller<unknown>>>();
const leaders = new Map<string, number>();
const leadersChange = new EventTarget();

/** The page's one poller for this key; made by whoever comes first, gone a moment after its last subscriber. */
export function sharedPoller<T>({key, group: groupKey, load, judge}: PollNeed<T>): Poller<T> {
  const group = groups.get(groupKey) ?? new Map<string, Poller<unknown>>();
  groups.set(groupKey, group);
  const found = group.get(key) as Poller<T> | undefined;
  if (found) return found;
  const poller = new Poller<T>({
    load,
    judge,
    onForget: error => group.forEach(other => other !== poller && other.forget(error)),
    onStop: () => {
      group.delete(key);
      if (!group.size) groups.delete(groupKey);
    },
  });
  group.set(key, poller as Poller<unknown>);
  return poller;
}

/** The page's poller of this key, while there is one. */
export const findPoller = (group: string, key: string): Poller<unknown> | undefined => groups.get(group)?.get(key);

export const isLed = (key: string): boolean => leaders.has(key);

export function addLeader(key: string, change: 1 | -1): void {
  const count = (leaders.get(key) ?? 0) + change;
  if (count) leaders.set(key, count);
  else leaders.delete(key);
  leadersChange.dispatchEvent(new Event('change'));
}

export function onLeadersChange(callback: () => void, signal: AbortSignal): void {
  leadersChange.addEventListener('change', callback, {signal});
}
