import {aTimeout, expect, fixture} from '@open-wc/testing';
import type {PoderoConsumptionChart} from '../../src/elements/podero-consumption-chart.js';
import {savingsPayload} from '../fixtures/savings.js';
import {fresh, status, unreachable} from './fake-proxy.js';
import {has, part, textOf, until} from './shown.js';
import {barsOf, DAYS, savingsPath, WeekWorld, words} from './week-world.js';

/** How long the others are waited for. */
const REVEAL_AFTER_MS = 1_000;

let world: WeekWorld;

beforeEach(() => {
  world = new WeekWorld();
});

afterEach(() => world.restore());

describe('a device without a series', () => {
  it('keeps its rolling sums below the week of the others, and is named', async () => {
    world.serve('heat-pump', [10, 20, 30, 40, 50, 60, 70]);
    const chart = await world.showAll();
    expect(words(part(chart, 'summary'))).to.contain('Without Tesla Model 3 and Fronius Symo GEN24 10.0 Plus.');
    const sums = [...chart.shadowRoot!.querySelectorAll('[part~="legend"] ~ .summary .flow-name')].map(words);
    expect(sums).to.deep.equal(['ConsumptionTesla Model 3', 'ProductionFronius Symo GEN24 10.0 Plus']);
    expect(has(chart, 'notice')).to.equal(false);
    expect(world.page.details('podero-error')).to.deep.equal([]);
  });

  it('is asked for it again only after a quarter of an hour', async () => {
    const chart = await world.showOne('heat-pump');
    expect(textOf(chart)).to.contain('24 hours');
    await chart.refresh();
    expect(world.asked.length).to.equal(1);
    world.clock.turnTo('2026-03-29T13:15:01Z');
    world.serve('heat-pump', [48.2]);
    await chart.refresh();
    expect(textOf(chart)).to.contain('48.2 kWh this week so far');
  });

  for (const code of [405, 501]) {
    it(`is one whose proxy answers ${code}`, async () => {
      world.proxy.answer(savingsPath('heat-pump'), status(code));
      const chart = await world.showOne('heat-pump');
      expect([textOf(chart).includes('24 hours'), has(chart, 'notice')]).to.deep.equal([true, false]);
    });
  }

  it('counts as missing where it has buckets, but never a figure', async () => {
    world.serve('heat-pump', [10, 20, 30, 40, 50, 60, 70]);
    world.serve('electric-vehicle', [null, null]);
    world.serve('inverter', [1, 1, 1, 1, 1, 1, 1]);
    const summary = words(part(await world.showAll(), 'summary'));
    expect(summary).to.contain('Without Tesla Model 3.').and.not.to.contain('Incomplete');
  });
});

