import type {ReactiveControllerHost} from 'lit';
import {PoderoError} from '../domain/errors.js';

/** What the error of a part of the script that did not come says to whoever serves it. */
const MESSAGES = {
  server: 'a part of the script could not be loaded; serve "chunks" beside podero-widgets.js.',
  offline: 'The browser is offline.',
};

/** Pauses before a missing part is asked for again by itself; then the last. */
const PAUSES_MS = [2_000, 8_000, 30_000];
const LAST_PAUSE_MS = 60_000;

let failures = 0;
let pausedUntil = 0;
let failure: PoderoError | undefined;

/** Made when it is needed: an error notes where it was made, which costs a page that loads more than all else in this file. */
function failed(code: keyof typeof MESSAGES): PoderoError {
  if (failure?.code !== code) failure = new PoderoError(code, MESSAGES[code]);
  return failure;
}

/** Why the last part did not come. */
export const missingPart = (): PoderoError => failure ?? failed('server');

/** Brings a part of the script by its `import()`. Where it did not come it rejects, and wakes the host for another try. */
export async function loadChunk<T>(host: ReactiveControllerHost, load: () => Promise<T>): Promise<T> {
  try {
    const part = await load();
    failures = 0;
    return part;
  } catch {
    const error = failed(navigator.onLine ? 'server' : 'offline');
    const now = Date.now();
    // Elements that waited for the same part fail together: that is one failure.
    if (now >= pausedUntil) pausedUntil = now + (PAUSES_MS[failures++] ?? LAST_PAUSE_MS);
    // A little later: clocks are rounded, and whoever is woken too early would not be woken again.
    setTimeout(() => host.requestUpdate(), pausedUntil - now + 9);
    throw error;
  }
}

/** May a part that did not come be asked for again by itself? At once when the browser is online again. */
export const mayLoadAgain = (): boolean => Date.now() >= pausedUntil || (failure?.code === 'offline' && navigator.onLine);
