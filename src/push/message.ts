import type {Collection} from '../api/routes.js';
import type {DeviceKind} from '../domain/device.js';

/** What a stream says (contract 1). */
export type Message =
  | {
      readonly is: 'device';
      readonly kind: DeviceKind;
      readonly id: string;
      /** JSON, not verified. */
      readonly device: unknown;
      /** Nothing of it stands only in its detail. */
      readonly isWhole: boolean;
    }
  /** Read it again. */
  | {readonly is: 'hint'; readonly kind: DeviceKind; readonly id: string}
  | {readonly is: 'deleted'; readonly kind: DeviceKind; readonly id: string};

const KIND_OF: ReadonlyMap<unknown, DeviceKind> = new Map<Collection, DeviceKind>([
  ['heat-pumps', 'heat-pump'], ['electric-vehicles', 'electric-vehicle'], ['inverters', 'inverter'],
]);

interface Sent {
  readonly collection?: unknown;
  readonly device?: unknown;
  readonly id?: unknown;
  readonly deleted?: unknown;
}

/** Whatever says nothing about a device (a heartbeat, a kind nobody knows, broken JSON) is only a sign of life. */
export function readMessage(text: string): Message | undefined {
  const sent = jsonOf(text) as Sent | null | undefined;
  const kind = KIND_OF.get(sent?.collection);
  if (!kind || !sent) return undefined;
  if (typeof sent.device === 'object' && sent.device) return deviceMessage(kind, sent.device);
  return typeof sent.id === 'string' && sent.id ? {is: sent.deleted === true ? 'deleted' : 'hint', kind, id: sent.id} : undefined;
}

/** One without an id cannot be told from another. */
function deviceMessage(kind: DeviceKind, device: {id?: unknown; action_needed?: unknown; actions?: unknown}): Message | undefined {
  const {id, action_needed: isFlagged, actions} = device;
  return typeof id === 'string' ? {is: 'device', kind, id, device, isWhole: !isFlagged || !!actions} : undefined;
}

function jsonOf(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
