import {aTimeout, expect, fixture, html, waitUntil} from '@open-wc/testing';
import {Chart} from 'chart.js';
import '../../src/elements/podero-consumption-chart.js';
import {weekOf} from '../../src/domain/calendar.js';
import type {DeviceKind} from '../../src/domain/device.js';
import {COLLECTION_OF} from '../../src/api/routes.js';
import type {PoderoConsumptionChart} from '../../src/elements/podero-consumption-chart.js';
import {savingsPayload} from '../fixtures/savings.js';
import {Clock} from './clock.js';
import {FakeProxy, fresh, status, unreachable} from './fake-proxy.js';
import type {Listening} from './shown.js';
import {has, listen, part, show, textOf} from './shown.js';

const ZONE = 'Europe/Vienna';
/** A Sunday afternoon, after a night of 23 hours. */
const NOW = '2026-03-29T13:00:00Z';
const DAYS = weekOf(new Date(NOW), ZONE, 1);

/** How long the others are waited for. */
const REVEAL_AFTER_MS = 1_000;

let proxy: FakeProxy;
let page: Listening;
let clock: Clock;

const pathOf = (kind: DeviceKind) => `/${COLLECTION_OF[kind]}/${ids[kind]}/savings`;
const ids: Readonly<Record<DeviceKind, string>> = {'heat-pump': 'hp', 'electric-vehicle': 'ev', inverter: 'inv'};

/** Figures in kWh for the days from Monday on. */
const serve = (kind: DeviceKind, kWh: readonly (number | null)[], exportKwh: readonly number[] = [], days = DAYS) =>
  proxy.answer(pathOf(kind), () => Response.json(savingsPayload(kind, days, kWh.map(amount => amount && amount * 1000), exportKwh.map(amount => amount * 1000))));

beforeEach(() => {
  clock = new Clock(NOW);
  proxy = new FakeProxy();
  for (const kind of ['heat-pump', 'electric-vehicle', 'inverter'] as const) proxy.serve(kind, [fresh(kind, {id: ids[kind]})]);
  page = listen();
});

afterEach(() => {
  page.stop();
  proxy.restore();
  clock.restore();
});

const all = () => html`<podero-consumption-chart proxy-url=${proxy.url} time-zone=${ZONE}></podero-consumption-chart>`;
const showAll = () => show<PoderoConsumptionChart>(all());
const showOne = (kind: DeviceKind) => show<PoderoConsumptionChart>(
  html`<podero-consumption-chart proxy-url=${proxy.url} time-zone=${ZONE} device-type=${kind} device-id=${ids[kind]}></podero-consumption-chart>`);

const words = (element: Element | null | undefined) => element?.textContent?.replace(/\s+/g, ' ').trim();
const rowsOf = (chart: Element) => [...chart.shadowRoot!.querySelectorAll('.days tr')].map(row => [...row.children].map(words));
const asked = () => proxy.asked.filter(path => path.endsWith('/savings'));

async function barsOf(chart: Element) {
  const drawn = () => {
    const canvas = chart.shadowRoot!.querySelector('canvas');
    return canvas ? Chart.getChart(canvas) : undefined;
  };
  await waitUntil(drawn, 'nothing is drawn', {interval: 5});
  return drawn()!.data.datasets.map(({label, stack, data}) => [label, stack, data]);
}

