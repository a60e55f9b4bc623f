import {createBounded} from './bounded.js';

/** An answer as it was allowed through, and as it can be given again. */
export interface Kept {
  /** HTTP status: 200, or one that says there is nothing. */
  readonly status: number;
  /** JSON, already without what may not pass. */
  readonly body: string;
  /** Of `body`, with its quotes. */
  readonly etag: string;
  /** Epoch ms of the API's answer. */
  readonly at: number;
  /** Something is under way: good for this once, and not to be served again while the API can be asked. */
  readonly isPassing: boolean;
}

type Awaitable<T> = T | Promise<T>;

/**
 * Where answers are kept. The one in this file forgets them with the process; one that several processes share has the same
 * four methods. Keys contain ids of users, values what the customer's page shows: keep both as you keep customers' data.
 * What it rejects with counts as "not there". That a device was changed is remembered by the process that changed it: others may
 * give an older answer until it has ceased to be fresh.
 */
export interface ProxyStore {
  get(key: string): Awaitable<Kept | undefined>;
  set(key: string, kept: Kept, ttlSeconds: number): Awaitable<void>;
  delete(key: string): Awaitable<void>;
  /** True for the first who comes with this key within the time, in one step: what is good for one use is used once. */
  claim(key: string, ttlSeconds: number): Awaitable<boolean>;
}

const MOST_ANSWERS = 20_000;
const MOST_BYTES = 32 * 1024 * 1024;
const MOST_CLAIMS = 100_000;

/** In memory, bounded by number and size: what was not asked for longest goes first. */
export function createMemoryStore(): ProxyStore {
  const create = () => createBounded<Kept>({max: MOST_ANSWERS, maxSize: MOST_BYTES, maxEntrySize: MOST_BYTES / 16, sizeCalculation: sizeOf});
  const [devices, history] = [create(), create()];
  // Whoever asks for one period after the other must not push out what everybody's cards show.
  const placeOf = (key: string) => key.includes('?') ? history : devices;
  const claims = createBounded<true>({max: MOST_CLAIMS});
  return {
    get: key => placeOf(key).get(key),
    set: (key, kept, ttlSeconds) => void placeOf(key).set(key, kept, {ttl: ttlSeconds * 1000}),
    delete: key => void placeOf(key).delete(key),
    claim(key, ttlSeconds) {
      const isFirst = !claims.has(key);
      if (isFirst) claims.set(key, true, {ttl: ttlSeconds * 1000});
      return isFirst;
    },
  };
}

const sizeOf = ({body}: Kept, key: string): number => 2 * (body.length + key.length) + 200;
