import {expect} from '@open-wc/testing';
import {fresh, status} from './fake-proxy.js';
import {part} from './shown.js';
import {barsOf, cellsOf, DAYS, daysOfWeek, rowsOf, savedBy, savingsPath, WeekWorld, words} from './week-world.js';
import {savingsPayload} from '../fixtures/savings.js';

let world: WeekWorld;

beforeEach(() => {
  world = new WeekWorld();
});

afterEach(() => world.restore());

const summaryOf = (chart: Element) => words(part(chart, 'summary'));
const NOW_WEEK = [48, 57, 44, 41, 39, 44, 18];
const WEEK_BEFORE = [50, 60, 50, 40, 40, 60, 99];

/** By the days of March: those of the week that is running, from the 23rd, and those before. */
const daily = (now: readonly (number | null)[], before: readonly (number | null)[]) => (iso: string) => {
  const day = Number(iso.slice(8, 10));
  return day >= 23 ? now[day - 23] : day >= 16 ? before[day - 16] : undefined;
};

describe('a chart that compares', () => {
  it('takes the same part of the week before: the days that are over, added up by hand', async () => {
    world.tell('heat-pump', {days: daily(NOW_WEEK, WEEK_BEFORE)});
    const chart = await world.showTime('heat-pump', {compare: ''});
    // Monday to Saturday: 273 and 300.
    expect(summaryOf(chart)).to.equal('Consumption 291 kWh this week so far, 9 % less than last week so far; most on Tuesday.');
  });

  it('has lines in its picture, a column in its table and its file, and nothing of the day that is not over', async () => {
    world.tell('heat-pump', {days: daily(NOW_WEEK, WEEK_BEFORE)});
    const chart = await world.showTime('heat-pump', {compare: ''});
    const before = [50, 60, 50, 40, 40, 60];
    expect((await barsOf(chart))[1]).to.deep.equal(['Week before', 'consumption before', [...before, null]]);
    const rows = rowsOf(chart);
    expect(rows[0]![2]).to.equal('Week beforeConsumption');
    expect(rows.slice(1).map(row => row[2])).to.deep.equal([...before.map(kWh => `${kWh.toFixed(1)} kWh`), '–', '300 kWh']);
    expect(cellsOf((await savedBy(chart)).text).map(row => row[3])).to.deep.equal(['Week before, Consumption (kWh)', ...before.map(String), '']);
    expect([...part(chart, 'legend')!.children].map(words)).to.deep.equal(['Nibe S-Series', 'Today, so far', 'Week before']);
  });

  it('takes the whole of it where the week is over', async () => {
    world.tell('heat-pump', {days: iso => iso >= '2026-03-16' ? 20 : iso >= '2026-03-09' ? 10 : undefined});
    const chart = await world.showTime('heat-pump', {compare: '', date: '2026-03-18'});
    expect(summaryOf(chart)).to.match(/^Consumption 140 kWh .+, 100 % more than the week before; most on Monday\.$/);
  });

  it('counts only days that both have', async () => {
    world.tell('heat-pump', {days: daily([10, null, 10, 10, 10, 10, 5], [20, 20, null, 20, 20, 20, 20])});
    const chart = await world.showTime('heat-pump', {compare: ''});
    expect(summaryOf(chart)).to.contain('50 % less than last week so far').and.to.contain('6 of 7 days. Compared: 4 of 6 days.');
  });

  it('is in amounts where there was nothing before: no percentage is of nothing', async () => {
    world.tell('heat-pump', {days: daily([1, 1, 1, 1, 1, 1, 1], [0, 0, 0, 0, 0, 0, 0])});
    expect(summaryOf(await world.showTime('heat-pump', {compare: ''}))).to.contain('6.0 kWh more than last week so far');
  });

  it('says so where it is the same', async () => {
    world.tell('heat-pump', {days: () => 7});
    expect(summaryOf(await world.showTime('heat-pump', {compare: ''}))).to.contain(', as much as last week so far;');
  });

  it('says that nothing could be compared', async () => {
    world.tell('heat-pump', {days: iso => iso >= '2026-03-23' ? 1 : undefined});
    const summary = summaryOf(await world.showTime('heat-pump', {compare: ''}));
    expect(summary).to.contain('Compared without Nibe S-Series.').and.not.to.match(/less|more/);
  });

  it('leaves out of both sums a device that is in one, and names it', async () => {
    world.tell('heat-pump', {days: daily(NOW_WEEK, WEEK_BEFORE)});
    world.tell('electric-vehicle', {days: daily([9, 9, 9, 9, 9, 9, 9], [])});
    world.proxy.serve('inverter', []);
    const chart = await world.showTime('heat-pump', {compare: '', 'device-type': '', 'device-id': ''});
    expect(summaryOf(chart)).to.contain('Consumption 354 kWh this week so far, 9 % less').and.to.contain('Compared without Tesla Model 3.');
  });

  it('waits for the period before without holding back this one, and says where it fails', async () => {
    world.proxy.answer(savingsPath('heat-pump'), query => Date.parse(query.get('from')!) < Date.parse('2026-03-20')
      ? status(503)() : Response.json(savingsPayload('heat-pump', DAYS, [1000])));
    const chart = await world.showTime('heat-pump', {compare: ''});
    expect(summaryOf(chart)).to.contain('Consumption 1.0 kWh this week so far');
    expect([...part(chart, 'notice')!.part]).to.include('notice');
  });

  it('compares hours by the home\'s clock over a night of 23', async () => {
    // Each hour is as much as its clock shows: by place in the day all after two o'clock would be one off.
    world.tell('heat-pump', {hours: iso => Number(iso.slice(11, 13)) + 1});
    world.clock.turnTo('2026-04-05T09:00:00Z');
    const chart = await world.showTime('heat-pump', {compare: '', period: 'day', date: '2026-03-29'});
    const [[, , now], [, , before]] = await barsOf(chart) as [[string, string, number[]], [string, string, number[]]];
    expect([now.length, before]).to.deep.equal([23, now]);
    expect(summaryOf(chart)).to.contain('as much as the day before');
  });

  it('compares a month with a shorter one as far as that goes', async () => {
    world.tell('heat-pump', {days: iso => iso >= '2026-03' ? 10 : 20});
    world.clock.turnTo('2026-04-05T09:00:00Z');
    const chart = await world.showTime('heat-pump', {compare: '', period: 'month', date: '2026-03-01'});
    expect(summaryOf(chart)).to.contain('50 % less than the month before').and.to.contain('Compared: 28 of 31 days.');
  });

  for (const [value, is] of [['', true], ['true', true], ['false', false]] as const) {
    it(`is ${is ? 'on' : 'off'} by compare="${value}"`, async () => {
      world.tell('heat-pump', {days: () => 7});
      expect(summaryOf(await world.showTime('heat-pump', {compare: value}))!.includes('as much as')).to.equal(is);
    });
  }
});

