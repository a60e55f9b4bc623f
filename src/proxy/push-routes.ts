import {Hono} from 'hono';
import type {IncomingMessage} from 'node:http';
import type {Duplex} from 'node:stream';
import {refuse} from './answers.js';
import {answerEvents, EVENT_HEADERS} from './events.js';
import {forUser, type Parts} from './parts.js';
import {createSockets} from './socket.js';
import {createStreams} from './streams.js';

export interface Push {
  readonly routes: Hono;
  /** Takes `{basePath}/socket`; other paths are other listeners', or ordinary requests where there are none. */
  upgrade(request: IncomingMessage, socket: Duplex, head: Buffer): void;
  close(): Promise<void>;
}

/** `GET /events` and the WebSocket `/socket`: what changes of a user's devices, without being asked. */
export function pushRoutes(parts: Parts): Push {
  const routes = new Hono();
  const streams = createStreams(parts);
  const {upgrade, close} = createSockets(parts, streams);
  const push = {routes, upgrade, close: () => { streams.close(); return close(); }};
  if (parts.settings.pushSeconds === 0) return push;
  routes.get('/socket', () => refuse(426, 'Ask for a WebSocket, or for /events.', {upgrade: 'websocket'}));
  routes.get('/events', forUser(parts, (userPath, {req: {raw}}) => {
    // Nobody would read the body, nor say that it is not wanted.
    if (raw.method === 'HEAD') return new Response(null, {headers: EVENT_HEADERS});
    const stream = streams.open(userPath, raw, 'events');
    return 'status' in stream ? stream : answerEvents(stream, raw);
  }));
  return push;
}
