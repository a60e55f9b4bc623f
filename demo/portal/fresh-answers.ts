type Fetch = (url: string, init: RequestInit) => Promise<Response>;

/** What a proxy asks with. */
export interface FreshAnswers {
  readonly fetch: Fetch;
  /** Something was changed: an answer that is under way may say what was before, so it is asked for again. */
  outdate(): void;
}

/**
 * A page that has been told that something is done must not read what was before it. Worse, a device with an older stamp than the
 * one shown is not believed, so a late answer would hide for good that a device has been silent for hours.
 */
export function createFreshAnswers(fetch: Fetch): FreshAnswers {
  let changes = 0;
  return {
    outdate: () => void changes++,
    async fetch(url, init) {
      // The proxy's patience is that for one answer: another try is not measured by it.
      for (let signal = init.signal ?? null; ; signal = null) {
        const before = changes;
        const answer = await fetch(url, {...init, signal});
        // Only what may be asked twice.
        if (before === changes || (init.method ?? 'GET') !== 'GET') return answer;
        await answer.body?.cancel();
      }
    },
  };
}