describe('the savings of a chart', () => {
  const shown = (attributes: Readonly<Record<string, string>> = {}) => world.showTime('heat-pump', {metric: 'savings', ...attributes});

  it('are money of the currency that the API names, in sentence, bars, table and file', async () => {
    world.tell('heat-pump', {days: () => 1, savings: iso => [1.5, 0.25, -0.5, 0, 2, 1, 0.75][Number(iso.slice(8, 10)) - 23], currency: 'EUR'});
    const chart = await shown();
    expect(words(part(chart, 'title'))).to.equal('Savings');
    expect(summaryOf(chart)).to.equal('Savings €5.00 this week so far; most on Friday.');
    expect(await barsOf(chart)).to.deep.equal([['Nibe S-Series', 'savings', [1.5, 0.25, -0.5, 0, 2, 1, 0.75]]]);
    expect(rowsOf(chart).map(row => row[1])).to.deep.equal(['Nibe S-SeriesSavings', '€1.50', '€0.25', '-€0.50', '€0.00', '€2.00', '€1.00', '€0.75', '€5.00']);
    const {name, text} = await savedBy(chart);
    expect(name).to.equal('savings-week-2026-03-23.csv');
    expect(cellsOf(text).map(row => row[2])).to.deep.equal(['Nibe S-Series, Savings (EUR)', '1.5', '0.25', '-0.5', '0', '2', '1', '0.75']);
  });

  for (const currency of [undefined, 'eur', '%', 'ct', 'XYZ']) {
    it(`are none where the API names ${currency ?? 'nothing'} for their currency`, async () => {
      world.tell('heat-pump', {days: () => 1, savings: () => 1, ...currency ? {currency} : {}});
      const chart = await shown();
      expect(words(part(chart, 'empty'))).to.contain('No savings known');
      expect(chart.shadowRoot!.querySelector('canvas')).to.equal(null);
    });
  }

  it('are not counted by the hour, and the picture says so', async () => {
    world.tell('heat-pump', {hours: () => 1, days: () => 1, savings: () => 1, currency: 'EUR'});
    const chart = await shown({period: 'day'});
    expect(words(part(chart, 'empty'))).to.contain('No savings by the hour');
    expect(part(chart, 'periods')).not.to.equal(null);
  });

  it('are not added up over currencies: who is left out is named', async () => {
    world.tell('heat-pump', {days: () => 1, savings: () => 1, currency: 'EUR'});
    world.tell('electric-vehicle', {days: () => 1, savings: () => 1, currency: 'CHF'});
    world.proxy.serve('inverter', []);
    const chart = await shown({'device-type': '', 'device-id': ''});
    expect(summaryOf(chart)).to.contain('Savings €7.00').and.to.contain('Without Tesla Model 3.');
  });

  it('follow the attribute while they are shown', async () => {
    world.tell('heat-pump', {days: () => 1, savings: () => 2, currency: 'EUR'});
    const chart = await world.showTime('heat-pump');
    chart.setAttribute('metric', 'savings');
    await chart.updateComplete;
    expect(summaryOf(chart)).to.contain('€14.00');
    chart.removeAttribute('metric');
    await chart.updateComplete;
    expect(summaryOf(chart)).to.contain('7.0 kWh');
  });
});

