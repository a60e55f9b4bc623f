import type {Period} from './calendar.js';
import {clockOf} from './calendar.js';
import type {Figure, Share} from './shares.js';

/** Like for like: the whole slots that both periods have, added up. */
export interface Comparison {
  readonly now: number;
  readonly before: number;
  /** How many slots are in the sums. */
  readonly count: number;
  /** How many slots of the period are over. */
  readonly of: number;
}

/** What the period before says at each slot of this one that is over; `undefined` elsewhere. */
export function besideEach(before: Share, pairs: readonly (number | undefined)[], isOver: readonly boolean[]): readonly (number | undefined)[] {
  return pairs.map((pair, slot) => pair !== undefined && isOver[slot] ? wholeOf(before.figures[pair]) : undefined);
}

/** `undefined` where no slot has both. */
export function compare(now: Share, before: readonly (number | undefined)[], isOver: readonly boolean[]): Comparison | undefined {
  const both = now.figures.flatMap((figure, slot) => {
    const [here, there] = [wholeOf(figure), before[slot]];
    return isOver[slot] && here !== undefined && there !== undefined ? [{here, there}] : [];
  });
  return both.length ? {
    now: both.reduce((sum, {here}) => sum + here, 0),
    before: both.reduce((sum, {there}) => sum + there, 0),
    count: both.length,
    of: isOver.filter(Boolean).length,
  } : undefined;
}

const wholeOf = (figure: Figure | undefined): number | undefined => figure?.is === 'known' && !figure.isPartial ? figure.amount : undefined;

/**
 * Which slot of another period each slot of this one is compared with: the same day of the week or the month, the same month, the
 * same hour by the clock, which a day of 23 or 25 hours counts otherwise.
 */
export function pairsOf({name, slots}: Period, other: Period, zone: string | undefined): readonly (number | undefined)[] {
  if (name !== 'day') return slots.map((_, slot) => slot < other.slots.length ? slot : undefined);
  const [here, there] = [slots, other.slots].map(hours => hours.map(({from}) => clockOf(from, zone))) as [string[], string[]];
  // The second two o'clock of a night has no other.
  return here.map((clock, slot) => here.indexOf(clock) === slot && there.includes(clock) ? there.indexOf(clock) : undefined);
}
