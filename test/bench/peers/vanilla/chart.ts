/** A device's week of energy by plain DOM calls. */
import type {Bucket, ChartModel} from '../chart-model.js';
import {chartOf, checkSavings, deviceAddress, PERIODS, savingsAddress, weekOf} from '../chart-model.js';
import {adoptStylesOfChart} from '../chart-styles.js';
import type {Device, Stamp} from '../model.js';
import {ageStamp, checkDevice} from '../model.js';
import type {Settings} from '../settings.js';
import {WORDS} from '../words.js';
import type {Builder, Piece} from './dom.js';
import {iconIn, once} from './dom.js';
import type {Picture} from './picture.js';
import {poll} from './polling.js';

/** A series is not read more often. */
const READ_AGAIN_AFTER_MS = 15 * 60_000;

interface Shown {
  readonly model: ChartModel;
  readonly checked: Stamp;
}

type Build = Builder<Shown>;

/** Charts of one shape differ only in texts. */
const shapeOf = ({flow, total, asides, notes, rows, daysOf, hasToday, hasGap, today}: ChartModel): string =>
  [flow, !total, !asides, !notes, rows.map(({value}) => !value).join(), daysOf, hasToday, hasGap, today].join('|');

const buildChart = ({model}: Shown, build: Build): Element => {
  const {h} = build;
  return h('article', {class: 'chart', part: 'base'},
    h('header', {class: 'chart-head', part: 'header'},
      h('div', {'class': 'title', 'part': 'title', 'role': 'heading', 'aria-level': '3'}, 'Energy'),
      h('p', {class: 'subtitle'}, h('bdi', {}, shown => shown.model.name)),
      h('div', {'class': 'periods', 'part': 'periods', 'role': 'group', 'aria-label': 'Period'}, PERIODS.map(name =>
        h('button', {'type': 'button', 'aria-pressed': String(name === 'Week')}, name)))),
    h('div', {class: 'navigation', part: 'navigation'},
      buildWay('Earlier', 'previous', true, build), h('p', {'class': 'span', 'aria-live': 'polite'}, shown => shown.model.span),
      buildWay('Later', 'next', false, build), buildWay('Today', undefined, false, build)),
    h('div', {class: 'read'}, buildSummary(model, build)),
    h('div', {class: 'picture'},
      h('p', {'class': 'axis', 'aria-hidden': 'true'}, 'kWh'), h('div', {'class': 'frame', 'part': 'canvas', 'aria-hidden': 'true'}, h('canvas')),
      h('div', {
        'class': 'slider', 'role': 'slider', 'tabindex': '0', 'aria-labelledby': 'flow sentence', 'aria-valuemin': '1', 'aria-valuemax': '7', 'aria-valuenow': '1',
        'aria-valuetext': shown => shown.model.bar,
      })),
    buildLegend(model, build),
    h('div', {'class': 'table hidden', 'part': 'table', 'id': 'table', 'role': 'region', 'aria-label': 'Energy'}, buildTable(model, build)),
    buildFoot(build));
};

const buildWay = (words: string, icon: 'previous' | 'next' | undefined, isOpen: boolean, build: Build): Element => build.h('button', {
  'class': icon ? 'button square' : 'button today', 'type': 'button', 'title': words, 'aria-disabled': isOpen ? undefined : 'true',
}, icon && iconIn(build, icon), build.h('span', {class: 'text'}, words));

const buildSummary = ({flow, flowName, total, asides, notes}: ChartModel, {h}: Build): Element => h('div', {class: 'summary', part: 'summary'},
  h('section', {'data-flow': flow},
    h('p', {class: 'flow-name', id: 'flow'}, flowName),
    h('p', {class: 'sentence', id: 'sentence'}, total
      ? [h('b', {class: 'figure'}, ({model}) => model.total), ' ', h('span', {}, 'this week so far'), ({model}: Shown) => model.most] : 'No figures yet.'),
    asides ? h('p', {class: 'aside'}, ({model}) => model.asides) : undefined),
  notes ? h('p', {class: 'aside'}, ({model}) => model.notes) : undefined);

