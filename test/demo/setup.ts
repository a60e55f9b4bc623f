import type {TestContext} from 'node:test';
import {startSandbox, type Sandbox, type SandboxOptions} from '../../demo/sandbox/server.js';
import {CLIENT, ORG_ID, USERS, type UserName} from '../../demo/sandbox/users.js';

export type Json = Record<string, any>; // eslint-disable-line @typescript-eslint/no-explicit-any -- JSON as sent

export interface Answer {
  readonly status: number;
  readonly json: Json;
}

export interface Api {
  readonly sandbox: Sandbox;
  readonly token: string;
  /** A request of a user's, over HTTP, with a valid token. */
  ask(user: UserName, path: string, init?: RequestInit): Promise<Answer>;
}

/** A sandbox whose clock stands still, and somebody who may ask it. */
export async function startApi(t: TestContext, start: string, options: SandboxOptions = {}): Promise<Api> {
  const sandbox = await startSandbox(options);
  t.after(() => sandbox.close());
  sandbox.control({clock: 'stop'});
  sandbox.control({clock: {set: start}});
  const token = await tokenOf(sandbox);
  return {
    sandbox,
    token,
    ask: async (user, path, init = {}) => {
      const headers = {authorization: `Bearer ${token}`, ...init.headers};
      return read(await fetch(`${sandbox.apiUrl}org/${ORG_ID}/users/${USERS[user].id}/${path}`, {...init, headers}));
    },
  };
}

export async function read(response: Response): Promise<Answer> {
  const text = await response.text();
  return {status: response.status, json: text ? JSON.parse(text) as Json : {}};
}

async function tokenOf({tokenUrl}: Sandbox): Promise<string> {
  const answer = await fetch(tokenUrl, {
    method: 'POST',
    headers: {authorization: `Basic ${btoa(`${CLIENT.id}:${CLIENT.secret}`)}`},
    body: JSON.stringify({grant_type: 'client_credentials'}),
  });
  return (await answer.json() as {access_token: string}).access_token;
}
