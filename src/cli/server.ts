import {once} from 'node:events';
import {createServer, type IncomingMessage, type Server, type ServerResponse} from 'node:http';
import type {AddressInfo} from 'node:net';
import type {Duplex} from 'node:stream';
import type {PoderoProxy} from '../proxy/index.js';
import {nodeHandler} from '../proxy/node.js';

export interface ServerOptions {
  readonly port: number;
  readonly host: string;
  /** Replaces single limits of `LIMITS`. */
  readonly limits?: Partial<typeof LIMITS>;
}

/** Against clients that hold on without asking anything. */
const LIMITS = {
  headersTimeout: 10_000,
  requestTimeout: 15_000,
  keepAliveTimeout: 65_000, // longer than the balancers in front, which keep for 60 s
  connectionsCheckingInterval: 1_000,
  maxHeaderSize: 16_384,
  maxConnections: 10_000,
  /** How long running requests may take when the server stops. */
  graceMs: 10_000,
};

export interface RunningServer {
  readonly url: string;
  /** Takes no more requests, lets those that run finish, and ends the streams. */
  close(): Promise<void>;
}

/** Serves the proxy, and `GET /healthz` beside it. Rejects with the server's own error (`EADDRINUSE` …). */
export async function startServer(proxy: PoderoProxy, {port, host, limits}: ServerOptions): Promise<RunningServer> {
  const {maxConnections, graceMs, ...settings} = {...LIMITS, ...limits};
  const handle = nodeHandler(proxy);
  const server = createServer(settings, (request, response) => (isHealthCheck(request) ? answerHealthy(response) : handle(request, response)));
  const upgraded = new Set<Duplex>();
  server.maxConnections = maxConnections;
  server.on('upgrade', (request: IncomingMessage, socket: Duplex, head: Buffer) => {
    socket.on('error', () => socket.destroy());
    upgraded.add(socket.once('close', () => upgraded.delete(socket)));
    proxy.upgrade(request, socket, head);
  });
  server.listen(port, host);
  await once(server, 'listening');
  const {port: bound} = server.address() as AddressInfo;
  return {url: `http://${host.includes(':') ? `[${host}]` : host}:${bound}`, close: () => stop(server, upgraded, proxy, graceMs)};
}

const isHealthCheck = ({method, url}: IncomingMessage): boolean => (method === 'GET' || method === 'HEAD') && url === '/healthz';

function answerHealthy(response: ServerResponse): void {
  response.writeHead(200, {'content-type': 'application/json', 'cache-control': 'no-store'}).end('{"status":"ok"}');
}

/** The server has given upgraded connections away, but waits for their end. */
async function stop(server: Server, upgraded: ReadonlySet<Duplex>, proxy: PoderoProxy, graceMs: number): Promise<void> {
  const closed = once(server, 'close');
  server.close();
  // Those that were busy a moment ago are idle connections now.
  const tidy = setInterval(() => server.closeIdleConnections(), 50);
  const late = setTimeout(() => {
    server.closeAllConnections();
    for (const socket of upgraded) socket.destroy();
  }, graceMs);
  await Promise.all([proxy.close(), closed]);
  clearInterval(tidy);
  clearTimeout(late);
}
