/**
 * Three processes share out the files of tests, each with one browser of each engine: a browser for each file would cost more
 * than the tests. A single file runs by itself, too.
 */
import {readdirSync} from 'node:fs';

const LANES = ['first', 'second', 'third'] as const;

const files = readdirSync(import.meta.dirname, {recursive: true, encoding: 'utf8'})
  .filter(name => name.endsWith('.test.ts') && !name.startsWith('lanes')).toSorted();

/** Every third file; its tests are registered, and run when all are. */
export async function runLane(lane: (typeof LANES)[number]): Promise<void> {
  for (const file of files.filter((_, n) => n % LANES.length === LANES.indexOf(lane))) await import(`./${file}`);
}
