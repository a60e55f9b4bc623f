import assert from 'node:assert/strict';
import type {IncomingHttpHeaders, ServerResponse} from 'node:http';
import type {AddressInfo} from 'node:net';
import {WebSocketServer, type WebSocket} from 'ws';
import type {Payload} from '../../fixtures/payloads.js';
import {eventually} from '../eventually.js';
import type {Page} from '../page.js';
import type {Fault} from './fault.js';

/** Streams of server-sent events that are open, and what is said on all of them. */
export class EventStreams {
  readonly open = new Set<ServerResponse>();

  /** Begins with a heartbeat. */
  readonly answer: Fault = response => {
    response.writeHead(200, {'content-type': 'text/event-stream'});
    this.open.add(response);
    response.once('close', () => this.open.delete(response));
    response.write('data: {"type": "heartbeat"}\n\n');
  };

  say(...messages: readonly unknown[]): void {
    this.write(messages.map(message => `data: ${JSON.stringify(message)}\n\n`).join(''));
  }

  write(bytes: string | Buffer): void {
    for (const response of this.open) response.write(bytes);
  }
}

/** WebSockets that are open, on a port of their own. */
export class Sockets {
  readonly #server = new WebSocketServer({port: 0, host: '127.0.0.1'});
  /** What each was opened with, in their order. */
  readonly seen: IncomingHttpHeaders[] = [];

  static async start(): Promise<Sockets> {
    const sockets = new Sockets();
    sockets.#server.on('connection', (socket, {headers}) => {
      sockets.seen.push(headers);
      socket.send('{"type": "heartbeat"}');
    });
    await new Promise(resolve => sockets.#server.once('listening', resolve));
    return sockets;
  }

  get url(): string {
    return `ws://127.0.0.1:${(this.#server.address() as AddressInfo).port}`;
  }

  get open(): ReadonlySet<WebSocket> {
    return this.#server.clients;
  }

  say(text: string): void {
    for (const socket of this.open) socket.send(text);
  }

  stop(): void {
    for (const socket of this.open) socket.terminate();
    this.#server.close();
  }
}

/** A message that brings a device as it is now. */
export const told = (device: Payload | undefined, indoor: number) => ({
  collection: 'heat-pumps',
  device: {...device, indoor_actual_temperature: indoor, current_state_last_updated_at: new Date().toISOString()} as Payload,
});

/** As a page is told that it is covered, and looked at again. */
export const setVisible = (page: Page, isVisible: boolean): Promise<void> => page.evaluate(value => {
  Object.defineProperty(document, 'visibilityState', {value, configurable: true});
  document.dispatchEvent(new Event('visibilitychange'));
}, isVisible ? 'visible' : 'hidden');

/** Waits until it is so. */
export async function becomes<T>(read: () => T, wanted: T): Promise<void> {
  assert.equal(await eventually(() => Promise.resolve(read()), value => value === wanted), wanted);
}
