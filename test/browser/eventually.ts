/** Between two looks: soon at first, then less often, since every look costs the page and this process time. */
const FIRST_MS = 20;
const GROWTH = 1.3;
const LONGEST_MS = 250;

/** Waits until what the page says equals what is expected; the last difference is the caller's to report. */
export async function eventually<T>(read: () => Promise<T>, isThere: (value: T) => boolean, deadlineMs = 20_000): Promise<T> {
  const until = Date.now() + deadlineMs;
  for (let pause = FIRST_MS; ; pause = Math.min(LONGEST_MS, pause * GROWTH)) {
    const value = await read();
    if (isThere(value) || Date.now() > until) return value;
    await new Promise(resolve => setTimeout(resolve, pause));
  }
}
