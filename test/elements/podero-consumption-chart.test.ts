import {expect, html} from '@open-wc/testing';
import '../../src/elements/podero-consumption-chart.js';
import type {PoderoConsumptionChart} from '../../src/elements/podero-consumption-chart.js';
import {FakeProxy, fresh, status} from './fake-proxy.js';
import type {Listening} from './shown.js';
import {listen, part, show, textOf, until} from './shown.js';

let proxy: FakeProxy;
let page: Listening;

const consumed = (day: number | null, week: number | null, month: number | null) =>
  ({consumption_last_day_kwh: day, consumption_last_week_kwh: week, consumption_last_month_kwh: month});

beforeEach(() => {
  proxy = new FakeProxy();
  proxy.serve('heat-pump', [fresh('heat-pump', {id: 'hp', ...consumed(12.3, 70, 300.4)})]);
  proxy.serve('electric-vehicle', [fresh('electric-vehicle', {id: 'ev', ...consumed(1.5, 14, null)})]);
  const produced = {production_last_day_kwh: 40, production_last_week_kwh: 210, production_last_month_kwh: 12_000};
  proxy.serve('inverter', [fresh('inverter', {id: 'inv', ...produced})]);
  page = listen();
});

afterEach(() => {
  page.stop();
  proxy.restore();
});

const showAll = () => show<PoderoConsumptionChart>(html`<podero-consumption-chart proxy-url=${proxy.url}></podero-consumption-chart>`);
const showOne = (type: string, id: string) => show<PoderoConsumptionChart>(
  html`<podero-consumption-chart proxy-url=${proxy.url} device-type=${type} device-id=${id}></podero-consumption-chart>`);

const words = (element: Element | null | undefined) => element?.textContent?.replace(/\s+/g, ' ').trim();
const figuresOf = (chart: Element, flow: string) =>
  [...chart.shadowRoot!.querySelectorAll(`[data-flow="${flow}"] [data-window]`)].map(words);
const rowsOf = (chart: Element) => [...chart.shadowRoot!.querySelectorAll('tbody tr')].map(row => [...row.children].map(words));
const buttonOf = (chart: Element) => chart.shadowRoot!.querySelector<HTMLButtonElement>('button[aria-controls="table"]')!;

/** How many points of the picture are painted. */
function paintedOn(chart: Element): number {
  const canvas = chart.shadowRoot!.querySelector('canvas');
  const points = canvas?.width && canvas.height ? canvas.getContext('2d')!.getImageData(0, 0, canvas.width, canvas.height).data : [];
  return points.filter((value, index) => index % 4 === 3 && value > 0).length;
}

const painted = (chart: Element) => until(() => paintedOn(chart) > 500, 'nothing is painted');

