import {createBounded} from './bounded.js';
import type {Kept, ProxyStore} from './store.js';
import {UpstreamError} from './upstream-error.js';

/** An answer from the cache or through it. */
export interface Reading extends Kept {
  /** The API has failed since; this is the last it said. */
  readonly isStale: boolean;
  /** `overtaken`: asked before something was changed, so nobody knows whether it is from before or after. */
  readonly source: 'api' | 'cache' | 'overtaken';
}

/** The API wants to be left in peace; not kept. */
export interface NotNow {
  readonly retryAfterS: string | undefined;
}

export interface Cache {
  /** What is known under the key, or `load`ed; whoever asks while it is being loaded gets the same. */
  read(key: string, load: () => Promise<Kept | NotNow>): Promise<Reading | NotNow>;
  /** As `read`, but never what was known before. */
  refresh(key: string, load: () => Promise<Kept | NotNow>): Promise<Reading | NotNow>;
  /** Something was changed under these keys: forgotten, and for two minutes always asked for anew. */
  touch(keys: readonly string[]): Promise<void>;
}

export interface CacheOptions {
  readonly store: ProxyStore;
  readonly freshSeconds: number;
  readonly staleSeconds: number;
  /** Called where the store fails: without it the answers still come. */
  readonly onStoreFailure: (error: unknown) => void;
}

/** As long as a change may take to show in what the API says. */
const TOUCHED_MS = 120_000;
const MOST_NOTES = 10_000;
const LONGEST_WAIT_S = 3600;

const waitOf = ({retryAfterS}: NotNow) => retryAfterS === undefined ? {} : {ttl: 1000 * Math.min(LONGEST_WAIT_S, Math.max(1, Number(retryAfterS)))};

/**
 * `load` rejects only to whom nothing can be given: else the last answer serves, and the API is left in peace for as long as
 * an answer would be fresh, or as it asks for.
 */
export function createCache({store, freshSeconds, staleSeconds, onStoreFailure}: CacheOptions): Cache {
  const loading = new Map<string, Promise<Reading | NotNow>>();
  const touched = createBounded<true>({max: MOST_NOTES, ttl: TOUCHED_MS});
  const failed = createBounded<true>({max: MOST_NOTES, ttl: Math.max(1, 1000 * freshSeconds)});
  const guard = async <T>(act: () => T | Promise<T>): Promise<T | undefined> => {
    try {
      return await act();
    } catch (error) {
      onStoreFailure(error);
      return undefined;
    }
  };

  const isFresh = ({at, isPassing}: Kept, key: string) => !isPassing && !touched.has(key) && Date.now() - at < 1000 * freshSeconds;

  const load = async (key: string, known: Kept | undefined, ask: () => Promise<Kept | NotNow>, isCurrent: () => boolean) => {
    try {
      const answer = await ask();
      if ('retryAfterS' in answer) {
        if (known?.status !== 200) return answer;
        failed.set(key, true, waitOf(answer));
        return {...known, isStale: true, source: 'cache'} as const;
      }
      failed.delete(key);
      // What was asked before a change must not be remembered after it.
      if (!isCurrent()) return {...answer, isStale: false, source: 'overtaken'} as const;
      await guard(() => store.set(key, answer, freshSeconds + staleSeconds));
      return {...answer, isStale: false, source: 'api'} as const;
    } catch (error) {
      if (!(error instanceof UpstreamError) || known?.status !== 200) throw error;
      failed.set(key, true);
      return {...known, isStale: true, source: 'cache'} as const;
    }
  };

  const refresh = (key: string, ask: () => Promise<Kept | NotNow>, known: Kept | undefined): Promise<Reading | NotNow> => {
    const pending = loading.get(key);
    if (pending) return pending;
    const started: Promise<Reading | NotNow> = load(key, known, ask, () => loading.get(key) === started)
      .finally(() => { if (loading.get(key) === started) loading.delete(key); });
    loading.set(key, started);
    return started;
  };

  /** Older than an hour after it ceased to be fresh, it is history and not an answer. */
  const recall = async (key: string) => {
    const kept = await guard(() => store.get(key));
    return kept && Date.now() - kept.at < 1000 * (freshSeconds + staleSeconds) ? kept : undefined;
  };

  return {
    async read(key, ask) {
      const known = await recall(key);
      if (known && isFresh(known, key)) return {...known, isStale: false, source: 'cache'};
      if (known?.status === 200 && failed.has(key) && !touched.has(key)) return {...known, isStale: true, source: 'cache'};
      return refresh(key, ask, known);
    },
    refresh: async (key, ask) => refresh(key, ask, await recall(key)),
    async touch(keys) {
      for (const key of keys) {
        touched.set(key, true);
        loading.delete(key);
        await guard(() => store.delete(key));
      }
    },
  };
}
