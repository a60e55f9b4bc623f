import {isDeepStrictEqual} from 'node:util';
import type {DeviceKind} from '../../src/domain/device.js';
import type {Command, Failure} from '../sandbox/commands.js';
import {connectionOf} from '../sandbox/connections.js';
import type {SandboxDevice} from '../sandbox/devices.js';
import {HOUR_MS, stepOf} from '../sandbox/home-time.js';
import type {Generation} from '../sandbox/users.js';
import type {Session} from './sessions.js';
import type {Situation} from './situation.js';

/** What is to be done: a command for the sandbox, or a change of the visitor's session. */
export interface Deed {
  readonly sandbox?: Command;
  readonly session?: Partial<Session>;
}

/** `does` gives nothing where the customer lacks what it needs. */
export interface Action {
  does(now: Situation): Deed | undefined;
  /** Of a switch: whether it is on … */
  isOn?(now: Situation): boolean;
  /** … and what takes it back; without it another of its group does. */
  undoes?(now: Situation): Deed | undefined;
  /** What the widgets know when it is done is of no use: they have to begin anew. */
  readonly isAnewAfter?: true;
}

export const setting = (session: Partial<Session>, back?: Partial<Session>): Action => ({
  does: () => ({session}),
  isOn: now => isDeepStrictEqual({...now.session, ...session}, now.session),
  ...(back ? {undoes: () => ({session: back})} : {}),
});

const deviceOf = ({user}: Situation, kind: DeviceKind): SandboxDevice | undefined => user?.fleet.find(device => device.kind === kind);

function toDevice(kind: DeviceKind, command: (id: string) => Command): (now: Situation) => Deed | undefined {
  return now => {
    const device = deviceOf(now, kind);
    return device && {sandbox: command(device.id)};
  };
}

type Fields = Readonly<Record<string, unknown>>;

/** A device reports something else, one thing at a time, until that is taken back. */
export const reporting = (kind: DeviceKind, fields: () => Fields, isSame: (a: Fields, b: Fields) => boolean = isDeepStrictEqual): Action => ({
  does: toDevice(kind, device => ({clearPatches: device, patch: {device, fields: fields()}})),
  undoes: toDevice(kind, device => ({clearPatches: device})),
  isOn: now => now.sandbox.patches.some(patch => patch.device === deviceOf(now, kind)?.id && isSame(patch.fields ?? {}, fields())),
});

export const haveSameNames = (a: Fields, b: Fields): boolean => isDeepStrictEqual(Object.keys(a), Object.keys(b));

export const failing = (failure: Failure): Action => ({
  does: ({user}) => user && {sandbox: {fail: {...failure, user: user.name}}},
  undoes: ({user}) => user && {sandbox: {recover: {...(failure.collection ? {collection: failure.collection} : {}), user: user.name}}},
  isOn: ({user, sandbox}) => sandbox.failures.some(one => isDeepStrictEqual(one, {...failure, user: user?.name})),
});

export const describedBy = (is: Generation): Action => ({
  does: ({user}) => user && {sandbox: {generation: {user: user.name, is}}},
  isOn: ({user, sandbox}) => user !== undefined && (sandbox.generations[user.id] ?? user.generation) === is,
});

export const atSpeed = (speed: number): Action => ({
  does: () => ({sandbox: {clock: {speed}}}),
  isOn: ({sandbox}) => sandbox.speed === speed,
});

const HOUR = new Intl.DateTimeFormat('en', {timeZone: 'Europe/Vienna', hour: 'numeric', hourCycle: 'h23'});

/** The next time that it is so late at home. */
export const until = (hour: number): Action => ({
  does: ({sandbox}) => {
    const next = stepOf(Date.parse(sandbox.now), HOUR_MS) + HOUR_MS;
    // A day with 25 hours has each of them within 25.
    const coming = Array.from({length: 25}, (_, n) => new Date(next + n * HOUR_MS));
    return {sandbox: {clock: {set: (coming.find(at => Number(HOUR.format(at)) === hour) ?? new Date(next)).toISOString()}}};
  },
});

export const disconnected: Action = {
  does: toDevice('heat-pump', id => ({disconnect: id})),
  undoes: toDevice('heat-pump', id => ({reconnect: id})),
  isOn: now => {
    const device = deviceOf(now, 'heat-pump');
    return device !== undefined && connectionOf(device, new Map(Object.entries(now.sandbox.connections)), Date.parse(now.sandbox.now)).is === 'disconnected';
  },
};
