import type {Device} from './device.js';

/** Age in ms; a stamp a little in the future counts as "just now". */
export const ageMs = (stamp: Date, now: number): number => Math.max(0, now - stamp.getTime());

/**
 * Is the device's own state old enough to be worth a notice? A parked car has nothing new to say, so vehicles count only
 * while plugged in or disconnected. Without a stamp nothing is known about the age: not old.
 */
export function isOld(device: Device, now: number, staleAfterS: number): boolean {
  if (!device.stateAt) return false;
  if (device.kind === 'electric-vehicle' && device.connection !== 'disconnected' && !device.isPluggedIn) return false;
  return ageMs(device.stateAt, now) > staleAfterS * 1000;
}
