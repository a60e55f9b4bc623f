import type {Device, DeviceKind} from '../domain/device.js';
import {PoderoError} from '../domain/errors.js';
import type {Endpoint} from './endpoint.js';
import {routeOf} from './endpoint.js';
import {normalise} from './normalise.js';
import {itemsOf, parseJson, readPages} from './pages.js';
import type {ReadPayload} from './read.js';
import {readPayload} from './read.js';
import type {Answer} from './request.js';
import {request} from './request.js';
import {COLLECTION_OF} from './routes.js';
import {serverNow} from './server-clock.js';

/** One answer, understood. */
export interface Snapshot {
  readonly devices: readonly Device[];
  /** Devices that need the user, and what for stands only in their detail: id → a mark that changes when it is to be read again. */
  readonly flagged: ReadonlyMap<string, string>;
  /** How many devices had no usable id and are not shown. */
  readonly dropped: number;
  /** The proxy says that the API behind it is failing. */
  readonly isServedStale: boolean;
  /** How old the answer already was when it came. */
  readonly ageMs: number;
  /** The answer as it came: the same text again needs no parsing and changes nothing. */
  readonly text: string;
}

/** All devices of one kind. `previous` is returned itself when nothing changed. */
export async function readCollection(
  endpoint: Endpoint, kind: DeviceKind, signal: AbortSignal, previous?: Snapshot,
): Promise<Snapshot> {
  const {answer, texts} = await readPages(routeOf(endpoint, COLLECTION_OF[kind]), endpoint, signal);
  const text = texts.join('\n');
  if (previous && (answer.isEmpty || text === previous.text)) return unchanged(previous, answer);
  const items = answer.isEmpty ? [] : texts.flatMap(page => itemsOf(page).items);
  const understood = understand(items, endpoint, kind, previous);
  if (understood.dropped) endpoint.warn(`${COLLECTION_OF[kind]}: ${understood.dropped} without usable id cannot be shown.`);
  return {...understood, ...freshnessOf(answer), text};
}

/** One device, in the shape that may carry `actions`. */
export async function readDevice(
  endpoint: Endpoint, kind: DeviceKind, id: string, signal: AbortSignal, previous?: Snapshot,
): Promise<Snapshot> {
  const answer = await request(routeOf(endpoint, COLLECTION_OF[kind], id), endpoint, signal);
  const {text, isEmpty} = answer;
  if (previous && (isEmpty || text === previous.text)) return unchanged(previous, answer);
  const understood = understand([parseJson(text)], endpoint, kind, previous);
  if (understood.devices[0]?.id !== id) throw new PoderoError('malformed', 'The answer is not a device.');
  return {...understood, ...freshnessOf(answer), text};
}

const freshnessOf = ({isServedStale, ageMs}: Answer) => ({isServedStale, ageMs});

const unchanged = (previous: Snapshot, {isServedStale, ageMs}: Answer): Snapshot =>
  isServedStale === previous.isServedStale && ageMs === previous.ageMs ? previous : {...previous, isServedStale, ageMs};

/** What was understood of some devices' JSON. */
export type Understood = Pick<Snapshot, 'devices' | 'flagged' | 'dropped'>;

/** Each device on its own: one that cannot be read never hides the others. The first of several with one id wins. */
export function understand(
  items: readonly unknown[], endpoint: Endpoint, kind: DeviceKind, previous: Snapshot | undefined,
): Understood {
  const shown = new Map(previous?.devices.map(device => [device.id, device]));
  const devices = new Map<string, Device>();
  const flagged = new Map<string, string>();
  let dropped = 0;
  for (const json of items) {
    const read = readPayload(kind, json);
    const id = read?.sent.id;
    if (!read || id === undefined) dropped += 1;
    else if (!devices.has(id)) {
      const [before, next] = [shown.get(id), understandDevice(read, endpoint)];
      const isDropped = isOlder(next, before);
      devices.set(id, before && (isDropped || isSame(next, before)) ? before : next);
      const {action_needed: isFlagged, actions, updated_at: updatedAt} = read.sent;
      // The flag of a state that is dropped is dropped with it.
      const mark = isDropped ? previous?.flagged.get(id) : isFlagged && !actions ? String(updatedAt) : undefined;
      if (mark !== undefined) flagged.set(id, mark);
    }
  }
  return {devices: [...devices.values()], flagged, dropped};
}

function understandDevice(read: ReadPayload, endpoint: Endpoint): Device {
  const {batterySign, warn} = endpoint;
  const {kind, sent: {id, is_authenticated: isAuthenticated}, unreadable, textNumbers} = read;
  if (unreadable.length) warn(`${kind} ${id}: ${unreadable.join(', ')} cannot be read and count as missing.`);
  else if (isAuthenticated == null) warn(`${kind} ${id}: is_authenticated is missing, the connection is shown as not known.`);
  if (textNumbers.length) warn(`${kind} ${id}: ${textNumbers.join(', ')} came as text instead of numbers.`);
  return normalise(read, {batterySign, now: serverNow(endpoint), pageOrigin: location.origin});
}

/** What is older than what is shown is dropped (contract 6). */
const isOlder = (next: Device, shown: Device | undefined): boolean => !!shown?.stateAt && !!next.stateAt && next.stateAt < shown.stateAt;

/** What says the same keeps its identity, so nothing is drawn again. */
const isSame = (next: Device, shown: Device): boolean => JSON.stringify(shown) === JSON.stringify(next);
