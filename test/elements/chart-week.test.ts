import {expect, html} from '@open-wc/testing';
import type {PoderoConsumptionChart} from '../../src/elements/podero-consumption-chart.js';
import {part, show, textOf, until} from './shown.js';
import {barsOf, DAYS, daysOfWeek, NOW, rowsOf, WeekWorld, words, ZONE} from './week-world.js';

let world: WeekWorld;

beforeEach(() => {
  world = new WeekWorld();
});

afterEach(() => world.restore());

describe('the week of a chart', () => {
  it('is asked for once a device, day by day, with the day before: days that are not the home\'s may begin in it', async () => {
    for (const kind of ['heat-pump', 'electric-vehicle', 'inverter'] as const) world.serve(kind, [1]);
    await world.showAll();
    expect(world.asked.toSorted()).to.deep.equal(['/electric-vehicles/ev/savings', '/heat-pumps/hp/savings', '/inverters/inv/savings']);
    for (const [, query] of world.proxy.queries) {
      expect(Object.fromEntries(query)).to.deep.equal({from: '2026-03-21T23:00:00.000Z', to: '2026-03-29T22:00:00.000Z', resolution: '1DAY'});
    }
  });

  it('has the same figures in its bars, its table and its total, over a day of 23 hours', async () => {
    world.serve('heat-pump', [48.2, 57.6, 44.1, 41.3, 39.7, 44.9, 18.4]);
    const chart = await world.showOne('heat-pump');
    expect(await barsOf(chart)).to.deep.equal([['Nibe S-Series', 'consumption', [48.2, 57.6, 44.1, 41.3, 39.7, 44.9, 18.4]]]);
    expect(rowsOf(chart).map(row => row.join(' | '))).to.deep.equal([
      'Day | Nibe S-SeriesConsumption', 'Mon 23 Mar | 48.2 kWh', 'Tue 24 Mar | 57.6 kWh', 'Wed 25 Mar | 44.1 kWh', 'Thu 26 Mar | 41.3 kWh',
      'Fri 27 Mar | 39.7 kWh', 'Sat 28 Mar | 44.9 kWh', 'Sun 29 MarToday, so far | 18.4 kWh', 'Total | 294 kWh',
    ]);
    expect(words(part(chart, 'summary'))).to.equal('Consumption 294 kWh this week so far; most on Tuesday.');
  });

  it('counts a gap as a gap, in words, table and picture', async () => {
    world.serve('heat-pump', [48.2, null, 44.1, 41.3, 39.7, 44.9, 18.4]);
    const chart = await world.showOne('heat-pump');
    expect(words(part(chart, 'summary'))).to.equal('Consumption 237 kWh this week so far; most on Monday. 6 of 7 days. No data: Tuesday.');
    expect(rowsOf(chart)[2]).to.deep.equal(['Tue 24 Mar', '–']);
    expect(chart.shadowRoot!.querySelector('.days .none [role="img"]')!.getAttribute('aria-label')).to.equal('not available');
    expect(rowsOf(chart).at(-1)).to.deep.equal(['Total', '237 kWh6 of 7 days']);
    expect((await barsOf(chart))[0]![2]).to.deep.equal([48.2, null, 44.1, 41.3, 39.7, 44.9, 18.4]);
    expect([...part(chart, 'legend')!.children].map(words)).to.deep.equal(['Nibe S-Series', 'Today, so far', 'No data']);
  });

  it('says nothing of what went to the grid where that reads 0.0', async () => {
    world.serve('inverter', [5, 6], [0.01, 0.02]);
    expect(words(part(await world.showOne('inverter'), 'summary'))).not.to.contain('grid');
  });

  it('stacks what consumes, and has production beside it, never in the same sum', async () => {
    world.serve('heat-pump', [10, 20, 30, 40, 50, 60, 70]);
    world.serve('electric-vehicle', [1, 2, null, 4, 5, 6, 7]);
    world.serve('inverter', [5, 6, 7, 8, 9, 10, 11], [1, 1, 1, 1, 1, 1, 1]);
    const chart = await world.showAll();
    expect((await barsOf(chart)).map(([label, stack]) => [label, stack])).to.deep.equal([
      ['Nibe S-Series', 'consumption'], ['Tesla Model 3', 'consumption'], ['Fronius Symo GEN24 10.0 Plus', 'production'],
    ]);
    expect(words(part(chart, 'summary'))).to.equal('Consumption 305 kWh this week so far; most on Sunday. 6 of 7 days. '
      + 'Production 56.0 kWh this week so far; most on Sunday. 7.0 kWh of it to the grid. Incomplete: Wednesday.');
  });

  it('says that days are counted in UTC where the API\'s are', async () => {
    world.serve('heat-pump', [1, 2, 3, 4, 5, 6, 7], [], daysOfWeek(NOW, 'UTC'));
    const chart = await world.showOne('heat-pump');
    expect(words(part(chart, 'summary'))).to.equal('Consumption 28.0 kWh this week so far; most on Sunday. Days are counted in UTC.');
    expect((await barsOf(chart))[0]![2]).to.deep.equal([1, 2, 3, 4, 5, 6, 7]);
  });

  it('says when its days begin where they are those of neither home nor UTC', async () => {
    world.serve('heat-pump', [1, 2, 3, 4, 5, 6, 7], [], daysOfWeek(NOW, 'Asia/Kolkata'));
    expect(words(part(await world.showOne('heat-pump'), 'summary'))).to.match(/ Days are counted from 19:30\.$/);
  });

  it('counts nothing of the day before', async () => {
    const {from} = DAYS[0]!;
    world.serve('heat-pump', [100, 1, 2], [], [{from: new Date(from.getTime() - 86_400_000), to: from}, ...DAYS]);
    expect((await barsOf(await world.showOne('heat-pump')))[0]![2]).to.deep.equal([1, 2, null, null, null, null, null]);
  });

  it('has room for the days to come, and misses nothing of them', async () => {
    world.clock.turnTo('2026-03-24T05:00:00Z');
    world.serve('heat-pump', [48.2, null, 0, 0, 0, 0, 0]);
    const chart = await world.showOne('heat-pump');
    expect((await barsOf(chart))[0]![2]).to.deep.equal([48.2, ...Array<null>(6).fill(null)]);
    expect(words(part(chart, 'summary'))).to.equal('Consumption 48.2 kWh this week so far.');
    expect(rowsOf(chart).length).to.equal(4);
  });

  it('says that there is nothing yet, early on Monday', async () => {
    world.clock.turnTo('2026-03-23T00:30:00Z');
    world.serve('heat-pump', []);
    expect(words(part(await world.showOne('heat-pump'), 'summary'))).to.equal('Consumption No figures yet.');
  });

  it('is the next one when the home\'s Monday has come', async () => {
    world.serve('heat-pump', [1]);
    const chart = await world.showOne('heat-pump');
    world.clock.turnTo('2026-03-29T22:00:01Z');
    chart.requestUpdate();
    await until(() => world.proxy.queries.length === 2);
    expect(world.proxy.queries[1]![1].get('from')).to.equal('2026-03-28T22:00:00.000Z');
  });

  it('is told to the page as series of buckets, gaps among them', async () => {
    world.serve('heat-pump', [48.2, null]);
    await world.showOne('heat-pump');
    const [ready] = world.page.details('podero-ready');
    expect(ready!.series!.map(({device, flow, buckets}) => [device.id, flow, buckets])).to.deep.equal([
      ['hp', 'consumption', [{...DAYS[0], kWh: 48.2}, {...DAYS[1], gap: true}]],
    ]);
  });

  it('stands in for a period that is none, which is named once in the console', async () => {
    const {warn} = console;
    const said: unknown[] = [];
    console.warn = (message: unknown) => said.push(message);
    world.serve('heat-pump', [48.2]);
    const chart = await show<PoderoConsumptionChart>(
      html`<podero-consumption-chart period="fortnight" proxy-url=${world.proxy.url} time-zone=${ZONE} device-type="heat-pump" device-id="hp"></podero-consumption-chart>`);
    await chart.refresh();
    console.warn = warn;
    expect(said.filter(message => String(message).includes('period="fortnight"')).length).to.equal(1);
    expect(textOf(chart)).to.contain('this week so far');
  });
});
