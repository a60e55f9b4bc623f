import type {DeviceKind} from '../../src/domain/device.js';
import {chance} from './home-time.js';
import {HEAT_PUMPS, INVERTERS, VEHICLES, type Model} from './models.js';

/** What makes one simulated home another than the next. Everything else of a home follows from this and the instant. */
export interface HomeProfile {
  readonly seed: number;
  readonly models: Readonly<Record<DeviceKind, Model>>;
  /** 1 is the reference home's. */
  readonly heatPumpSize: number;
  /** 1 is the reference home's. */
  readonly appetite: number;
  readonly indoorC: number;
  readonly vehicle: {readonly capacityKwh: number; readonly kmPerPercent: number; readonly limitPercent: number};
  /** Days with a drive to the office (0 is Sunday), and when that begins and ends. */
  readonly office: {readonly days: readonly number[]; readonly departs: number; readonly returns: number};
  readonly roof: {readonly ratingKw: number; readonly inverterW: number};
  readonly battery: {readonly capacityKwh: number; readonly maxW: number; readonly minPercent: number; readonly maxPercent: number};
}

const OFFICE_DAYS = [[1, 3, 5], [1, 2, 4], [2, 3, 5], [1, 2, 3, 4, 5]] as const;

/** Seed 0 is the reference home: the first of everything. */
export function profileOf(seed: number): HomeProfile {
  const luck = (subject: number) => (seed === 0 ? 0 : chance(1, subject, seed));
  const pick = <C extends readonly [unknown, ...unknown[]]>(choices: C, subject: number): C[number] =>
    choices[Math.floor(luck(subject) * choices.length)] ?? choices[0];
  const heatPump = pick(HEAT_PUMPS, 11);
  const vehicle = pick(VEHICLES, 12);
  const inverter = pick(INVERTERS, 13);
  return {
    seed,
    models: {'heat-pump': heatPump.model, 'electric-vehicle': vehicle.model, inverter: inverter.model},
    heatPumpSize: heatPump.size,
    appetite: 1 + 0.5 * luck(14),
    indoorC: 21.4 + 1.5 * luck(15),
    vehicle: {capacityKwh: vehicle.capacityKwh, kmPerPercent: vehicle.kmPerPercent, limitPercent: 80},
    office: {days: pick(OFFICE_DAYS, 16), departs: 7.5 - 0.5 * Math.floor(3 * luck(17)), returns: 17.25 + 0.5 * Math.floor(4 * luck(18))},
    roof: {ratingKw: inverter.roofKw, inverterW: inverter.inverterW},
    battery: {capacityKwh: inverter.batteryKwh, maxW: inverter.batteryKwh * 300, minPercent: 20, maxPercent: 90},
  };
}
