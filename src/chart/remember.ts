/** Makes anew only what was made of something else: an update without news costs a comparison. */
export function remember<Of extends readonly unknown[], T>(make: (...of: Of) => T): (...of: Of) => T {
  let last: {readonly of: Of; readonly made: T} | undefined;
  return (...of) => {
    if (!last || last.of.length !== of.length || of.some((one, index) => one !== last?.of[index])) last = {of, made: make(...of)};
    return last.made;
  };
}

/** The list before, where the new one holds the same. */
export function rememberList<T>(): (list: readonly T[]) => readonly T[] {
  const same = remember((...list: readonly T[]) => list);
  return list => same(...list);
}
