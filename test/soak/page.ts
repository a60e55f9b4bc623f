import puppeteer, {type CDPSession, type Browser, type Page} from 'puppeteer-core';
import {findEngines} from '../../dist-config/browsers.mjs';

/** What a page holds after everything was collected that can be. */
export interface Held {
  readonly heapBytes: number;
  readonly nodes: number;
  readonly listeners: number;
}

/** What the engine compiles while it learns what is used often would count as growth. */
const UNCOMPILED = '--js-flags=--no-opt --no-maglev --no-sparkplug';

/** A page in Chromium, and a look at what it holds. */
export class SoakedPage {
  readonly page: Page;
  readonly #browser: Browser;
  readonly #cdp: CDPSession;

  private constructor(browser: Browser, page: Page, cdp: CDPSession) {
    [this.#browser, this.page, this.#cdp] = [browser, page, cdp];
  }

  static async open(url: string): Promise<SoakedPage> {
    const {engines: [engine]} = await findEngines('chromium');
    if (engine?.name !== 'Chromium') throw new Error('It needs Chromium.');
    const browser = await puppeteer.launch({...engine.launch, args: [...engine.launch.args ?? [], UNCOMPILED], timeout: 60_000});
    const page = await browser.newPage();
    await page.setViewport({width: 1000, height: 3000});
    await page.goto(url);
    const cdp = await page.createCDPSession();
    await Promise.all([cdp.send('Performance.enable'), cdp.send('Runtime.enable')]);
    return new SoakedPage(browser, page, cdp);
  }

  async held(): Promise<Held> {
    // What the browser itself keeps of requests, for developers.
    await this.#cdp.send('Runtime.discardConsoleEntries');
    await this.page.evaluate(() => performance.clearResourceTimings());
    for (let collection = 0; collection < 3; collection++) await this.#cdp.send('HeapProfiler.collectGarbage');
    const {metrics} = await this.#cdp.send('Performance.getMetrics');
    const of = (wanted: string) => metrics.find(({name}) => name === wanted)?.value ?? NaN;
    return {heapBytes: of('JSHeapUsedSize'), nodes: of('Nodes'), listeners: of('JSEventListeners')};
  }

  close(): Promise<void> {
    return this.#browser.close();
  }
}
