import {COLLECTION_OF} from '../api/routes.js';
import {DEVICE_KINDS, type DeviceKind} from '../domain/device.js';
import type {Message} from './outbox.js';
import {listRead} from './read-routes.js';
import type {Reads} from './reads.js';

/** Looks after one user's devices for as long as somebody listens. */
export interface Watch {
  /** Tells at once all that is known, and from then on what changes. Gives the way to leave; with the last, the watch ends for good. */
  listen(hear: (message: Message) => void): () => void;
  readonly listeners: number;
}

export interface WatchOptions {
  readonly reads: Reads;
  readonly userPath: string;
  readonly everySeconds: number;
  readonly onFailure: (error: unknown) => void;
  readonly onEnd: () => void;
}

type Sent = Readonly<Record<string, unknown>>;

/** Longer, timers of Node fire at once. */
const LONGEST_S = 86_400;

/**
 * The first look may be at what the cache has, as a page that opens its stream has just read it; every later one asks the API.
 * A collection that could not be read is as it was: only a list that came and lacks a device says that it is gone.
 */
export function createWatch({reads, userPath, everySeconds, onFailure, onEnd}: WatchOptions): Watch {
  const hearers = new Set<(message: Message) => void>();
  const known = new Map<string, {readonly json: string; readonly message: Message}>();
  const seen = new Map<DeviceKind, string>();
  let timer: ReturnType<typeof setTimeout> | undefined;
  const tell = (message: Message) => { for (const hear of hearers) hear(message); };

  const compare = (kind: DeviceKind, devices: readonly unknown[]) => {
    const collection = COLLECTION_OF[kind];
    const present = new Set<string>();
    for (const device of devices.filter(hasId)) {
      const about = `${collection}/${device.id}`;
      const json = JSON.stringify(device);
      present.add(about);
      if (known.get(about)?.json === json) continue;
      const message = {about, text: textOf(collection, device)};
      known.set(about, {json, message});
      tell(message);
    }
    for (const about of known.keys()) {
      if (!about.startsWith(`${collection}/`) || present.has(about)) continue;
      known.delete(about);
      tell({about, text: JSON.stringify({collection, id: about.slice(collection.length + 1), deleted: true})});
    }
  };

  /** Seconds for which the API wants to be left in peace. */
  const look = async (kind: DeviceKind, way: 'read' | 'refresh'): Promise<number> => {
    try {
      const reading = await reads[way](userPath, listRead(kind));
      if ('retryAfterS' in reading) return Number(reading.retryAfterS ?? 0);
      const isNew = reading.status === 200 && !reading.isStale && reading.source !== 'overtaken' && seen.get(kind) !== reading.etag;
      if (!isNew || hearers.size === 0) return 0;
      seen.set(kind, reading.etag);
      compare(kind, JSON.parse(reading.body) as unknown[]);
    } catch (error) {
      onFailure(error);
    }
    return 0;
  };

  /** The next begins some time after this one has ended: a slow API is not asked the more for it. */
  const poll = async (way: 'read' | 'refresh') => {
    const waits = await Promise.all(DEVICE_KINDS.map(kind => look(kind, way)));
    if (hearers.size === 0) return;
    timer = setTimeout(() => void poll('refresh'), 1000 * Math.min(LONGEST_S, Math.max(everySeconds, ...waits)));
    timer.unref?.();
  };

  return {
    listen(hear) {
      hearers.add(hear);
      for (const {message} of known.values()) hear(message);
      if (hearers.size === 1) void poll('read');
      return () => {
        if (!hearers.delete(hear) || hearers.size > 0) return;
        clearTimeout(timer);
        onEnd();
      };
    },
    get listeners() { return hearers.size; },
  };
}

const hasId = (device: unknown): device is Sent & {id: string} =>
  typeof device === 'object' && device !== null && typeof (device as Sent).id === 'string';

/** A list leaves out what a flagged device waits for: in place of the detail it would hide it. */
const textOf = (collection: string, device: Sent & {id: string}): string =>
  JSON.stringify(device.action_needed === true && !device.actions ? {collection, id: device.id} : {collection, device});
