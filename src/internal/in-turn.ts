/** A household of many devices must not meet the portal as a crowd (contract 4 and 6). */
const AT_ONCE = 4;

let free = AT_ONCE;
const waiting: (() => void)[] = [];

/** Does the task when its turn comes: four at a time, whatever the number of elements in the page. */
export async function inTurn<T>(task: () => Promise<T>): Promise<T> {
  if (free) free -= 1;
  else await new Promise<void>(resolve => waiting.push(resolve));
  try {
    return await task();
  } finally {
    const next = waiting.shift();
    if (next) next();
    else free += 1;
  }
}
