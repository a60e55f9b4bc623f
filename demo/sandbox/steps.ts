import {dayOf, DAY_MS, instantOf, MINUTE_MS} from './home-time.js';
import {memoise} from './memoise.js';

/** Heat pumps and inverters report, and a battery is steered, in steps of five minutes; powers are constant in each. */
export const STEP_MS = 5 * MINUTE_MS;
export const STEPS_A_DAY = DAY_MS / STEP_MS;

/** The same whole number, worked out a day at a time and remembered. */
export function rememberSteps(read: (step: number) => number): (at: number) => number {
  const days = memoise(day => Int32Array.from({length: STEPS_A_DAY}, (_, n) => read(instantOf(day, 0) + n * STEP_MS)));
  return at => days(dayOf(at))[stepOfDay(at)] ?? 0;
}

export const stepOfDay = (at: number): number => Math.floor((at - instantOf(dayOf(at), 0)) / STEP_MS);
