import type {Browser, Page} from 'puppeteer-core';
import puppeteer from 'puppeteer-core';
import {findChromium} from '../../dist-config/browsers.mjs';

/** A page of the built bundle, and everything it complained about. */
export interface OpenPage {
  readonly page: Page;
  /** What the widgets wrote to the console. */
  readonly lines: string[];
  /** Errors that nobody caught, and reports of the content security policy. */
  readonly errors: string[];
}

let browser: Promise<Browser> | undefined;

/** `width` in CSS pixels; the height leaves room for everything. */
export async function openPage(url: string, {width = 800} = {}): Promise<OpenPage> {
  browser ??= findChromium().then(found => puppeteer.launch(found));
  const page = await (await browser).newPage();
  await page.setViewport({width, height: 3000});
  const opened: OpenPage = {page, lines: [], errors: []};
  page.on('pageerror', error => opened.errors.push(String(error)));
  page.on('console', message => {
    const text = message.text();
    if (text.startsWith('podero-widgets')) opened.lines.push(text);
    if (/Content Security Policy|Trusted/i.test(text)) opened.errors.push(text);
  });
  // The loader of these tests wraps named functions in a helper that a page does not have.
  await page.evaluateOnNewDocument('globalThis.__name = named => named');
  await page.goto(url);
  return opened;
}

export async function closeBrowser(): Promise<void> {
  await (await browser)?.close();
  browser = undefined;
}

/** Waits until what the page says equals what is expected; the last difference is the caller's to report. */
export async function eventually<T>(read: () => Promise<T>, isThere: (value: T) => boolean, deadlineMs = 10_000): Promise<T> {
  const until = Date.now() + deadlineMs;
  for (;;) {
    const value = await read();
    if (isThere(value) || Date.now() > until) return value;
    await new Promise(resolve => setTimeout(resolve, 50));
  }
}
