/** What a person could not read in an element: words that are cut, lie on one another, or stand outside their card. */

/** Fractions of a pixel come from rounding; a pixel does not. */
const SLACK = 1;

/** One piece of text as it is drawn. */
export interface Drawn {
  readonly text: string;
  readonly holder: Element;
  readonly rects: readonly DOMRect[];
}

const parentOf = (node: Node): Element | null =>
  node.parentElement ?? (node.parentNode instanceof ShadowRoot ? node.parentNode.host : null);

/** The element and what it stands in, up to the element of ours that the page wrote. */
function* outwards(from: Element, host: Element): Generator<Element> {
  for (let element: Element | null = from; element && element !== host; element = parentOf(element)) yield element;
}

/** Only spoken: a box of one pixel, cut away (`.hidden`, and what leaves the screen where there is no room). */
const isOnlySpoken = (element: Element): boolean => getComputedStyle(element).clipPath !== 'none';

/** All text that is drawn, shadow roots within shadow roots too, in its order. */
export function drawnIn(host: Element, root: Node = host.shadowRoot!): Drawn[] {
  return [...root.childNodes].flatMap(node => {
    if (node instanceof Text) return textOf(node);
    if (!(node instanceof Element) || node instanceof SVGElement || isOnlySpoken(node) || getComputedStyle(node).visibility === 'hidden') return [];
    return [...drawnIn(host, node), ...(node.shadowRoot ? drawnIn(host, node.shadowRoot) : [])];
  });
}

/** One for all: whatever a page changes, every range that it still has is brought up to date. */
const range = document.createRange();

function textOf(node: Text): Drawn[] {
  if (!node.data.trim()) return [];
  range.selectNodeContents(node);
  const rects = [...range.getClientRects()].filter(({width, height}) => width > 0 && height > 0);
  return rects.length ? [{text: node.data.replace(/\s+/g, ' ').trim(), holder: parentOf(node)!, rects}] : [];
}

/** The words that can be read, each once. */
export const wordsIn = (host: Element): Set<string> =>
  new Set(drawnIn(host).flatMap(({text}) => text.split(' ')));

/** Names and statements may be cut after some lines, as designed: all of them is in the page, for ears and for copying. */
const mayBeCut = (element: Element): boolean => getComputedStyle(element).webkitLineClamp !== 'none' && element.matches('[part~="title"], [part~="activity"], .legend bdi');

const isWithin = (rect: DOMRect, box: DOMRect): boolean =>
  rect.left >= box.left - SLACK && rect.right <= box.right + SLACK && rect.top >= box.top - SLACK && rect.bottom <= box.bottom + SLACK;

const clips = ({overflowX, overflowY}: CSSStyleDeclaration): boolean => overflowX !== 'visible' || overflowY !== 'visible';

const scrolls = ({overflowX}: CSSStyleDeclaration): boolean => /auto|scroll/.test(overflowX);

const nameOf = (element: Element): string => element.getAttribute('part') ?? (element.getAttribute('class') || element.localName);

/** Boxes whose words must stay inside: those that cut what does not fit, buttons, and the card itself. */
function boxesAround(holder: Element, host: Element): Element[] | undefined {
  const around: Element[] = [];
  for (const element of outwards(holder, host)) {
    const style = getComputedStyle(element);
    if (mayBeCut(element)) return undefined;
    // What scrolls can be reached; it is looked at by itself.
    if (scrolls(style)) return around;
    if (clips(style) || element.matches('.button, .card, .panel, .chart, .base')) around.push(element);
  }
  return around;
}

/** The middle of a line of text: its box is as high as the font says, and reaches into its neighbours' lines. */
function core({left, top, width, height}: DOMRect): DOMRect {
  return new DOMRect(left + SLACK, top + height * .2, Math.max(0, width - 2 * SLACK), height * .6);
}

const overlap = (a: DOMRect, b: DOMRect): boolean => a.left < b.right && b.left < a.right && a.top < b.bottom && b.top < a.bottom;

/** Of the boxes that cut, or are a card's: those with more in them than there is room for. */
function tooFull(host: Element, root: ParentNode = host.shadowRoot!): string[] {
  return [...root.querySelectorAll('*')].flatMap(element => {
    const inner = element.shadowRoot ? tooFull(host, element.shadowRoot) : [];
    const isBox = element.matches('.base, .card, .panel, .chart, .list-line, .foot, .button');
    return isBox && element.scrollWidth > element.clientWidth + SLACK
      ? [...inner, `"${nameOf(element)}" of ${element.clientWidth} px holds ${element.scrollWidth} px`] : inner;
  });
}

/** Everything that a person could not read; nothing where all is well. */
export function unreadableIn(host: Element): string[] {
  const drawn = drawnIn(host);
  const cut = drawn.flatMap(({text, holder, rects}) => (boxesAround(holder, host) ?? []).flatMap(box => {
    const bounds = box.getBoundingClientRect();
    return rects.some(rect => !isWithin(core(rect), bounds)) ? [`"${text}" leaves "${nameOf(box)}"`] : [];
  }));
  const cores = drawn.flatMap(({text, rects, holder}, index) =>
    [...outwards(holder, host)].some(mayBeCut) ? [] : rects.map(rect => ({text, index, rect: core(rect)})));
  const mixed = cores.flatMap((one, at) => cores.slice(at + 1).flatMap(other =>
    one.index !== other.index && overlap(one.rect, other.rect) ? [`"${one.text}" lies on "${other.text}"`] : []));
  return [...new Set([...cut, ...mixed, ...tooFull(host)])];
}
