/** Serves the contestants' files and pages, and answers as a proxy does: the same bytes to each of them. */
import {readFile} from 'node:fs/promises';
import {setTimeout as pause} from 'node:timers/promises';
import {fileURLToPath} from 'node:url';
import {Hono} from 'hono';
import {listen, type Listening} from '../../demo/listen.js';
import type {Collection} from '../../src/api/routes.js';
import type {DeviceKind} from '../../src/domain/device.js';
import {savingsOf} from '../fixtures/history.js';
import {savingsPayload, thisWeek} from '../fixtures/savings.js';
import type {Setting, Who} from './contestants.js';
import {BARE, bodyOf} from './contestants.js';
import type {Home} from './home.js';
import {homeOf, START} from './home.js';

/** A peer's own check of a device's JSON. */
export const CHECK = '/peers/check.js';

const PRODUCT = fileURLToPath(new URL('../../dist/cdn/', import.meta.url));

/** As a portal's own page would be: nothing in it but a font, a margin and the place of the devices. */
const pageOf = (body: string): string => `<!doctype html><html lang="en"><head><meta charset="utf-8"><title>Bench</title>
<meta name="viewport" content="width=device-width"><link rel="icon" href="data:,">
<style>body { margin: 1rem; font: 16px/1.5 sans-serif; }</style></head><body>${body}<p id="after">After the devices.</p></body></html>`;

export class Host {
  /** What the proxy answers with. */
  home: Home = homeOf(0);
  /** How long each answer takes. */
  delayMs = 0;
  /** Paths that were asked for, below `/api`. */
  readonly asked: string[] = [];
  #listening: Listening | undefined;

  /** @param peers the folder that they were built into */
  constructor(readonly peers: string) {}

  async start(): Promise<void> {
    const app = new Hono();
    app.get('/product/:path{.+}', context => fileOf(`${PRODUCT}${context.req.param('path')}`));
    app.get('/peers/:path{.+}', context => fileOf(`${this.peers}/${context.req.param('path')}`));
    app.get('/bare.js', () => script(BARE));
    app.get('/page/:who', context => {
      const setting = JSON.parse(context.req.query('setting') ?? '{}') as Setting;
      return context.html(pageOf(bodyOf(context.req.param('who') as Who, setting)));
    });
    app.get('/api/:collection/:id?/:series?', context =>
      this.#answer(context.req.path.slice('/api/'.length), new URL(context.req.url).searchParams));
    this.#listening = await listen(app.fetch, {port: 0, host: '127.0.0.1'});
  }

  get url(): string {
    if (!this.#listening) throw new Error('The host has not been started.');
    return this.#listening.url;
  }

  pageOf(who: Who, setting: Setting): string {
    return `${this.url}/page/${who}?setting=${encodeURIComponent(JSON.stringify(setting))}`;
  }

  stop(): Promise<void> | undefined {
    return this.#listening?.close();
  }

  async #answer(path: string, query: URLSearchParams): Promise<Response> {
    this.asked.push(path);
    if (this.delayMs) await pause(this.delayMs);
    const [collection, id, series] = path.split('/') as [Collection, string?, string?];
    if (series && Object.values(this.home).flat().length > 1) return json(savingsOf(collection.replace(/s$/, '') as DeviceKind, HISTORY, query));
    if (series) return json(savingsPayload('heat-pump', thisWeek('Europe/Vienna', START), WEEK_WH));
    const devices = this.home[collection];
    return json(id === undefined ? devices : devices.find(device => device['id'] === id));
  }
}

/** Of a household's devices: any day that is asked for. */
const HISTORY = {zone: 'Europe/Vienna', days: (iso: string) => 3 + Number(iso.slice(8, 10)) % 7};

/** The home's days up to the one that runs; the instant is a Saturday. */
const WEEK_WH = [17_700, 21_300, 9_800, 30_400, 25_100, 4_200];

/** Of the pages' own time, not of the day on which it is measured. */
const HEADERS = {'content-type': 'application/json', 'cache-control': 'no-store', 'date': START.toUTCString()};

const json = (value: unknown): Response => value === undefined
  ? new Response(null, {status: 404})
  : new Response(JSON.stringify(value), {headers: HEADERS});

async function fileOf(path: string): Promise<Response> {
  const bytes = await readFile(path).catch(() => undefined);
  return bytes ? script(bytes) : new Response(null, {status: 404});
}

const script = (body: string | Uint8Array<ArrayBuffer>): Response =>
  new Response(body, {headers: {'content-type': 'text/javascript', 'cache-control': 'no-store'}});
