import type {ReactiveControllerHost} from 'lit';
import {PoderoError} from '../domain/errors.js';

/** The error of a part of the script that did not come; the message is for whoever serves it. */
export const UNLOADABLE = new PoderoError('server', 'a part of the script could not be loaded; serve the folder "chunks" beside podero-widgets.js.');
const OFFLINE = new PoderoError('offline', 'The browser is offline.');

/** Pauses before a missing part is asked for again by itself; then the last. */
const PAUSES_MS = [2_000, 8_000, 30_000];
const LAST_PAUSE_MS = 60_000;

let failures = 0;
let pausedUntil = 0;
let failure = UNLOADABLE;

/** Why the last part did not come. */
export const missingPart = (): PoderoError => failure;

/** Brings a part of the script by its `import()`. Where it did not come it rejects, and wakes the host for another try. */
export async function loadChunk<T>(host: ReactiveControllerHost, load: () => Promise<T>): Promise<T> {
  try {
    const part = await load();
    failures = 0;
    return part;
  } catch {
    failure = navigator.onLine ? UNLOADABLE : OFFLINE;
    const now = Date.now();
    // Elements that waited for the same part fail together: that is one failure.
    if (now >= pausedUntil) pausedUntil = now + (PAUSES_MS[failures++] ?? LAST_PAUSE_MS);
    // A little later: clocks are rounded, and whoever is woken too early would not be woken again.
    setTimeout(() => host.requestUpdate(), pausedUntil - now + 9);
    throw failure;
  }
}

/** May a part that did not come be asked for again by itself? At once when the browser is online again. */
export const mayLoadAgain = (): boolean => Date.now() >= pausedUntil || (failure === OFFLINE && navigator.onLine);