describe('the week of a chart', () => {
  it('is asked for once a device, day by day, with the day before: days that are not the home\'s may begin in it', async () => {
    for (const kind of ['heat-pump', 'electric-vehicle', 'inverter'] as const) serve(kind, [1]);
    await showAll();
    expect(asked().toSorted()).to.deep.equal(['/electric-vehicles/ev/savings', '/heat-pumps/hp/savings', '/inverters/inv/savings']);
    for (const [, query] of proxy.queries) {
      expect(Object.fromEntries(query)).to.deep.equal({from: '2026-03-21T23:00:00.000Z', to: '2026-03-29T22:00:00.000Z', resolution: '1DAY'});
    }
  });

  it('has the same figures in its bars, its table and its total, over a day of 23 hours', async () => {
    serve('heat-pump', [48.2, 57.6, 44.1, 41.3, 39.7, 44.9, 18.4]);
    const chart = await showOne('heat-pump');
    expect(await barsOf(chart)).to.deep.equal([['Nibe S-Series', 'consumption', [48.2, 57.6, 44.1, 41.3, 39.7, 44.9, 18.4]]]);
    expect(rowsOf(chart).map(row => row.join(' | '))).to.deep.equal([
      'Day | Nibe S-SeriesConsumption', 'Mon 23 Mar | 48.2 kWh', 'Tue 24 Mar | 57.6 kWh', 'Wed 25 Mar | 44.1 kWh', 'Thu 26 Mar | 41.3 kWh',
      'Fri 27 Mar | 39.7 kWh', 'Sat 28 Mar | 44.9 kWh', 'Sun 29 MarToday, so far | 18.4 kWh', 'Total | 294 kWh',
    ]);
    expect(words(part(chart, 'summary'))).to.equal('Consumption 294 kWh this week so far Most on Tuesday.');
  });

  it('counts a gap as a gap, in words, table and picture', async () => {
    serve('heat-pump', [48.2, null, 44.1, 41.3, 39.7, 44.9, 18.4]);
    const chart = await showOne('heat-pump');
    expect(words(part(chart, 'summary'))).to.equal('Consumption 237 kWh this week so far 6 of 7 days. Most on Monday. No data: Tuesday.');
    expect(rowsOf(chart)[2]).to.deep.equal(['Tue 24 Mar', '–']);
    expect(chart.shadowRoot!.querySelector('.days .none [role="img"]')!.getAttribute('aria-label')).to.equal('not available');
    expect(rowsOf(chart).at(-1)).to.deep.equal(['Total', '237 kWh6 of 7 days']);
    expect((await barsOf(chart))[0]![2]).to.deep.equal([48.2, null, 44.1, 41.3, 39.7, 44.9, 18.4]);
    expect(words(part(chart, 'legend'))).to.equal('Nibe S-Series Today, so far No data');
  });

  it('stacks what consumes, and has production beside it, never in the same sum', async () => {
    serve('heat-pump', [10, 20, 30, 40, 50, 60, 70]);
    serve('electric-vehicle', [1, 2, null, 4, 5, 6, 7]);
    serve('inverter', [5, 6, 7, 8, 9, 10, 11], [1, 1, 1, 1, 1, 1, 1]);
    const chart = await showAll();
    expect((await barsOf(chart)).map(([label, stack]) => [label, stack])).to.deep.equal([
      ['Nibe S-Series', 'consumption'], ['Tesla Model 3', 'consumption'], ['Fronius Symo GEN24 10.0 Plus', 'production'],
    ]);
    expect(words(part(chart, 'summary'))).to.equal('Consumption 305 kWh this week so far 6 of 7 days. Most on Sunday. '
      + 'Production 56.0 kWh this week so far Most on Sunday. 7.0 kWh of it to the grid. Incomplete: Wednesday.');
  });

  it('says that days are counted in UTC where the API\'s are', async () => {
    serve('heat-pump', [1, 2, 3, 4, 5, 6, 7], [], weekOf(new Date(NOW), 'UTC', 1));
    const chart = await showOne('heat-pump');
    expect(words(part(chart, 'summary'))).to.equal('Consumption 28.0 kWh this week so far Most on Sunday. Days are counted in UTC.');
    expect((await barsOf(chart))[0]![2]).to.deep.equal([1, 2, 3, 4, 5, 6, 7]);
  });

  it('counts nothing of the day before', async () => {
    const {from} = DAYS[0]!;
    serve('heat-pump', [100, 1, 2], [], [{from: new Date(from.getTime() - 86_400_000), to: from}, ...DAYS]);
    expect((await barsOf(await showOne('heat-pump')))[0]![2]).to.deep.equal([1, 2, null, null, null, null, null]);
  });

  it('has room for the days to come, and misses nothing of them', async () => {
    clock.turnTo('2026-03-24T05:00:00Z');
    serve('heat-pump', [48.2, null, 0, 0, 0, 0, 0]);
    const chart = await showOne('heat-pump');
    expect((await barsOf(chart))[0]![2]).to.deep.equal([48.2, ...Array<null>(6).fill(null)]);
    expect(words(part(chart, 'summary'))).to.equal('Consumption 48.2 kWh this week so far');
    expect(rowsOf(chart).length).to.equal(4);
  });

  it('says that there is nothing yet, early on Monday', async () => {
    clock.turnTo('2026-03-23T00:30:00Z');
    serve('heat-pump', []);
    expect(words(part(await showOne('heat-pump'), 'summary'))).to.equal('Consumption No figures yet this week.');
  });

  it('is the next one when the home\'s Monday has come', async () => {
    serve('heat-pump', [1]);
    const chart = await showOne('heat-pump');
    clock.turnTo('2026-03-29T22:00:01Z');
    chart.requestUpdate();
    await waitUntil(() => proxy.queries.length === 2);
    expect(proxy.queries[1]![1].get('from')).to.equal('2026-03-28T22:00:00.000Z');
  });

  it('is told to the page as series of buckets, gaps among them', async () => {
    serve('heat-pump', [48.2, null]);
    await showOne('heat-pump');
    const [ready] = page.details('podero-ready');
    expect(ready!.series!.map(({device, flow, buckets}) => [device.id, flow, buckets])).to.deep.equal([
      ['hp', 'consumption', [{...DAYS[0], kWh: 48.2}, {...DAYS[1], gap: true}]],
    ]);
  });

  it('is the only period so far: another is named once in the console, and the week is shown', async () => {
    const {warn} = console;
    const said: unknown[] = [];
    console.warn = (message: unknown) => said.push(message);
    serve('heat-pump', [48.2]);
    const chart = await show<PoderoConsumptionChart>(
      html`<podero-consumption-chart period="fortnight" proxy-url=${proxy.url} time-zone=${ZONE} device-type="heat-pump" device-id="hp"></podero-consumption-chart>`);
    await chart.refresh();
    console.warn = warn;
    expect(said.filter(message => String(message).includes('period="fortnight"')).length).to.equal(1);
    expect(textOf(chart)).to.contain('this week so far');
  });
});

