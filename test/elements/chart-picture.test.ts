import {aTimeout, expect} from '@open-wc/testing';
import {Chart} from 'chart.js';
import {part, until} from './shown.js';
import {barsOf, WeekWorld} from './week-world.js';

let world: WeekWorld;

beforeEach(() => {
  world = new WeekWorld();
  world.tell('heat-pump', {days: () => 5});
});

afterEach(() => world.restore());

const chartOn = (element: Element) => Chart.getChart(element.shadowRoot!.querySelector('canvas')!);

/** How much of a canvas is about as light as a colour. */
function shareOf(element: Element, isIt: (red: number, green: number, blue: number) => boolean): number {
  const canvas = element.shadowRoot!.querySelector('canvas')!;
  const {data} = canvas.getContext('2d')!.getImageData(0, 0, canvas.width, canvas.height);
  let count = 0;
  for (let at = 0; at < data.length; at += 4) if (data[at + 3]! > 200 && isIt(data[at]!, data[at + 1]!, data[at + 2]!)) count++;
  return count;
}

describe('the picture of a chart', () => {
  it('is one chart, updated in place through other times and figures', async () => {
    const element = await world.showTime('heat-pump');
    await barsOf(element);
    const first = chartOn(element);
    element.period = 'month';
    await until(() => chartOn(element)?.data.labels?.length === 31);
    expect(chartOn(element) === first).to.equal(true);
  });

  it('goes with the element, and is made anew when it is back', async () => {
    const element = await world.showTime('heat-pump');
    await barsOf(element);
    const [first, parent] = [chartOn(element), element.parentElement!];
    element.remove();
    expect(chartOn(element)).to.equal(undefined);
    parent.append(element);
    await barsOf(element);
    expect(chartOn(element) === first).to.equal(false);
  });

  it('comes when a closed part of the page is opened', async () => {
    const element = await world.showTime('heat-pump');
    element.parentElement!.style.display = 'none';
    await aTimeout(50);
    element.period = 'month';
    await element.updateComplete;
    element.parentElement!.style.display = '';
    await until(() => (chartOn(element)?.width ?? 0) > 100 && chartOn(element)?.data.labels?.length === 31);
  });

  it('fits a place that grows from nothing', async () => {
    const element = await world.showTime('heat-pump');
    element.parentElement!.style.width = '0';
    await barsOf(element);
    element.parentElement!.style.width = '700px';
    await until(() => Math.abs((chartOn(element)?.width ?? 0) - part(element, 'canvas')!.clientWidth) < 2 && chartOn(element)!.width > 600);
  });

  it('tells series apart without colour: the fills of all but the first are patterns', async () => {
    world.tell('electric-vehicle', {days: () => 2});
    world.tell('inverter', {days: () => 3});
    const element = await world.showAll();
    await barsOf(element);
    const fills = chartOn(element)!.data.datasets.map(({backgroundColor}) => backgroundColor);
    expect(fills.map(fill => fill instanceof CanvasPattern)).to.deep.equal([false, true, true]);
    const swatches = [...element.shadowRoot!.querySelectorAll('.swatch')].map(swatch => getComputedStyle(swatch).backgroundImage);
    expect(new Set(swatches).size).to.equal(3);
  });
});

describe('a chart on paper', () => {
  const isPale = (red: number, green: number, blue: number) => red + green + blue > 500;

  it('has its bars and words in the colours of light, and those of the page again afterwards', async () => {
    document.documentElement.style.colorScheme = 'dark';
    const element = await world.showTime('heat-pump', {labels: '{}'});
    await barsOf(element);
    const fill = () => String(chartOn(element)!.data.datasets[0]!.backgroundColor);
    const dark = fill();
    const paleBefore = shareOf(element, isPale);
    window.dispatchEvent(new Event('beforeprint'));
    const light = fill();
    expect(light).not.to.equal(dark);
    expect(shareOf(element, isPale)).to.be.lessThan(paleBefore / 2);
    expect([chartOn(element)!.width, chartOn(element)!.height]).to.deep.equal([680, 240]);
    element.requestUpdate();
    await element.updateComplete;
    expect(fill(), 'an update while it is printed').to.equal(light);
    window.dispatchEvent(new Event('afterprint'));
    await until(() => fill() === dark);
    expect(chartOn(element)!.width).to.equal(part(element, 'canvas')!.clientWidth);
    document.documentElement.style.colorScheme = '';
  });
});