describe('podero-consumption-chart', () => {
  it('shows the three sums of what was consumed and, apart from them, produced', async () => {
    const chart = await showAll();
    expect(figuresOf(chart, 'consumption')).to.deep.equal([
      '24 hours 13.8 kWh', '7 days 84.0 kWh 12.0 kWh a day', '30 days 300 kWh 10.0 kWh a day 1 of 2 devices',
    ]);
    expect(figuresOf(chart, 'production')).to.deep.equal([
      '24 hours 40.0 kWh', '7 days 210 kWh 30.0 kWh a day', '30 days 12.0 MWh 400 kWh a day',
    ]);
  });

  it('paints a bar for each share once its library is there, and again after a move in the page', async () => {
    const chart = await showAll();
    await painted(chart);
    const legend = [...chart.shadowRoot!.querySelectorAll('[part~="legend"] li')].map(words);
    expect(legend).to.deep.equal(['Nibe S-Series', 'Tesla Model 3', 'Fronius Symo GEN24 10.0 Plus']);
    const parent = chart.parentElement!;
    chart.remove();
    expect(paintedOn(chart)).to.equal(0);
    parent.append(chart);
    await painted(chart);
  });

  it('has every figure in a table, a gap where none was sent', async () => {
    expect(rowsOf(await showAll())).to.deep.equal([
      ['Nibe S-SeriesConsumption', '12.3 kWh', '70.0 kWh', '300 kWh'],
      ['Tesla Model 3Consumption', '1.5 kWh', '14.0 kWh', '–'],
      ['Fronius Symo GEN24 10.0 PlusProduction', '40.0 kWh', '210 kWh', '12.0 MWh'],
    ]);
  });

  it('shows and hides its table by a button that says so', async () => {
    const chart = await showAll();
    const look = () => [buttonOf(chart).getAttribute('aria-expanded'), part(chart, 'table')!.getBoundingClientRect().height > 50];
    expect(look()).to.deep.equal(['false', false]);
    buttonOf(chart).click();
    await chart.updateComplete;
    expect(look()).to.deep.equal(['true', true]);
    buttonOf(chart).click();
    await chart.updateComplete;
    expect(look()).to.deep.equal(['false', false]);
  });

  it('is about one device where its attributes name one', async () => {
    const chart = await showOne('inverter', 'inv');
    expect(proxy.asked).to.deep.equal(['/inverters/inv', '/inverters/inv/savings']);
    expect(words(part(chart, 'header'))).to.equal('Energy Fronius Symo GEN24 10.0 Plus');
    expect(figuresOf(chart, 'consumption')).to.deep.equal([]);
    expect(figuresOf(chart, 'production')).to.have.length(3);
  });

  it('says that it cannot know its device when only half of it is named', async () => {
    for (const [type, id] of [['inverter', ''], ['', 'inv'], ['boiler', 'inv']] as const) {
      expect(textOf(await showOne(type, id)), `${type} ${id}`).to.contain('not set up yet');
    }
    expect(proxy.asked).to.deep.equal([]);
  });

  it('says that there are no figures yet where no device has any', async () => {
    for (const kind of ['heat-pump', 'electric-vehicle', 'inverter'] as const) proxy.serve(kind, [fresh(kind, {}, 'G2')]);
    const chart = await showAll();
    expect(part(chart, 'empty')!.textContent).to.contain('No energy figures yet');
    expect(chart.shadowRoot!.querySelectorAll('canvas').length).to.equal(0);
  });

  it('tells that it is ready, once, and that sums are no series', async () => {
    const chart = await showAll();
    await chart.refresh();
    const [ready, ...more] = page.details('podero-ready');
    expect(more).to.deep.equal([]);
    expect(ready!.devices.map(({id}) => id)).to.have.members(['hp', 'ev', 'inv']);
    expect(ready!.series).to.deep.equal([]);
  });

  it('keeps its figures over a failed refresh, and says so', async () => {
    const chart = await showAll();
    proxy.answer('/inverters', status(503));
    await chart.refresh();
    expect(words(chart.shadowRoot!.querySelector('footer'))).to.match(/^Not all devices loaded Last answer/);
    expect(figuresOf(chart, 'production')).to.have.length(3);
    proxy.answerAll(status(503));
    await chart.refresh();
    expect([...part(chart, 'notice')!.part]).to.deep.equal(['notice', 'notice-upstream']);
  });

  it('shows new figures after a refresh', async () => {
    const chart = await showAll();
    await painted(chart);
    proxy.serve('heat-pump', [fresh('heat-pump', {id: 'hp', ...consumed(20, 70, 300)})]);
    await chart.refresh();
    expect(figuresOf(chart, 'consumption')[0]).to.equal('24 hours 21.5 kWh');
    expect(page.details('podero-update').map(({changed}) => changed)).to.deep.equal([['hp']]);
  });

  it('drops everything when nobody is signed in any more', async () => {
    const chart = await showAll();
    proxy.answer('/heat-pumps', status(403));
    await chart.refresh();
    expect(part(chart, 'error')!.textContent).to.contain('You have no access to this');
    expect(textOf(chart)).not.to.match(/Nibe|kWh/);
  });

  it('passes axe while its table is closed, and with it open in the narrowest place', async () => {
    const chart = await showAll();
    await painted(chart);
    await expect(chart).to.be.accessible();
    chart.style.width = '240px';
    buttonOf(chart).click();
    await chart.updateComplete;
    await expect(chart).to.be.accessible();
  });

  it('passes axe with its table, without figures, and when it has failed', async () => {
    const chart = await showAll();
    await painted(chart);
    buttonOf(chart).click();
    await chart.updateComplete;
    await expect(chart).to.be.accessible();
    for (const kind of ['heat-pump', 'electric-vehicle', 'inverter'] as const) proxy.serve(kind, []);
    await chart.refresh();
    await expect(chart).to.be.accessible();
    proxy.answerAll(status(401));
    await chart.refresh();
    await expect(chart).to.be.accessible();
  });
});
