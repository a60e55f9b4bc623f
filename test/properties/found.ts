/** Cases that were once found wrong, as small as they became. */
import type {DeviceKind} from '../../src/domain/device.js';

interface Found {
  readonly name: string;
  readonly kind: DeviceKind;
  readonly json: unknown;
  /** Whether there is a device in it. */
  readonly isShown: boolean;
}

export const FOUND: readonly Found[] = [
  {name: 'a decimal text of 400 digits was infinite', kind: 'heat-pump', json: {id: '1', indoor_actual_temperature: '9'.repeat(400)}, isShown: true},
  {name: 'a number of 309 digits was written out', kind: 'electric-vehicle', json: {id: '1', driving_range: 1e308}, isShown: true},
  {name: 'an id of two dots led to another address', kind: 'inverter', json: {id: '..', action_needed: true}, isShown: false},
  {name: 'an id with half a character could not be asked for', kind: 'inverter', json: {id: '\ud800', action_needed: true}, isShown: false},
];
