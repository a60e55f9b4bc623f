import puppeteer, {type Browser, type KeyInput, type Page as PuppeteerPage} from 'puppeteer-core';
import type {Engine} from '../../dist-config/browsers.mjs';
import {WATCH} from './gather.js';
import {keysOf, tellOnline, type KeyPress, type Page} from './page.js';

export type PuppeteerEngine = Extract<Engine, {name: 'Chromium' | 'Firefox'}>;

/** At a signal the driver would close its browser, and let the process go on. */
const SIGNALS = {handleSIGINT: false, handleSIGTERM: false, handleSIGHUP: false};
for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.once(signal, () => process.exit(1));

export async function startPuppeteer({name, launch}: PuppeteerEngine) {
  const browser = await puppeteer.launch({...launch, ...SIGNALS, timeout: 60_000});
  process.once('exit', () => browser.process()?.kill('SIGKILL'));
  const visit = name === 'Chromium' ? await sameTab(browser) : () => newVisitor(browser);
  return {newPage: async () => pageOf(await visit(), name), close: () => browser.close()};
}

/** What one visitor has been given no other has. */
interface Visit {
  readonly page: PuppeteerPage;
  end(): Promise<void>;
}

/** To begin another tab costs Chromium more than most tests do. */
async function sameTab(browser: Browser): Promise<() => Promise<Visit>> {
  const page = await browser.newPage();
  await page.evaluateOnNewDocument(WATCH);
  const end = async () => {
    await page.setOfflineMode(false);
    await page.goto('about:blank');
    await browser.deleteCookie(...await browser.cookies());
  };
  return () => Promise.resolve({page, end});
}

/** Firefox's keyboard, and its way back, do not survive what a page before has done with its tab. */
async function newVisitor(browser: Browser): Promise<Visit> {
  const visitor = await browser.createBrowserContext();
  const page = await visitor.newPage();
  await page.evaluateOnNewDocument(WATCH);
  return {page, end: () => visitor.close()};
}

function pageOf({page, end}: Visit, name: PuppeteerEngine['name']): Page {
  return {
    goto: async url => void await page.goto(url),
    // The driver's own memory of it is wrong after a page has come out of the back/forward cache.
    url: () => page.evaluate(() => location.href).catch(() => ''),
    evaluate: page.evaluate.bind(page) as Page['evaluate'],
    resize: (width, height) => page.setViewport({width, height}),
    click: async (find, ...values) => (await page.evaluateHandle(find as () => Element, ...values as unknown as [])).click(),
    press: async (...presses) => {
      for (const keys of presses) await press(page, keys);
    },
    screenshot: async path => void await page.screenshot({path}),
    // Firefox never answers to it.
    setOnline: isOnline => name === 'Chromium' ? page.setOfflineMode(!isOnline) : page.evaluate(tellOnline, isOnline),
    heapBytes: () => name === 'Chromium' ? heapBytes(page) : Promise.resolve(undefined),
    close: end,
  };
}

async function heapBytes(page: PuppeteerPage): Promise<number> {
  const session = await page.createCDPSession();
  for (let i = 0; i < 3; i++) await session.send('HeapProfiler.collectGarbage');
  const {usedSize} = await session.send('Runtime.getHeapUsage');
  await session.detach();
  return usedSize;
}

async function press({keyboard}: PuppeteerPage, keys: KeyPress): Promise<void> {
  const held = keysOf(keys).map((key): KeyInput => key === 'Space' ? ' ' : key);
  for (const key of held) await keyboard.down(key);
  for (const key of held.toReversed()) await keyboard.up(key);
}
