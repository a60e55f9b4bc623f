import type {DeviceKind} from '../../src/domain/device.js';
import type {Energy} from './home.js';
import {chance, dayOf, HOUR_MS, hourOf, stepOf} from './home-time.js';

/** Market price of the hour in EUR/MWh: dear in the evening, cheap when the sun shines. */
export function priceAt(at: number, seed: number): number {
  const hour = Math.floor(hourOf(at));
  const bump = (middle: number, height: number, width: number) => height * Math.exp(-(((hour - middle) / width) ** 2));
  return Math.round(10 * (70 + bump(19, 75, 2) + bump(8, 30, 1.5) - bump(13, 45, 3) + 30 * chance(dayOf(at), 7, seed))) / 10;
}

const FEES_EUR_PER_KWH = 0.16;
const SUBJECTS: Readonly<Record<DeviceKind, number>> = {'heat-pump': 21, 'electric-vehicle': 22, inverter: 23};

/** Share by which a device would use more if nobody optimised it: 8 to 20 %, from day to day. */
export const wasteAt = (at: number, kind: DeviceKind, seed: number): number => 0.08 + 0.12 * chance(dayOf(at), SUBJECTS[kind], seed);

/** EUR: what was paid, and what was not. Hour by hour, so that the sums of days are the sum of their month. */
export function bill(energyWh: Energy, kind: DeviceKind, seed: number, from: number, to: number): {paid: number; saved: number} {
  let [paid, saved] = [0, 0];
  for (let hour = stepOf(from, HOUR_MS); hour < to; hour += HOUR_MS) {
    const kwh = energyWh(Math.max(hour, from), Math.min(hour + HOUR_MS, to)) / 1000;
    const cost = kwh * (priceAt(hour, seed) / 1000 + FEES_EUR_PER_KWH);
    paid += cost;
    saved += cost * wasteAt(hour, kind, seed);
  }
  return {paid, saved};
}
