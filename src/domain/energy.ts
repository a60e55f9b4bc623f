import type {Device, EnergyTotals} from './device.js';

/** The rolling windows of the API's sums, and how many days each spans. */
export const WINDOW_DAYS = {day: 1, week: 7, month: 30} as const;
export type EnergyWindow = keyof typeof WINDOW_DAYS;
export const ENERGY_WINDOWS = Object.keys(WINDOW_DAYS) as EnergyWindow[];

/** kWh per window; a window that was not sent is absent, never 0. */
export type WindowSums = {readonly [W in EnergyWindow]?: number};

/** One device's energy, or that of several small ones together. Consumption and production are never added up. */
export interface EnergyShare {
  readonly flow: 'consumption' | 'production';
  /** One device, or all that are too small to stand alone. */
  readonly devices: readonly Device[];
  readonly sums: WindowSums;
}

/** What a sum is made of: how many devices gave theirs, and how many should have. */
export interface EnergyTotal {
  readonly kwh: number;
  readonly counted: number;
  readonly of: number;
}

/** More than this many consumers do not fit into one picture: the smallest become "others" (contract 4). */
const LARGEST = 5;

/**
 * The devices' energy, largest consumer first, production last. A device without sums has a share without figures: totals
 * have to say that it is missing. Nothing at all where no device has any.
 */
export function energyShares(devices: readonly Device[]): readonly EnergyShare[] {
  if (!devices.some(device => device.totals)) return [];
  const shares = devices.map(shareOf);
  const consumers = shares.filter(({flow}) => flow === 'consumption').sort((a, b) => weight(b) - weight(a));
  const producers = shares.filter(({flow}) => flow === 'production');
  const isCrowded = consumers.length > LARGEST + 1;
  return [
    ...(isCrowded ? consumers.slice(0, LARGEST) : consumers),
    ...(isCrowded ? [joined(consumers.slice(LARGEST))] : []),
    ...(producers.length ? [joined(producers)] : []),
  ];
}

/** What a window's sum means for one day; `null` where the window was not sent: a gap, never 0. */
export function dailyKwh({sums}: EnergyShare, window: EnergyWindow): number | null {
  const kwh = sums[window];
  return kwh === undefined ? null : kwh / WINDOW_DAYS[window];
}

/** The sum of several shares in one window; `undefined` where no device gave a figure. */
export function totalOf(shares: readonly EnergyShare[], window: EnergyWindow): EnergyTotal | undefined {
  const devices = shares.flatMap(share => share.devices);
  const figures = devices.flatMap(({totals}) => sumsOf(totals)[window] ?? []);
  if (!figures.length) return undefined;
  return {kwh: figures.reduce((sum, kwh) => sum + kwh, 0), counted: figures.length, of: devices.length};
}

function shareOf(device: Device): EnergyShare {
  return {
    flow: device.kind === 'inverter' ? 'production' : 'consumption',
    devices: [device],
    sums: sumsOf(device.totals),
  };
}

function joined(shares: readonly EnergyShare[]): EnergyShare {
  const [first] = shares;
  const sum = (window: EnergyWindow) => {
    const figures = shares.flatMap(({sums}) => sums[window] ?? []);
    return figures.length ? {[window]: figures.reduce((total, kwh) => total + kwh, 0)} : {};
  };
  return {
    flow: first?.flow ?? 'consumption',
    devices: shares.flatMap(({devices}) => devices),
    sums: Object.assign({}, ...ENERGY_WINDOWS.map(sum)) as WindowSums,
  };
}

function sumsOf(totals: EnergyTotals | undefined): WindowSums {
  return Object.fromEntries(
    [['day', totals?.lastDayKwh], ['week', totals?.lastWeekKwh], ['month', totals?.lastMonthKwh]]
      .filter(([, kwh]) => kwh !== undefined),
  ) as WindowSums;
}

const weight = ({sums}: EnergyShare): number => sums.month ?? (sums.week ?? 0) * 4;
