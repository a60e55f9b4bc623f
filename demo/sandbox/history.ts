import type {DeviceKind} from '../../src/domain/device.js';
import {connectionOf, heardUntil} from './connections.js';
import type {SandboxDevice} from './devices.js';
import type {Energy, Home} from './home.js';
import {CREATED_AT} from './models.js';
import {homeAround} from './read-devices.js';
import type {Controls} from './state.js';
import type {Generation, SandboxUser} from './users.js';

/** What is known of a device's past. Both `savings` and `data` are read from this, so they cannot disagree. */
export interface History {
  readonly device: SandboxDevice;
  readonly home: Home;
  readonly generation: Generation;
  /** Known from here … */
  readonly since: number;
  /** … to here: now, or where the connection was lost. */
  readonly until: number;
}

export function historyOf(controls: Controls, user: SandboxUser, device: SandboxDevice): History {
  const now = controls.clock.now().getTime();
  return {
    device,
    home: homeAround(controls, user, device),
    generation: controls.generations.get(user.id) ?? user.generation,
    since: Date.parse(CREATED_AT),
    until: heardUntil(connectionOf(device, controls.connections, now), now),
  };
}

/** What the device consumes; of an inverter, what stands behind it. */
export function consumptionOf({energyWh}: Home, kind: DeviceKind): Energy {
  return {'heat-pump': energyWh.heatPump, 'electric-vehicle': energyWh.vehicle, inverter: energyWh.household}[kind];
}
