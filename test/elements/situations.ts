/** The three elements in all the states that a person can meet, with words in all their places, for tests of what can be read. */
import type {LitElement} from 'lit';
import '../../src/index.js';
import type {DeviceKind} from '../../src/domain/device.js';
import {DEVICE_KINDS} from '../../src/domain/device.js';
import type {EmbedProperties} from '../../src/elements/embed-properties.js';
import type {Overrides} from '../fixtures/payloads.js';
import {savingsPayload} from '../fixtures/savings.js';
import {Clock} from './clock.js';
import {FakeProxy, fresh, status, unreachable} from './fake-proxy.js';
import {part, shown, until} from './shown.js';
import {DAYS, NOW, savingsPath, ZONE} from './week-world.js';

export type Ours = LitElement & EmbedProperties & {refresh(): Promise<void>};

interface Situation {
  readonly tag?: string;
  readonly kind?: DeviceKind;
  readonly attributes?: Readonly<Record<string, string>>;
  readonly before?: (proxy: FakeProxy) => void;
  /** Nothing is shown but a skeleton. */
  readonly isWaiting?: boolean;
  readonly then?: (element: Ours, proxy: FakeProxy) => unknown;
}

const LIST = 'podero-device-list';
const CARD = 'podero-device-card';
const CHART = 'podero-consumption-chart';
const IDS: Readonly<Record<DeviceKind, string>> = {'heat-pump': 'hp', 'electric-vehicle': 'ev', inverter: 'inv'};

const minutesAgo = (minutes: number): string => new Date(Date.now() - minutes * 60_000).toISOString();
const OUT = {is_authenticated: false, authorization_url: `${location.href}#login`};
const OLD = {plug_status: true, last_updated: '2026-03-12T09:00:00Z', current_state_last_updated_at: '2026-03-12T09:00:00Z', charge_state_last_updated: '2026-03-12T09:00:00Z'};

/** A device with a state of 25 minutes ago and all its sums. */
const device = (kind: DeviceKind, overrides: Overrides = {}, generation: 'G1' | 'G2' = 'G1') => {
  const flow = kind === 'inverter' ? 'production' : 'consumption';
  return fresh(kind, {
    id: IDS[kind], current_state_last_updated_at: minutesAgo(25), [`${flow}_last_day_kwh`]: 48.2, [`${flow}_last_week_kwh`]: 287.6,
    [`${flow}_last_month_kwh`]: 1204.8, [`${flow}_last_updated_at`]: minutesAgo(800), ...overrides,
  }, generation);
};

const serve = (overrides: Overrides = {}, generation: 'G1' | 'G2' = 'G1') => (proxy: FakeProxy): void =>
  DEVICE_KINDS.forEach(kind => proxy.serve(kind, [device(kind, overrides, generation)]));
const serveNothing = (proxy: FakeProxy) => DEVICE_KINDS.forEach(kind => proxy.serve(kind, []));
const failing = (answer: Parameters<FakeProxy['answerAll']>[0]) => (proxy: FakeProxy): void => proxy.answerAll(answer);
const thenFailing = (answer: Parameters<FakeProxy['answerAll']>[0]) => (element: Ours, proxy: FakeProxy) => {
  proxy.answerAll(answer);
  return element.refresh();
};
async function goOffline(element: Ours): Promise<void> {
  Object.defineProperty(navigator, 'onLine', {value: false, configurable: true});
  await element.refresh().finally(() => Reflect.deleteProperty(navigator, 'onLine'));
}

/** Kilowatt-hours of a week with a day that nobody knows. */
function serveWeek(proxy: FakeProxy): void {
  const wh: readonly (number | null)[] = [48_200, 57_600, null, 41_300, 39_700, 44_900, 18_400];
  DEVICE_KINDS.forEach(kind => proxy.answer(savingsPath(kind), () => Response.json(savingsPayload(kind, DAYS, wh, wh))));
}
const openTable = (chart: Ours) => chart.shadowRoot!.querySelector<HTMLElement>('[aria-controls="table"]')!.click();

const cards = (what: string, situation: Situation, kinds: readonly DeviceKind[] = DEVICE_KINDS): Record<string, Situation> =>
  Object.fromEntries(kinds.map(kind => [`${kind === 'heat-pump' ? 'a' : 'an'} ${kind}, ${what}`, {...situation, tag: CARD, kind}]));

