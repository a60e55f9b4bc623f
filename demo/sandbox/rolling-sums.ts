import {DAY_MS, HOUR_MS, MINUTE_MS} from './home-time.js';

/** kWh of the last 24 hours, 7 and 30 days before the instant they were computed at. */
export interface RollingSums {
  readonly at: Date;
  readonly dayKwh: number;
  readonly weekKwh: number;
  readonly monthKwh: number;
}

const SAMPLE_MS = 15 * MINUTE_MS;
/** The manufacturer's cloud adds up once a night. */
const COMPUTED_AT_UTC_HOUR = 1;

/** Adds up a power in W over the windows that ended at the last nightly computation. */
export function rollingSums(powerW: (at: number) => number, now: number): RollingSums {
  const until = Math.floor((now - COMPUTED_AT_UTC_HOUR * HOUR_MS) / DAY_MS) * DAY_MS + COMPUTED_AT_UTC_HOUR * HOUR_MS;
  let [dayKwh, weekKwh, monthKwh] = [0, 0, 0];
  for (let at = until - 30 * DAY_MS; at < until; at += SAMPLE_MS) {
    const kWh = (powerW(at) * SAMPLE_MS) / HOUR_MS / 1000;
    monthKwh += kWh;
    if (at >= until - 7 * DAY_MS) weekKwh += kWh;
    if (at >= until - DAY_MS) dayKwh += kWh;
  }
  return {at: new Date(until), dayKwh: tenths(dayKwh), weekKwh: tenths(weekKwh), monthKwh: tenths(monthKwh)};
}

const tenths = (value: number): number => Math.round(value * 10) / 10;
