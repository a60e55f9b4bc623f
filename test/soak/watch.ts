import {NAMES} from '../browser/gather.js';

/** What the page has seen of itself, at every frame. */
export interface Watched {
  readonly looks: number;
  /** What must never be. */
  readonly wrong: readonly string[];
  /** How often an element said that nobody is signed in. */
  readonly signedOut: number;
  /** Tenths of a degree that each element shows now, by device. */
  readonly shown: readonly Readonly<Record<string, number>>[];
  /** Notices and screens instead of data, now. */
  readonly notices: readonly string[];
}

declare global {
  /** In a page that is soaked. */
  var soaked: (() => Watched) | undefined;
}

/** Runs in the page. */
function watch(): void {
  interface Known {
    readonly name: string;
    readonly values: Map<string, number>;
    hasShown: boolean;
    isSignedOut: boolean;
  }
  const known = new WeakMap<Element, Known>();
  const wrong = new Set<string>();
  let [looks, signedOut, count] = [0, 0, 0];

  const elements = () => [...document.querySelectorAll<HTMLElement>('podero-device-list, podero-device-card, podero-consumption-chart')];
  const cardsOf = (element: Element) => element.localName === 'podero-device-card' ? [element] : [...element.shadowRoot!.querySelectorAll('podero-device-card')];
  const tenthsOf = (card: Element) => {
    const text = card.shadowRoot?.querySelector('[data-reading="indoor"] [part~="value"]')?.textContent ?? '';
    return /\d/.test(text) ? Math.round(Number(text.replace(/[^\d.]/g, '')) * 10) : undefined;
  };
  const valuesOf = (element: Element) => new Map(cardsOf(element).flatMap(card => {
    const tenths = tenthsOf(card);
    return tenths === undefined ? [] : [[card.getAttribute('device-id')!, tenths] as const];
  }));
  const knownOf = (element: Element) => {
    const fresh = {name: `${element.localName} ${element.getAttribute('device-id') ?? ''} #${count + 1}`, values: new Map(), hasShown: false, isSignedOut: false};
    if (!known.has(element)) known.set(element, (count++, fresh));
    return known.get(element)!;
  };
  const errorOf = (element: Element) => element.shadowRoot!.querySelector('[part~="error"]')?.textContent ?? '';
  const complain = (text: string) => wrong.size < 20 && wrong.add(text);

  function look(element: HTMLElement): void {
    const before = knownOf(element);
    const hasSomething = !!element.shadowRoot!.querySelector('[part~="skeleton"]') || !!element.shadowRoot!.textContent?.trim();
    if (element.offsetHeight < 20) complain(`${before.name} is ${element.offsetHeight} px high.`);
    if (before.hasShown && !hasSomething) complain(`${before.name} is blank.`);
    before.hasShown ||= hasSomething;
    const isSignedOut = /Sign in to the portal again/.test(errorOf(element));
    if (isSignedOut && !before.isSignedOut) signedOut++;
    before.isSignedOut = isSignedOut;
    // Then it has to forget.
    if (isSignedOut) return before.values.clear();
    const values = valuesOf(element);
    for (const [id, tenths] of before.values) {
      const now = values.get(id);
      if (now === undefined) complain(`${before.name} has lost ${id}: ${element.shadowRoot!.textContent?.replace(/\s+/g, ' ').slice(0, 200)}`);
      else if (now < tenths) complain(`${before.name} shows ${now} of ${id} after ${tenths}.`);
    }
    for (const [id, tenths] of values) before.values.set(id, tenths);
  }

  const frame = () => {
    looks++;
    elements().forEach(look);
    requestAnimationFrame(frame);
  };
  frame();
  globalThis.soaked = () => ({
    looks, signedOut, wrong: [...wrong],
    shown: elements().filter(({localName}) => localName !== 'podero-consumption-chart').map(element => Object.fromEntries(valuesOf(element))),
    notices: elements().flatMap(element => [...element.shadowRoot!.querySelectorAll('[part~="notice"], [part~="error"]')].map(notice =>
      `${knownOf(element).name}: ${notice.textContent?.replace(/\s+/g, ' ').trim()}`)),
  });
}

export const WATCH_ELEMENTS = `${NAMES}(${watch})();`;
