/** What comes first: the result, or after so long what `late` gives in its place, or throws. The work itself goes on. */
export async function inTime<T, L>(working: T | Promise<T>, limitMs: number, late: () => L): Promise<T | L> {
  let timer: ReturnType<typeof setTimeout> | undefined;
  const waiting = new Promise<L>((resolve, reject) => {
    timer = setTimeout(() => {
      try {
        resolve(late());
      } catch (error) {
        reject(error as Error);
      }
    }, limitMs);
  });
  return Promise.race([working, waiting]).finally(() => clearTimeout(timer));
}
