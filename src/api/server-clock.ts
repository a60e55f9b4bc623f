import type {Endpoint} from './endpoint.js';

/** What an answer of a proxy said of the time there. */
interface Sample {
  /** The server's clock, epoch ms. */
  readonly serverMs: number;
  /** Our monotonic clock when it came. */
  readonly at: number;
  /** How far the server's clock is ahead of ours, ms. */
  readonly offset: number;
  readonly isBelieved: boolean;
}

/** Two answers as far apart say whether a clock runs. */
const APART_MS = 10_000;
/** `Date` has whole seconds, and an answer its time on the way. */
const TOLERANCE_MS = 5_000;
/** One answer alone says only that a clock is badly wrong. */
const BADLY_WRONG_MS = 300_000;

const samples = new Map<string, Sample>();

/** Learns from an answer what time it is at the proxy: `Date` is when it was made, `Age` how long ago that is (faults C08). */
export function learnTime({base: {href}}: Endpoint, {headers}: Response): void {
  const age = headers.get('age');
  const serverMs = Date.parse(headers.get('date') ?? '') + 1000 * Number(age);
  // Without a date, or with an age that is no number, nothing is learned.
  if (Number.isNaN(serverMs)) return;
  const [at, offset, before] = [performance.now(), serverMs - Date.now(), samples.get(href)];
  const isRunning = before && isWithin(TOLERANCE_MS, serverMs - before.serverMs - at + before.at, offset - before.offset);
  if (isRunning && at - before.at < APART_MS) return;
  samples.set(href, {serverMs, at, offset, isBelieved: isRunning ?? (!age && !isWithin(BADLY_WRONG_MS, offset) && !hasWorker())});
}

/** The time there, epoch ms, by which a device's own stamps are measured; of two that may be true the one that makes them older. */
export function serverNow(endpoint: Endpoint | undefined): number {
  const {offset, isBelieved} = samples.get(endpoint?.base.href ?? '') ?? {offset: 0, isBelieved: false};
  return Date.now() + (isBelieved ? offset : Math.max(0, offset));
}

/** Any of them: a monotonic clock may stand still while a laptop sleeps, a wall clock may be set. */
const isWithin = (ms: number, ...differences: readonly number[]): boolean => differences.some(difference => Math.abs(difference) <= ms);

/** A service worker may answer from its cache, with the date of another day (faults C10); in a sandbox even the question throws. */
function hasWorker(): boolean {
  try {
    return !!navigator.serviceWorker?.controller;
  } catch {
    return false;
  }
}
