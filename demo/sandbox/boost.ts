import {connectionOf} from './connections.js';
import type {SandboxDevice} from './devices.js';
import {homeAround} from './read-devices.js';
import type {Controls} from './state.js';
import type {SandboxUser} from './users.js';
import type {BoostReadings} from './vehicle.js';

/** What the API sends with a 409. */
interface Refusal {
  readonly state: BoostReadings['boostState'];
  readonly reason: 'already_charging' | 'fully_charged' | 'no_active_session';
}

/**
 * `POST …/boost`: charges at once, or, while the vehicle is away, as soon as it is plugged in. Asked again before it
 * begins it is the same wish. `available` → `requested` → `ongoing` → `unavailable` then follow by the clock (`vehicle.ts`).
 */
export function answerBoost(controls: Controls, user: SandboxUser, device: SandboxDevice): Response {
  const refusal = refusalOf(controls, user, device);
  if (refusal) return Response.json(refusal, {status: 409});
  const now = controls.clock.now().getTime();
  const {boostedAt} = homeAround(controls, user, device).vehicle.boostAt(now);
  if (boostedAt === undefined) controls.boosts.set(device.id, [...boostsOf(controls, device), now]);
  return new Response(null, {status: 204});
}

/** `DELETE …/boost`: a wish for the next session is taken back; what has been requested or runs goes on. */
export function answerDisarm(controls: Controls, user: SandboxUser, device: SandboxDevice): Response {
  const now = controls.clock.now().getTime();
  const {isBoostArmed, boostedAt} = homeAround(controls, user, device).vehicle.boostAt(now);
  if (isBoostArmed) controls.boosts.set(device.id, boostsOf(controls, device).filter(at => at !== boostedAt));
  return new Response(null, {status: 204});
}

function refusalOf(controls: Controls, user: SandboxUser, device: SandboxDevice): Refusal | undefined {
  const now = controls.clock.now().getTime();
  const {vehicle} = homeAround(controls, user, device);
  const {boostState: state} = vehicle.boostAt(now);
  const {isPluggedIn, isFull} = vehicle.at(now);
  if (connectionOf(device, controls.connections, now).is === 'disconnected') return {state: 'unavailable', reason: 'no_active_session'};
  if (!isPluggedIn || state === 'available' || state === 'requested') return undefined;
  return {state, reason: isFull ? 'fully_charged' : 'already_charging'};
}

const boostsOf = ({boosts}: Controls, {id}: SandboxDevice): readonly number[] => boosts.get(id) ?? [];