describe('a device without a series', () => {
  it('keeps its rolling sums below the week of the others, and is named', async () => {
    serve('heat-pump', [10, 20, 30, 40, 50, 60, 70]);
    const chart = await showAll();
    expect(words(part(chart, 'summary'))).to.contain('Without Tesla Model 3 and Fronius Symo GEN24 10.0 Plus.');
    const sums = [...chart.shadowRoot!.querySelectorAll('[part~="legend"] ~ .summary .flow-name')].map(words);
    expect(sums).to.deep.equal(['ConsumptionTesla Model 3', 'ProductionFronius Symo GEN24 10.0 Plus']);
    expect(has(chart, 'notice')).to.equal(false);
    expect(page.details('podero-error')).to.deep.equal([]);
  });

  it('is asked for it again only after a quarter of an hour', async () => {
    const chart = await showOne('heat-pump');
    expect(textOf(chart)).to.contain('24 hours');
    await chart.refresh();
    expect(asked().length).to.equal(1);
    clock.turnTo('2026-03-29T13:15:01Z');
    serve('heat-pump', [48.2]);
    await chart.refresh();
    expect(textOf(chart)).to.contain('48.2 kWh this week so far');
  });

  for (const code of [405, 501]) {
    it(`is one whose proxy answers ${code}`, async () => {
      proxy.answer(pathOf('heat-pump'), status(code));
      const chart = await showOne('heat-pump');
      expect([textOf(chart).includes('24 hours'), has(chart, 'notice')]).to.deep.equal([true, false]);
    });
  }

  it('counts as missing where it has buckets, but never a figure', async () => {
    serve('heat-pump', [10, 20, 30, 40, 50, 60, 70]);
    serve('electric-vehicle', [null, null]);
    serve('inverter', [1, 1, 1, 1, 1, 1, 1]);
    const summary = words(part(await showAll(), 'summary'));
    expect(summary).to.contain('Without Tesla Model 3.').and.not.to.contain('Incomplete');
  });
});

