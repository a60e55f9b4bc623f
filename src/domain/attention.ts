import type {Device} from './device.js';

/** Does this device show a notice that needs a person? Such devices come first. */
export const needsUser = (device: Device): boolean => device.reconnect !== undefined || device.hasMessage;

/** Counts of `podero-attention`: devices that need a person, and those of them that need a reconnect. */
export function countAttention(devices: readonly Device[]): {total: number; actionRequired: number} {
  return {
    total: devices.filter(needsUser).length,
    actionRequired: devices.filter(device => device.reconnect !== undefined).length,
  };
}
