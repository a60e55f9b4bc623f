import {hourOf, MINUTE_MS, stepOf} from './home-time.js';
import type {HomeProfile} from './profile.js';
import {STEP_MS} from './steps.js';
import {outdoorC} from './weather.js';

/** Powers in W, temperatures in °C. */
export interface HeatPumpReadings {
  readonly operation: 'Heating' | 'Hot Water' | 'Cooling' | 'Standby';
  /** How hard the optimiser pushes: hard in the cheap hours around noon, hardly in the dear ones of the evening. */
  readonly mode: 'min' | 'low' | 'mid' | 'max';
  readonly powerW: number;
  readonly indoorC: number;
  readonly indoorTargetC: number;
  readonly outdoorC: number;
  readonly hotWaterC: number;
  /** Water leaving the heat pump. */
  readonly flowC: number;
  /** Water coming back. */
  readonly returnC: number;
}

/** The tank is heated at 5:00 and, mostly by the sun, at 13:00. */
const HOT_WATER = {startHours: [5, 13], runHours: 0.75, fullC: 52, lossPerHourK: 0.5};
const HEATS_BELOW_C = 15;
const COOLS_ABOVE_C = 27;
/** Above this a compressor would heat too much even at its least, so it runs for a part of each cycle only. */
const CYCLES_ABOVE_C = 9;
const CYCLE_MS = 40 * MINUTE_MS;

export function heatPumpAt(instant: number, profile: HomeProfile): HeatPumpReadings {
  const at = stepOf(instant, STEP_MS);
  const outdoor = outdoorC(at, profile.seed);
  const operation = operationAt(at, outdoor);
  const {flowC, spreadK} = waterOf(operation, outdoor);
  return {
    operation,
    mode: modeAt(hourOf(at)),
    powerW: powerOf(operation, outdoor, profile),
    indoorC: tenths(profile.indoorC + 0.5 * Math.sin((2 * Math.PI * (hourOf(at) - 9)) / 24)),
    indoorTargetC: Math.round(2 * (profile.indoorC + 0.1)) / 2,
    outdoorC: tenths(outdoor),
    hotWaterC: tenths(hotWaterC(hourOf(at))),
    flowC: tenths(flowC),
    returnC: tenths(flowC - spreadK),
  };
}

/** The power alone, for those who add it up. */
export function heatPumpW(instant: number, profile: HomeProfile): number {
  const at = stepOf(instant, STEP_MS);
  const outdoor = outdoorC(at, profile.seed);
  return powerOf(operationAt(at, outdoor), outdoor, profile);
}

function operationAt(at: number, outdoor: number): HeatPumpReadings['operation'] {
  if (HOT_WATER.startHours.some(start => isWithin(hourOf(at), start, HOT_WATER.runHours))) return 'Hot Water';
  if (outdoor < HEATS_BELOW_C) return isInRun(at, outdoor) ? 'Heating' : 'Standby';
  return outdoor > COOLS_ABOVE_C ? 'Cooling' : 'Standby';
}

/** The milder it is, the shorter the run of each cycle. */
const isInRun = (at: number, outdoor: number): boolean =>
  (at % CYCLE_MS) / CYCLE_MS < (HEATS_BELOW_C - outdoor) / (HEATS_BELOW_C - CYCLES_ABOVE_C);

/** The colder it is, the more power … */
function powerOf(operation: HeatPumpReadings['operation'], outdoor: number, {heatPumpSize}: HomeProfile): number {
  switch (operation) {
    case 'Hot Water': return Math.round(heatPumpSize * (2350 - 12 * outdoor));
    case 'Heating': return Math.round(heatPumpSize * (888 + (outdoor < CYCLES_ABOVE_C ? 78 : 25) * (CYCLES_ABOVE_C - outdoor)));
    case 'Cooling': return Math.round(heatPumpSize * (540 + 60 * (outdoor - COOLS_ABOVE_C)));
    case 'Standby': return 14;
  }
}

/** … and the warmer the water that goes round. */
function waterOf(operation: HeatPumpReadings['operation'], outdoor: number): {flowC: number; spreadK: number} {
  switch (operation) {
    case 'Hot Water': return {flowC: 56, spreadK: 6};
    case 'Heating': return {flowC: 30 + 0.55 * (HEATS_BELOW_C - outdoor), spreadK: 5};
    case 'Cooling': return {flowC: 18, spreadK: -3};
    case 'Standby': return {flowC: 23, spreadK: 0};
  }
}

/** Falls slowly from full, and climbs back within a run. */
function hotWaterC(hour: number): number {
  const {startHours, runHours, fullC, lossPerHourK} = HOT_WATER;
  const lostSince = (start: number, until: number) => lossPerHourK * (((until - start - runHours) % 24 + 24) % 24);
  const [first = 0, second = 0] = startHours;
  const running = startHours.find(start => isWithin(hour, start, runHours));
  if (running === undefined) return fullC - lostSince(hour >= second || hour < first ? second : first, hour);
  const lostBefore = lostSince(running === first ? second : first, running);
  return fullC - lostBefore * (1 - (hour - running) / runHours);
}

function modeAt(hour: number): HeatPumpReadings['mode'] {
  if (isWithin(hour, 11, 4)) return 'max';
  if (isWithin(hour, 17, 3)) return 'min';
  return isWithin(hour, 6, 3) ? 'low' : 'mid';
}

const isWithin = (hour: number, start: number, length: number): boolean => hour >= start && hour < start + length;

const tenths = (value: number): number => Math.round(value * 10) / 10;