describe('a series that fails', () => {
  it('is named, and costs nothing of the others', async () => {
    serve('heat-pump', [10, 20, 30, 40, 50, 60, 70]);
    serve('inverter', [1, 1, 1, 1, 1, 1, 1]);
    proxy.answer(pathOf('electric-vehicle'), status(503));
    const chart = await showAll();
    expect(words(part(chart, 'summary'))).to.contain('280 kWh').and.to.contain('Without Tesla Model 3.');
    expect([...part(chart, 'notice')!.part]).to.deep.equal(['notice', 'notice-partial']);
    expect(page.details('podero-error').map(({code, collection, deviceId}) => [code, collection, deviceId]))
      .to.deep.equal([['server', 'electric-vehicles', 'ev']]);
  });

  it('comes when it is asked for again', async () => {
    proxy.answer(pathOf('heat-pump'), unreachable);
    const chart = await showOne('heat-pump');
    serve('heat-pump', [48.2]);
    await chart.refresh();
    expect(textOf(chart)).to.contain('48.2 kWh this week so far');
    expect(page.details('podero-recovered')).to.deep.equal([{code: 'network'}]);
  });

  it('leaves the rolling sums, and says who is silent', async () => {
    proxy.answer(pathOf('heat-pump'), status(503));
    const chart = await showOne('heat-pump');
    expect(textOf(chart)).to.contain('24 hours');
    expect([...part(chart, 'notice')!.part]).to.deep.equal(['notice', 'notice-upstream']);
  });

  it('leaves the failed screen where there are no sums either', async () => {
    proxy.serve('heat-pump', [fresh('heat-pump', {id: 'hp'}, 'G2')]);
    proxy.answer(pathOf('heat-pump'), status(503));
    const chart = await showOne('heat-pump');
    expect(part(chart, 'error')!.textContent).to.contain('Your energy figures could not be loaded');
    serve('heat-pump', [48.2]);
    part(chart, 'action')!.click();
    await waitUntil(() => textOf(chart).includes('48.2'));
  });

  for (const [what, body] of [
    ['carries an error in its metadata', {metadata: {error: 'No meter.'}, data: []}], ['is no answer of savings', {detail: 'Not found.'}],
  ] as const) {
    it(`may be a 200 that ${what}; its text is never shown`, async () => {
      proxy.answer(pathOf('heat-pump'), () => Response.json(body));
      const chart = await showOne('heat-pump');
      expect(has(chart, 'notice')).to.equal(true);
      expect(textOf(chart)).not.to.match(/meter|Not found/);
    });
  }

  it('keeps the week that was there, with its age', async () => {
    serve('heat-pump', [48.2]);
    const chart = await showOne('heat-pump');
    proxy.answer(pathOf('heat-pump'), status(404));
    clock.turnTo('2026-03-29T13:20:05Z');
    await chart.refresh();
    expect(textOf(chart)).to.contain('48.2 kWh this week so far').and.to.contain('Not refreshed Last answer 20 minutes ago');
  });

  it('with 401 signs the customer out, of everything', async () => {
    serve('heat-pump', [48.2]);
    const chart = await showOne('heat-pump');
    proxy.answer(pathOf('heat-pump'), status(401));
    clock.turnTo('2026-03-29T13:20:00Z');
    await chart.refresh();
    expect(part(chart, 'error')!.textContent).to.contain('You are signed out');
    expect(textOf(chart)).not.to.match(/Nibe|kWh/);
  });
});

