import type {SandboxDevice} from './devices.js';
import {DAY_MS, stepOf} from './home-time.js';

/** How a device stands with its manufacturer. */
export interface Connection {
  /** `signed-in`: the customer has signed in again, but nobody has reported the outcome to the API, so its action still waits. */
  readonly is: 'connected' | 'disconnected' | 'signed-in';
  /** Epoch ms. */
  readonly since: number;
}

/** What was made of it, or how it began. */
export function connectionOf({id, silentDays}: SandboxDevice, connections: ReadonlyMap<string, Connection>, now: number): Connection {
  const began: Connection = silentDays
    ? {is: 'disconnected', since: stepOf(now, DAY_MS) - silentDays * DAY_MS}
    : {is: 'connected', since: 0};
  return connections.get(id) ?? began;
}

/** A device without a connection does not report: its last readings stay. */
export const heardUntil = ({is, since}: Connection, now: number): number => (is === 'disconnected' ? Math.min(now, since) : now);
