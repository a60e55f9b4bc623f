import {chance, dayOf, DAY_MS, HOUR_MS, hourOf, instantOf, MINUTE_MS, stepOf} from './home-time.js';
import {memoise} from './memoise.js';
import type {HomeProfile} from './profile.js';
import {clearness, sunHeight} from './weather.js';

/** Powers in W. At every instant `productionW = householdW + chargeW + exportW`. */
export interface InverterReadings {
  readonly productionW: number;
  /** Everything the building uses, heat pump and charging vehicle included. */
  readonly householdW: number;
  /** + is charging. */
  readonly chargeW: number;
  readonly levelPercent: number;
  /** + is feeding the grid. */
  readonly exportW: number;
}

/** What stands behind the inverter's meter. */
export interface Consumers {
  heatPumpW(at: number): number;
  vehicleW(at: number): number;
}

/** The inverter measures, and the battery is steered, in steps of five minutes. */
export const INVERTER_STEP_MS = 5 * MINUTE_MS;
const STEP_HOURS = INVERTER_STEP_MS / HOUR_MS;
const STEPS_A_DAY = DAY_MS / INVERTER_STEP_MS;

/** Once full or empty a battery has forgotten how it started; four days are enough for that in every season. */
const REMEMBERS_DAYS = 4;

interface Load {
  readonly productionW: number;
  readonly householdW: number;
  readonly vehicleW: number;
}

export function createInverter(profile: HomeProfile, consumers: Consumers): (instant: number) => InverterReadings {
  const loadsOn = memoise(day => everyStepOf(day, at => loadAt(at, profile, consumers)));
  const limits = limitsOf(profile);
  const levelsOn = memoise(day => levelsOf(day, loadsOn, profile));
  return instant => {
    const at = stepOf(instant, INVERTER_STEP_MS);
    const step = (at - instantOf(dayOf(at), 0)) / INVERTER_STEP_MS;
    const load = loadsOn(dayOf(at))[step] ?? loadAt(at, profile, consumers);
    const storedWh = levelsOn(dayOf(at))[step] ?? 0;
    const chargeW = chargeFor(load, storedWh, limits);
    const {productionW, householdW} = load;
    const levelPercent = Math.round(storedWh / (profile.battery.capacityKwh || 1) / 10);
    return {productionW, householdW, chargeW, levelPercent, exportW: productionW - householdW - chargeW};
  };
}

/** The roof's power follows the sun's height and the clouds; the inverter caps it. */
function productionW(at: number, {roof, seed}: HomeProfile): number {
  const sun = sunHeight(at);
  return sun === 0 ? 0 : Math.round(Math.min(roof.inverterW, roof.ratingKw * 1000 * sun ** 1.15 * clearness(at, seed)));
}

function loadAt(at: number, profile: HomeProfile, {heatPumpW, vehicleW}: Consumers): Load {
  const vehicle = vehicleW(at);
  return {productionW: productionW(at, profile), householdW: baseLoadW(at, profile) + heatPumpW(at) + vehicle, vehicleW: vehicle};
}

/** Lights, kitchen, standby: three meals a day over what never sleeps. */
function baseLoadW(at: number, {appetite, seed}: HomeProfile): number {
  const bump = (hour: number, watts: number, width: number) => watts * Math.exp(-(((hourOf(at) - hour) / width) ** 2));
  const restless = 60 * chance(at / INVERTER_STEP_MS % 1e5, 4, seed);
  return Math.round(appetite * (260 + bump(7, 620, 0.8) + bump(12.5, 540, 0.7) + bump(19.25, 1150, 1.6) + restless));
}

/** Wh in the battery at the beginning of each step of a day. */
function levelsOf(day: number, loadsOn: (day: number) => readonly Load[], profile: HomeProfile): Float64Array {
  const levels = new Float64Array(STEPS_A_DAY);
  const limits = limitsOf(profile);
  let storedWh = limits.emptyWh;
  for (let earlier = day - REMEMBERS_DAYS; earlier <= day; earlier++) {
    for (const [step, load] of loadsOn(earlier).entries()) {
      levels[step] = storedWh;
      storedWh += chargeFor(load, storedWh, limits) * STEP_HOURS;
    }
  }
  return levels;
}

/** The battery takes what the roof has to spare and gives what the home lacks; it does not carry its charge over to the car. */
function chargeFor({productionW, householdW, vehicleW}: Load, storedWh: number, {emptyWh, fullWh, maxW}: Limits): number {
  const spareW = Math.min(productionW - householdW, (fullWh - storedWh) / STEP_HOURS, maxW);
  const lackingW = Math.min(householdW - vehicleW - productionW, (storedWh - emptyWh) / STEP_HOURS, maxW);
  if (spareW > 0) return Math.round(spareW);
  return lackingW > 0 ? 0 - Math.round(lackingW) : 0;
}

type Limits = ReturnType<typeof limitsOf>;

const limitsOf = ({battery: {capacityKwh, minPercent, maxPercent, maxW}}: HomeProfile) =>
  ({emptyWh: minPercent * capacityKwh * 10, fullWh: maxPercent * capacityKwh * 10, maxW});

const everyStepOf = <T>(day: number, read: (at: number) => T): readonly T[] =>
  Array.from({length: STEPS_A_DAY}, (_, step) => read(instantOf(day, 0) + step * INVERTER_STEP_MS));
