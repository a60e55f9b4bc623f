import type {Battery, Device, ElectricVehicle, Generation, HeatPump, Inverter} from '../domain/device.js';
import {IDLE_BELOW_W} from '../domain/status.js';
import type {Format, Quantity} from '../text/format.js';
import {MISSING} from '../text/format.js';
import type {LabelKey} from '../text/messages.js';
import type {Speech} from '../text/speech.js';

export type ReadingKey =
  | 'indoor' | 'indoor-target' | 'hot-water' | 'outdoor' | 'power' | 'flow' | 'return'
  | 'level' | 'ready-by' | 'time-to-target' | 'range' | 'target' | 'limit'
  | 'solar' | 'home' | 'grid' | 'surplus' | 'battery'
  | 'last-day' | 'last-week' | 'last-month';

/** One labelled value. `note` is said with the label (a direction, "calculated"); `also` is a second value beside the first. */
export interface Reading {
  readonly key: ReadingKey;
  readonly label: string;
  readonly quantity: Quantity;
  readonly note?: string | undefined;
  readonly also?: Quantity;
}

/** What the charge ring draws, in percent. */
export interface RingLevels {
  readonly level: number | undefined;
  readonly target: number | undefined;
  readonly limit: number | undefined;
}

/** Which way energy flows: `forth` is away from the sun and towards grid and battery; without a direction nobody knows. */
export interface Current {
  readonly watts: number;
  readonly way: 'forth' | 'back' | undefined;
}

export interface FlowCurrents {
  readonly solar: Current;
  readonly grid: Current;
  readonly battery: Current | undefined;
  readonly batteryLevel: number | undefined;
}

export type Readings =
  | {readonly is: 'heat-pump'; readonly hero: readonly Reading[]; readonly rows: readonly Reading[]; readonly cells: readonly Reading[]}
  | {readonly is: 'electric-vehicle'; readonly level: Reading; readonly ring: RingLevels; readonly rows: readonly Reading[]; readonly cells: readonly Reading[]}
  | {readonly is: 'inverter'; readonly nodes: readonly [Reading, Reading, Reading]; readonly surplus: Reading; readonly battery: Reading | undefined; readonly currents: FlowCurrents};

/** Fields that only one generation of the API has; every other reading belongs to both. */
const ONLY_IN: Partial<Record<ReadingKey, Generation>> = {
  'indoor-target': 'G2', 'flow': 'G2', 'return': 'G2', 'ready-by': 'G2', 'target': 'G2', 'time-to-target': 'G1',
};

/** A row is there when its generation has the field (then `–` when it is missing), or when a value came all the same. */
function isShown({generation}: Device, key: ReadingKey, value: unknown): boolean {
  const only = ONLY_IN[key];
  return value !== undefined || only === undefined || only === generation;
}

/** The readings of a device in the order in which its card shows them (contract 4). */
export function readingsOf(device: Device, speech: Speech, now: number): Readings {
  switch (device.kind) {
    case 'heat-pump': return heatPump(device, speech);
    case 'electric-vehicle': return vehicle(device, speech, now);
    case 'inverter': return inverter(device, speech);
  }
}

type Line<T> = readonly [key: ReadingKey, value: T | undefined, format: (value: T | undefined) => Quantity, label?: LabelKey];

const linesFor = (device: Device, {say}: Speech) => <T>(...lines: Line<T>[]): Reading[] => lines
  .filter(([key, value]) => isShown(device, key, value))
  .map(([key, value, format, label]) => ({key, label: say(label ?? key as LabelKey), quantity: format(value)}));

function heatPump(device: HeatPump, speech: Speech): Readings {
  const lines = linesFor(device, speech);
  const {temperature, power} = speech.format;
  return {
    is: 'heat-pump',
    hero: lines(['indoor', device.indoorC, temperature], ['indoor-target', device.indoorTargetC, temperature, 'target']),
    rows: lines(['hot-water', device.hotWaterC, temperature], ['outdoor', device.outdoorC, temperature]),
    cells: lines(['power', device.powerW, power], ['flow', device.flowC, temperature], ['return', device.returnC, temperature]),
  };
}