describe('a series that fails', () => {
  it('is named, and costs nothing of the others', async () => {
    world.serve('heat-pump', [10, 20, 30, 40, 50, 60, 70]);
    world.serve('inverter', [1, 1, 1, 1, 1, 1, 1]);
    world.proxy.answer(savingsPath('electric-vehicle'), status(503));
    const chart = await world.showAll();
    expect(words(part(chart, 'summary'))).to.contain('280 kWh').and.to.contain('Without Tesla Model 3.');
    expect([...part(chart, 'notice')!.part]).to.deep.equal(['notice', 'notice-partial']);
    expect(world.page.details('podero-error').map(({code, collection, deviceId}) => [code, collection, deviceId]))
      .to.deep.equal([['server', 'electric-vehicles', 'ev']]);
  });

  it('comes when it is asked for again', async () => {
    world.proxy.answer(savingsPath('heat-pump'), unreachable);
    const chart = await world.showOne('heat-pump');
    world.serve('heat-pump', [48.2]);
    await chart.refresh();
    expect(textOf(chart)).to.contain('48.2 kWh this week so far');
    expect(world.page.details('podero-recovered')).to.deep.equal([{code: 'network'}]);
  });

  it('leaves the rolling sums, and says who is silent', async () => {
    world.proxy.answer(savingsPath('heat-pump'), status(503));
    const chart = await world.showOne('heat-pump');
    expect(textOf(chart)).to.contain('24 hours');
    expect([...part(chart, 'notice')!.part]).to.deep.equal(['notice', 'notice-upstream']);
  });

  it('leaves the failed screen where there are no sums either', async () => {
    world.serveWithoutSums('heat-pump');
    world.proxy.answer(savingsPath('heat-pump'), status(503));
    const chart = await world.showOne('heat-pump');
    expect(part(chart, 'error')!.textContent).to.contain('Your energy figures could not be loaded');
    world.serve('heat-pump', [48.2]);
    part(chart, 'action')!.click();
    await until(() => textOf(chart).includes('48.2'));
  });

  it('is waited for with a skeleton after the failed screen: where something stood there is never nothing', async () => {
    world.proxy.answer('/heat-pumps/hp', status(503));
    const chart = await world.showOne('heat-pump');
    expect(has(chart, 'error')).to.equal(true);
    const seen: string[] = [];
    new MutationObserver(() => seen.push(has(chart, 'skeleton') ? 'skeleton' : textOf(chart))).observe(chart.shadowRoot!, {subtree: true, childList: true});
    world.proxy.serve('heat-pump', [fresh('heat-pump', {id: 'hp'})]);
    world.proxy.answer(savingsPath('heat-pump'), () => aTimeout(50).then(() => Response.json(savingsPayload('heat-pump', DAYS, [48_200], []))));
    part(chart, 'action')!.click();
    await until(() => textOf(chart).includes('48.2'));
    expect([seen.includes('skeleton'), seen.includes('')]).to.deep.equal([true, false]);
  });

  it('names on the failed screen what matters most, and in events each device', async () => {
    for (const kind of ['heat-pump', 'electric-vehicle'] as const) world.serveWithoutSums(kind);
    world.proxy.serve('inverter', []);
    world.proxy.answer(savingsPath('heat-pump'), status(500));
    world.proxy.answer(savingsPath('electric-vehicle'), () => new Response(null, {status: 429, headers: {'retry-after': '120'}}));
    const chart = await world.showAll();
    expect(part(chart, 'error')!.textContent).to.contain('A short break is needed');
    expect(world.page.details('podero-error').map(({code, collection, deviceId}) => [code, collection, deviceId])).to.deep.equal([
      ['server', 'heat-pumps', 'hp'], ['rate-limited', 'electric-vehicles', 'ev'],
    ]);
  });

  it('is named with two more at most', async () => {
    const pumps = Array.from({length: 6}, (_, index) => fresh('heat-pump', {id: `hp${index}`}));
    world.proxy.serve('heat-pump', pumps);
    for (const {id} of pumps) world.proxy.answer(`/heat-pumps/${id}/savings`, status(503));
    for (const kind of ['electric-vehicle', 'inverter'] as const) world.serve(kind, [1]);
    expect(words(part(await world.showAll(), 'summary'))).to.match(/Without Nibe S-Series, Nibe S-Series, Nibe S-Series,? and 3 others\./);
  });

  for (const [what, body] of [
    ['carries an error in its metadata', {metadata: {error: 'No meter.'}, data: []}], ['is no answer of savings', {detail: 'Not found.'}],
  ] as const) {
    it(`may be a 200 that ${what}; its text is never shown`, async () => {
      world.proxy.answer(savingsPath('heat-pump'), () => Response.json(body));
      const chart = await world.showOne('heat-pump');
      expect(has(chart, 'notice')).to.equal(true);
      expect(textOf(chart)).not.to.match(/meter|Not found/);
    });
  }

  it('keeps the week that was there, with its age', async () => {
    world.serve('heat-pump', [48.2]);
    const chart = await world.showOne('heat-pump');
    world.proxy.answer(savingsPath('heat-pump'), status(404));
    world.clock.turnTo('2026-03-29T13:20:05Z');
    await chart.refresh();
    expect(textOf(chart)).to.contain('48.2 kWh this week so far').and.to.contain('Not refreshed Last answer 20 minutes ago');
  });

  it('with 401 signs the customer out, of everything', async () => {
    world.serve('heat-pump', [48.2]);
    const chart = await world.showOne('heat-pump');
    world.proxy.answer(savingsPath('heat-pump'), status(401));
    world.clock.turnTo('2026-03-29T13:20:00Z');
    await chart.refresh();
    expect(part(chart, 'error')!.textContent).to.contain('You are signed out');
    expect(textOf(chart)).not.to.match(/Nibe|kWh/);
  });
});

