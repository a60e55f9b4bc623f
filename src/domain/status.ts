import type {Device, ElectricVehicle, HeatPump, Inverter} from './device.js';

/** What a device is doing, as far as it says so. `as-sent` is a word of the API that is not known here. */
export type Activity =
  | {readonly is: 'not-known'}
  | {readonly is: 'heating' | 'hot-water' | 'cooling' | 'pool-heating' | 'standby' | 'off'}
  | {readonly is: 'as-sent'; readonly word: string}
  /** A heat pump that says how much it draws, but not what for. */
  | {readonly is: 'drawing'; readonly watts: number}
  | {readonly is: 'unplugged' | 'waiting' | 'full' | 'charging'}
  | {readonly is: 'feeding-grid' | 'drawing-from-grid' | 'self-sufficient' | 'producing' | 'not-producing'};

type HeatPumpWord = 'heating' | 'hot-water' | 'cooling' | 'pool-heating' | 'standby' | 'off';

/** A map, since any word may come: an object would also know `constructor`. */
const HEAT_PUMP_WORDS: ReadonlyMap<string, HeatPumpWord> = new Map(Object.entries({
  heating: 'heating',
  'space heating': 'heating',
  'hot water': 'hot-water',
  dhw: 'hot-water',
  cooling: 'cooling',
  'pool heating': 'pool-heating',
  standby: 'standby',
  off: 'off',
} as const));

const NOT_KNOWN: Activity = {is: 'not-known'};

/** Below this a power is measuring noise, not a flow. */
export const IDLE_BELOW_W = 10;

/** A disconnected device's last activity is over, whatever was last sent. */
export function activityOf(device: Device): Activity {
  if (device.connection === 'disconnected') return NOT_KNOWN;
  switch (device.kind) {
    case 'heat-pump': return heatPumpActivity(device);
    case 'electric-vehicle': return vehicleActivity(device);
    case 'inverter': return inverterActivity(device);
  }
}

function heatPumpActivity({operation, powerW}: HeatPump): Activity {
  if (operation !== undefined) {
    const known = HEAT_PUMP_WORDS.get(operation.toLowerCase().replace(/[\s_-]+/g, ' ').trim());
    return known ? {is: known} : {is: 'as-sent', word: operation};
  }
  return powerW === undefined ? NOT_KNOWN : {is: 'drawing', watts: powerW};
}

function vehicleActivity({isPluggedIn, isCharging, isFull}: ElectricVehicle): Activity {
  if (isPluggedIn === undefined) return NOT_KNOWN;
  if (!isPluggedIn) return {is: 'unplugged'};
  if (isCharging === undefined) return NOT_KNOWN;
  if (isCharging) return {is: 'charging'};
  return {is: isFull ? 'full' : 'waiting'};
}

function inverterActivity({grid, productionW}: Inverter): Activity {
  if (grid) {
    if (grid.exportW >= IDLE_BELOW_W) return {is: 'feeding-grid'};
    return {is: grid.exportW <= -IDLE_BELOW_W ? 'drawing-from-grid' : 'self-sufficient'};
  }
  if (productionW === undefined) return NOT_KNOWN;
  return {is: productionW >= IDLE_BELOW_W ? 'producing' : 'not-producing'};
}
