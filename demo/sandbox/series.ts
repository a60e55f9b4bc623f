import type {DeviceKind} from '../../src/domain/device.js';
import {periodsBetween, type Period, type Zone} from './calendar.js';
import {consumptionOf, type History} from './history.js';
import {HOUR_MS, MINUTE_MS} from './home-time.js';
import {priceAt, wasteAt} from './tariff.js';

export type StepLength = '15MIN' | '1HOUR' | '1DAY' | '1WEEK' | '1MONTH';
export const STEP_LENGTHS: readonly StepLength[] = ['15MIN', '1HOUR', '1DAY', '1WEEK', '1MONTH'];

type Cell = number | boolean | null;
type Read = (history: History, step: Period) => Cell;

const mean = (wh: number, {from, to}: Period): number => tenths(wh * HOUR_MS / (to - from));

/** Of every kind. Energies are Wh of the step; the price is EUR/MWh. */
const COMMON: Readonly<Record<string, Read>> = {
  price: ({home}, {from}) => priceAt(from, home.profile.seed),
  estimated_consumption: ({home, device}, {from, to}) => tenths(consumptionOf(home, device.kind)(from, to)),
  unoptimized_consumption: ({home, device}, {from, to}) =>
    tenths(consumptionOf(home, device.kind)(from, to) * (1 + wasteAt(from, device.kind, home.profile.seed))),
};

/** States are those at the beginning of the step; powers are its mean, so that mean times length is its energy. */
const COLUMNS: Readonly<Record<DeviceKind, Readonly<Record<string, Read>>>> = {
  'heat-pump': {
    ...COMMON,
    inlet_temp_act: ({home}, {from}) => home.heatPumpAt(from).returnC,
    hot_water_temp: ({home, device}, {from}) => (device.hasNoSensor ? null : home.heatPumpAt(from).hotWaterC),
  },
  'electric-vehicle': {
    ...COMMON,
    battery_level: ({home}, {from}) => home.vehicle.at(from).levelPercent,
    is_charging: ({home}, {from}) => home.vehicle.at(from).isCharging,
    is_plugged_in: ({home}, {from}) => home.vehicle.at(from).isPluggedIn,
    is_at_optimized_location: ({home}, {from}) => home.vehicle.at(from).isPluggedIn,
  },
  inverter: {
    ...COMMON,
    solar_production_w: ({home}, step) => mean(home.energyWh.production(step.from, step.to), step),
    /** Only what went out, as in `grid_export_wh` of the savings. */
    export_power_to_grid_w: ({home}, step) => mean(home.energyWh.export(step.from, step.to), step),
    household_consumption_w: ({home}, step) => mean(home.energyWh.household(step.from, step.to), step),
    battery_charge_level_percent: ({home}, {from}) => (home.profile.battery.capacityKwh ? home.inverterAt(from).levelPercent : null),
    battery_charge_discharge_power_w: ({home, generation}, step) =>
      (generation === 'G1' ? 1 : -1) * mean(home.energyWh.charge(step.from, step.to), step) || 0,
  },
};

export const columnsOf = (kind: DeviceKind): readonly string[] => Object.keys(COLUMNS[kind]);

export interface SeriesQuery {
  readonly from: number;
  readonly to: number;
  readonly stepLength: StepLength;
  /** Columns in the order wanted. */
  readonly columns: readonly string[];
  /** Nulls where nothing is known; otherwise these steps are left out. */
  readonly fillMissing: boolean;
}

/** Rows of the steps that begin in the range; a step that is not over is not known yet. */
export function seriesOf(history: History, {from, to, stepLength, columns, fillMissing}: SeriesQuery, zone: Zone) {
  const isKnown = (step: Period) => step.from >= history.since && step.to <= history.until;
  const reads = columns.map(name => [name, COLUMNS[history.device.kind][name] ?? (() => null)] as const);
  return stepsBetween(from, to, stepLength, zone).filter(step => fillMissing || isKnown(step)).map(step => ({
    time: new Date(step.from).toISOString(),
    ...Object.fromEntries(reads.map(([name, read]) => [name, isKnown(step) ? read(history, step) : null])),
  }));
}

function stepsBetween(from: number, to: number, stepLength: StepLength, zone: Zone): Period[] {
  if (stepLength !== '15MIN' && stepLength !== '1HOUR') return periodsBetween(from, to, stepLength, zone);
  const ms = stepLength === '1HOUR' ? HOUR_MS : 15 * MINUTE_MS;
  const first = Math.ceil(from / ms) * ms;
  return Array.from({length: Math.max(0, Math.ceil((to - first) / ms))}, (_, n) => ({from: first + n * ms, to: first + (n + 1) * ms}));
}

const tenths = (value: number): number => Math.round(value * 10) / 10;
