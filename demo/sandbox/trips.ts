import {chance, HOUR_MS, instantOf, MINUTE_MS, weekdayOf} from './home-time.js';
import type {HomeProfile} from './profile.js';

/** One outing: from full (the limit) at departure to full again some hours after the return. Instants are epoch ms. */
export interface Trip {
  readonly departs: number;
  readonly returns: number;
  /** Plugged in since the return, waiting for cheap hours or the sun. */
  readonly charges: number;
  readonly chargeW: number;
  readonly usedKwh: number;
  /** Since when somebody has wanted it charged at once. */
  readonly boostedAt?: number;
}

/** Charging power is constant in steps that are counted from the beginning of charging. */
export const VEHICLE_STEP_MS = 10 * MINUTE_MS;
const STEP_HOURS = VEHICLE_STEP_MS / HOUR_MS;

const FAST_W = 11_040;
const REFERENCE_KWH = 79.5;

/** From the wish to the vehicle that charges: Podero and the manufacturer's cloud need a moment. */
const BOOST_DELAY_MS = 8_000;

/** The trip that begins on this day, charged at its usual hour or, boosted, at once. */
export function tripOfDay(day: number, profile: HomeProfile, boosts: readonly number[]): Trip {
  const plan = planOf(day, profile);
  const boostedAt = boosts.find(at => at >= plan.departs && at < plan.charges);
  if (boostedAt === undefined) return plan;
  const charges = Math.max(plan.returns, boostedAt + BOOST_DELAY_MS);
  return charges < plan.charges ? {...plan, charges, chargeW: FAST_W, boostedAt} : plan;
}

/** To the office and back, charged at night; or a morning's shopping, charged slowly from the roof. */
function planOf(day: number, {office, vehicle, seed}: HomeProfile): Trip {
  const luck = chance(day, 3, seed);
  const size = vehicle.capacityKwh / REFERENCE_KWH;
  return office.days.includes(weekdayOf(day))
    ? {...hours(day, office.departs, office.returns, 23), chargeW: FAST_W, usedKwh: size * (17 + 13 * luck)}
    : {...hours(day, 8, 9.75, 11), chargeW: 3680, usedKwh: size * (9 + 9 * luck)};
}

const hours = (day: number, departs: number, returns: number, charges: number) =>
  ({departs: instantOf(day, departs), returns: instantOf(day, returns), charges: instantOf(day, charges)});

/** Whole steps at full power, and what the one after them needs to be full. */
function stepsOf({chargeW, usedKwh}: Trip): {whole: number; lastW: number} {
  const whole = Math.floor((usedKwh * 1000) / (chargeW * STEP_HOURS));
  return {whole, lastW: Math.round((usedKwh * 1000) / STEP_HOURS - whole * chargeW)};
}

export function chargingW(trip: Trip, at: number): number {
  const {whole, lastW} = stepsOf(trip);
  const step = Math.floor((at - trip.charges) / VEHICLE_STEP_MS);
  if (step < 0 || step > whole) return 0;
  return step < whole ? trip.chargeW : lastW;
}

/** Wh since charging began: exactly what the powers of `chargingW` add up to. */
export function chargedWh(trip: Trip, at: number): number {
  const {whole, lastW} = stepsOf(trip);
  const steps = Math.max(0, (at - trip.charges) / VEHICLE_STEP_MS);
  return STEP_HOURS * (trip.chargeW * Math.min(steps, whole) + lastW * Math.min(1, Math.max(0, steps - whole)));
}

/** When the vehicle is full. */
export function fullAt(trip: Trip): number {
  const {whole, lastW} = stepsOf(trip);
  return trip.charges + (whole + (lastW > 0 ? 1 : 0)) * VEHICLE_STEP_MS;
}
