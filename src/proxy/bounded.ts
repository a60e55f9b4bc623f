import {LRUCache} from 'lru-cache';

/** A map that forgets: what was not asked for longest where it would grow too large, and each entry after its time by the wall clock. */
export const createBounded = <V extends object | true>(options: LRUCache.Options<string, V, unknown>): LRUCache<string, V> =>
  new LRUCache<string, V>({...options, perf: Date, ttlResolution: 0});
