import {Hono} from 'hono';
import type {IncomingMessage} from 'node:http';
import type {Duplex} from 'node:stream';
import {refuse} from './answers.js';
import type {Parts} from './parts.js';

export interface Push {
  readonly routes: Hono;
  upgrade(request: IncomingMessage, socket: Duplex, head: Buffer): void;
  close(): Promise<void>;
}

export function pushRoutes(parts: Parts): Push {
  const routes = new Hono();
  routes.get('/socket', () => refuse(426, 'Ask for a WebSocket, or for /events.', {upgrade: 'websocket'}));
  return {routes, upgrade() {}, close: () => Promise.resolve()};
}
