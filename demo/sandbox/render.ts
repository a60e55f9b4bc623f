import type {DeviceKind} from '../../src/domain/device.js';
import type {Household} from './household.js';
import {renderG1} from './render-g1.js';
import {DETAIL_ONLY, renderG2} from './render-g2.js';
import type {SandboxUser} from './users.js';

/** A device object as the API sends it. */
export type Payload = Readonly<Record<string, unknown>> & {readonly id: string};

const RENDER = {G1: renderG1, G2: renderG2};

/** The answer to `GET …/{collection}/{id}`. Undefined when the user has no such device. */
export function renderDetail(kind: DeviceKind, household: Household, user: SandboxUser): Payload | undefined {
  const id = user.devices?.[kind];
  return id === undefined ? undefined : RENDER[user.generation][kind](household, user, id);
}

/** The same device as an item of `GET …/{collection}`. */
export const toListItem = (payload: Payload): Payload =>
  ({...Object.fromEntries(Object.entries(payload).filter(([name]) => !DETAIL_ONLY.includes(name))), id: payload.id});
