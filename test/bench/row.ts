import type {Contestant} from './contestants.js';
import type {Figure} from './figures.js';
import {median} from './figures.js';
import type {Lab} from './lab.js';

/** How thoroughly. */
export interface Effort {
  readonly who: readonly Contestant[];
  readonly sizes: readonly number[];
  readonly repeats: number;
  /** Of what takes seconds each time. */
  readonly slowRepeats: number;
  readonly cycles: number;
}

/** One row of the table of goals. */
export interface Row {
  readonly id: string;
  readonly title: string;
  measure(lab: Lab, effort: Effort): Promise<readonly Figure[]>;
}

/**
 * Medians of many tries, one of each contestant after the other: whatever else the machine does meanwhile is done to all. The first
 * round only warms up, where there are several.
 */
export async function interleaved<Who extends string = Contestant>(
  who: readonly Who[], repeats: number, measure: (contestant: Who) => Promise<number>,
): Promise<Record<Who, number>> {
  const tries = new Map(who.map(contestant => [contestant, [] as number[]]));
  for (let round = repeats > 1 ? 0 : 1; round <= repeats; round++) {
    for (const contestant of who) {
      const measured = await measure(contestant);
      if (round) tries.get(contestant)!.push(measured);
    }
  }
  return Object.fromEntries([...tries].map(([contestant, values]) => [contestant, median(values)])) as Record<Who, number>;
}
