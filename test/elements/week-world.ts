import {fixture, html} from '@open-wc/testing';
import {Chart} from 'chart.js';
import '../../src/elements/podero-consumption-chart.js';
import {COLLECTION_OF} from '../../src/api/routes.js';
import type {Span} from '../../src/domain/calendar.js';
import {periodOf} from '../../src/domain/calendar.js';
import type {DeviceKind} from '../../src/domain/device.js';
import {DEVICE_KINDS} from '../../src/domain/device.js';
import type {PoderoConsumptionChart} from '../../src/elements/podero-consumption-chart.js';
import type {History} from '../fixtures/history.js';
import {savingsOf, seriesOf} from '../fixtures/history.js';
import {savingsPayload} from '../fixtures/savings.js';
import {Clock} from './clock.js';
import {FakeProxy, fresh} from './fake-proxy.js';
import type {Listening} from './shown.js';
import {listen, show, shown, until} from './shown.js';

export const ZONE = 'Europe/Vienna';
/** A Sunday afternoon, after a night of 23 hours. */
export const NOW = '2026-03-29T13:00:00Z';
/** The days of the week of an instant, by a zone's calendar. */
export const daysOfWeek = (instant: string, zone: string): readonly Span[] => periodOf('week', new Date(instant), {zone, firstWeekday: 1}).slots;
export const DAYS = daysOfWeek(NOW, ZONE);

/** One device of each kind, and their names in the proxy's paths. */
const IDS: Readonly<Record<DeviceKind, string>> = {'heat-pump': 'hp', 'electric-vehicle': 'ev', inverter: 'inv'};
export const savingsPath = (kind: DeviceKind): string => `/${COLLECTION_OF[kind]}/${IDS[kind]}/savings`;

/** A Sunday in a home with one device of each kind, none of which has a series at first. */
export class WeekWorld {
  readonly clock = new Clock(NOW);
  readonly proxy = new FakeProxy();
  readonly page: Listening = listen();

  constructor() {
    for (const kind of DEVICE_KINDS) this.proxy.serve(kind, [fresh(kind, {id: IDS[kind]})]);
  }

  /** The paths of the series that were asked for. */
  get asked(): readonly string[] {
    return this.proxy.asked.filter(path => path.endsWith('/savings'));
  }

  /** Figures in kWh for the days from Monday on. */
  serve(kind: DeviceKind, kWh: readonly (number | null)[], exportKwh: readonly number[] = [], days: readonly Span[] = DAYS): void {
    const inWh = (amounts: readonly (number | null)[]) => amounts.map(amount => amount && amount * 1000);
    this.proxy.answer(savingsPath(kind), () => Response.json(savingsPayload(kind, days, inWh(kWh), inWh(exportKwh))));
  }

  /** Devices that have no rolling sums. */
  serveWithoutSums(kind: DeviceKind): void {
    this.proxy.serve(kind, [fresh(kind, {id: IDS[kind]}, 'G2')]);
  }

  /** A history: what the routes of a series tell of any time that is asked for. */
  tell(kind: DeviceKind, given: Omit<History, 'zone'> & Partial<Pick<History, 'zone'>>): void {
    const history = {zone: ZONE, ...given};
    this.proxy.answer(savingsPath(kind), query => Response.json(savingsOf(kind, history, query)));
    if (given.hours) this.proxy.answer(savingsPath(kind).replace(/savings$/, 'data'), query => Response.json(seriesOf(kind, history, query)));
  }

  readonly all = () => html`<podero-consumption-chart proxy-url=${this.proxy.url} time-zone=${ZONE}></podero-consumption-chart>`;

  readonly showAll = () => show<PoderoConsumptionChart>(this.all());

  /** One device, with attributes of its own. */
  async showTime(kind: DeviceKind, attributes: Readonly<Record<string, string>> = {}, lang = 'en'): Promise<PoderoConsumptionChart> {
    const chart = document.createElement('podero-consumption-chart');
    for (const [name, value] of Object.entries({
      'proxy-url': this.proxy.url, 'time-zone': ZONE, 'device-type': kind, 'device-id': IDS[kind], ...attributes,
    })) chart.setAttribute(name, value);
    await fixture(html`<div lang=${lang}>${chart}</div>`);
    await shown(chart);
    // What it is compared with holds nothing back.
    if ('compare' in attributes) await chart.refresh();
    return chart;
  }

  readonly showOne = (kind: DeviceKind) => show<PoderoConsumptionChart>(
    html`<podero-consumption-chart proxy-url=${this.proxy.url} time-zone=${ZONE} device-type=${kind} device-id=${IDS[kind]}></podero-consumption-chart>`);

  restore(): void {
    this.page.stop();
    this.proxy.restore();
    this.clock.restore();
  }
}

export const words = (element: Element | null | undefined): string | undefined => element?.textContent?.replace(/\s+/g, ' ').trim();

/** Name, stack and values of each series in the picture. */
export async function barsOf(chart: Element) {
  const drawn = () => {
    const canvas = chart.shadowRoot!.querySelector('canvas');
    return canvas ? Chart.getChart(canvas) : undefined;
  };
  await until(drawn, 'nothing is drawn');
  return drawn()!.data.datasets.map(({label, stack, data}) => [label, stack, data]);
}

/** The table, cell by cell. Engines disagree on a comma after the weekday. */
export const rowsOf = (chart: Element) =>
  [...chart.shadowRoot!.querySelectorAll('.days tr')].map(row => [...row.children].map(cell => words(cell)?.replace(/^(\w{3}),/, '$1')));

export const buttonOf = (chart: Element, name: string): HTMLButtonElement =>
  [...chart.shadowRoot!.querySelectorAll('button')].find(button => [button.getAttribute('aria-label'), words(button)].includes(name))!;

/** What the button would have the browser keep. */
export async function savedBy(chart: Element): Promise<{readonly name: string; readonly text: string}> {
  const [create, click] = [URL.createObjectURL, HTMLAnchorElement.prototype.click];
  let [blob, name] = [new Blob(), ''];
  URL.createObjectURL = given => create.call(URL, blob = given as Blob);
  HTMLAnchorElement.prototype.click = function () { name = this.download; };
  buttonOf(chart, 'Export CSV').click();
  URL.createObjectURL = create;
  HTMLAnchorElement.prototype.click = click;
  return {name, text: new TextDecoder('utf-8', {ignoreBOM: true}).decode(await blob.arrayBuffer())};
}

/** Rows of a file without quotes inside its cells. */
export const cellsOf = (text: string): readonly (readonly string[])[] =>
  text.replace('\uFEFF', '').trimEnd().split('\r\n').map(line => line.split(/[,;](?=(?:[^"]*"[^"]*")*[^"]*$)/).map(cell => cell.replace(/^"|"$/g, '')));