const buildLegend = ({flow, hasToday, hasGap}: ChartModel, {h}: Build): Element => {
  const mark = (name: string, words: string) => h('li', {}, h('span', {'class': 'mark', 'data-mark': name}), words);
  return h('ul', {'class': 'legend', 'part': 'legend', 'aria-hidden': 'true'},
    h('li', {}, h('span', {'class': 'swatch', 'data-paint': flow === 'production' ? 'sun' : '0'}), h('bdi', {}, ({model}) => model.name)),
    hasToday ? mark('today', 'Today, so far') : undefined,
    hasGap ? mark('gap', 'No data') : undefined);
};

const buildCell = (value: string | undefined, read: (shown: Shown) => string | undefined, {h}: Build, aside?: string): Element => value === undefined
  ? h('td', {class: 'none'}, h('span', {'role': 'img', 'aria-label': WORDS['not-available']}, '–'))
  : h('td', {}, read, aside ? h('span', {class: 'aside'}, aside) : undefined);

const buildTable = ({rows, flowName, total, daysOf}: ChartModel, build: Build): Element => {
  const {h} = build;
  return h('table', {class: 'days'},
    h('caption', {class: 'hidden'}, 'Energy'),
    h('thead', {}, h('tr', {}, h('th', {scope: 'col'}, 'Day'),
      h('th', {scope: 'col'}, h('bdi', {}, ({model}) => model.name), h('span', {class: 'aside'}, flowName)))),
    h('tbody', {}, rows.map(({isToday, value}, index) => h('tr', {},
      h('th', {scope: 'row'}, ({model}) => model.rows[index]?.day, isToday ? h('span', {class: 'aside'}, 'Today, so far') : undefined),
      buildCell(value, ({model}) => model.rows[index]?.value, build)))),
    h('tfoot', {}, h('tr', {}, h('th', {scope: 'row'}, 'Total'), buildCell(total, ({model}) => model.total, build, daysOf))));
};

const buildFoot = (build: Build): Element => {
  const {h} = build;
  return h('footer', {class: 'foot'},
    h('p', {class: 'say'}, iconIn(build, 'clock'), h('span', {}, h('b', {role: 'status'}), ' ',
      h('time', {part: 'updated', datetime: ({checked}) => checked.datetime, title: ({checked}) => checked.title},
        h('span', {class: 'rest'}, 'Checked '), ({checked}) => checked.words, h('span', {class: 'rest'})))),
    h('div', {class: 'tools'},
      h('button', {'class': 'button', 'type': 'button', 'aria-expanded': 'false', 'aria-controls': 'table'}, 'Table'),
      h('button', {class: 'button', part: 'export', type: 'button'}, 'Export CSV')));
};

function makeBase(...children: readonly Element[]): HTMLElement {
  const base = document.createElement('div');
  base.className = 'base one';
  base.lang = 'en-GB';
  base.append(...children);
  return base;
}

const makePending = (): HTMLElement => makeBase(
  once(undefined, ({h}) => h('p', {class: 'hidden', role: 'status'}, WORDS.loading)).root,
  once(undefined, ({h}) => h('div', {'class': 'panel skeleton', 'part': 'base skeleton', 'aria-hidden': 'true'})).root,
);

const makeError = (): HTMLElement => makeBase(once(undefined, ({h}) => h('p', {role: 'alert', part: 'error'}, WORDS['failed-energy'])).root);

class WeekChart {
  readonly #settings: Settings;
  readonly #host = document.createElement('div');
  readonly #abort = new AbortController();
  readonly #stop: () => void;
  readonly #texts = new Map<string, string>();
  #device: Device | undefined;
  #buckets: readonly Bucket[] = [];
  #seriesAt = 0;
  #seriesAddress = '';
  #piece: Piece<Shown> | undefined;
  #shape = '';
  #drawn = '';
  #picture: Picture | undefined;

