import type {DeviceKind} from '../../src/domain/device.js';
import type {SandboxDevice} from './devices.js';
import type {Household} from './household.js';
import {renderG1} from './render-g1.js';
import {DETAIL_ONLY, renderG2} from './render-g2.js';
import type {SandboxUser} from './users.js';

/** A device object as the API sends it. */
export type Payload = Readonly<Record<string, unknown>> & {readonly id: string};

/** How a device stands with its manufacturer, in the words of either generation. */
export interface Standing {
  readonly isAuthenticated: boolean;
  /** Where the customer signs in again (G1). */
  readonly authorizationUrl: string | null;
  /** What waits for the customer (G2). */
  readonly actions: readonly object[];
}

const RENDER = {G1: renderG1, G2: renderG2};
const CONNECTED: Standing = {isAuthenticated: true, authorizationUrl: null, actions: []};
const NO_SENSOR = {indoor_actual_temperature: null, dhw_temperature: null};

/** The answer to `GET …/{collection}/{id}`. */
export function renderDevice(device: SandboxDevice, household: Household, user: SandboxUser, standing = CONNECTED): Payload {
  const payload = RENDER[user.generation][device.kind](household, {user, device, standing});
  return device.hasNoSensor && device.kind === 'heat-pump' ? {...payload, ...NO_SENSOR} : payload;
}

/** The same for the user's first device of a kind. Undefined when there is none. */
export function renderDetail(kind: DeviceKind, household: Household, user: SandboxUser): Payload | undefined {
  const device = user.fleet.find(device => device.kind === kind);
  return device && renderDevice(device, household, user);
}

/** The same device as an item of `GET …/{collection}`. */
export const toListItem = (payload: Payload): Payload =>
  ({...Object.fromEntries(Object.entries(payload).filter(([name]) => !DETAIL_ONLY.includes(name))), id: payload.id});
