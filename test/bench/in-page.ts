/** What runs in the pages that are measured, the same for each contestant. Bundled into one script (`lab.ts`). */
import {aloud} from '../elements/aloud.js';

export interface Meter {
  /** Imports a contestant; ms until what it shows first has been painted, by the page's own clock. */
  begin(script: string, first: What): Promise<number>;
  /** Waits until it is there, and painted. */
  until(what: What): Promise<void>;
  /** So many frames, and whatever was to be done after them. */
  frames(count: number): Promise<void>;
  /** Begins to count what changes anywhere in the page. */
  watch(): void;
  /** How much has changed since. */
  changes(): number;
  /** What a screen reader reads. */
  aloud(): readonly string[];
  /** How much was moved by something that came later (CLS). */
  shift(): number;
  /** Takes it out of the page and puts it in again, so many times. */
  remount(times: number, what: What): Promise<void>;
  /** ms from what the user did until the page showed its effect (INP), at most, in steps of 8; 16 also where all were faster. */
  slowest(): number;
}

/** How a peer is put into a page, and out of it again. */
interface Peer {
  readonly root: HTMLElement;
  mount(root: HTMLElement): () => void;
}

declare global {
  /** Of the peers. */
  var bench: Peer & {unmount(): void};
}

/** `nothing`: at once; `card`: the first of them; `cards`: as many as there should be, to the last; `chart`: bars in a canvas. */
export type What = {readonly is: 'nothing'} | {readonly is: 'card'} | {readonly is: 'chart'} | {readonly is: 'cards'; readonly count: number};

const productOf = (): Element | null => document.querySelector('podero-device-list, podero-consumption-chart');
const rootOf = (): ParentNode => productOf()?.shadowRoot ?? document;

/** A card that shows its readings; the product's are elements of their own. */
const isShown = (card: Element | undefined): boolean => !!(card?.shadowRoot ?? card)?.querySelector('[data-reading]');
const cardsIn = (root: ParentNode): Element[] => [...root.querySelectorAll('[part="list"] > li > *')];

function isThere(what: What): boolean {
  if (what.is === 'nothing') return true;
  const root = rootOf();
  // What Chart.js makes of a canvas that it takes; all three draw by it.
  if (what.is === 'chart') return root.querySelector('canvas')?.style.display === 'block';
  const cards = cardsIn(root);
  return what.is === 'card' ? isShown(cards[0]) : cards.length === what.count && isShown(cards.at(-1));
}

const frame = (): Promise<void> => new Promise(resolve => requestAnimationFrame(() => resolve()));

/** Once what the next frame shows has been painted. */
const painted = (): Promise<void> => new Promise(resolve => requestAnimationFrame(() => {
  const {port1, port2} = new MessageChannel();
  port1.onmessage = () => resolve();
  port2.postMessage(null);
}));

async function until(what: What): Promise<void> {
  while (!isThere(what)) await frame();
  await painted();
}

function* rootsIn(root: Document | ShadowRoot): Generator<Document | ShadowRoot> {
  yield root;
  for (const {shadowRoot} of root.querySelectorAll('*')) if (shadowRoot) yield* rootsIn(shadowRoot);
}

let changed = 0;
const observer = new MutationObserver(records => {
  changed += records.length;
});

let moved = 0;
new PerformanceObserver(list => {
  for (const entry of list.getEntries() as (PerformanceEntry & {readonly value: number})[]) moved += entry.value;
}).observe({type: 'layout-shift', buffered: true});

/** What is faster is not reported. */
const FASTEST_MS = 16;
let slowestMs = FASTEST_MS;
new PerformanceObserver(list => {
  // What only follows the pointer is nothing that the user did.
  for (const {duration, interactionId} of list.getEntries() as (PerformanceEventTiming & {readonly interactionId: number})[]) {
    if (interactionId) slowestMs = Math.max(slowestMs, duration);
  }
}).observe({type: 'event', buffered: true, durationThreshold: FASTEST_MS} as PerformanceObserverInit);

/** A new one each time, as a page's router or framework would. */
async function remountProduct(what: What): Promise<void> {
  const before = productOf()!;
  const next = before.cloneNode() as Element;
  before.replaceWith(next);
  await until(what);
}

async function remountPeer(what: What): Promise<void> {
  bench.unmount();
  if (bench.root.firstElementChild) throw new Error('What was unmounted is still there.');
  bench.unmount = bench.mount(bench.root);
  await until(what);
}

const meter: Meter = {
  until,
  async begin(script, first) {
    const from = performance.now();
    await import(script);
    await until(first);
    return performance.now() - from;
  },
  async frames(count) {
    for (let i = 0; i < count; i++) await painted();
  },
  watch() {
    observer.disconnect();
    changed = 0;
    for (const root of rootsIn(document)) observer.observe(root, {subtree: true, childList: true, attributes: true, characterData: true});
  },
  changes() {
    changed += observer.takeRecords().length;
    return changed;
  },
  aloud: () => aloud(productOf() ?? document.querySelector('#root')!.firstElementChild!),
  shift: () => moved,
  async remount(times, what) {
    for (let i = 0; i < times; i++) await (productOf() ? remountProduct : remountPeer)(what);
  },
  slowest: () => {
    if (!performance.interactionCount) throw new Error('The browser has counted no interaction.');
    return slowestMs;
  },
};

Object.assign(globalThis, {meter});
