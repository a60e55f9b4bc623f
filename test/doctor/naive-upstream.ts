import type {Sandbox} from '../../demo/sandbox/server.js';
import {CLIENT, ORG_ID} from '../../demo/sandbox/users.js';
import type {Holes} from './holes.js';

/** What the API answered, its body as text. */
export interface Passed {
  readonly status: number;
  readonly text: string;
  readonly json: any; // eslint-disable-line @typescript-eslint/no-explicit-any -- JSON as sent
}

export interface Upstream {
  /** Of one user; the same read twice is one request. */
  read(userId: string, path: string): Promise<Passed>;
  send(path: string, method: string, body: unknown): Promise<Passed>;
  readonly token: Promise<string>;
}

/** The naive proxy's way to the real sandbox. It follows redirects where that is its hole. */
export function createUpstream({apiUrl, tokenUrl}: Sandbox, holes: Holes): Upstream {
  const token = tokenOf(tokenUrl);
  const kept = new Map<string, Promise<Passed>>();
  const redirect = holes.has('redirect followed') ? 'follow' : 'manual';
  const ask = async (url: string, init: RequestInit = {}): Promise<Passed> => {
    const headers = {authorization: `Bearer ${await token}`, 'content-type': 'application/json'};
    const answer = await fetch(url, {...init, headers, redirect});
    const text = await answer.text();
    return {status: answer.status, text, json: parse(text)};
  };
  return {
    token,
    read: (userId, path) => {
      const url = userUrl(apiUrl, userId, path);
      const answer = kept.get(url) ?? ask(url);
      kept.set(url, answer);
      return answer;
    },
    send: (path, method, body) => ask(URL.canParse(path) ? path : apiUrl + path, {method, body: JSON.stringify(body)}),
  };
}

export const userPath = (userId: string, path: string): string => `org/${ORG_ID}/users/${encodeURIComponent(userId)}/${path}`;

const userUrl = (apiUrl: string, userId: string, path: string): string => new URL(userPath(userId, path), apiUrl).href;

async function tokenOf(tokenUrl: string): Promise<string> {
  const headers = {authorization: `Basic ${btoa(`${CLIENT.id}:${CLIENT.secret}`)}`};
  const answer = await fetch(tokenUrl, {method: 'POST', headers, body: JSON.stringify({grant_type: 'client_credentials'})});
  return (await answer.json() as {access_token: string}).access_token;
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