  constructor(root: HTMLElement, settings: Settings) {
    this.#settings = settings;
    this.#host.className = 'podero';
    this.#host.append(makePending());
    this.#host.addEventListener('click', ({target}) => {
      if (target instanceof Element && target.matches('[aria-controls]')) toggleTable(target);
    });
    const drop = adoptStylesOfChart();
    root.replaceChildren(this.#host);
    const polling = poll(() => this.#read(), settings.pollInterval, () => void this.#show());
    this.#stop = () => {
      polling.stop();
      this.#abort.abort();
      drop();
      this.#picture?.destroy();
      this.#host.remove();
    };
  }

  unmount(): void {
    this.#stop();
  }

  async #read(): Promise<void> {
    try {
      await Promise.all([this.#readDevice(), this.#readSeries()]);
      await this.#show();
    } catch {
      if (!this.#piece && !this.#abort.signal.aborted) this.#host.replaceChildren(makeError());
    }
  }

  /** The answer, where it is another one than before. */
  async #news(address: string): Promise<string | undefined> {
    const response = await fetch(address, {signal: this.#abort.signal});
    if (!response.ok) throw new Error(`${response.status}`);
    const text = await response.text();
    if (this.#texts.get(address) === text) return undefined;
    this.#texts.set(address, text);
    return text;
  }

  async #readDevice(): Promise<void> {
    const text = await this.#news(deviceAddress(this.#settings));
    if (text !== undefined) this.#device = checkDevice(this.#settings.deviceType, JSON.parse(text));
  }

  async #readSeries(): Promise<void> {
    const now = Date.now();
    const address = savingsAddress(this.#settings, weekOf(now));
    if (address === this.#seriesAddress && now - this.#seriesAt < READ_AGAIN_AFTER_MS) return;
    const text = await this.#news(address);
    [this.#seriesAt, this.#seriesAddress] = [now, address];
    if (text !== undefined) this.#buckets = checkSavings(this.#settings.deviceType, JSON.parse(text));
  }

  async #show(): Promise<void> {
    if (!this.#device || !this.#seriesAt) return;
    const now = Date.now();
    const model = chartOf(this.#device, this.#buckets, now);
    const shown: Shown = {model, checked: ageStamp(this.#seriesAt, now)};
    const shape = shapeOf(model);
    if (this.#piece && shape === this.#shape) this.#piece.update(shown);
    else this.#rebuild(shown, shape);
    const look = JSON.stringify(model);
    if (look === this.#drawn) return;
    this.#drawn = look;
    await this.#draw(model);
  }

  #rebuild(shown: Shown, shape: string): void {
    this.#picture?.destroy();
    this.#picture = undefined;
    this.#shape = shape;
    this.#piece = once(shown, build => buildChart(shown, build));
    this.#host.replaceChildren(makeBase(this.#piece.root));
  }

  async #draw(model: ChartModel): Promise<void> {
    const {createPicture} = await import('./picture.js');
    if (this.#abort.signal.aborted) return;
    const [canvas, frame, swatch] = ['canvas', '.frame', '.swatch'].map(part => this.#host.querySelector(part));
    if (this.#picture) this.#picture.draw(model);
    else if (canvas instanceof HTMLCanvasElement && frame && swatch) this.#picture = createPicture(canvas, frame, swatch, model);
  }
}

function toggleTable(button: Element): void {
  const isOpen = button.getAttribute('aria-expanded') !== 'true';
  button.setAttribute('aria-expanded', String(isOpen));
  const table = button.closest('.chart')?.querySelector<HTMLElement>('.table');
  table?.classList.toggle('hidden', !isOpen);
  if (isOpen) table?.setAttribute('tabindex', '0');
  else table?.removeAttribute('tabindex');
}

export function mountChart(root: HTMLElement, settings: Settings): () => void {
  const chart = new WeekChart(root, settings);
  return () => chart.unmount();
}
