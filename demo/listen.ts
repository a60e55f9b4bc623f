import {createAdaptorServer} from '@hono/node-server';
import type {Server} from 'node:http';
import type {AddressInfo} from 'node:net';

export interface Listening {
  /** Without a slash at the end: `http://127.0.0.1:8080`. */
  readonly url: string;
  readonly port: number;
  /** Stops at once: open connections are dropped, the port is free when the promise resolves. */
  close(): Promise<void>;
}

type Fetch = Parameters<typeof createAdaptorServer>[0]['fetch'];

/** Serves a fetch handler. Port 0 takes any free one. Rejects with the server's own error (`EADDRINUSE` …). */
export function listen(fetch: Fetch, {port, host}: {port: number; host: string}): Promise<Listening> {
  const server = createAdaptorServer({fetch}) as Server;
  return new Promise((resolve, reject) => {
    server.once('error', reject);
    server.listen(port, host, () => {
      const {port: bound} = server.address() as AddressInfo;
      resolve({url: `http://${host}:${bound}`, port: bound, close: () => closeNow(server)});
    });
  });
}

function closeNow(server: Server): Promise<void> {
  return new Promise((resolve, reject) => {
    server.close(error => (error ? reject(error) : resolve()));
    server.closeAllConnections();
  });
}
