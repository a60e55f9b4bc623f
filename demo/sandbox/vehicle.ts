import {dayOf, HOUR_MS, stepOf} from './home-time.js';
import {memoise} from './memoise.js';
import type {HomeProfile} from './profile.js';
import {chargedWh, chargingW, fullAt, tripOfDay, VEHICLE_STEP_MS, type Trip} from './trips.js';

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

/** What Podero itself knows about "charge now": at once, without waiting for the vehicle's next report. */
export interface BoostReadings {
  readonly boostState: 'available' | 'requested' | 'ongoing' | 'unavailable';
  /** Wanted while away: begins when the vehicle is plugged in. */
  readonly isBoostArmed: boolean;
  /** When it was asked for; nothing if it was not. */
  readonly boostedAt?: number;
}

export interface Vehicle {
  at(instant: number): VehicleReadings;
  /** The power alone, for those who add it up. */
  powerW(instant: number): number;
  /** The last report at or before the instant. */
  reportedAt(instant: number): number;
  boostAt(instant: number): BoostReadings;
  energyWh(from: number, to: number): number;
  /** Chargings that began between two instants, and the hours of charging there. */
  chargings(from: number, to: number): {readonly count: number; readonly hours: number};
}

/** `boosts`: the instants at which somebody wanted it charged at once. */
export function createVehicle(profile: HomeProfile, boosts: readonly number[]): Vehicle {
  const tripOf = memoise(day => tripOfDay(day, profile, boosts));
  const tripOn = (at: number) => tripOf(at >= tripOf(dayOf(at)).departs ? dayOf(at) : dayOf(at) - 1);
  const tripsBetween = (from: number, to: number) => Array.from({length: dayOf(to) - dayOf(from) + 2}, (_, n) => tripOf(dayOf(from) - 1 + n));
  return {
    at: instant => readingsOf(tripOn(instant), reportOf(tripOn(instant), instant), profile),
    powerW: instant => chargingW(tripOn(instant), instant),
    reportedAt: instant => reportOf(tripOn(instant), instant),
    boostAt: instant => boostOf(tripOn(instant), instant),
    energyWh: (from, to) => tripsBetween(from, to).reduce((wh, trip) => wh + chargedWh(trip, to) - chargedWh(trip, from), 0),
    chargings: (from, to) => chargingsOf(tripsBetween(from, to), from, to),
  };
}

function chargingsOf(trips: readonly Trip[], from: number, to: number) {
  const ms = (trip: Trip) => Math.max(0, Math.min(fullAt(trip), to) - Math.max(trip.charges, from));
  return {
    count: trips.filter(({charges}) => charges >= from && charges < to).length,
    hours: trips.reduce((sum, trip) => sum + ms(trip), 0) / HOUR_MS,
  };
}

/** Every ten minutes, and at once when it leaves, returns or begins to charge. */
function reportOf({departs, returns, charges}: Trip, at: number): number {
  if (at >= charges) return charges + stepOf(at - charges, VEHICLE_STEP_MS);
  return Math.max(stepOf(at, VEHICLE_STEP_MS), at >= returns ? returns : departs);
}

function readingsOf(trip: Trip, at: number, {vehicle}: HomeProfile): VehicleReadings {
  const powerW = chargingW(trip, at);
  const missingKwh = missingAt(trip, at);
  const level = vehicle.limitPercent - (missingKwh / vehicle.capacityKwh) * 100;
  return {
    isPluggedIn: at >= trip.returns,
    isCharging: powerW > 0,
    isFull: at >= fullAt(trip),
    powerW,
    levelPercent: Math.round(level),
    rangeKm: Math.round(level * vehicle.kmPerPercent),
    remainingS: powerW > 0 ? Math.round((fullAt(trip) - at) / 1000) : 0,
  };
}

/** kWh short of full: grows on the way, stays while waiting, shrinks while charging. */
function missingAt(trip: Trip, at: number): number {
  const {departs, returns, usedKwh} = trip;
  if (at < returns) return usedKwh * Math.max(0, (at - departs) / (returns - departs));
  return Math.max(0, usedKwh - chargedWh(trip, at) / 1000);
}

function boostOf(trip: Trip, at: number): BoostReadings {
  const isWanted = trip.boostedAt !== undefined && at >= trip.boostedAt;
  const isAway = at < trip.returns;
  const state = {boostState: boostState(trip, at, isWanted), isBoostArmed: isWanted && isAway};
  return trip.boostedAt !== undefined && isWanted ? {...state, boostedAt: trip.boostedAt} : state;
}

/** A boost can begin only in a vehicle that stands at the plug and waits. */
function boostState(trip: Trip, at: number, isWanted: boolean): BoostReadings['boostState'] {
  if (at < trip.returns || at >= fullAt(trip)) return 'unavailable';
  if (at < trip.charges) return isWanted ? 'requested' : 'available';
  return isWanted ? 'ongoing' : 'unavailable';
}
