import type {Page} from 'puppeteer-core';

/** What a customer reads: `"<device id> <part or reading>"` → text, with single spaces. */
export type Read = Readonly<Record<string, string>>;

/** Every word and number of the list's cards and of the chart's figures, ages left out. */
export const readPage = (page: Page): Promise<Read> => page.evaluate(() => {
  const read: Record<string, string> = {};
  const clean = (text: string | null | undefined) => (text ?? '').replace(/[\s\u00a0]+/g, ' ').trim();
  const list = document.querySelector('podero-device-list')?.shadowRoot;
  for (const card of list?.querySelectorAll('podero-device-card') ?? []) {
    const id = card.getAttribute('device-id')!;
    const root = card.shadowRoot!;
    for (const part of ['title', 'subtitle', 'status', 'activity', 'reason']) read[`${id} ${part}`] = clean(root.querySelector(`[part~="${part}"]`)?.textContent);
    for (const reading of root.querySelectorAll('[data-reading]')) {
      const texts = [...reading.querySelectorAll('[part~="label"], [part~="value"]')].map(element => clean(element.textContent));
      read[`${id} ${reading.getAttribute('data-reading')}`] = texts.join(' | ');
    }
  }
  const chart = document.querySelector('podero-consumption-chart')?.shadowRoot;
  for (const figure of chart?.querySelectorAll('[data-window]') ?? []) {
    const flow = figure.closest('[data-flow]')!.getAttribute('data-flow');
    read[`chart ${flow} ${figure.getAttribute('data-window')}`] = clean(figure.querySelector('[part~="value"]')?.textContent);
  }
  return read;
});

/** Part names of the notices and screens that are there instead of, or over, the data. */
export const readNotices = (page: Page, tag: string): Promise<readonly string[]> => page.evaluate(name => {
  const root = document.querySelector(name)!.shadowRoot!;
  return [...root.querySelectorAll('[part~="notice"], [part~="error"], [part~="empty"]')].map(element => element.getAttribute('part')!);
}, tag);

export const refreshAll = (page: Page): Promise<unknown> => page.evaluate(() => Promise.all(
  [...document.querySelectorAll<HTMLElement & {refresh(): Promise<void>}>('podero-device-list, podero-device-card, podero-consumption-chart')]
    .map(element => element.refresh())));
