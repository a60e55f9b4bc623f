import puppeteer, {type Browser, type Page} from 'puppeteer-core';
import {mkdirSync} from 'node:fs';
import {join} from 'node:path';
import {findChromium} from '../../dist-config/engines/chromium.mjs';
import {fileOf, PADDING, SCHEMES, WIDTHS, type IndexedStory, type Scheme} from './shot.js';

/** Two cores have no use for more. One tab each: a tab behind another may get no frames, and what waits for one waits in vain. */
const BROWSERS = 2;
/** A story that shows a wait is taken as it is then; the others are long there. */
const PATIENCE_MS = 3000;

export interface Taken {
  pictures: number;
  readonly wrong: string[];
}

/** Takes every story, and tells what went wrong. @param url where the Storybook is served */
export async function photograph(stories: readonly IndexedStory[], url: string, folder: string): Promise<Taken> {
  mkdirSync(folder, {recursive: true});
  const launch = await findChromium();
  if (!launch) throw new Error('There is no Chromium to take pictures with: install one, or set CHROME_PATH to the program.');
  const waiting = [...stories];
  const taken: Taken = {pictures: 0, wrong: []};
  await Promise.all(Array.from({length: BROWSERS}, async () => {
    const browser = await puppeteer.launch({...launch, timeout: 60_000});
    await takeAll(browser, () => waiting.shift(), url, folder, taken).finally(() => browser.close());
  }));
  return taken;
}

async function takeAll(browser: Browser, next: () => IndexedStory | undefined, url: string, folder: string, taken: Taken): Promise<void> {
  const page = await browser.newPage();
  page.on('request', request => {
    const asked = request.url();
    if (/^https?:/.test(asked) && !asked.startsWith(`${url}/`)) taken.wrong.push(`Storybook asked another host: ${asked}`);
  });
  for (let story = next(); story; story = next()) {
    for (const scheme of SCHEMES) {
      try {
        await take(page, story, scheme, url, folder);
        taken.pictures += WIDTHS.length;
      } catch (error) {
        taken.wrong.push(`${story.title}, ${story.name} (${scheme}): ${error instanceof Error ? error.message : String(error)}`);
      }
    }
  }
}

async function take(page: Page, story: IndexedStory, scheme: Scheme, url: string, folder: string): Promise<void> {
  await page.goto(`${url}/iframe.html?viewMode=story&id=${encodeURIComponent(story.id)}&globals=scheme:${scheme}`);
  await page.waitForFunction(isDrawn, {timeout: 30_000});
  const error = await page.evaluate(errorShown);
  if (error) throw new Error(error);
  for (const width of WIDTHS) {
    await page.setViewport({width: width + 2 * PADDING, height: 200});
    await page.waitForFunction(isThere, {timeout: PATIENCE_MS}).catch(() => undefined);
    await page.evaluate(twoFrames);
    await page.screenshot({path: join(folder, fileOf(story, scheme, width)) as `${string}.png`, fullPage: true});
  }
}

/** Below, what runs in the page. */

interface Preview {
  readonly currentRender?: {readonly phase?: string};
}

/** Shown, and what the story does to itself is done too. */
const isDrawn = (): boolean => {
  if (/sb-show-(errordisplay|nopreview)/.test(document.body.className)) return true;
  const preview = (globalThis as {readonly __STORYBOOK_PREVIEW__?: Preview}).__STORYBOOK_PREVIEW__;
  return ['completed', 'afterEach', 'finished', 'errored'].includes(preview?.currentRender?.phase ?? '');
};

const errorShown = (): string | undefined => {
  if (document.body.classList.contains('sb-show-main')) return undefined;
  return document.querySelector('#error-message')?.textContent?.trim() || 'The story is not shown.';
};

/** No element of ours is still waiting for its data, or for its picture. */
const isThere = (): boolean => {
  const elements = [...document.querySelectorAll('podero-device-list, podero-device-card, podero-consumption-chart')];
  const cards = elements.flatMap(element => [...element.shadowRoot?.querySelectorAll('podero-device-card') ?? []]);
  return [...elements, ...cards].every(({shadowRoot: root}) => root?.querySelector('.base > *')
    && !root.querySelector('.place, [part~="skeleton"]') && [...root.querySelectorAll('canvas')].every(canvas => canvas.width > 0));
};

const twoFrames = (): Promise<void> => new Promise(resolve => requestAnimationFrame(() => requestAnimationFrame(() => resolve())));