function vehicle(device: ElectricVehicle, speech: Speech, now: number): Readings {
  const lines = linesFor(device, speech);
  const {levelPercent: level, targetPercent: target, limitPercent: limit} = device;
  const {percent, power, range, duration} = speech.format;
  return {
    is: 'electric-vehicle',
    level: {key: 'level', label: speech.say('level'), quantity: percent(level)},
    ring: {level, target, limit},
    rows: [
      ...lines<unknown>(['ready-by', device.readyBy, () => readyBy(device, speech, now)]),
      ...lines(['time-to-target', device.remainingS, duration], ['range', device.rangeKm, range]),
    ],
    cells: lines(['power', device.chargingPowerW, power], ['target', target, percent], ['limit', limit, percent]),
  };
}

const DAY_MS = 86_400_000;

/** Where the API says that no deadline is in force, that is not "not available". */
function readyBy(device: ElectricVehicle, {say, format}: Speech, now: number): Quantity {
  const value = deadlineOf(device, format, now);
  if (value !== undefined) return {value};
  return device.hasDeadline === false ? {value: say('no-deadline')} : MISSING;
}

/** A deadline within a day needs no date. */
export function deadlineOf({readyBy: deadline}: ElectricVehicle, format: Format, now: number): string | undefined {
  if (!(deadline instanceof Date)) return deadline;
  const ahead = deadline.getTime() - now;
  return ahead >= 0 && ahead < DAY_MS ? format.clock(deadline) : format.moment(deadline, now);
}

function inverter(device: Inverter, speech: Speech): Readings {
  const {say, format} = speech;
  const reading = (key: ReadingKey & LabelKey, watts: number | undefined): Reading =>
    ({key, label: say(key), quantity: format.power(watts)});
  return {
    is: 'inverter',
    nodes: [reading('solar', device.productionW), reading('home', device.householdW), gridReading(device, speech)],
    surplus: reading('surplus', device.surplusW),
    battery: device.battery && batteryReading(device.battery, speech),
    currents: currentsOf(device),
  };
}

/** The direction is in the label, the value is a magnitude; below the noise there is no direction. */
function gridReading({grid}: Inverter, {say, format}: Speech): Reading {
  if (!grid) return {key: 'grid', label: say('grid'), quantity: MISSING};
  const {exportW, derived} = grid;
  const label = Math.abs(exportW) < IDLE_BELOW_W ? 'grid' : exportW > 0 ? 'to-grid' : 'from-grid';
  const {value, unit} = format.power(Math.abs(exportW));
  return {
    key: 'grid', label: say(label),
    quantity: {value: derived ? `≈\u00a0${value}` : value, unit},
    note: derived ? say('calculated') : undefined,
  };
}

function batteryReading({power, levelPercent}: Battery, {say, format}: Speech): Reading {
  return {
    key: 'battery', label: say('battery'), quantity: format.power(power?.watts), also: format.percent(levelPercent),
    note: power && power.direction !== 'unknown' ? say(`battery-${power.direction}`) : undefined,
  };
}

function currentsOf({productionW = 0, grid, battery}: Inverter): FlowCurrents {
  const {watts = 0, direction} = battery?.power ?? {};
  const way = direction === 'discharging' ? 'back' : direction === 'charging' ? 'forth' : undefined;
  return {
    solar: {watts: productionW, way: 'forth'},
    grid: {watts: Math.abs(grid?.exportW ?? 0), way: (grid?.exportW ?? 0) < 0 ? 'back' : 'forth'},
    battery: battery && {watts, way},
    batteryLevel: battery?.levelPercent,
  };
}

export interface Totals {
  readonly title: string;
  readonly at: Date | undefined;
  readonly cells: readonly Reading[];
}

/** The rolling sums with their own time; absent when none was sent. A window that is missing among them is `–`. */
export function totalsOf({kind, totals}: Device, {say, format}: Speech): Totals | undefined {
  if (!totals) return undefined;
  const {lastDayKwh, lastWeekKwh, lastMonthKwh, at} = totals;
  if ([lastDayKwh, lastWeekKwh, lastMonthKwh].every(sum => sum === undefined)) return undefined;
  const cell = (key: ReadingKey & LabelKey, kWh: number | undefined): Reading => ({key, label: say(key), quantity: format.energy(kWh)});
  return {
    title: say(kind === 'inverter' ? 'production' : 'consumption'),
    at,
    cells: [cell('last-day', lastDayKwh), cell('last-week', lastWeekKwh), cell('last-month', lastMonthKwh)],
  };
}
