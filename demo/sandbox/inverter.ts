import {chance, dayOf, HOUR_MS, hourOf, instantOf} from './home-time.js';
import {memoise} from './memoise.js';
import type {HomeProfile} from './profile.js';
import {rememberSteps, STEP_MS, STEPS_A_DAY, stepOfDay} from './steps.js';
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

type Power = (at: number) => number;

/** What stands behind the inverter's meter. */
export interface Consumers {
  readonly heatPumpW: Power;
  readonly vehicleW: Power;
}

const STEP_HOURS = STEP_MS / HOUR_MS;

/** Once full or empty a battery has forgotten how it started; four days are enough for that in every season. */
const REMEMBERS_DAYS = 4;

/** Each a power that is constant in steps, and everything together. */
export interface Inverter {
  at(instant: number): InverterReadings;
  readonly productionW: Power;
  readonly householdW: Power;
  readonly chargeW: Power;
}

export function createInverter(profile: HomeProfile, consumers: Consumers): Inverter {
  const production = rememberSteps(at => productionW(at, profile));
  const vehicle = rememberSteps(consumers.vehicleW);
  const household = rememberSteps(at => baseLoadW(at, profile) + consumers.heatPumpW(at) + vehicle(at));
  const surplusW = (at: number) => production(at) - household(at);
  const batteryOn = memoise(day => batteryOf(day, surplusW, vehicle, limitsOf(profile)));
  const chargeW = (at: number) => batteryOn(dayOf(at)).chargeW[stepOfDay(at)] ?? 0;
  const levelPercent = (at: number) =>
    Math.round((batteryOn(dayOf(at)).storedWh[stepOfDay(at)] ?? 0) / (profile.battery.capacityKwh || 1) / 10);
  return {
    at: instant => ({
      productionW: production(instant),
      householdW: household(instant),
      chargeW: chargeW(instant),
      levelPercent: levelPercent(instant),
      exportW: surplusW(instant) - chargeW(instant),
    }),
    productionW: production,
    householdW: household,
    chargeW,
  };
}

/** The roof's power follows the sun's height and the clouds; the inverter caps it. */
function productionW(at: number, {roof, seed}: HomeProfile): number {
  const sun = sunHeight(at);
  return sun === 0 ? 0 : Math.round(Math.min(roof.inverterW, roof.ratingKw * 1000 * sun ** 1.15 * clearness(at, seed)));
}

/** Lights, kitchen, standby: three meals a day over what never sleeps. */
function baseLoadW(at: number, {appetite, seed}: HomeProfile): number {
  const bump = (hour: number, watts: number, width: number) => watts * Math.exp(-(((hourOf(at) - hour) / width) ** 2));
  const restless = 60 * chance(at / STEP_MS % 1e5, 4, seed);
  return Math.round(appetite * (260 + bump(7, 620, 0.8) + bump(12.5, 540, 0.7) + bump(19.25, 1150, 1.6) + restless));
}

/** Of each step of a day: Wh in the battery when it begins, and W into it. */
function batteryOf(day: number, surplusW: Power, vehicleW: Power, limits: Limits): {storedWh: Float64Array; chargeW: Int32Array} {
  const battery = {storedWh: new Float64Array(STEPS_A_DAY), chargeW: new Int32Array(STEPS_A_DAY)};
  let storedWh = limits.emptyWh;
  for (let at = instantOf(day - REMEMBERS_DAYS, 0); at < instantOf(day + 1, 0); at += STEP_MS) {
    const chargeW = chargeFor(surplusW(at), vehicleW(at), storedWh, limits);
    battery.storedWh[stepOfDay(at)] = storedWh;
    battery.chargeW[stepOfDay(at)] = chargeW;
    storedWh += chargeW * STEP_HOURS;
  }
  return battery;
}

/** The battery takes what the roof has to spare and gives what the home lacks; it does not carry its charge over to the car. */
function chargeFor(surplusW: number, vehicleW: number, storedWh: number, {emptyWh, fullWh, maxW}: Limits): number {
  const spareW = Math.min(surplusW, (fullWh - storedWh) / STEP_HOURS, maxW);
  const lackingW = Math.min(0 - surplusW - vehicleW, (storedWh - emptyWh) / STEP_HOURS, maxW);
  if (spareW > 0) return Math.round(spareW);
  return lackingW > 0 ? 0 - Math.round(lackingW) : 0;
}

type Limits = ReturnType<typeof limitsOf>;

const limitsOf = ({battery: {capacityKwh, minPercent, maxPercent, maxW}}: HomeProfile) =>
  ({emptyWh: minPercent * capacityKwh * 10, fullWh: maxPercent * capacityKwh * 10, maxW});
