import type {DeviceKind} from '../domain/device.js';

/** A device kind's word in the proxy's (and the Partner API's) paths. */
export type Collection = 'heat-pumps' | 'electric-vehicles' | 'inverters';

export const COLLECTION_OF: Readonly<Record<DeviceKind, Collection>> = {
  'heat-pump': 'heat-pumps',
  'electric-vehicle': 'electric-vehicles',
  inverter: 'inverters',
};
