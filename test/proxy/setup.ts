import {startSandbox, type Sandbox, type SandboxOptions} from '../../demo/sandbox/server.js';
import {CLIENT, ORG_ID, USERS} from '../../demo/sandbox/users.js';
import {createProxy, type ProxyOptions} from '../../src/proxy/index.js';
import {logToFile} from './log-file.js';

export const ANNA = {orgId: ORG_ID, userId: USERS.anna.id};
export const BEN = {orgId: ORG_ID, userId: USERS.ben.id};

export const upstreamPath = (user: {orgId: string; userId: string}, rest: string): string =>
  `/api/partners/v2.0/org/${user.orgId}/users/${user.userId}/${rest}`;

/** A proxy for Anna in front of a real sandbox; `get` asks it as a page of the portal would. */
export async function startProxy(overrides: Partial<ProxyOptions> = {}, sandboxOptions: SandboxOptions = {}) {
  const sandbox = await startSandbox(sandboxOptions);
  const proxy = createProxy(optionsFor(sandbox, overrides));
  return {sandbox, proxy, get: (path: string, init?: RequestInit) => proxy(new Request(`http://portal.example${path}`, init))};
}

/** With nothing kept, unless a test is about that. */
export const optionsFor = ({apiUrl, tokenUrl}: Pick<Sandbox, 'apiUrl' | 'tokenUrl'>, overrides: Partial<ProxyOptions> = {}): ProxyOptions =>
  ({apiUrl, tokenUrl, clientId: CLIENT.id, clientSecret: CLIENT.secret, user: () => ANNA, cacheSeconds: 0, staleSeconds: 0, log: logToFile, ...overrides});
