import {HEAT_PUMP_STEP_MS, heatPumpAt, heatPumpW as heatPumpWAt, type HeatPumpReadings} from './heat-pump.js';
import {HOUR_MS, stepOf} from './home-time.js';
import {createInverter, INVERTER_STEP_MS, type InverterReadings} from './inverter.js';
import {memoise} from './memoise.js';
import {profileOf, type HomeProfile} from './profile.js';
import {rollingSumsOf, type RollingSums} from './rolling-sums.js';
import {createVehicle, type Vehicle} from './vehicle.js';

/** Wh between two instants. Powers are constant in known steps, so it is exactly the integral of what devices report. */
export type Energy = (from: number, to: number) => number;

/** A simulated home: pure functions of the instant (epoch ms), given its seed and the boosts that were asked for. */
export interface Home {
  readonly profile: HomeProfile;
  readonly vehicle: Vehicle;
  heatPumpAt(at: number): HeatPumpReadings;
  inverterAt(at: number): InverterReadings;
  readonly energyWh: {
    readonly heatPump: Energy;
    readonly vehicle: Energy;
    readonly production: Energy;
    readonly household: Energy;
    /** Only what went out; what came in is not taken off. */
    readonly export: Energy;
    /** Into the battery, less what came out of it. */
    readonly charge: Energy;
  };
  /** kWh of the last day, week and month, as the manufacturers' clouds have them. */
  readonly sums: Readonly<Record<'heatPump' | 'vehicle' | 'production', (now: number) => RollingSums>>;
}

export function createHome(seed: number, boosts: readonly number[] = []): Home {
  const profile = profileOf(seed);
  const vehicle = createVehicle(profile, boosts);
  const heatPumpW = memoise(step => heatPumpWAt(step, profile), 150_000);
  const inverterAt = createInverter(profile, {heatPumpW, vehicleW: vehicle.powerW});
  const ofInverter = (powerW: (readings: InverterReadings) => number) => integralOf(at => powerW(inverterAt(at)), INVERTER_STEP_MS);
  const energyWh = {
    heatPump: integralOf(heatPumpW, HEAT_PUMP_STEP_MS),
    vehicle: vehicle.energyWh,
    production: ofInverter(({productionW}) => productionW),
    household: ofInverter(({householdW}) => householdW),
    export: ofInverter(({exportW}) => Math.max(0, exportW)),
    charge: ofInverter(({chargeW}) => chargeW),
  };
  const sums = {
    heatPump: rollingSumsOf(energyWh.heatPump),
    vehicle: rollingSumsOf(energyWh.vehicle),
    production: rollingSumsOf(energyWh.production),
  };
  return {profile, vehicle, heatPumpAt: at => heatPumpAt(at, profile), inverterAt, energyWh, sums};
}

function integralOf(powerW: (step: number) => number, stepMs: number): Energy {
  return (from, to) => {
    let sum = 0;
    for (let step = stepOf(from, stepMs); step < to; step += stepMs) {
      sum += powerW(step) * (Math.min(step + stepMs, to) - Math.max(step, from));
    }
    return sum / HOUR_MS;
  };
}
