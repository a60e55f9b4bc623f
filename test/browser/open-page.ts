/**
 * Real pages of the built bundle. `for (const engine of engines) describe(engine.name, …)`, or `everyEngine` where the test is about
 * what engines do differently; with `leavePage` in `after`.
 */
import {after} from 'node:test';
import {enginesForOurs, findEngines, type Engine} from '../../dist-config/browsers.mjs';
import type {Complaints} from './gather.js';
import type {Page} from './page.js';
import {startPuppeteer} from './puppeteer-page.js';
import {startWebKitPages} from './webkit-page.js';

/** Those that are installed; `ENGINES=all` insists on all three. */
export const {engines: everyEngine} = await findEngines();
/** For what is ours, and the same in each. */
export const engines = enginesForOurs(everyEngine);

export interface OpenPage {
  readonly page: Page;
  /** What it has complained about since it was loaded. In WebKit only of pages that bring `WATCH` themselves, as those of `World`. */
  complaints(): Promise<Complaints>;
}

interface Browser {
  newPage(): Promise<Page>;
  close(): Promise<void>;
}

const browsers = new Map<Engine, Promise<Browser>>();
const pages = new Map<Engine, Page>();

/**
 * One page of an engine at a time: the one before is closed. In CSS pixels; the height leaves room for everything. Where that
 * fails only one test does: the next begins with another browser.
 */
export async function openPage(engine: Engine, url: string, {width = 800, height = 2400} = {}): Promise<OpenPage> {
  const browser = browsers.get(engine) ?? start(engine);
  browsers.set(engine, browser);
  try {
    await leavePage(engine);
    const page = await (await browser).newPage();
    pages.set(engine, page);
    await page.resize(width, height);
    await page.goto(url);
    return {page, complaints: () => page.evaluate(() => globalThis.complaints ?? {lines: [], errors: []})};
  } catch (error) {
    pages.delete(engine);
    browsers.delete(engine);
    void browser.then(({close}) => close()).catch(() => {});
    throw error;
  }
}

/** Nothing of an engine's page goes on: what it would still ask is in no log of the next one. */
export async function leavePage(engine: Engine): Promise<void> {
  const page = pages.get(engine);
  pages.delete(engine);
  await page?.close();
}

const start = (engine: Engine): Promise<Browser> => engine.name === 'WebKit' ? startWebKitPages(engine.launch) : startPuppeteer(engine);

// A browser is started once for all the tests of a process: it costs more than most of them.
after(() => Promise.allSettled([...browsers.values()].map(async browser => (await browser).close())));
