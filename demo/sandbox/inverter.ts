import {chance, dayOf, HOUR_MS, hourOf, instantOf, MINUTE_MS, stepOf} from './home-time.js';
import {heatPumpAt} from './heat-pump.js';
import {vehicleAt} from './vehicle.js';
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

export const ROOF = {ratingKw: 10.2, inverterW: 10_000};
export const BATTERY = {capacityKwh: 10, maxW: 3000, minPercent: 20, maxPercent: 90};

/** The inverter measures, and the battery is steered, in steps of five minutes. */
export const INVERTER_STEP_MS = 5 * MINUTE_MS;
const STEP_HOURS = INVERTER_STEP_MS / HOUR_MS;

/** Once full or empty a battery has forgotten how it started; three days are enough for that in every season. */
const REMEMBERS_DAYS = 3;

export function inverterAt(at: number): InverterReadings {
  const step = stepOf(at, INVERTER_STEP_MS);
  const {productionW, householdW} = flowsAt(step);
  const storedWh = storedAt(step);
  const chargeW = chargeAt(step, storedWh);
  return {
    productionW,
    householdW,
    chargeW,
    levelPercent: Math.round(storedWh / (BATTERY.capacityKwh * 10)),
    exportW: productionW - householdW - chargeW,
  };
}

/** The roof's power follows the sun's height and the clouds; the inverter caps it. */
export function productionW(at: number): number {
  return Math.round(Math.min(ROOF.inverterW, ROOF.ratingKw * 1000 * sunHeight(at) ** 1.15 * clearness(at)));
}

function flowsAt(at: number): {productionW: number; householdW: number; vehicleW: number} {
  const vehicleW = vehicleAt(at).powerW;
  return {productionW: productionW(at), householdW: baseLoadW(at) + heatPumpAt(at).powerW + vehicleW, vehicleW};
}

/** Lights, kitchen, standby: three meals a day over what never sleeps. */
function baseLoadW(at: number): number {
  const bump = (hour: number, watts: number, width: number) => watts * Math.exp(-(((hourOf(at) - hour) / width) ** 2));
  const restless = 60 * chance(at / INVERTER_STEP_MS % 1e5, 4);
  return Math.round(260 + bump(7, 620, 0.8) + bump(12.5, 540, 0.7) + bump(19.25, 1150, 1.6) + restless);
}

function storedAt(step: number): number {
  let storedWh = BATTERY.minPercent * BATTERY.capacityKwh * 10;
  for (let at = instantOf(dayOf(step) - REMEMBERS_DAYS, 0); at < step; at += INVERTER_STEP_MS) {
    storedWh += chargeAt(at, storedWh) * STEP_HOURS;
  }
  return storedWh;
}

/** The battery takes what the roof has to spare and gives what the home lacks; it does not carry its charge over to the car. */
function chargeAt(at: number, storedWh: number): number {
  const {productionW, householdW, vehicleW} = flowsAt(at);
  const roomW = (BATTERY.maxPercent * BATTERY.capacityKwh * 10 - storedWh) / STEP_HOURS;
  const contentW = (storedWh - BATTERY.minPercent * BATTERY.capacityKwh * 10) / STEP_HOURS;
  const spareW = Math.min(productionW - householdW, roomW, BATTERY.maxW);
  const lackingW = Math.min(householdW - vehicleW - productionW, contentW, BATTERY.maxW);
  if (spareW > 0) return Math.round(spareW);
  return lackingW > 0 ? 0 - Math.round(lackingW) : 0;
}
