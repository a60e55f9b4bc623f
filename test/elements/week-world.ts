import {html} from '@open-wc/testing';
import {Chart} from 'chart.js';
import '../../src/elements/podero-consumption-chart.js';
import {COLLECTION_OF} from '../../src/api/routes.js';
import type {Span} from '../../src/domain/calendar.js';
import {weekOf} from '../../src/domain/calendar.js';
import type {DeviceKind} from '../../src/domain/device.js';
import {DEVICE_KINDS} from '../../src/domain/device.js';
import type {PoderoConsumptionChart} from '../../src/elements/podero-consumption-chart.js';
import {savingsPayload} from '../fixtures/savings.js';
import {Clock} from './clock.js';
import {FakeProxy, fresh} from './fake-proxy.js';
import type {Listening} from './shown.js';
import {listen, show, until} from './shown.js';

export const ZONE = 'Europe/Vienna';
/** A Sunday afternoon, after a night of 23 hours. */
export const NOW = '2026-03-29T13:00:00Z';
export const DAYS = weekOf(new Date(NOW), ZONE, 1);

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

  readonly all = () => html`<podero-consumption-chart proxy-url=${this.proxy.url} time-zone=${ZONE}></podero-consumption-chart>`;

  readonly showAll = () => show<PoderoConsumptionChart>(this.all());

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
