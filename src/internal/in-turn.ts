/** A household of many devices must not meet the portal as a crowd (contract 4 and 6). */
const AT_ONCE = 4;
/** Pollers that end together do so in timers of their own: by then all of them have. */
const ABORTED_MS = 9;

let free = AT_ONCE;
const waiting: (() => void)[] = [];

const handOn = (): void => {
  const next = waiting.shift();
  if (next) next();
  else free += 1;
};

/** Does the task when its turn comes: four at a time, whatever the number of elements in the page. Once aborted it never begins. */
export async function inTurn<T>(task: () => Promise<T>, signal: AbortSignal): Promise<T> {
  if (free) free -= 1;
  else await new Promise<void>(resolve => waiting.push(resolve));
  try {
    if (signal.aborted) throw new DOMException('', 'AbortError');
    return await task();
  } finally {
    if (signal.aborted) setTimeout(handOn, ABORTED_MS);
    else handOn();
  }
}
