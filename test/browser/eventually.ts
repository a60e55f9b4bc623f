/** Waits until what the page says equals what is expected; the last difference is the caller's to report. */
export async function eventually<T>(read: () => Promise<T>, isThere: (value: T) => boolean, deadlineMs = 20_000): Promise<T> {
  const until = Date.now() + deadlineMs;
  for (;;) {
    const value = await read();
    if (isThere(value) || Date.now() > until) return value;
    await new Promise(resolve => setTimeout(resolve, 50));
  }
}