describe('days that are not the home\'s', () => {
  const utc = (kWh: number) => savingsPayload('heat-pump', daysOfWeek('2026-03-29T13:00:00Z', 'UTC'), Array<number>(7).fill(kWh));

  it('are made of its hours where the proxy offers them', async () => {
    world.tell('heat-pump', {hours: () => 0.5});
    world.proxy.answer(savingsPath('heat-pump'), () => Response.json(utc(99_000)));
    const chart = await world.showTime('heat-pump');
    // Sunday has 23 hours, of which 14 are over.
    expect((await barsOf(chart))[0]![2]!.slice(0, 6)).to.deep.equal([12, 12, 12, 12, 12, 12]);
    expect(summaryOf(chart)).to.contain('Estimated.').and.not.to.contain('UTC');
  });

  it('stay those of UTC, and say so, where it does not', async () => {
    world.proxy.answer(savingsPath('heat-pump'), () => Response.json(utc(10_000)));
    const chart = await world.showTime('heat-pump');
    expect(summaryOf(chart)).to.contain('Days are counted in UTC.');
    expect((await barsOf(chart))[0]![2]).to.deep.equal([10, 10, 10, 10, 10, 10, 10]);
  });

  it('are asked for by the hour once: a proxy that has none is not asked again', async () => {
    world.proxy.serve('heat-pump', [fresh('heat-pump', {id: 'hp'})]);
    world.proxy.answer(savingsPath('heat-pump'), () => Response.json(utc(10_000)));
    const chart = await world.showTime('heat-pump');
    world.clock.turnTo('2026-03-29T14:00:00Z');
    await chart.refresh();
    expect(world.proxy.asked.filter(path => path.endsWith('/data')).length).to.equal(1);
    expect(world.asked.length).to.equal(2);
  });
});
