/** A browser to measure in: every page is a new visitor's, with the same clock. */
import {fileURLToPath} from 'node:url';
import {build} from 'esbuild';
import type {Browser, BrowserContext, CDPSession, Page} from 'puppeteer-core';
import puppeteer from 'puppeteer-core';
import {findChromium} from '../../dist-config/engines/chromium.mjs';
import {CLOCK} from '../browser/page-clock.js';
import type {Setting, Who} from './contestants.js';
import {scriptOf} from './contestants.js';
import {homeOf, START} from './home.js';
import type {Host} from './host.js';
import type {Meter, What} from './in-page.js';
import {longestTaskMs} from './tasks.js';

declare global {
  var meter: Meter;
}

const IN_PAGE = fileURLToPath(new URL('in-page.ts', import.meta.url));

export interface Lab {
  readonly host: Host;
  readonly version: string;
  open(who: Who, setting: Setting, view?: View): Promise<Visit>;
  close(): Promise<void>;
}

export interface View {
  readonly width?: number;
  /** How many times as slow the processor is; default 1. */
  readonly slowDown?: number;
}

export async function openLab(host: Host): Promise<Lab> {
  const {outputFiles: [script]} = await build({entryPoints: [IN_PAGE], bundle: true, write: false, format: 'iife', target: 'es2022'});
  const launch = await findChromium();
  if (!launch) throw new Error('The benchmark needs Chromium. On Debian: apt-get install -y chromium; elsewhere CHROME_PATH may say where it is.');
  const browser = await puppeteer.launch({
    ...launch,
    env: {...process.env, TZ: 'Europe/Vienna'},
    args: [...launch.args ?? [], '--lang=en'],
  });
  const begin = `${CLOCK}; clock.jump(${START.getTime()} - Date.now(), 0); ${script!.text}`;
  return {
    host,
    version: await browser.version(),
    open: (who, setting, view) => open({browser, host, begin}, who, setting, view),
    close: () => browser.close(),
  };
}

interface Place {
  readonly browser: Browser;
  readonly host: Host;
  readonly begin: string;
}

async function open({browser, host, begin}: Place, who: Who, setting: Setting, {width = 900, slowDown = 1}: View = {}): Promise<Visit> {
  host.home = homeOf(setting.size);
  const visitor = await browser.createBrowserContext();
  const page = await visitor.newPage();
  await page.setViewport({width, height: 800});
  await page.evaluateOnNewDocument(begin);
  const session = await page.createCDPSession();
  await session.send('Performance.enable');
  if (slowDown !== 1) await session.send('Emulation.setCPUThrottlingRate', {rate: slowDown});
  await page.goto(host.pageOf(who, setting));
  return new Visit(who, visitor, page, session);
}

/** One visitor's page. */
export class Visit {
  readonly page: Page;
  readonly #who: Who;
  readonly #visitor: BrowserContext;
  readonly #session: CDPSession;

  constructor(who: Who, visitor: BrowserContext, page: Page, session: CDPSession) {
    this.#who = who;
    this.#visitor = visitor;
    this.page = page;
    this.#session = session;
  }

  /** Whatever lies there does not come. */
  async block(urls: string): Promise<void> {
    await this.#session.send('Network.enable');
    await this.#session.send('Network.setBlockedURLs', {urls: [urls]});
  }

  /** Imports the contestant; ms until it shows that. */
  begin(first: What = {is: 'card'}): Promise<number> {
    return this.page.evaluate((script, what) => meter.begin(script, what), scriptOf(this.#who), first);
  }

  until(what: What): Promise<void> {
    return this.page.evaluate(wanted => meter.until(wanted), what);
  }

  frames(count: number): Promise<void> {
    return this.page.evaluate(n => meter.frames(n), count);
  }

  /** ms that the page's main thread has been busy so far. */
  async busyMs(): Promise<number> {
    return 1000 * (await this.#metrics())['TaskDuration']!;
  }

  /** So many cards, and whatever was to be done after them. */
  async settle(count: number): Promise<void> {
    await this.until({is: 'cards', count});
    await this.frames(10);
  }

  /** What the page keeps: heap bytes, nodes, listeners; after everything that can go has gone. */
  async kept(): Promise<{heapBytes: number; nodes: number; listeners: number}> {
    for (let i = 0; i < 3; i++) await this.#session.send('HeapProfiler.collectGarbage');
    const {JSHeapUsedSize: heapBytes, Nodes: nodes, JSEventListeners: listeners} = await this.#metrics();
    return {heapBytes: heapBytes!, nodes: nodes!, listeners: listeners!};
  }

  /** ms of the longest thing that the page's main thread did in one go meanwhile. */
  longestTaskMs(act: () => Promise<unknown>): Promise<number> {
    return longestTaskMs(this.page, act);
  }

  close(): Promise<void> {
    return this.#visitor.close();
  }

  async #metrics(): Promise<Readonly<Record<string, number>>> {
    const {metrics} = await this.#session.send('Performance.getMetrics');
    return Object.fromEntries(metrics.map(({name, value}) => [name, value]));
  }
}
