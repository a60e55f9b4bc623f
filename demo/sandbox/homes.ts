import {createHome, type Home} from './home.js';

/** Homes are far apart in the seeds of other sandboxes. */
const HOMES_A_SEED = 1_000;
const REMEMBERED = 100;

const known = new Map<string, Home>();

/** The home of a number in the sandbox with a seed; remembered, for it remembers what it has worked out. */
export function homeOf(seed: number, number: number, boosts: readonly number[] = []): Home {
  const name = [seed, number, ...boosts].join();
  const home = known.get(name) ?? createHome(seed * HOMES_A_SEED + number, boosts);
  if (known.size >= REMEMBERED) known.clear();
  known.set(name, home);
  return home;
}
