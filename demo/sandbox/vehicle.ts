import {chance, dayOf, HOUR_MS, instantOf, weekdayOf} from './home-time.js';

/** Level in %, power in W, range in km. */
export interface VehicleReadings {
  readonly isPluggedIn: boolean;
  readonly isCharging: boolean;
  readonly isFull: boolean;
  readonly powerW: number;
  readonly levelPercent: number;
  readonly rangeKm: number;
  /** Until it is full at the current power; 0 when not charging. */
  readonly remainingS: number;
}

export const VEHICLE = {capacityKwh: 79.5, limitPercent: 80, kmPerPercent: 4.65};

/** One outing: from full (the limit) at departure to full again some hours after the return. */
interface Trip {
  readonly departs: number;
  readonly returns: number;
  /** Plugged in since the return, waiting for cheap hours or the sun. */
  readonly charges: number;
  readonly chargeW: number;
  readonly usedKwh: number;
}

/** Monday, Wednesday and Friday; the other working days are spent at home. */
const OFFICE_DAYS = [1, 3, 5];

/** To the office and back, charged at night; or a morning's shopping, charged slowly from the roof. */
function tripOf(day: number): Trip {
  const luck = chance(day, 3);
  return OFFICE_DAYS.includes(weekdayOf(day))
    ? {...hours(day, 7.5, 17.25, 23), chargeW: 11_040, usedKwh: 17 + 13 * luck}
    : {...hours(day, 8, 9.75, 11), chargeW: 3680, usedKwh: 9 + 9 * luck};
}

const hours = (day: number, departs: number, returns: number, charges: number) =>
  ({departs: instantOf(day, departs), returns: instantOf(day, returns), charges: instantOf(day, charges)});

export function vehicleAt(at: number): VehicleReadings {
  const trip = lastTrip(at);
  const missingKwh = missingAt(trip, at);
  const isPluggedIn = at >= trip.returns;
  const isCharging = at >= trip.charges && missingKwh > 0;
  const level = VEHICLE.limitPercent - (missingKwh / VEHICLE.capacityKwh) * 100;
  return {
    isPluggedIn,
    isCharging,
    isFull: missingKwh === 0,
    powerW: isCharging ? trip.chargeW : 0,
    levelPercent: Math.round(level),
    rangeKm: Math.round(level * VEHICLE.kmPerPercent),
    remainingS: isCharging ? Math.round((missingKwh * 1000 * 3600) / trip.chargeW) : 0,
  };
}

function lastTrip(at: number): Trip {
  const today = tripOf(dayOf(at));
  return at >= today.departs ? today : tripOf(dayOf(at) - 1);
}

/** kWh short of full: grows on the way, stays while waiting, shrinks while charging. */
function missingAt({departs, returns, charges, chargeW, usedKwh}: Trip, at: number): number {
  if (at < returns) return usedKwh * ((at - departs) / (returns - departs));
  if (at < charges) return usedKwh;
  return Math.max(0, usedKwh - (chargeW / 1000) * ((at - charges) / HOUR_MS));
}
