/** Remembers what a pure function said; starts anew when it is about to remember too much. */
export function memoise<T>(make: (key: number) => T, limit = 1_000): (key: number) => T {
  const known = new Map<number, T>();
  return key => {
    const old = known.get(key);
    if (old !== undefined) return old;
    if (known.size >= limit) known.clear();
    const made = make(key);
    known.set(key, made);
    return made;
  };
}
