/**
 * One simulated home as a pure function of the instant: the same instant always gives the same home, so a stopped clock
 * stops everything and a test can work out what has to be on the page. The signs are those of the state's own names;
 * `render-g1.ts` and `render-g2.ts` turn them into what each generation of the API sends.
 */
import {heatPumpAt, type HeatPumpReadings} from './heat-pump.js';
import {MINUTE_MS, stepOf} from './home-time.js';
import {INVERTER_STEP_MS, inverterAt, productionW, type InverterReadings} from './inverter.js';
import {rollingSums, type RollingSums} from './rolling-sums.js';
import {vehicleAt, type VehicleReadings} from './vehicle.js';

/** Manufacturers report in steps: readings and stamp change together, and between two steps nothing changes. */
interface Reported {
  readonly at: Date;
  readonly sums: RollingSums;
}

export interface Household {
  readonly heatPump: HeatPumpReadings & Reported;
  readonly vehicle: VehicleReadings & Reported;
  readonly inverter: InverterReadings & Reported;
}

export const HEAT_PUMP_STEP_MS = 5 * MINUTE_MS;
export const VEHICLE_STEP_MS = 10 * MINUTE_MS;
export {INVERTER_STEP_MS};

export function householdAt(instant: Date): Household {
  const now = instant.getTime();
  const report = <T extends object>(stepMs: number, readings: (at: number) => T, powerW: (at: number) => number) => {
    const at = stepOf(now, stepMs);
    return {...readings(at), at: new Date(at), sums: rollingSums(powerW, now)};
  };
  return {
    heatPump: report(HEAT_PUMP_STEP_MS, heatPumpAt, at => heatPumpAt(at).powerW),
    vehicle: report(VEHICLE_STEP_MS, vehicleAt, at => vehicleAt(at).powerW),
    inverter: report(INVERTER_STEP_MS, inverterAt, productionW),
  };
}
