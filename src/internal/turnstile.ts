/** Lets so many tasks run at once; the others wait, in their order. */
export function createTurnstile(most: number): <T>(task: () => Promise<T>) => Promise<T> {
  const waiting: (() => void)[] = [];
  let running = 0;
  return async task => {
    if (running < most) running += 1;
    else await new Promise<void>(go => waiting.push(go));
    try {
      return await task();
    } finally {
      const next = waiting.shift();
      if (next) next();
      else running -= 1;
    }
  };
}
