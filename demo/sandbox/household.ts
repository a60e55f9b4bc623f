/**
 * One simulated home as a pure function of the instant: the same instant always gives the same home, so a stopped clock
 * stops everything and a test can work out what has to be on the page. The signs are those of the state's own names;
 * `render-g1.ts` and `render-g2.ts` turn them into what each generation of the API sends.
 */
import type {HeatPumpReadings} from './heat-pump.js';
import {createHome, type Home} from './home.js';
import {stepOf} from './home-time.js';
import type {InverterReadings} from './inverter.js';
import type {HomeProfile} from './profile.js';
import type {RollingSums} from './rolling-sums.js';
import {STEP_MS} from './steps.js';
import {VEHICLE_STEP_MS} from './trips.js';
import type {BoostReadings, VehicleReadings} from './vehicle.js';

/** Manufacturers report in steps: readings and stamp change together, and between two steps nothing changes. */
interface Reported {
  readonly at: Date;
  readonly sums: RollingSums;
}

export interface Household {
  readonly profile: HomeProfile;
  readonly heatPump: HeatPumpReadings & Reported;
  readonly vehicle: VehicleReadings & BoostReadings & Reported;
  readonly inverter: InverterReadings & Reported;
}

export {VEHICLE_STEP_MS, STEP_MS as HEAT_PUMP_STEP_MS, STEP_MS as INVERTER_STEP_MS};

const REFERENCE_HOME = createHome(0);

export const householdAt = (instant: Date): Household => readHome(REFERENCE_HOME, instant);

/** Only what is looked at is worked out. */
export function readHome({profile, sums, vehicle, ...home}: Home, instant: Date): Household {
  const now = instant.getTime();
  const report = <T extends object>(at: number, readings: T, sumsAt: (now: number) => RollingSums) =>
    ({...readings, at: new Date(at), get sums() { return sumsAt(now); }});
  return {
    profile,
    get heatPump() { return report(stepOf(now, STEP_MS), home.heatPumpAt(now), sums.heatPump); },
    get vehicle() { return report(vehicle.reportedAt(now), {...vehicle.at(now), ...vehicle.boostAt(now)}, sums.vehicle); },
    get inverter() { return report(stepOf(now, STEP_MS), home.inverterAt(now), sums.production); },
  };
}
