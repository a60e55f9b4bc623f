import {PoderoError} from '../domain/errors.js';

/** The error of a part of the script that did not come; the message is for whoever serves it. */
export const UNLOADABLE = new PoderoError('server', 'a part of the script could not be loaded; serve the folder "chunks" beside podero-widgets.js.');

/** So long a missing part is left alone; then the next update of an element may try again. */
const PAUSE_MS = 2_000;

let pausedUntil = 0;

/** Brings a part of the script by its `import()`. Rejects with `UNLOADABLE`; a second try may succeed. */
export const loadChunk = <T>(load: () => Promise<T>): Promise<T> => load().catch(() => {
  pausedUntil = Date.now() + PAUSE_MS;
  throw UNLOADABLE;
});

/** May a part that did not come be asked for again by itself? Updates come with every poll and every minute (fault invariants). */
export const mayLoadAgain = (): boolean => Date.now() > pausedUntil;
