/** The list of devices by plain DOM calls. */
import {ICONS} from '../icons.js';
import type {Card, Device, DeviceKind, Stamp} from '../model.js';
import {ageStamp, cardOf, checkDevices, COLLECTIONS, DeviceOrder, headWords, isOld, keyOf, KINDS, rangeWords} from '../model.js';
import {reconnect} from '../reconnect.js';
import type {Settings} from '../settings.js';
import {adoptListStyles} from '../styles.js';
import {WORDS} from '../words.js';
import {makeCard, shapeOf} from './card.js';
import type {Builder, Piece} from './dom.js';
import {iconIn, once} from './dom.js';
import {poll} from './polling.js';
import {makeLoadingList} from './skeleton.js';

/** The line over the cards. */
interface Head {
  readonly words: string;
  readonly isAttention: boolean;
  readonly checked: Stamp;
  readonly isRefreshing: boolean;
}

const buildHead = (build: Builder<Head>): Element => {
  const {h, svg} = build;
  return h('div', {class: 'list-head'},
    h('div', {'class': 'heading', 'part': 'heading', 'role': 'heading', 'aria-level': '3'}, WORDS['your-devices']),
    h('div', {'class': 'list-line', 'part': 'footer', 'data-tone': ({isAttention}) => isAttention ? 'warn' : undefined},
      h('p', {class: 'say'},
        svg('svg', {'class': 'icon', 'viewBox': '0 0 24 24', 'aria-hidden': 'true'}, svg('path', {d: ({isAttention}) => ICONS[isAttention ? 'alert' : 'check']})),
        h('span', {}, h('b', {role: 'status'}, ({words}) => words), ' ',
          h('time', {part: 'updated', datetime: ({checked}) => checked.datetime, title: ({checked}) => checked.title},
            h('span', {class: 'rest'}, 'Checked '), ({checked}) => checked.words, h('span', {class: 'rest'})))),
      h('button', {
        'class': 'button quiet', 'part': 'refresh', 'type': 'button', 'title': WORDS.refresh,
        'aria-disabled': ({isRefreshing}) => isRefreshing ? 'true' : undefined,
      }, iconIn(build, 'refresh'), h('span', {class: 'text hidden'}, WORDS.refresh))));
};

/** Where in all devices the page stands. */
interface Pager {
  readonly page: number;
  readonly size: number;
  readonly total: number;
}

const buildPager = (build: Builder<Pager>): Element => {
  const {h} = build;
  return h('div', {'class': 'pager', 'part': 'pager', 'role': 'group', 'aria-label': WORDS.pages},
    h('button', {'class': 'button', 'type': 'button', 'aria-disabled': ({page}) => page ? undefined : 'true'},
      iconIn(build, 'previous'), h('span', {}, WORDS['page-previous'])),
    h('span', {class: 'range'}, ({page, size, total}) => rangeWords(page, size, total)),
    h('button', {'class': 'button', 'type': 'button', 'aria-disabled': ({page, size, total}) => (page + 1) * size < total ? undefined : 'true'},
      h('span', {}, WORDS['page-next']), iconIn(build, 'next')));
};

/** A device's card in its place, with what it was drawn of. */
interface Shown {
  readonly item: HTMLElement;
  readonly base: HTMLElement;
  device: Device;
  shape: string;
  piece: Piece<Card>;
  age: string;
  isOld: boolean;
  day: string;
}

const makeError = (): HTMLElement => once(undefined, ({h}) =>
  h('div', {class: 'base', part: 'base', lang: 'en-GB'}, h('p', {role: 'alert', part: 'error'}, WORDS['failed-devices']))).root;

class List {
  readonly #settings: Settings;
  readonly #host = document.createElement('div');
  readonly #base = document.createElement('div');
  readonly #cards = document.createElement('ul');
  readonly #texts = new Map<DeviceKind, string>();
  readonly #devices = new Map<DeviceKind, readonly Device[]>();
  readonly #order = new DeviceOrder();
  readonly #abort = new AbortController();
  #shown = new Map<string, Shown>();
  #head: Piece<Head> | undefined;
  #pager: Piece<Pager> | undefined;
  #all: readonly Device[] = [];
  #checkedAt = 0;
  #page = 0;
  #isRefreshing = false;
  readonly #refreshNow: () => Promise<void>;
  readonly #stop: () => void;