describe('the series of a household', () => {
  it('are read four at a time', async () => {
    const pumps = Array.from({length: 7}, (_, index) => fresh('heat-pump', {id: `hp${index}`}));
    proxy.serve('heat-pump', pumps);
    let [running, most] = [0, 0];
    for (const {id} of pumps) {
      proxy.answer(`/heat-pumps/${id}/savings`, async () => {
        most = Math.max(most, ++running);
        await aTimeout(5);
        running -= 1;
        return Response.json(savingsPayload('heat-pump', DAYS, [1000]));
      });
    }
    const chart = await showAll();
    expect([most, asked().length]).to.deep.equal([4, 9]);
    expect((await barsOf(chart)).map(([label]) => label).at(-1)).to.equal('Others');
  });

  it('are not read again before a quarter of an hour has passed, whoever asks', async () => {
    for (const kind of ['heat-pump', 'electric-vehicle', 'inverter'] as const) serve(kind, [1]);
    const chart = await showAll();
    await chart.refresh();
    clock.turnTo('2026-03-29T13:14:50Z');
    await chart.refresh();
    expect(asked().length).to.equal(3);
    clock.turnTo('2026-03-29T13:15:10Z');
    await chart.refresh();
    expect(asked().length).to.equal(6);
  });

  it('do not wait for ever for one of them: it is named until it comes', async () => {
    let come = () => {};
    serve('heat-pump', [10]);
    serve('inverter', [1]);
    proxy.answer(pathOf('electric-vehicle'), () => new Promise(resolve => {
      come = () => resolve(Response.json(savingsPayload('electric-vehicle', DAYS, [4000])));
    }));
    const {setTimeout} = window;
    window.setTimeout = ((callback: () => void, ms?: number) => setTimeout(callback, ms === REVEAL_AFTER_MS ? 10 : ms)) as typeof window.setTimeout;
    const chart = await fixture<PoderoConsumptionChart>(all());
    await waitUntil(() => has(chart, 'summary'), 'nothing is shown', {timeout: 5000});
    window.setTimeout = setTimeout;
    expect(words(part(chart, 'summary'))).to.contain('10.0 kWh').and.to.contain('Without Tesla Model 3.');
    come();
    await waitUntil(() => words(part(chart, 'summary'))!.includes('14.0 kWh'));
    expect(words(part(chart, 'summary'))).not.to.contain('Without');
  });
});

describe('the chart of a week passes axe', function () {
  this.timeout(20_000);

  const check = async (chart: PoderoConsumptionChart) => {
    await expect(chart).to.be.accessible();
    chart.shadowRoot!.querySelector<HTMLButtonElement>('button[aria-controls="table"]')?.click();
    await chart.updateComplete;
    await expect(chart).to.be.accessible();
  };

  it('with a gap and a device that failed', async () => {
    serve('heat-pump', [48.2, null, 44.1, 41.3, 39.7, 44.9, 18.4]);
    serve('inverter', [5, 6, 7, 8, 9, 10, 11]);
    proxy.answer(pathOf('electric-vehicle'), status(503));
    const chart = await showAll();
    await barsOf(chart);
    await check(chart);
  });

  it('with rolling sums below it, in the narrowest place', async () => {
    serve('heat-pump', [48.2]);
    const chart = await showAll();
    chart.style.width = '240px';
    await barsOf(chart);
    await check(chart);
  });

  it('with nothing yet', async () => {
    serve('heat-pump', []);
    clock.turnTo('2026-03-23T00:30:00Z');
    await check(await showOne('heat-pump'));
  });

  it('where it has failed', async () => {
    proxy.serve('heat-pump', [fresh('heat-pump', {id: 'hp'}, 'G2')]);
    proxy.answer(pathOf('heat-pump'), status(503));
    await check(await showOne('heat-pump'));
  });
});
