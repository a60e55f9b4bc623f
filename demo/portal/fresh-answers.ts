type Fetch = (url: string, init: RequestInit) => Promise<Response>;

/** What a proxy asks with. */
export interface FreshAnswers {
  readonly fetch: Fetch;
  /**
   * While something is being changed no answer passes, and what was asked before is asked for again. That also gives the proxy
   * the time to be done with an answer that came just before, so that nobody joins it.
   */
  whileChanging<T>(change: () => Promise<T>): Promise<T>;
}

/**
 * A page that has been told that something is done must not read what was before it. Worse, a device with an older stamp than the
 * one shown is not believed, so a late answer would hide for good that a device has been silent for hours.
 */
export function createFreshAnswers(fetch: Fetch): FreshAnswers {
  let changes = 0;
  let changed: Promise<unknown> = Promise.resolve();
  return {
    async whileChanging(change) {
      const changing = change().finally(() => changes++);
      changed = Promise.allSettled([changed, changing]);
      return changing;
    },
    async fetch(url, init) {
      // The proxy's patience is that for one answer: another try is not measured by it.
      for (let signal = init.signal ?? null; ; signal = null) {
        const before = changes;
        const answer = await fetch(url, {...init, signal});
        await changed;
        // Only what may be asked twice.
        if (before === changes || (init.method ?? 'GET') !== 'GET') return answer;
        await answer.body?.cancel();
      }
    },
  };
}
