import type {Device} from '../domain/device.js';

/** Ids are unique within a kind only. The entry has its own (`domain/device.ts`): a chunk shares no code with it. */
export const keyOf = ({kind, id}: Pick<Device, 'kind' | 'id'>): string => `${kind}:${id}`;