describe('the series of a household', () => {
  it('are read four at a time', async () => {
    const pumps = Array.from({length: 7}, (_, index) => fresh('heat-pump', {id: `hp${index}`}));
    world.proxy.serve('heat-pump', pumps);
    let [running, most] = [0, 0];
    for (const {id} of pumps) {
      world.proxy.answer(`/heat-pumps/${id}/savings`, async () => {
        most = Math.max(most, ++running);
        await aTimeout(5);
        running -= 1;
        return Response.json(savingsPayload('heat-pump', DAYS, [1000]));
      });
    }
    const chart = await world.showAll();
    expect([most, world.asked.length]).to.deep.equal([4, 9]);
    expect((await barsOf(chart)).map(([label]) => label).at(-1)).to.equal('Others');
  });

  it('are not read again before a quarter of an hour has passed, whoever asks', async () => {
    for (const kind of ['heat-pump', 'electric-vehicle', 'inverter'] as const) world.serve(kind, [1]);
    const chart = await world.showAll();
    await chart.refresh();
    world.clock.turnTo('2026-03-29T13:14:50Z');
    await chart.refresh();
    expect(world.asked.length).to.equal(3);
    world.clock.turnTo('2026-03-29T13:15:10Z');
    await chart.refresh();
    expect(world.asked.length).to.equal(6);
  });

  it('do not wait for ever for one of them: how many there are is said, and the page is told when the last has come', async () => {
    let come = () => {};
    world.serve('heat-pump', [10]);
    world.serve('inverter', [1]);
    world.proxy.answer(savingsPath('electric-vehicle'), () => new Promise(resolve => {
      come = () => resolve(Response.json(savingsPayload('electric-vehicle', DAYS, [4000])));
    }));
    const {setTimeout} = window;
    window.setTimeout = ((callback: () => void, ms?: number) => setTimeout(callback, ms === REVEAL_AFTER_MS ? 10 : ms)) as typeof window.setTimeout;
    const chart = await fixture<PoderoConsumptionChart>(world.all());
    await until(() => has(chart, 'summary'), 'nothing is shown');
    window.setTimeout = setTimeout;
    expect(words(part(chart, 'summary'))).to.contain('10.0 kWh').and.to.contain('Loading: 2 of 3 devices').and.not.to.match(/Without|most/);
    expect(world.page.details('podero-update')).to.deep.equal([]);
    come();
    await until(() => words(part(chart, 'summary'))!.includes('14.0 kWh'));
    expect(words(part(chart, 'summary'))).to.contain('this week so far.').and.not.to.match(/Without|Loading/);
    expect(world.page.details('podero-update').map(({changed}) => changed)).to.deep.equal([['ev']]);
  });
});

describe('the chart of a week passes axe', () => {
  const check = async (chart: PoderoConsumptionChart) => {
    await expect(chart).to.be.accessible();
    chart.shadowRoot!.querySelector<HTMLButtonElement>('button[aria-controls="table"]')?.click();
    await chart.updateComplete;
    await expect(chart).to.be.accessible();
  };

  it('with a gap and a device that failed', async () => {
    world.serve('heat-pump', [48.2, null, 44.1, 41.3, 39.7, 44.9, 18.4]);
    world.serve('inverter', [5, 6, 7, 8, 9, 10, 11]);
    world.proxy.answer(savingsPath('electric-vehicle'), status(503));
    const chart = await world.showAll();
    await barsOf(chart);
    await check(chart);
  });

  it('with rolling sums below it, in the narrowest place', async () => {
    world.serve('heat-pump', [48.2]);
    const chart = await world.showAll();
    chart.style.width = '240px';
    await barsOf(chart);
    await check(chart);
  });

  it('with nothing yet', async () => {
    world.serve('heat-pump', []);
    world.clock.turnTo('2026-03-23T00:30:00Z');
    await check(await world.showOne('heat-pump'));
  });

  it('where it has failed', async () => {
    world.serveWithoutSums('heat-pump');
    world.proxy.answer(savingsPath('heat-pump'), status(503));
    await check(await world.showOne('heat-pump'));
  });
});
