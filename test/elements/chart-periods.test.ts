import {expect} from '@open-wc/testing';
import type {PoderoConsumptionChart} from '../../src/elements/podero-consumption-chart.js';
import {fresh, status} from './fake-proxy.js';
import {has, part, textOf, until} from './shown.js';
import {savingsOf} from '../fixtures/history.js';
import {barsOf, buttonOf, rowsOf, WeekWorld, words, ZONE} from './week-world.js';

let world: WeekWorld;

beforeEach(() => {
  world = new WeekWorld();
  world.tell('heat-pump', {hours: () => 1, days: iso => Number(iso.slice(8, 10)), months: iso => 100 * Number(iso.slice(5, 7))});
});

afterEach(() => world.restore());

const spanOf = (chart: Element) => words(part(chart, 'navigation')!.querySelector('.span'));
const pressed = (chart: Element) => words(chart.shadowRoot!.querySelector('[aria-pressed="true"]'));
const isOpen = (chart: Element, name: string) => buttonOf(chart, name).getAttribute('aria-disabled') === null;

async function press(chart: PoderoConsumptionChart, name: string): Promise<void> {
  buttonOf(chart, name).click();
  await chart.updateComplete;
  await until(() => !has(chart, 'skeleton'));
}

describe('the time of a chart', () => {
  for (const [period, span, first, total] of [
    ['day', /^Sun,? (29 Mar|Mar 29,) 2026$/, 1, 15],
    ['week', /^(23 ?– ?29 Mar|Mar 23 ?– ?29,) 2026$/, 23, 182],
    ['month', /^March 2026$/, 1, 435],
    ['year', /^2026$/, 100, 600],
  ] as const) {
    it(`is a ${period} where that is asked for`, async () => {
      const chart = await world.showTime('heat-pump', {period});
      expect(spanOf(chart)).to.match(span);
      expect(pressed(chart)!.toLowerCase()).to.equal(period);
      const [[, , amounts]] = await barsOf(chart) as [[string, string, (number | null)[]]];
      expect(amounts[0]).to.equal(first);
      expect(amounts.reduce<number>((sum, amount) => sum + (amount ?? 0), 0)).to.equal(total);
    });
  }

  it('is that of its day', async () => {
    const chart = await world.showTime('heat-pump', {period: 'month', date: '2026-02-14'});
    expect(spanOf(chart)).to.equal('February 2026');
    expect(rowsOf(chart).length).to.equal(30);
    chart.date = '2028-02-01';
    await chart.updateComplete;
    expect(spanOf(chart), 'one to come').to.equal('March 2026');
    chart.date = '2024-02-01';
    await chart.updateComplete;
    await until(() => rowsOf(chart).length === 31, 'a leap year has 29 days');
  });

  it('is today where its day is none, which is said once', async () => {
    const {warn} = console;
    const said: string[] = [];
    console.warn = (message: string) => said.push(message);
    const chart = await world.showTime('heat-pump', {period: 'month', date: '2026-02-30'});
    console.warn = warn;
    expect(spanOf(chart)).to.equal('March 2026');
    expect(said.filter(message => message.includes('date="2026-02-30"')).length).to.equal(1);
  });

  it('goes back and forth, not beyond now, and tells the page each time, without writing an attribute', async () => {
    const chart = await world.showTime('heat-pump', {period: 'week'});
    const written: unknown[] = [];
    new MutationObserver(records => written.push(...records)).observe(chart, {attributes: true});
    expect([isOpen(chart, 'Earlier'), isOpen(chart, 'Later'), isOpen(chart, 'Today')]).to.deep.equal([true, false, false]);
    await press(chart, 'Earlier');
    expect(spanOf(chart)).to.match(/^(16 ?– ?22 Mar|Mar 16 ?– ?22,) 2026$/);
    expect([isOpen(chart, 'Later'), isOpen(chart, 'Today')]).to.deep.equal([true, true]);
    await press(chart, 'Earlier');
    await press(chart, 'Later');
    await press(chart, 'Month');
    await press(chart, 'Today');
    expect(world.page.details('podero-period')).to.deep.equal([
      {period: 'week', date: '2026-03-16'}, {period: 'week', date: '2026-03-09'}, {period: 'week', date: '2026-03-16'},
      {period: 'month', date: '2026-03-29'},
    ]);
    expect([written.length, chart.period, chart.date]).to.deep.equal([0, 'week', undefined]);
    expect(world.page.details('podero-update')).to.deep.equal([]);
  });

  it('stays where the user has gone until the page names another', async () => {
    const chart = await world.showTime('heat-pump', {period: 'week'});
    await press(chart, 'Year');
    await chart.refresh();
    expect(spanOf(chart)).to.equal('2026');
    chart.setAttribute('period', 'month');
    await chart.updateComplete;
    expect(spanOf(chart)).to.equal('March 2026');
  });

  it('keeps the focus on the way that was taken, also where it leads no further', async () => {
    const chart = await world.showTime('heat-pump', {period: 'week'});
    await press(chart, 'Earlier');
    buttonOf(chart, 'Later').focus();
    await press(chart, 'Later');
    expect(isOpen(chart, 'Later')).to.equal(false);
    expect(chart.shadowRoot!.activeElement === buttonOf(chart, 'Later')).to.equal(true);
    buttonOf(chart, 'Later').click();
    await chart.updateComplete;
    expect(world.page.details('podero-period').length).to.equal(2);
  });

  it('ends where the data begin: where all devices say since when they are there', async () => {
    world.proxy.serve('heat-pump', [fresh('heat-pump', {id: 'hp', created_at: '2026-03-18T10:00:00Z'})]);
    const chart = await world.showTime('heat-pump', {period: 'week'});
    await press(chart, 'Earlier');
    expect(isOpen(chart, 'Earlier')).to.equal(false);
  });

  it('ends where nothing is known, where they do not say', async () => {
    world.proxy.serve('heat-pump', [fresh('heat-pump', {id: 'hp', created_at: null})]);
    world.tell('heat-pump', {days: iso => iso >= '2026-03-16' ? 1 : undefined});
    const chart = await world.showTime('heat-pump', {period: 'week'});
    await press(chart, 'Earlier');
    expect(isOpen(chart, 'Earlier')).to.equal(true);
    await press(chart, 'Earlier');
    expect(words(part(chart, 'summary'))).to.equal('Consumption No figures for this time.');
    expect(isOpen(chart, 'Earlier')).to.equal(false);
  });

  it('begins its week with the day that is usual where the language is spoken', async () => {
    const chart = await world.showTime('heat-pump', {period: 'week', date: '2026-03-25'}, 'en-US');
    const isTold = 'getWeekInfo' in Intl.Locale.prototype || 'weekInfo' in Intl.Locale.prototype;
    expect(rowsOf(chart)[1]![0]).to.match(isTold ? /^Sun/ : /^Mon/);
  });

  it('is the next day when the home\'s midnight has passed in an open page', async () => {
    const chart = await world.showTime('heat-pump', {period: 'day'});
    expect(spanOf(chart)).to.contain('29');
    world.clock.turnTo('2026-03-29T22:00:01Z');
    document.dispatchEvent(new Event('visibilitychange'));
    await until(() => spanOf(chart)!.includes('30'));
  });

  it('is read once where it is past: whoever comes back to it sees it at once', async () => {
    const chart = await world.showTime('heat-pump', {period: 'week'});
    await press(chart, 'Earlier');
    await press(chart, 'Later');
    const before = world.asked.length;
    world.clock.turnTo('2026-03-29T19:00:00Z');
    buttonOf(chart, 'Earlier').click();
    await chart.updateComplete;
    expect(rowsOf(chart)[1]![1]).to.equal('16.0 kWh');
    await chart.refresh();
    expect(world.asked.length).to.equal(before);
  });

  it('keeps the ways to others while one fails, and is asked for again by its button', async () => {
    world.serveWithoutSums('heat-pump');
    const chart = await world.showTime('heat-pump', {period: 'week'});
    world.proxy.answer('/heat-pumps/hp/savings', status(503));
    await press(chart, 'Earlier');
    await until(() => has(chart, 'error'));
    expect([has(chart, 'navigation'), textOf(chart).includes('could not be loaded')]).to.deep.equal([true, true]);
    world.tell('heat-pump', {days: () => 2});
    part(chart, 'action')!.click();
    await until(() => words(part(chart, 'summary'))?.includes('14.0 kWh'));
  });

  it('never shows rolling sums, which are of this moment, under the name of a past time', async () => {
    world.proxy.answer('/heat-pumps/hp/savings', query => query.get('to')! < '2026-03-25' ? status(503)() : Response.json(savingsOf('heat-pump', {zone: ZONE, days: () => 1}, query)));
    const chart = await world.showTime('heat-pump');
    await press(chart, 'Earlier');
    await until(() => has(chart, 'error'));
    expect(textOf(chart)).not.to.contain('24 hours');
    world.proxy.answer('/heat-pumps/hp/data', status(404));
    world.tell('heat-pump', {days: () => 1});
    await press(chart, 'Day');
    await press(chart, 'Earlier');
    await until(() => has(chart, 'empty'));
    expect(textOf(chart)).not.to.contain('24 hours');
  });

  it('is waited for with its ways in place', async () => {
    const chart = await world.showTime('heat-pump', {period: 'week'});
    let come = () => {};
    world.proxy.answer('/heat-pumps/hp/savings', () => new Promise(resolve => { come = () => resolve(new Response(null, {status: 503})); }));
    buttonOf(chart, 'Earlier').focus();
    buttonOf(chart, 'Earlier').click();
    await until(() => has(chart, 'skeleton'));
    expect([has(chart, 'navigation'), words(chart.shadowRoot!.activeElement)]).to.deep.equal([true, 'Earlier']);
    come();
  });

  it('has no ways where there are only rolling sums', async () => {
    world.proxy.answer('/heat-pumps/hp/savings', status(404));
    const chart = await world.showTime('heat-pump');
    expect([has(chart, 'navigation'), has(chart, 'periods')]).to.deep.equal([false, false]);
  });
});

describe('where somebody looks from', () => {
  const here = new Intl.DateTimeFormat().resolvedOptions().timeZone;

  it('is said where its clock shows another time than the home\'s', async () => {
    const [other, name] = here === 'Asia/Tokyo' ? ['Europe/Vienna', 'Central European'] : ['Asia/Tokyo', 'Japan Standard Time'];
    const chart = await world.showTime('heat-pump', {'time-zone': other});
    expect(words(chart.shadowRoot!.querySelector('.zones'))).to.match(new RegExp(`^Times of your home: ${name}.*\\. Where you are: .+\\.$`));
  });

  it('is nobody\'s business where it shows the same', async () => {
    const chart = await world.showTime('heat-pump', {'time-zone': here});
    expect(chart.shadowRoot!.querySelector('.zones')).to.equal(null);
  });
});
