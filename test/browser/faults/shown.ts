import assert from 'node:assert/strict';
import {eventually} from '../eventually.js';
import {type OpenPage} from '../open-page.js';
import type {Page} from '../page.js';

/** What the first list of a page shows. */
export interface Shown {
  /** `blank` must never be. */
  readonly screen: 'cards' | 'skeleton' | 'empty' | 'error' | 'fallback' | 'blank';
  readonly cards: number;
  /** Part name of the notice over the cards, without `notice-`. */
  readonly notice: string | undefined;
  /** Of the line over the cards, or of the screen instead. */
  readonly words: string;
  /** The indoor temperature that the first heat pump shows. */
  readonly indoor: string | undefined;
}

export const readShown = (page: Page): Promise<Shown> => page.evaluate(() => {
  const list = document.querySelector('podero-device-list')!;
  const root = list.shadowRoot;
  const textOf = (element?: Element | null) => element?.textContent!.replace(/[\s\u00a0]+/g, ' ').trim();
  const cards = [...root?.querySelectorAll('podero-device-card') ?? []];
  const line = root?.querySelector('.list-line');
  const panel = root?.querySelector('[part~="error"], [part~="empty"]');
  // In the words of parts that a designer sees; before there are any, the reserved place is a skeleton without bones.
  const isWaiting = root?.querySelector('[part~="skeleton"], .place');
  const screen = panel ? panel.part.contains('error') ? 'error' : 'empty' : cards.length ? 'cards' : isWaiting ? 'skeleton'
    : root?.querySelector('slot:not([name])') || textOf(list) ? 'fallback' : 'blank';
  const heatPump = cards.find(card => card.deviceType === 'heat-pump');
  return {
    screen,
    cards: cards.length,
    notice: /notice-(\w+)/.exec(line?.getAttribute('part') ?? '')?.[1],
    words: textOf(panel ?? line) ?? '',
    indoor: textOf(heatPump?.shadowRoot?.querySelector('[data-reading="indoor"] [part~="value"]')),
  };
});

/** Waits until it is; what is shown instead goes into the message. Never may it be blank on the way. */
export async function isShown({page}: OpenPage, wanted: Partial<Omit<Shown, 'words'>> & {readonly words?: RegExp}, deadlineMs?: number): Promise<Shown> {
  const {words, ...rest} = wanted;
  const isWanted = (shown: Shown) => {
    assert.notEqual(shown.screen, 'blank');
    return Object.entries(rest).every(([name, value]) => shown[name as keyof Shown] === value) && (words?.test(shown.words) ?? true);
  };
  const shown = await eventually(() => readShown(page), isWanted, deadlineMs);
  assert.ok(isWanted(shown), `${JSON.stringify(shown)} instead of ${JSON.stringify(rest)} ${words ?? ''}`);
  return shown;
}

/** Asks now; resolves when the outcome is shown. */
export const refresh = (page: Page): Promise<void> => page.evaluate(() => document.querySelector('podero-device-list')!.refresh());

/** Waits until a page is at an address, and there. While one is left nothing can be run in it: in WebKit a script begun then has no end. */
export async function isAt(page: Page, url: string): Promise<void> {
  await eventually(() => page.url(), now => now.startsWith(url));
  await wait(200);
}

/** Real time, for what must not happen in it. */
export const wait = (ms: number) => new Promise(resolve => setTimeout(resolve, ms));
