import type {Period, Span} from './calendar.js';
import type {EnergyBucket} from './energy-series.js';

/**
 * The slots of a period out of shorter steps: days out of hours, hours out of quarters. One of which a step is missing is a gap; one
 * that is not over is what is known of it without one between.
 */
export const sumsOfSteps = (steps: readonly EnergyBucket[], {slots}: Period, now: Date): readonly EnergyBucket[] =>
  slots.filter(({from}) => from < now).map(slot => Object.freeze({...slot, ...sumOf(steps.filter(step => step.from < now && holds(slot, step)), slot, now)}));

const holds = ({from, to}: Span, step: Span): boolean => step.from >= from && step.to <= to;

function sumOf(steps: readonly EnergyBucket[], {from, to}: Span, now: Date) {
  const last = steps.map(step => 'kWh' in step).lastIndexOf(true);
  const known = steps.slice(0, last + 1).filter(step => 'kWh' in step);
  const end = to > now ? known.at(-1)?.to ?? from : to;
  const isWhole = known.reduce((sum, step) => sum + step.to.getTime() - step.from.getTime(), 0) === end.getTime() - from.getTime();
  if (!known.length || !isWhole) return {gap: true} as const;
  const exported = known.flatMap(({exportKwh}) => exportKwh ?? []);
  return {kWh: add(known.map(({kWh}) => kWh)), ...(exported.length ? {exportKwh: add(exported)} : {})};
}

const add = (amounts: readonly number[]): number => amounts.reduce((sum, amount) => sum + amount, 0);