  constructor(root: HTMLElement, settings: Settings) {
    this.#settings = settings;
    this.#host.className = 'podero';
    this.#host.append(makeLoadingList(settings.expected));
    this.#base.className = 'base';
    this.#base.lang = 'en-GB';
    this.#base.setAttribute('part', 'base');
    this.#cards.className = 'cards';
    this.#cards.setAttribute('part', 'list');
    this.#cards.setAttribute('role', 'list');
    this.#base.addEventListener('click', event => this.#onClick(event));
    const drop = adoptListStyles();
    root.replaceChildren(this.#host);
    const polling = poll(() => this.#read(), settings.pollInterval, () => this.#tick());
    this.#refreshNow = polling.now;
    this.#stop = () => {
      polling.stop();
      this.#abort.abort();
      drop();
      this.#host.remove();
    };
  }

  unmount(): void {
    this.#stop();
  }

  /** Nothing is touched where the answers say the same. */
  async #read(): Promise<void> {
    try {
      const news = await Promise.all(KINDS.map(kind => this.#readKind(kind)));
      this.#checkedAt = Date.now();
      if (news.includes(true)) this.#show();
      else this.#showHead();
    } catch {
      if (!this.#head && !this.#abort.signal.aborted) this.#host.replaceChildren(makeError());
    }
  }

  async #readKind(kind: DeviceKind): Promise<boolean> {
    const response = await fetch(`${this.#settings.proxy}/${COLLECTIONS[kind]}`, {signal: this.#abort.signal});
    if (!response.ok) throw new Error(`${response.status}`);
    const text = await response.text();
    if (text === this.#texts.get(kind)) return false;
    this.#devices.set(kind, checkDevices(kind, JSON.parse(text)));
    this.#texts.set(kind, text);
    return true;
  }

  #show(): void {
    this.#all = this.#order.arrange(KINDS.flatMap(kind => this.#devices.get(kind) ?? []));
    this.#showHead();
    this.#showCards();
    this.#showPager();
    if (this.#base.isConnected || !this.#head) return;
    this.#base.prepend(this.#head.root, this.#cards);
    this.#host.replaceChildren(this.#base);
  }

  #showHead(): void {
    const head: Head = {...headWords(this.#all), checked: ageStamp(this.#checkedAt, Date.now()), isRefreshing: this.#isRefreshing};
    if (this.#head) this.#head.update(head);
    else this.#head = once(head, buildHead);
  }

  #showCards(): void {
    const {pageSize} = this.#settings;
    this.#page = Math.min(this.#page, Math.max(0, Math.ceil(this.#all.length / pageSize) - 1));
    const before = this.#shown;
    this.#shown = new Map();
    const now = Date.now();
    let place = this.#cards.firstChild;
    for (const device of this.#all.slice(this.#page * pageSize, (this.#page + 1) * pageSize)) {
      const key = keyOf(device);
      const known = before.get(key);
      if (known && known.device !== device) draw(known, device, now);
      const shown = known ?? make(device, now);
      this.#shown.set(key, shown);
      before.delete(key);
      if (shown.item === place) place = place.nextSibling;
      else this.#cards.insertBefore(shown.item, place);
    }
    for (const {item} of before.values()) item.remove();
  }

  #showPager(): void {
    const {pageSize: size} = this.#settings;
    const pager: Pager = {page: this.#page, size, total: this.#all.length};
    if (pager.total <= size) {
      this.#pager?.root.remove();
      this.#pager = undefined;
      this.#cards.removeAttribute('aria-label');
      this.#cards.removeAttribute('tabindex');
      return;
    }
    const range = rangeWords(pager.page, size, pager.total);
    if (this.#cards.getAttribute('aria-label') !== range) this.#cards.setAttribute('aria-label', range);
    if (this.#pager) return this.#pager.update(pager);
    this.#cards.tabIndex = -1;
    this.#pager = once(pager, buildPager);
    this.#base.append(this.#pager.root);
  }

  /** Ages go on; a card whose state becomes old, or whose times are of yesterday now, is drawn again. */
  #tick(): void {
    if (!this.#head) return;
    this.#showHead();
    const now = Date.now();
    for (const shown of this.#shown.values()) if (!isUpToDate(shown, now)) draw(shown, shown.device, now);
  }

  #onClick({target}: Event): void {
    const button = target instanceof Element ? target.closest('button') : null;
    if (!button || button.getAttribute('aria-disabled')) return;
    if (button.part.contains('refresh')) void this.#refresh();
    else if (button.part.contains('action')) void this.#reconnect(button);
    else if (this.#pager?.root.contains(button)) this.#turn(button.previousElementSibling ? 1 : -1);
  }

  async #refresh(): Promise<void> {
    this.#isRefreshing = true;
    this.#showHead();
    await this.#refreshNow();
    this.#isRefreshing = false;
    this.#order.forget();
    this.#show();
  }

  async #reconnect(button: Element): Promise<void> {
    for (const {item, device} of this.#shown.values()) if (item.contains(button)) await reconnect(this.#settings.proxy, device);
  }

  #turn(by: number): void {
    this.#page += by;
    this.#showCards();
    this.#showPager();
    this.#cards.focus({preventScroll: true});
    if (this.#cards.getBoundingClientRect().top < 0) this.#cards.scrollIntoView({block: 'start'});
  }
}

const ageOf = ({stateAt}: Device, now: number): string => stateAt === undefined ? '' : ageStamp(stateAt, now).words;
const dayOf = (now: number): string => new Date(now).toDateString();

const isUpToDate = (shown: Shown, now: number): boolean =>
  shown.age === ageOf(shown.device, now) && shown.isOld === isOld(shown.device, now) && shown.day === dayOf(now);

function make(device: Device, now: number): Shown {
  const card = cardOf(device, now);
  const shape = shapeOf(card);
  const piece = makeCard(card, shape);
  const [item, host, base] = [document.createElement('li'), document.createElement('div'), document.createElement('div')];
  host.className = 'podero';
  base.className = 'base';
  base.lang = 'en-GB';
  base.append(piece.root);
  host.append(base);
  item.append(host);
  return {item, base, device, shape, piece, age: card.foot.updated?.words ?? '', isOld: isOld(device, now), day: dayOf(now)};
}

/** Where its structure is another one it is made anew, else only what differs is written. */
function draw(shown: Shown, device: Device, now: number): void {
  const card = cardOf(device, now);
  const shape = shapeOf(card);
  if (shape === shown.shape) {
    shown.piece.update(card);
  } else {
    shown.piece = makeCard(card, shape);
    shown.base.replaceChildren(shown.piece.root);
  }
  Object.assign(shown, {device, shape, age: card.foot.updated?.words ?? '', isOld: isOld(device, now), day: dayOf(now)});
}

export function mountList(root: HTMLElement, settings: Settings): () => void {
  const list = new List(root, settings);
  return () => list.unmount();
}
