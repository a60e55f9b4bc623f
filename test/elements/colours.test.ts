import {expect, html} from '@open-wc/testing';
import {Chart} from 'chart.js';
import '../../src/elements/podero-consumption-chart.js';
import '../../src/elements/podero-device-list.js';
import type {PoderoConsumptionChart} from '../../src/elements/podero-consumption-chart.js';
import {FakeProxy, fresh} from './fake-proxy.js';
import {part, show, until} from './shown.js';

let proxy: FakeProxy;

beforeEach(() => {
  proxy = new FakeProxy();
  proxy.serve('heat-pump', [fresh('heat-pump', {consumption_last_day_kwh: 1, consumption_last_week_kwh: 7, consumption_last_month_kwh: 30})]);
});

afterEach(() => {
  document.documentElement.style.colorScheme = '';
  proxy.restore();
});

const [LIGHT, DARK] = ['rgb(255, 255, 255)', 'rgb(21, 25, 26)'];
const showList = (scheme?: string) => show(scheme === undefined
  ? html`<podero-device-list proxy-url=${proxy.url} types="heat-pump"></podero-device-list>`
  : html`<podero-device-list proxy-url=${proxy.url} types="heat-pump" color-scheme=${scheme}></podero-device-list>`);
const cardSurface = (list: Element) => getComputedStyle(part(list, 'title')!.closest('.card')!).backgroundColor;

describe('the colours of an element', () => {
  it('are those of the page\'s scheme', async () => {
    const list = await showList();
    expect(cardSurface(list)).to.equal(LIGHT);
    document.documentElement.style.colorScheme = 'dark';
    expect(cardSurface(list)).to.equal(DARK);
  });

  it('are those of its own scheme, whatever the page\'s, in its cards too', async () => {
    expect(cardSurface(await showList('dark'))).to.equal(DARK);
    document.documentElement.style.colorScheme = 'dark';
    expect(cardSurface(await showList('light'))).to.equal(LIGHT);
    expect(getComputedStyle(await showList('auto')).colorScheme).to.equal('light dark');
  });

  it('lie on a ground of its own, so that words of a list in a page of the other scheme can be read', async () => {
    const list = await showList('dark');
    expect(getComputedStyle(list.shadowRoot!.querySelector('.base')!).backgroundColor).to.equal(DARK);
    await expect(list).to.be.accessible();
    expect(getComputedStyle((await showList()).shadowRoot!.querySelector('.base')!).backgroundColor).to.equal('rgba(0, 0, 0, 0)');
  });

  it('are followed by the picture of a chart at once', async () => {
    const chart = await show<PoderoConsumptionChart>(html`<podero-consumption-chart proxy-url=${proxy.url}></podero-consumption-chart>`);
    const fills = () => {
      const canvas = chart.shadowRoot!.querySelector('canvas');
      const picture = canvas && Chart.getChart(canvas);
      return picture ? JSON.stringify(picture.data.datasets.map(({backgroundColor}) => backgroundColor)) : '';
    };
    await until(fills);
    const light = fills();
    chart.setAttribute('color-scheme', 'dark');
    await until(() => fills() !== light, 'the picture stays as it was');
    chart.removeAttribute('color-scheme');
    await until(() => fills() === light, 'the picture stays dark');
  });
});
