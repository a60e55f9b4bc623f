import type {Row} from '../rows/expected.js';

/** One guard taken away: what then has to turn red is the test that bears the row's number; of what has none, any of the file. */
export interface Mutant {
  readonly row: Row | 'push' | 'token' | 'pages' | 'chart';
  readonly file: string;
  /** Stands exactly once in the file. */
  readonly from: string;
  readonly to: string;
  /** The test file with the row's test: of web-test-runner, or beneath test/browser. */
  readonly test: string;
}

/** The file's text with the guard taken away. A list that no longer fits what it is about proves nothing. */
export function mutate(text: string, {row, file, from, to}: Mutant): string {
  const [before, after, ...more] = text.split(from);
  if (after === undefined || more.length) {
    throw new Error(`The list of mutants is out of date: "${from}" (${row}) stands ${after === undefined ? 'nowhere' : 'several times'} in ${file}.`);
  }
  return `${before}${to}${after}`;
}

/** So many of a list, others each day, all of them in turn. */
export function inRotation<T>(list: readonly T[], count: number, day: number): readonly T[] {
  return Array.from({length: Math.min(count, list.length)}, (_, index) => list[(day * count + index) % list.length]!);
}
