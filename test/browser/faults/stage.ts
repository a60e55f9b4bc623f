import type {Engine} from '../../../dist-config/browsers.mjs';
import {openPage, type OpenPage} from '../open-page.js';
import type {Page} from '../page.js';
import type {FaultServer} from './fault-server.js';

/** What an element shows. */
export interface Look {
  /** How many cards with a device. */
  readonly cards: number;
  /** Part names of what stands instead of, or over, the data. */
  readonly parts: readonly string[];
  /** It reads, or must not read yet: its button cannot be pressed. */
  readonly isBusy: boolean;
  /** Every word, of all shadow roots. */
  readonly text: string;
}

/** An event that an element told the page. */
export interface Told {
  readonly id: string;
  readonly type: string;
  readonly code?: string;
  readonly status?: number;
  readonly collection?: string;
  /** All that it says. */
  readonly json: string;
}

declare global {
  var told: Told[];
}

/** An empty page of the server that gathers what elements tell it, into which they are put one by one. */
export async function openStage(engine: Engine, server: FaultServer): Promise<OpenPage> {
  server.body = '';
  const opened = await openPage(engine, server.url);
  await gather(opened.page);
  return opened;
}

/** The same for a visitor who has been elsewhere on the site before. */
export async function goToStage(page: Page, server: FaultServer): Promise<void> {
  server.body = '';
  await page.goto(server.url);
  await gather(page);
}

function gather(page: Page): Promise<void> {
  return page.evaluate(() => {
    globalThis.told = [];
    for (const name of ['ready', 'update', 'attention', 'error', 'recovered']) {
      document.addEventListener(`podero-${name}`, event => {
        const {detail, type} = event as CustomEvent<Told>;
        globalThis.told.push({
          id: (event.target as Element).id, type, code: detail.code, status: detail.status, collection: detail.collection,
          json: JSON.stringify(detail),
        } as Told);
      });
    }
  });
}

type Attributes = Readonly<Record<string, string>>;

/** Puts elements into the page, all in one task. An `id` is the name under which they are looked at. */
export const put = (page: Page, ...elements: readonly (readonly [tag: string, attributes: Attributes])[]): Promise<void> => page.evaluate(given => {
  document.body.append(...given.map(([tag, attributes]) => {
    const element = document.createElement(tag);
    for (const [name, value] of Object.entries(attributes)) element.setAttribute(name, value);
    return element;
  }));
}, elements);

/** All elements by their ids. */
export const look = (page: Page): Promise<Readonly<Record<string, Look>>> => page.evaluate(() => {
  const rootsOf = (root: ShadowRoot): ShadowRoot[] =>
    [root, ...[...root.querySelectorAll('*')].flatMap(({shadowRoot}) => shadowRoot ? rootsOf(shadowRoot) : [])];
  const all = [...document.querySelectorAll('body > [id]')].map(({id, shadowRoot}) => {
    const roots = rootsOf(shadowRoot!);
    const find = (selector: string) => roots.flatMap(root => [...root.querySelectorAll(selector)]);
    return [id, {
      cards: find('[part~="activity"]').length,
      parts: find('[part~="notice"], [part~="error"], [part~="empty"]').map(element => element.getAttribute('part')!),
      isBusy: find('[part~="refresh"][aria-disabled], [part~="error"] [aria-disabled]').length > 0,
      text: roots.map(root => root.textContent).join(' ').replace(/[\s\u00a0]+/g, ' '),
    }] as const;
  });
  return Object.fromEntries(all);
});

/** All events of a type so far, in their order. */
export const toldOf = (page: Page, type: `podero-${string}`): Promise<readonly Told[]> =>
  page.evaluate(wanted => globalThis.told.filter(told => told.type === wanted), type);

/** Every element reads; resolves when all have settled. */
export const refreshAll = (page: Page, selector = 'body > [id]'): Promise<void> => page.evaluate(async wanted => {
  const elements = [...document.querySelectorAll<HTMLElement & {refresh(): Promise<void>}>(wanted)];
  await Promise.all(elements.map(element => element.refresh()));
}, selector);

/** As if the customer came back to the page. */
export const comeBack = (page: Page): Promise<unknown> => page.evaluate(() => document.dispatchEvent(new Event('visibilitychange')));

/** Nothing has to come any more: what is under way is through. */
export const settle = (ms = 100): Promise<void> => new Promise(resolve => setTimeout(resolve, ms));
