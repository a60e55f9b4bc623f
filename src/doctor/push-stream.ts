import {WebSocket} from 'ws';
import {jsonOf} from './json-of.js';
import {open} from './send.js';
import type {Settings} from './settings.js';
import {under} from './settings.js';

/** What came on the push stream until a heartbeat and a device, or until the time was up. */
export type Pushed =
  | {readonly is: 'not-offered'; readonly status: number}
  | {readonly is: 'failed'; readonly why: string}
  | {readonly is: 'heard'} & HeardStream;

export interface HeardStream {
  readonly isEventStream: boolean;
  readonly messages: readonly unknown[];
  readonly hasHeartbeat: boolean;
}

/** Messages as they come; undefined for one that is not JSON. Tells where the last one that is needed has come. */
type Hear = (text: string) => boolean;

type Headers = Readonly<Record<string, string>>;

const isSocket = ({push}: Settings): boolean => /^wss?:$/.test(push.protocol);

/** A WebSocket's first request is one of HTTP. */
const asHttp = (url: URL): URL => new URL(url.href.replace(/^ws/, 'http'));

/** What a proxy sends at once comes right after its first heartbeat. */
const LINGER_MS = 2000;

export async function listen(settings: Settings, headers: Headers): Promise<Pushed> {
  const messages: unknown[] = [];
  const time = new AbortController();
  const timers = [setTimeout(() => time.abort(), settings.heartbeatSeconds * 1000)];
  let hasHeartbeat = false;
  const hear: Hear = text => {
    const message = jsonOf(text);
    messages.push(message);
    if ((message as {type?: unknown} | null | undefined)?.type === 'heartbeat') {
      hasHeartbeat = true;
      timers.push(setTimeout(() => time.abort(), LINGER_MS));
    }
    return hasHeartbeat && messages.some(one => (one as {device?: unknown} | null | undefined)?.device);
  };
  try {
    const {refused, isEventStream} = await (isSocket(settings) ? fromSocket : fromEvents)(settings.push, headers, hear, time.signal);
    return refused === undefined ? {is: 'heard', isEventStream, messages, hasHeartbeat} : {is: 'not-offered', status: refused};
  } catch (error) {
    return {is: 'failed', why: (error as NodeJS.ErrnoException).code ?? 'the connection broke'};
  } finally {
    timers.forEach(clearTimeout);
  }
}

interface Outcome {
  readonly isEventStream: boolean;
  readonly refused?: number;
}

async function fromEvents(url: URL, headers: Headers, hear: Hear, end: AbortSignal): Promise<Outcome> {
  const response = await open(url, {method: 'GET', path: url.pathname + url.search, headers: {...headers, accept: 'text/event-stream'}});
  const isEventStream = /^text\/event-stream\b/i.test(response.headers['content-type'] ?? '');
  const stop = () => response.destroy();
  end.addEventListener('abort', stop);
  try {
    if (response.statusCode !== 200) return {refused: response.statusCode ?? 0, isEventStream};
    let rest = '';
    for await (const part of response.setEncoding('utf8') as AsyncIterable<string>) {
      const blocks = (rest + part).split(/\r?\n\r?\n/);
      rest = blocks.pop() ?? '';
      if (blocks.map(dataOf).filter(text => text !== undefined).map(hear).includes(true)) return {isEventStream};
    }
    return {isEventStream};
  } catch (error) {
    if (end.aborted) return {isEventStream};
    throw error;
  } finally {
    end.removeEventListener('abort', stop);
    response.destroy();
  }
}

/** The lines `data:` of one event; nothing for a comment. */
function dataOf(block: string): string | undefined {
  const lines = block.split(/\r?\n/).filter(line => line.startsWith('data:')).map(line => line.slice(5).replace(/^ /, ''));
  return lines.length ? lines.join('\n') : undefined;
}

function fromSocket(url: URL, headers: Headers, hear: Hear, end: AbortSignal): Promise<Outcome> {
  const socket = new WebSocket(url, {headers: {...headers, origin: headers.origin ?? asHttp(url).origin}, maxPayload: 5_000_000});
  return new Promise<Outcome>((resolve, reject) => {
    socket.on('message', data => { if (hear(String(data as Buffer))) resolve({isEventStream: true}); });
    socket.on('unexpected-response', (_, {statusCode = 0}) => resolve({isEventStream: true, refused: statusCode}));
    socket.on('error', reject);
    socket.on('close', () => resolve({isEventStream: true}));
    end.addEventListener('abort', () => resolve({isEventStream: true}));
  }).finally(() => socket.terminate());
}

/** The status with which the push stream would open; nothing is read. */
export async function knock(settings: Settings, headers: Headers): Promise<number> {
  return isSocket(settings) ? knockAt(settings.push, {...headers, ...UPGRADE}) : knockAt(settings.push, headers);
}

/** The same of the WebSocket: the one given, else the one that our own proxy has. */
export const knockAtSocket = (settings: Settings, headers: Headers): Promise<number> =>
  knockAt(isSocket(settings) ? settings.push : under(settings.proxy, '/socket'), {...headers, ...UPGRADE});

const UPGRADE = {connection: 'Upgrade', upgrade: 'websocket', 'sec-websocket-version': '13', 'sec-websocket-key': 'cG9kZXJvLWRvY3RvcjEyMw=='};

async function knockAt(url: URL, headers: Headers): Promise<number> {
  const response = await open(asHttp(url), {method: 'GET', path: url.pathname + url.search, headers});
  response.destroy();
  return response.statusCode ?? 0;
}
