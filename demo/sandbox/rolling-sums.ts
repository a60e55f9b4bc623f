import type {Energy} from './home.js';
import {DAY_MS, HOUR_MS, stepOf} from './home-time.js';
import {memoise} from './memoise.js';

/** kWh of the last 24 hours, 7 and 30 days before the instant they were computed at. */
export interface RollingSums {
  readonly at: Date;
  readonly dayKwh: number;
  readonly weekKwh: number;
  readonly monthKwh: number;
}

/** The manufacturer's cloud adds up once a night. */
const COMPUTED_AT_UTC_HOUR = 1;

/** Adds up over the windows that ended at the last nightly computation. */
export function rollingSumsOf(energyWh: Energy): (now: number) => RollingSums {
  const computed = memoise(until => {
    const kwhOf = (days: number) => Math.round(energyWh(until - days * DAY_MS, until) / 100) / 10;
    return {at: new Date(until), dayKwh: kwhOf(1), weekKwh: kwhOf(7), monthKwh: kwhOf(30)};
  });
  return now => computed(stepOf(now - COMPUTED_AT_UTC_HOUR * HOUR_MS, DAY_MS) + COMPUTED_AT_UTC_HOUR * HOUR_MS);
}
