import {readFile} from 'node:fs/promises';
import {Hono, type MiddlewareHandler} from 'hono';
import {listen, type Listening} from '../../demo/listen.js';
import {startSandbox, type Sandbox} from '../../demo/sandbox/server.js';
import {CLIENT, ORG_ID, USERS, type UserName} from '../../demo/sandbox/users.js';
import {createProxy} from '../../src/proxy/index.js';
import {logToFile} from '../proxy/log-file.js';
import {WATCH} from './gather.js';
import {CLOCK} from './page-clock.js';

const HOST = '127.0.0.1';
const POLICY = 'default-src \'none\'; script-src \'self\'; connect-src \'self\'; require-trusted-types-for \'script\'; trusted-types podero-lit';

interface WorldOptions {
  /** How long the proxy's last answers serve while the API fails. Default 0: each test is about what the widgets do, now. */
  readonly staleSeconds?: number;
  /** The instant at which it begins, also for the host and the page. Default: the real one. */
  readonly start?: Date;
}

/** Simulated API, proxy and a partner's host in this process: each can be stopped and started again on its port. */
export class World {
  /** Who is signed in at the host. */
  user: UserName | null = 'anna';
  /** What stands in the page's body. */
  body = '';
  /** Paths asked of the proxy, in their order. */
  readonly asked: string[] = [];
  /** Answers instead of the proxy, by the path's end. */
  readonly replaced = new Map<string, () => Response>();
  /** The proxy answers only after it. */
  gate: Promise<void> | undefined;
  /** Files of the bundle that the host does not serve. */
  missing: RegExp | undefined;
  #sandbox!: Sandbox;
  #host!: Listening;

  /** How far it is ahead of the real clock, also when a part of it is started again. */
  readonly #aheadMs: number;
  readonly #staleSeconds: number;

  constructor({staleSeconds = 0, start}: WorldOptions) {
    this.#staleSeconds = staleSeconds;
    this.#aheadMs = start ? start.getTime() - Date.now() : 0;
  }

  static async start(options: WorldOptions = {}): Promise<World> {
    const world = new World(options);
    world.#sandbox = await startSandbox(options.start && {start: options.start});
    await world.startHost();
    return world;
  }

  get sandbox(): Sandbox {
    return this.#sandbox;
  }

  get url(): string {
    return this.#host.url;
  }

  async startHost(): Promise<void> {
    this.#host = await listen(this.#app().fetch, {port: this.#host?.port ?? 0, host: HOST});
  }

  stopHost(): Promise<void> {
    return this.#host.close();
  }

  stopApi(): Promise<void> {
    return this.#sandbox.close();
  }

  async startApi(): Promise<void> {
    this.#sandbox = await startSandbox({port: this.#sandbox.port, clock: this.#sandbox.clock});
  }

  async stop(): Promise<void> {
    await Promise.all([this.#host.close(), this.#sandbox.close()]);
  }

  #app(): Hono {
    const proxy = createProxy({
      apiUrl: this.#sandbox.apiUrl,
      tokenUrl: this.#sandbox.tokenUrl,
      clientId: CLIENT.id,
      clientSecret: CLIENT.secret,
      log: logToFile,
      cacheSeconds: 0,
      staleSeconds: this.#staleSeconds,
      user: () => this.user && {orgId: ORG_ID, userId: USERS[this.user].id},
    });
    const app = new Hono();
    if (this.#aheadMs) app.use(dated(this.#aheadMs));
    app.all('/podero/*', async ({req}) => {
      await this.gate;
      const path = req.path.replace('/podero', '');
      this.asked.push(path);
      return this.replaced.get(path)?.() ?? proxy(req.raw);
    });
    app.get('/widgets/:path{.+}', async c => {
      const path = c.req.param('path');
      return this.missing?.test(path) ? c.notFound() : c.body(await bundle(path), 200, {'content-type': 'text/javascript'});
    });
    app.get('/watch.js', c => c.body(WATCH, 200, {'content-type': 'text/javascript'}));
    app.get('/clock.js', c => c.body(`${CLOCK} clock.jump(${this.#aheadMs}, 0);`, 200, {'content-type': 'text/javascript'}));
    app.get('/', c => c.html(this.#page(), 200, {'content-security-policy': POLICY}));
    return app;
  }

  #page(): string {
    return `<!doctype html><html lang="en"><title>A partner</title>
      <script src="/watch.js"></script>${this.#aheadMs ? '<script src="/clock.js"></script>' : ''}
      <script type="module" src="/widgets/podero-widgets.js"></script><body>${this.body}</body></html>`;
  }
}

/** A host whose clock is that much ahead. */
const dated = (aheadMs: number): MiddlewareHandler => async (c, next) => {
  await next();
  c.header('date', new Date(Date.now() + aheadMs).toUTCString());
};

const bundle = (path: string) => readFile(new URL(`../../dist/cdn/${path}`, import.meta.url)) as Promise<Buffer<ArrayBuffer>>;
