import {getRequestListener} from '@hono/node-server';
import {once} from 'node:events';
import {createServer, request as httpRequest, type IncomingMessage} from 'node:http';
import type {AddressInfo} from 'node:net';
import type {TestContext} from 'node:test';
import {setTimeout as pause} from 'node:timers/promises';
import {WebSocket, type ClientOptions} from 'ws';
import {startSandbox} from '../../../demo/sandbox/server.js';
import {USERS} from '../../../demo/sandbox/users.js';
import {createProxy, type LogEntry, type ProxyOptions} from '../../../src/proxy/index.js';
import {logInto} from '../log-file.js';
import {ANNA, BEN, optionsFor, upstreamPath} from '../setup.js';

export const PUMP = USERS.anna.devices!['heat-pump'];
export const PUMPS = upstreamPath(ANNA, 'heat-pumps');

/** Often enough that no test waits. */
const OFTEN_S = 0.03;

export type Told = Readonly<Record<string, unknown>> & {readonly device?: Readonly<Record<string, unknown>>};

/** What one listener was told so far. */
export interface Heard {
  readonly all: Told[];
  /** The first message of which it is true, past or to come. */
  first(is: (message: Told) => boolean): Promise<Told>;
  /** Forgets what was told. */
  clear(): void;
}

/** Sandbox, proxy and a server of Node's, as a portal runs them; `session=ben` is Ben's cookie, none is Anna's, `nobody` nobody's. */
export async function startPush(t: TestContext, overrides: Partial<ProxyOptions> = {}) {
  const sandbox = await startSandbox();
  sandbox.clock.stop();
  const log: LogEntry[] = [];
  const proxy = createProxy(optionsFor(sandbox, {pushSeconds: OFTEN_S, cacheSeconds: 0, user: userOf, log: logInto(log), ...overrides}));
  const server = createServer(getRequestListener(proxy, {overrideGlobalObjects: false}));
  server.on('upgrade', proxy.upgrade);
  await once(server.listen(0, '127.0.0.1'), 'listening');
  const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  t.after(async () => {
    await proxy.close();
    server.closeAllConnections();
    server.close();
    await sandbox.close();
  });
  return {sandbox, proxy, server, url, log,
    /** Both ways to listen, by name. */
    listen: {
      events: async (headers?: Record<string, string>) => hearEvents(t, await fetchEvents(t, url, headers)),
      socket: async (headers?: Record<string, string>) => hearSocket(connect(t, url, {headers: headers ?? {}})),
    },
    fetchEvents: (headers?: Record<string, string>) => fetchEvents(t, url, headers),
    connect: (options?: ClientOptions, path?: string) => connect(t, url, options, path),
    change: (fields: Record<string, unknown>, device = PUMP) => sandbox.control({patch: {device, fields}}),
  };
}

function userOf({headers}: Request) {
  const cookie = headers.get('cookie') ?? '';
  if (cookie.includes('nobody')) return null;
  return cookie.includes('ben') ? BEN : ANNA;
}

export async function until(is: () => boolean): Promise<void> {
  const end = performance.now() + 5000;
  while (!is()) {
    if (performance.now() > end) throw new Error(`Not within 5 s: ${is}`);
    await pause(5);
  }
}

function recorder(): Heard & {hear: (text: string) => void} {
  const all: Told[] = [];
  return {
    all,
    hear: text => all.push(JSON.parse(text) as Told),
    first: async is => {
      await until(() => all.some(is));
      return all.find(is)!;
    },
    clear: () => { all.length = 0; },
  };
}

/** `leave` as a browser that closes the page. */
async function fetchEvents(t: TestContext, url: string, headers: Record<string, string> = {}) {
  const leaving = new AbortController();
  t.after(() => leaving.abort());
  const response = await fetch(`${url}/podero/events`, {headers, signal: leaving.signal});
  return {response, leave: () => leaving.abort()};
}

function hearEvents(t: TestContext, {response, leave}: Awaited<ReturnType<typeof fetchEvents>>) {
  const {hear, ...heard} = recorder();
  const state = {...heard, leave, isOver: false};
  void (async () => {
    let text = '';
    for await (const part of response.body!.pipeThrough(new TextDecoderStream()) as unknown as AsyncIterable<string>) {
      const events = (text + part).split('\n\n');
      text = events.pop()!;
      for (const event of events) hear(event.replace(/^data: /, ''));
    }
  })().catch(() => {}).finally(() => { state.isOver = true; });
  t.after(leave);
  return state;
}

function connect(t: TestContext, url: string, options: ClientOptions = {}, path = '/podero/socket'): WebSocket {
  const socket = new WebSocket(`${url.replace('http', 'ws')}${path}`, {origin: url, ...options});
  socket.on('error', () => {});
  t.after(() => socket.terminate());
  return socket;
}

async function hearSocket(socket: WebSocket) {
  const {hear, ...heard} = recorder();
  const state = {...heard, leave: () => socket.close(), isOver: false, code: 0, socket};
  socket.on('message', (sent: Buffer) => hear(String(sent)));
  socket.on('close', code => Object.assign(state, {isOver: true, code}));
  await once(socket, 'open');
  return state;
}

/** Status and body of the answer that came in place of a WebSocket. */
export async function refusalOf(socket: WebSocket): Promise<{status: number; detail: string; headers: IncomingMessage['headers']}> {
  const [, answer] = await once(socket, 'unexpected-response') as [unknown, IncomingMessage];
  let text = '';
  for await (const part of answer) text += String(part);
  return {status: answer.statusCode!, headers: answer.headers, ...JSON.parse(text) as {detail: string}};
}

/** An upgrade that a browser would not send. */
export async function askRaw(url: string, path: string, headers: Record<string, string>, method = 'GET'): Promise<number> {
  const asked = httpRequest(url + path, {method, headers: {connection: 'upgrade', upgrade: 'websocket', ...headers}});
  asked.end();
  const [answer] = await once(asked, 'response') as [IncomingMessage];
  answer.resume();
  return answer.statusCode!;
}
