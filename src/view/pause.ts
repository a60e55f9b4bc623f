/** As long as one slice of work may take: the page answers its user between two. */
export const SLICE_MS = 8;

/** The browser's own way to go on later, which puts a user's presses first, where there is one. */
export const pause = (): Promise<void> =>
  // It rejects where the page has aborted the task that this came out of: then it was no pause, and no harm either.
  (globalThis as {readonly scheduler?: {yield?(): Promise<void>}}).scheduler?.yield?.().catch(() => {}) ?? new Promise(resolve => setTimeout(resolve));

let turn: Promise<void> = Promise.resolve();

/** One after the other: elements that have waited for the same thing show themselves each in a task of its own. */
export const takeTurn = (): Promise<void> => turn = turn.then(pause);
