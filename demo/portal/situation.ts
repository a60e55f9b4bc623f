import type {Failure, Patch} from '../sandbox/commands.js';
import type {Run} from '../sandbox/clock.js';
import type {Connection} from '../sandbox/connections.js';
import {USERS, type Generation, type SandboxUser, type UserName} from '../sandbox/users.js';
import type {Session} from './sessions.js';

/** What the sandbox says of itself (`GET /control`). */
export interface SandboxState {
  readonly now: string;
  readonly isStopped: boolean;
  readonly speed: number;
  readonly runs: readonly Run[];
  readonly patches: readonly Patch[];
  readonly failures: readonly Failure[];
  readonly generations: Readonly<Record<string, Generation>>;
  readonly connections: Readonly<Record<string, Connection>>;
}

/** How things stand when a button is pressed. */
export interface Situation {
  readonly session: Session;
  /** Nobody's while nobody is signed in. */
  readonly user: (SandboxUser & {readonly name: UserName}) | undefined;
  readonly sandbox: SandboxState;
}

export const situationOf = (session: Session, sandbox: SandboxState): Situation => {
  const {visitor: name} = session;
  return {session, sandbox, user: name === 'nobody' ? undefined : {...USERS[name], name}};
};
