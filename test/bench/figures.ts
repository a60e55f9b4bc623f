/** What is found, and what it is held to. */
import type {Contestant} from './contestants.js';

/** The product is held to so many times another's figure, or to a figure of its own. */
export interface Limit {
  readonly of?: Exclude<Contestant, 'product'>;
  /** Must be reached. */
  readonly reach: number;
  /** Would be better still. */
  readonly aim?: number;
  /** Beside the ratio, in the figure's own unit: what no ratio can say near zero. */
  readonly plus?: number;
}

export interface Figure {
  /** As in the table of goals: `B4`. */
  readonly row: string;
  readonly what: string;
  readonly unit: 'ms' | 'B' | 'kB' | '×' | '';
  readonly product: number;
  readonly vanilla?: number;
  readonly react?: number;
  readonly limits: readonly Limit[];
}

/** The product's figure as the limit counts it. */
export const measureOf = (figure: Figure, {of, plus = 0}: Limit): number => of ? (figure.product - plus) / figure[of]! : figure.product;

/** `aim`: better than it has to be; `reach`: as it has to be. */
export function verdictOf(figure: Figure, limit: Limit): 'aim' | 'reach' | 'missed' {
  const {of, plus = 0} = limit;
  const peer = of ? figure[of] : 1;
  if (peer === undefined || !Number.isFinite(figure.product) || !Number.isFinite(peer)) throw new Error(`${figure.row} ${figure.what}: there is nothing to judge.`);
  // Not by the ratio: beside a peer of nothing, or less, that says the opposite.
  const isWithin = (times: number): boolean => figure.product <= (times === Infinity ? Infinity : times * peer + plus);
  if (!isWithin(limit.reach)) return 'missed';
  return limit.aim === undefined || isWithin(limit.aim) ? 'aim' : 'reach';
}

export function median(values: readonly number[]): number {
  const sorted = values.toSorted((a, b) => a - b);
  const middle = Math.floor(sorted.length / 2);
  return sorted.length % 2 ? sorted[middle]! : (sorted[middle - 1]! + sorted[middle]!) / 2;
}