/** By name. */
export const SITUATIONS: Readonly<Record<string, Situation>> = {
  ...cards('well', {}),
  ...cards('well, of the other generation', {before: serve({}, 'G2')}),
  ...cards('disconnected, with a link', {before: serve(OUT), attributes: {selectable: ''}}),
  ...cards('disconnected, and its page does not come', {
    before: serve({is_authenticated: false}, 'G2'), then: async card => {
      part(card, 'action')!.click();
      await until(() => part(card, 'reason')!.querySelector('[role="alert"]') ?? !part(card, 'action'));
    },
  }, ['heat-pump']),
  ...cards('with a message, and somebody to call', {before: serve({action_needed: true}), attributes: {'support-url': 'tel:+431234'}}, ['heat-pump']),
  ...cards('old', {before: serve(OLD)}, ['heat-pump', 'electric-vehicle']),
  ...cards('never updated, without its values', {before: serve({current_state_last_updated_at: undefined, current_temperature_indoor_celsius: null, power_consumption_watt: null})}, ['heat-pump']),
  ...cards('in a mode nobody knows', {before: serve({operational_mode: 'Legionella protection', current_mode: 'Turbo'}, 'G2')}, ['heat-pump']),
  ...cards('still waiting', {isWaiting: true, before: failing(() => new Promise(() => {}))}, ['heat-pump']),
  ...cards('not loaded', {before: failing(status(503)), attributes: {'support-url': 'tel:+431234'}}, ['heat-pump']),
  ...cards('signed out', {before: failing(status(401))}, ['heat-pump']),
  ...cards('while the provider is silent', {then: thenFailing(status(503))}, ['heat-pump']),
  ...cards('while the portal cannot be reached', {then: thenFailing(unreachable)}, ['inverter']),
  ...cards('while the network is gone', {then: goOffline}, ['electric-vehicle']),
  'a list, well': {tag: LIST},
  'a list that needs somebody, with pages': {tag: LIST, before: serve(OUT), attributes: {'page-size': '2'}},
  'a list without devices': {tag: LIST, before: serveNothing},
  'a list that is still waiting': {tag: LIST, isWaiting: true, before: failing(() => new Promise(() => {}))},
  'a list that was not loaded': {tag: LIST, before: failing(status(503)), attributes: {'support-url': 'tel:+431234'}},
  'a list that asked too often': {tag: LIST, before: failing(() => new Response(null, {status: 429, headers: {'retry-after': '120'}}))},
  'a list while the provider is silent': {tag: LIST, then: thenFailing(status(503))},
  'a list while the portal cannot be reached': {tag: LIST, then: thenFailing(unreachable)},
  'a list while the network is gone': {tag: LIST, then: goOffline},
  'a list without two of its kinds': {tag: LIST, before: proxy => ['/heat-pumps', '/inverters'].forEach(path => proxy.answer(path, status(500)))},
  'a list that must wait': {tag: LIST, then: thenFailing(() => new Response(null, {status: 429, headers: {'retry-after': '120'}}))},
  'a chart of a week': {tag: CHART, before: serveWeek, then: openTable},
  'a chart of a week of one device': {tag: CHART, kind: 'inverter', before: serveWeek, then: openTable},
  'a chart of sums': {tag: CHART, then: openTable},
  'a chart of sums of one device': {tag: CHART, kind: 'heat-pump'},
  'a chart while the provider is silent': {tag: CHART, then: thenFailing(status(503))},
  'a chart without figures': {tag: CHART, before: serveNothing},
  'a chart that was not loaded': {tag: CHART, before: failing(status(503)), attributes: {'support-url': 'tel:+431234'}},
  'a chart that is still waiting': {tag: CHART, isWaiting: true, before: failing(() => new Promise(() => {}))},
};

async function named(name: string, act: () => unknown): Promise<void> {
  try {
    await act();
  } catch (error) {
    throw new Error(`${name}: ${error}`);
  }
}

/** A Sunday afternoon with an element in each of the situations, one below the other. */
export class Stage {
  readonly box = document.createElement('div');
  readonly elements = new Map<string, Ours>();
  readonly #clock = new Clock(NOW);
  readonly #proxies: FakeProxy[] = [];

  async fill(names: readonly string[] = Object.keys(SITUATIONS)): Promise<this> {
    document.body.append(this.box);
    // Some fare badly by what happens to the whole page: only when all the others are there.
    for (const goOn of await Promise.all(names.map(name => this.#place(name)))) await goOn();
    return this;
  }

  async add(name: string, box: ParentNode = this.box): Promise<Ours> {
    return (await this.#place(name, box))();
  }

  /** Resolves when the element is there; what it resolves with brings it into its situation. */
  async #place(name: string, box: ParentNode = this.box): Promise<() => Promise<Ours>> {
    const {tag = CARD, kind, attributes, before, isWaiting, then} = SITUATIONS[name]!;
    const proxy = new FakeProxy();
    this.#proxies.push(proxy);
    serve()(proxy);
    before?.(proxy);
    const element = document.createElement(tag) as Ours;
    const own = kind ? {'device-type': kind, 'device-id': IDS[kind]} : {};
    for (const [key, value] of Object.entries({'proxy-url': proxy.url, 'time-zone': ZONE, ...own, ...attributes})) element.setAttribute(key, value);
    box.append(element);
    this.elements.set(name, element);
    await named(name, () => isWaiting ? until(() => part(element, 'skeleton'), 'no skeleton') : shown(element));
    return async () => {
      await named(name, () => then?.(element, proxy));
      await element.updateComplete;
      return element;
    };
  }

  /** What `look` finds in an element, after the situation's name. */
  find(look: (element: Ours) => readonly string[]): string[] {
    return [...this.elements].flatMap(([name, element]) => look(element).map(found => `${name}: ${found}`));
  }

  /** Other words, another direction or another width are drawn. */
  async settle(): Promise<void> {
    await Promise.all([...this.elements.values()].map(async element => {
      await element.updateComplete;
      await Promise.all([...element.shadowRoot!.querySelectorAll<LitElement>('podero-device-card')].map(({updateComplete}) => updateComplete));
    }));
    // A picture is drawn when it is seen, and follows its frame a little later. One that was never drawn leaves no hole on paper.
    const pictures = [...this.elements.values()].flatMap(({shadowRoot}) => shadowRoot!.querySelector('canvas') ?? []);
    await until(() => {
      const late = pictures.find(({clientWidth, offsetParent, parentElement}) => offsetParent && Math.abs(clientWidth - parentElement!.clientWidth) > 1);
      late?.scrollIntoView();
      return !late;
    }, 'a picture is not as wide as its frame');
    // Where things are is compared by the pixel, and a page may be scrolled by a part of one.
    scrollTo(0, 0);
  }

  clear(): void {
    this.box.remove();
    this.#proxies.toReversed().forEach(proxy => proxy.restore());
    this.#clock.restore();
  }
}
