/** Asks again every so many seconds while the page can be seen, and when it is shown again after that; ages tick once a minute. */

const TICK_MS = 60_000;

export interface Polling {
  /** Reads now; resolves when it is shown. */
  readonly now: () => Promise<void>;
  readonly stop: () => void;
}

/** @param onTick told once a minute, and when the page is shown again */
export function poll(read: () => Promise<void>, seconds: number, onTick: () => void): Polling {
  let lastAt = 0;
  let timer = 0;
  let running: Promise<void> | undefined;
  let isStopped = false;

  const attempt = async (): Promise<void> => {
    clearTimeout(timer);
    await read();
    lastAt = Date.now();
    running = undefined;
    if (seconds && !isStopped) timer = window.setTimeout(ifDue, seconds * 1000);
  };
  const now = (): Promise<void> => (running ??= attempt());
  const isDue = (): boolean => seconds > 0 && Date.now() - lastAt >= seconds * 1000;
  function ifDue(): void {
    if (document.visibilityState === 'hidden') return;
    if (isDue()) void now();
    else if (!running) timer = window.setTimeout(ifDue, 1000);
  }
  const onShown = (): void => {
    if (document.visibilityState === 'hidden') return;
    onTick();
    if (isDue()) void now();
  };
  const ticker = setInterval(() => document.visibilityState === 'hidden' || onTick(), TICK_MS);
  document.addEventListener('visibilitychange', onShown);
  void now();
  return {
    now,
    stop: () => {
      isStopped = true;
      clearTimeout(timer);
      clearInterval(ticker);
      document.removeEventListener('visibilitychange', onShown);
    },
  };
}
