import {expect} from '@open-wc/testing';
import type {PoderoConsumptionChart} from '../../src/elements/podero-consumption-chart.js';
import {until} from './shown.js';
import {barsOf, WeekWorld, words} from './week-world.js';

let world: WeekWorld;

beforeEach(() => {
  world = new WeekWorld();
});

afterEach(() => world.restore());

const sliderOf = (chart: Element) => chart.shadowRoot!.querySelector<HTMLElement>('[role="slider"]')!;
const valueOf = (chart: Element) => sliderOf(chart).getAttribute('aria-valuetext')!.replace(/\s/g, ' ').replace(/^(\w+),/, '$1');
const readout = (chart: Element) => words(chart.shadowRoot!.querySelector('.readout'));

async function shown(days: (iso: string) => number | null | undefined = iso => [48, 41.2, null, 41, 39, 44, 18][Number(iso.slice(8, 10)) - 23]) {
  world.tell('heat-pump', {days});
  const chart = await world.showTime('heat-pump');
  await barsOf(chart);
  return chart;
}

async function press(chart: PoderoConsumptionChart, ...keys: string[]): Promise<void> {
  for (const key of keys) {
    chart.shadowRoot!.activeElement!.dispatchEvent(new KeyboardEvent('keydown', {key, bubbles: true, composed: true, cancelable: true}));
    await chart.updateComplete;
  }
  await chart.updateComplete;
}

describe('a bar of a chart, read by keys', () => {
  it('is the last at first: a slider beside a canvas that is hidden, named by the sentence', async () => {
    const chart = await shown();
    const slider = sliderOf(chart);
    const named = slider.getAttribute('aria-labelledby')!.split(' ').map(id => words(chart.shadowRoot!.getElementById(id))).join(' ');
    expect(named).to.equal('Consumption 231 kWh this week so far; most on Monday.');
    expect(valueOf(chart)).to.match(/^Sunday (29 March|March 29), Today, so far, 18\.0 kWh$/);
    expect([slider.tabIndex, slider.getAttribute('aria-valuenow'), slider.getAttribute('aria-valuemax')]).to.deep.equal([0, '7', '7']);
    expect(chart.shadowRoot!.querySelector('canvas')!.closest('[aria-hidden="true"]')).not.to.equal(null);
  });

  it('goes with the arrows, to the ends, and away', async () => {
    const chart = await shown();
    sliderOf(chart).focus();
    await press(chart, 'ArrowLeft');
    expect(readout(chart)).to.match(/^Consumption 44\.0 kWh Saturday,? (28 March|March 28)$/);
    await press(chart, 'Home', 'ArrowRight');
    expect(valueOf(chart)).to.match(/^Tuesday (24 March|March 24), 41\.2 kWh$/);
    await press(chart, 'ArrowRight');
    expect(valueOf(chart)).to.match(/^Wednesday (25 March|March 25), No data$/);
    expect(readout(chart)).to.match(/^Consumption No data Wednesday/);
    await press(chart, 'End', 'ArrowRight');
    expect(valueOf(chart)).to.match(/^Sunday/);
    await press(chart, 'Home', 'ArrowLeft');
    expect(valueOf(chart)).to.match(/^Monday/);
    await press(chart, 'Escape');
    expect(readout(chart)).to.equal(undefined);
    expect(chart.shadowRoot!.activeElement === sliderOf(chart)).to.equal(true);
  });

  it('is left with the focus', async () => {
    const chart = await shown();
    sliderOf(chart).focus();
    await press(chart, 'Home');
    sliderOf(chart).blur();
    await until(() => readout(chart) === undefined);
  });

  it('moves nothing: its words stand where the summary stood, which still names the picture', async () => {
    const chart = await shown();
    const heights = () => [chart.getBoundingClientRect().height, chart.shadowRoot!.querySelector('canvas')!.getBoundingClientRect().top];
    const before = heights();
    sliderOf(chart).focus();
    await press(chart, 'Home');
    expect(heights()).to.deep.equal(before);
    expect(getComputedStyle(chart.shadowRoot!.querySelector('[part="summary"]')!).visibility).to.equal('visible');
  });

  it('says each share, and what was before', async () => {
    world.tell('heat-pump', {days: iso => iso >= '2026-03-23' ? 4 : 5});
    world.tell('electric-vehicle', {days: iso => iso >= '2026-03-23' ? 6 : 7});
    world.tell('inverter', {days: () => 3});
    const chart = await world.showTime('heat-pump', {compare: '', 'device-type': '', 'device-id': ''});
    sliderOf(chart).focus();
    await press(chart, 'Home');
    expect(readout(chart)).to.match(/^Consumption 10\.0 kWh Monday,? .+ Week before 12\.0 kWh\. Tesla Model 3 6\.0 kWh, Nibe S-Series 4\.0 kWh\. Production 3\.0 kWh Monday/);
    expect(valueOf(chart)).to.match(/, Consumption 10\.0 kWh, Week before 12\.0 kWh, Production 3\.0 kWh, Week before 3\.0 kWh$/);
  });

  it('leaves keys alone that are the page\'s', async () => {
    const chart = await shown();
    let isDefault = false;
    chart.addEventListener('keydown', event => { isDefault = !event.defaultPrevented; });
    sliderOf(chart).focus();
    await press(chart, 'a');
    expect(isDefault).to.equal(true);
  });
});

describe('a bar of a chart, read by a pointer', () => {
  const point = (chart: Element, type: string, share: number, pointerType = 'mouse') => {
    const {left, width, top, height} = sliderOf(chart).getBoundingClientRect();
    sliderOf(chart).dispatchEvent(new PointerEvent(type, {clientX: left + width * share, clientY: top + height / 2, pointerType, bubbles: true}));
    return (chart as PoderoConsumptionChart).updateComplete;
  };

  it('is the one under it; without it the summary is back', async () => {
    const chart = await shown();
    await point(chart, 'pointermove', 0.25);
    expect(readout(chart)).to.contain('Tuesday');
    await point(chart, 'pointermove', 0.95);
    expect(readout(chart)).to.contain('Sunday');
    await point(chart, 'pointerleave', 0.95);
    expect(readout(chart)).to.equal(undefined);
  });

  it('belongs to its period: another begins unread', async () => {
    const chart = await shown(() => 2);
    await point(chart, 'pointermove', 0.25);
    chart.period = 'month';
    await chart.updateComplete;
    await until(() => sliderOf(chart)?.getAttribute('aria-valuemax') === '29');
    expect(readout(chart)).to.equal(undefined);
  });

  it('stays under a finger that was lifted', async () => {
    const chart = await shown();
    await point(chart, 'pointerdown', 0.25, 'touch');
    await point(chart, 'pointerleave', 0.25, 'touch');
    expect(readout(chart)).to.contain('Tuesday');
  });
});
