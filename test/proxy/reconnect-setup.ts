import type {TestContext} from 'node:test';
import {listen} from '../../demo/listen.js';
import {forward} from '../../demo/portal/forward.js';
import {startSandbox, type Sandbox} from '../../demo/sandbox/server.js';
import {USERS} from '../../demo/sandbox/users.js';
import type {Log, LogEntry} from '../../src/proxy/log.js';
import {createProxy, type ProxyOptions} from '../../src/proxy/index.js';
import {BEN, optionsFor} from './setup.js';

export const PUMP = USERS.ben.devices!['heat-pump'];
export const RECONNECT = `/podero/heat-pumps/${PUMP}/reconnect`;

export type Stage = Awaited<ReturnType<typeof startReconnect>>;

/** A portal on a port of its own whose customer Ben has lost his heat pump, with the manufacturer's login page; everything by real HTTP. */
export async function startReconnect(t: TestContext, overrides: Partial<ProxyOptions> = {}) {
  const sandbox = await startSandbox();
  sandbox.control({disconnect: PUMP});
  const logged: LogEntry[] = [];
  const sent: {url: string; body: string; bearer: boolean}[] = [];
  const fetch: ProxyOptions['fetch'] = (url, init) => {
    sent.push({url, body: String(init.body ?? ''), bearer: new Headers(init.headers).get('authorization')?.startsWith('Bearer') ?? false});
    return globalThis.fetch(url, init);
  };
  const {log: logAsUsual} = optionsFor(sandbox);
  const log: Log = entry => {
    logged.push(entry);
    logAsUsual?.(entry);
  };
  const options = optionsFor(sandbox, {user: () => BEN, cacheSeconds: 30, staleSeconds: 3600, log, fetch, ...overrides});
  const proxy = createProxy(options);
  const portal = await listen(request => new URL(request.url).pathname.startsWith('/podero') ? proxy(request) : forward(request, sandbox.url), {port: 0, host: '127.0.0.1'});
  t.after(() => Promise.all([portal.close(), sandbox.close()]));
  return {sandbox, proxy, portal: portal.url, logged, sent, options};
}

/** As the widget asks: from a page of the portal. */
export const ask = ({portal}: Stage, body: object = {}, headers: Record<string, string> = {}) => fetch(portal + RECONNECT, {
  method: 'POST', headers: {'content-type': 'application/json', origin: portal, 'sec-fetch-site': 'same-origin', ...headers},
  body: JSON.stringify({returnUrl: `${portal}/home?tab=1#top`, language: 'de-AT', ...body}),
});

export const visit = (url: string, init: RequestInit = {}) => fetch(url, {redirect: 'manual', headers: {'sec-fetch-site': 'cross-site'}, ...init});

/** Asks, signs in or cancels at the manufacturer, and gives the address of the return route to which that page leads. */
export async function signIn(stage: Stage, choice = 'sign-in'): Promise<string> {
  const {redirect_url: page} = await (await ask(stage)).json() as {redirect_url: string};
  const chosen = await fetch(page, {method: 'POST', redirect: 'manual', body: new URLSearchParams({choice})});
  return new URL(chosen.headers.get('location')!, page).href;
}

/** The pump as a page of the portal would be shown it. */
export async function shown({portal}: Stage) {
  const [pump] = await (await fetch(`${portal}/podero/heat-pumps`)).json() as {is_authenticated: boolean; action_needed: boolean}[];
  return [pump!.is_authenticated, pump!.action_needed];
}

export const secretOf = ({sandbox}: {sandbox: Sandbox}): string => {
  const [action] = sandbox.device('ben', 'heat-pumps', PUMP)!.actions as {resolution_link: {url: string}}[];
  return new URL(action!.resolution_link.url).searchParams.get('secret')!;
};
