import {createAdaptorServer} from '@hono/node-server';
import type {IncomingMessage, Server} from 'node:http';
import type {AddressInfo} from 'node:net';
import type {Duplex} from 'node:stream';

export interface Listening {
  /** Without a slash at the end: `http://127.0.0.1:8080`. */
  readonly url: string;
  readonly port: number;
  /** Stops at once: open connections are dropped, upgraded ones too, and the port is free when the promise resolves. */
  close(): Promise<void>;
}

export interface ListenOptions {
  /** 0: any free one. */
  readonly port: number;
  readonly host: string;
  /** Takes over connections that are to become something else, such as a WebSocket. Without it they are ordinary requests. */
  readonly upgrade?: Upgrade;
}

type Upgrade = (request: IncomingMessage, socket: Duplex, head: Buffer) => void;
type Fetch = Parameters<typeof createAdaptorServer>[0]['fetch'];

/** Serves a fetch handler. Rejects with the server's own error (`EADDRINUSE` …). */
export function listen(fetch: Fetch, {port, host, upgrade}: ListenOptions): Promise<Listening> {
  const server = createAdaptorServer({fetch}) as Server;
  const upgraded = upgrade ? serveUpgrades(server, upgrade) : new Set<Duplex>();
  return new Promise((resolve, reject) => {
    server.once('error', reject);
    server.listen(port, host, () => {
      const {port: bound} = server.address() as AddressInfo;
      resolve({url: `http://${host}:${bound}`, port: bound, close: () => closeNow(server, upgraded)});
    });
  });
}

/** The connections taken over that are still open. */
function serveUpgrades(server: Server, upgrade: Upgrade): ReadonlySet<Duplex> {
  const open = new Set<Duplex>();
  server.on('upgrade', (request: IncomingMessage, socket: Duplex, head: Buffer) => {
    open.add(socket.once('close', () => open.delete(socket)));
    upgrade(request, socket, head);
  });
  return open;
}

/** The server has given upgraded connections away, but waits for their end. */
function closeNow(server: Server, upgraded: ReadonlySet<Duplex>): Promise<void> {
  return new Promise((resolve, reject) => {
    server.close(error => (error ? reject(error) : resolve()));
    server.closeAllConnections();
    for (const socket of upgraded) socket.destroy();
  });
}
