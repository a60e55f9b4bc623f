import {readFile} from 'node:fs/promises';
import {createServer, type IncomingHttpHeaders, type RequestListener, type Server, type ServerResponse} from 'node:http';
import type {AddressInfo} from 'node:net';
import type {Collection} from '../../../src/api/routes.js';
import {heatPumpPayload, inverterPayload, vehiclePayload, type Overrides, type Payload} from '../../fixtures/payloads.js';
import {WATCH} from '../gather.js';
import {fine, type Fault} from './fault.js';
import {CLOCK} from '../page-clock.js';

const HOST = '127.0.0.1';
const SCRIPT = {'content-type': 'text/javascript'};
const FILES: Readonly<Record<string, string>> = {
  '/watch.js': WATCH,
  '/clock.js': CLOCK,
  // For a page whose bundle is late: `globalThis.loadBundle()`.
  '/late.js': 'globalThis.loadBundle = () => import("/widgets/podero-widgets.js");',
};

/** What a proxy on another origin has to allow and to expose (contract 1). */
const CORS = {
  'access-control-allow-origin': '*',
  'access-control-allow-headers': 'accept, authorization, content-type, *',
  'access-control-allow-methods': '*',
  'access-control-expose-headers': 'Date, Age, Retry-After, ETag, Podero-Stale',
};

/** One request as the proxy saw it. */
export interface Seen {
  /** When it came, and when its connection was done with it (epoch ms, of this process). */
  readonly at: number;
  endedAt?: number;
  readonly method: string;
  /** Without the query. */
  readonly path: string;
  readonly query: string;
  readonly headers: IncomingHttpHeaders;
  /** The answer went out whole; else the other side left, or the connection was torn down. */
  isAnswered: boolean;
  /** Bytes of the answer that were handed to the network, headers included. */
  sentBytes: number;
}

/**
 * A partner's page, and a proxy on an origin of its own that can be told to fail in every way: by path, or for all (`*`). Without
 * a fault it answers with `devices`. The page's own origin has the same proxy under `/podero`; the stranger is a third origin
 * that allows nobody to read it.
 */
