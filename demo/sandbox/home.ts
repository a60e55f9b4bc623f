import {heatPumpAt, heatPumpW as heatPumpWAt, type HeatPumpReadings} from './heat-pump.js';
import {HOUR_MS, stepOf} from './home-time.js';
import {createInverter, type InverterReadings} from './inverter.js';
import {profileOf, type HomeProfile} from './profile.js';
import {rollingSumsOf, type RollingSums} from './rolling-sums.js';
import {rememberSteps, STEP_MS} from './steps.js';
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
  const heatPumpW = rememberSteps(at => heatPumpWAt(at, profile));
  const inverter = createInverter(profile, {heatPumpW, vehicleW: vehicle.powerW});
  const {productionW, householdW, chargeW} = inverter;
  const energyWh = {
    heatPump: integralOf(heatPumpW),
    vehicle: vehicle.energyWh,
    production: integralOf(productionW),
    household: integralOf(householdW),
    export: integralOf(at => Math.max(0, productionW(at) - householdW(at) - chargeW(at))),
    charge: integralOf(chargeW),
  };
  const sums = {
    heatPump: rollingSumsOf(energyWh.heatPump),
    vehicle: rollingSumsOf(energyWh.vehicle),
    production: rollingSumsOf(energyWh.production),
  };
  return {profile, vehicle, heatPumpAt: at => heatPumpAt(at, profile), inverterAt: inverter.at, energyWh, sums};
}

function integralOf(powerW: (step: number) => number): Energy {
  return (from, to) => {
    let sum = 0;
    for (let step = stepOf(from, STEP_MS); step < to; step += STEP_MS) {
      sum += powerW(step) * (Math.min(step + STEP_MS, to) - Math.max(step, from));
    }
    return sum / HOUR_MS;
  };
}
