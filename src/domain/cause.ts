import type {Device, ElectricVehicle, Inverter} from './device.js';
import {activityOf, IDLE_BELOW_W} from './status.js';

/** Why a device does what it does. */
export type Cause =
  | 'heating' | 'hot-water' | 'cooling' | 'pool-heating' | 'standby' | 'off' | 'as-sent' | 'drawing'
  | 'unplugged' | 'waiting' | 'waiting-until' | 'full' | 'charging' | 'charging-to'
  | 'sun-to-spare' | 'needs-more' | 'from-battery' | 'from-sun';

/** Only what the device's own fields say; where they do not, nothing is guessed. */
export function causeOf(device: Device): Cause | undefined {
  const {is} = activityOf(device);
  if (is === 'not-known') return undefined;
  switch (device.kind) {
    case 'heat-pump': return is as Cause;
    case 'electric-vehicle': return vehicleCause(device, is as 'unplugged' | 'waiting' | 'full' | 'charging');
    case 'inverter': return inverterCause(device);
  }
}

/** A vehicle at the plug that is optimised and below its goal waits for the best hours (guide to the dashboard). */
function vehicleCause(device: ElectricVehicle, is: 'unplugged' | 'waiting' | 'full' | 'charging'): Cause | undefined {
  const {optimisation, readyBy, remainingS, levelPercent, targetPercent, limitPercent} = device;
  const goal = targetPercent ?? limitPercent;
  if (is === 'full') return is;
  if (is === 'charging') return remainingS === undefined ? goal === undefined ? undefined : 'charging-to' : is;
  if (optimisation.state !== 'active') return undefined;
  if (is === 'unplugged') return is;
  if (levelPercent === undefined || goal === undefined || levelPercent >= goal) return undefined;
  return readyBy === undefined ? is : 'waiting-until';
}

function inverterCause({productionW, householdW, grid, battery}: Inverter): Cause | undefined {
  if (productionW === undefined || householdW === undefined || !grid) return undefined;
  const spareW = productionW - householdW;
  if (Math.abs(grid.exportW) < IDLE_BELOW_W) {
    if (battery?.power?.direction === 'discharging') return 'from-battery';
    return spareW > -IDLE_BELOW_W ? 'from-sun' : undefined;
  }
  return grid.exportW > 0 ? spareW > 0 ? 'sun-to-spare' : undefined : spareW < 0 ? 'needs-more' : undefined;
}