export class FaultServer {
  /** What stands in the page's body, and at the start of its head. */
  body = '';
  head = '';
  /** The page brings no bundle, but can call for it. */
  isBundleLate = false;
  /** What happens instead of an answer: by path, `*` for all others. */
  readonly faults = new Map<string, Fault>();
  /** Sources that the page's policy allows besides, such as that of a WebSocket. */
  alsoConnects = '';
  readonly log: Seen[] = [];
  /** What was asked of the stranger. */
  readonly strangerLog: string[] = [];
  /** Answers with `Date`. A page whose clock runs fast had better see no other clock. */
  sendDate = false;
  devices: Record<Collection, Payload[]>;
  readonly #host = createServer((request, response) => void this.#serveHost(request, response));
  readonly #stranger = createServer((request, response) => {
    this.strangerLog.push(request.url ?? '');
    response.writeHead(200, {'content-type': 'text/html', 'connection': 'close'}).end('<!doctype html><title>Sign in</title>');
  });
  #proxy = this.#createProxy();
  #port = 0;

  private constructor(at: Date) {
    this.devices = {
      'heat-pumps': [heatPumpPayload('G1', {}, {at})],
      'electric-vehicles': [vehiclePayload('G1', {}, {at})],
      'inverters': [inverterPayload('G1', {}, {at})],
    };
  }

  /** @param at what instant the devices report */
  static async start(at = new Date()): Promise<FaultServer> {
    const server = new FaultServer(at);
    await Promise.all([listen(server.#host), listen(server.#stranger), server.up()]);
    return server;
  }

  /** Address of the page. */
  get url(): string {
    return urlOf(this.#host);
  }

  /** Address of the proxy. */
  get proxyUrl(): string {
    return `http://${HOST}:${this.#port}`;
  }

  get strangerUrl(): string {
    return urlOf(this.#stranger);
  }

  /** Forgets faults and log; what is shown in the page stays. */
  calm(): void {
    this.faults.clear();
    this.log.length = 0;
    this.strangerLog.length = 0;
  }

  /** Other fields for the devices of a collection. */
  change(collection: Collection, fields: Overrides): void {
    this.devices[collection] = this.devices[collection].map(device => ({...device, ...fields}));
  }

  /** Requests of these paths, all without any. */
  seen(...paths: readonly string[]): readonly Seen[] {
    return paths.length ? this.log.filter(({path}) => paths.includes(path)) : [...this.log];
  }

  /** The proxy's port is closed: connections are refused. */
  async down(): Promise<void> {
    await close(this.#proxy);
  }

  async up(): Promise<void> {
    this.#proxy = this.#createProxy();
    this.#port = await listen(this.#proxy, this.#port);
  }

  async stop(): Promise<void> {
    await Promise.all([this.#host, this.#stranger, this.#proxy].map(close));
  }

  #createProxy(): Server {
    return createServer((request, response) => this.#answer(request.url ?? '', request, response));
  }

  #answer(url: string, {method = '', headers}: Parameters<RequestListener>[0], response: ServerResponse): void {
    const {pathname: path, search: query} = new URL(url, this.proxyUrl);
    this.#record({at: Date.now(), method, path, query, headers, isAnswered: false, sentBytes: 0}, response);
    response.sendDate = this.sendDate;
    // One connection for each request: a browser asks again by itself where one that was used before is torn down.
    response.setHeader('connection', 'close');
    for (const [name, value] of Object.entries(CORS)) response.setHeader(name, value);
    if (method === 'OPTIONS') return void response.writeHead(204).end();
    const fault = this.faults.get(path) ?? this.faults.get('*') ?? fine;
    fault(response, this.#healthy(path));
  }

  #record(seen: Seen, response: ServerResponse): void {
    const {socket} = response;
    this.log.push(seen);
    response.once('close', () => Object.assign(seen, {
      endedAt: Date.now(), isAnswered: response.writableFinished, sentBytes: socket?.bytesWritten ?? 0,
    }));
  }

  #healthy(path: string): string {
    const [collection = '', id, savings] = path.split('/').slice(1);
    const devices = this.devices[collection as Collection] ?? [];
    if (savings) return JSON.stringify({metadata: {}, data: []});
    return JSON.stringify(id ? devices.find(device => device.id === id) ?? null : devices);
  }

  async #serveHost(request: Parameters<RequestListener>[0], response: ServerResponse): Promise<void> {
    const {pathname} = new URL(request.url ?? '', this.url);
    if (pathname.startsWith('/podero/')) return this.#answer(request.url!.slice('/podero'.length), request, response);
    if (pathname === '/') return void response.writeHead(200, {'content-type': 'text/html', 'content-security-policy': this.#policy}).end(this.#page);
    if (FILES[pathname]) return void response.writeHead(200, SCRIPT).end(FILES[pathname]);
    const path = /^\/widgets\/([\w./-]+)$/.exec(pathname)?.[1];
    const file = path && await readFile(new URL(`../../../dist/cdn/${path}`, import.meta.url)).catch(() => undefined);
    response.writeHead(file ? 200 : 404, SCRIPT).end(file);
  }

  get #policy(): string {
    return `default-src 'none'; script-src 'self'; connect-src 'self' ${this.proxyUrl} ${this.strangerUrl} http://podero.invalid ${this.alsoConnects}; require-trusted-types-for 'script'; trusted-types podero-lit`;
  }

  get #page(): string {
    const bundle = this.isBundleLate ? '<script src="/late.js">' : '<script type="module" src="/widgets/podero-widgets.js">';
    return `<!doctype html><html lang="en"><head><title>A partner</title><script src="/watch.js"></script><script src="/clock.js"></script>
      ${bundle}</script>${this.head}</head><body>${this.body}</body></html>`;
  }
}

const urlOf = (server: Server) => `http://${HOST}:${(server.address() as AddressInfo).port}`;

const listen = (server: Server, port = 0) => new Promise<number>((resolve, reject) => {
  server.once('error', reject).listen(port, HOST, () => resolve((server.address() as AddressInfo).port));
});

const close = (server: Server) => new Promise<void>(resolve => {
  server.close(() => resolve());
  server.closeAllConnections();
});
