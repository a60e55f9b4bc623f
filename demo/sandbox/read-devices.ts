import {COLLECTION_OF, type Collection} from '../../src/api/routes.js';
import type {Patch} from './commands.js';
import {connectionOf, heardUntil, type Connection} from './connections.js';
import {cuesOf, toAction} from './cues.js';
import type {SandboxDevice} from './devices.js';
import type {Home} from './home.js';
import {readHome} from './household.js';
import {homeOf} from './homes.js';
import {renderDevice, toListItem, type Payload, type Standing} from './render.js';
import type {Controls} from './state.js';
import {loginPathOf} from './tickets.js';
import type {SandboxUser} from './users.js';

export const devicesIn = ({fleet}: SandboxUser, collection: Collection): readonly SandboxDevice[] =>
  fleet.filter(({kind}) => COLLECTION_OF[kind] === collection);

export const findDevice = (user: SandboxUser, collection: Collection, id: string): SandboxDevice | undefined =>
  devicesIn(user, collection).find(device => device.id === id);

export const readList = (controls: Controls, user: SandboxUser, collection: Collection): readonly Payload[] =>
  devicesIn(user, collection).map(device => patched(toListItem(read(controls, user, device)), controls.patches, 'list'));

export function readDevice(controls: Controls, user: SandboxUser, collection: Collection, id: string): Payload | undefined {
  const device = findDevice(user, collection, id);
  return device && patched(read(controls, user, device), controls.patches, 'detail');
}

/** The home around a device, boosted as its vehicle was asked to be. */
export function homeAround({seed, boosts}: Controls, user: SandboxUser, {home}: SandboxDevice): Home {
  const vehicle = user.fleet.find(device => device.home === home && device.kind === 'electric-vehicle');
  return homeOf(seed, home, vehicle && boosts.get(vehicle.id));
}

function read(controls: Controls, user: SandboxUser, device: SandboxDevice): Payload {
  const now = controls.clock.now().getTime();
  const connection = connectionOf(device, controls.connections, now);
  const household = readHome(homeAround(controls, user, device), new Date(heardUntil(connection, now)));
  const generation = controls.generations.get(user.id) ?? user.generation;
  return renderDevice(device, household, {...user, generation}, standingOf(controls, device, connection));
}

function standingOf({clock, apiUrl, portal, settledCues}: Controls, device: SandboxDevice, connection: Connection): Standing {
  const isAuthenticated = connection.is !== 'disconnected';
  const login = loginPathOf({device: device.id, awaitsOutcome: false, success: '/', cancel: '/', language: 'en'});
  return {
    isAuthenticated,
    authorizationUrl: isAuthenticated ? null : portal + login,
    actions: cuesOf(device, connection, settledCues).map(cue => toAction(cue, apiUrl, clock.now().getTime())),
  };
}

function patched(payload: Payload, patches: readonly Patch[], on: 'list' | 'detail'): Payload {
  return patches
    .filter(patch => patch.device === payload.id && (patch.on ?? on) === on)
    .reduce<Payload>((device, {fields = {}, remove = []}) => omit({...device, ...fields}, remove), payload);
}

const omit = (payload: Payload, names: readonly string[]): Payload =>
  Object.fromEntries(Object.entries(payload).filter(([name]) => !names.includes(name))) as Payload;
