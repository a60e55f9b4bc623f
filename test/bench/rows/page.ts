/** What a page pays: the first second of the demonstration's portal on a slow processor, and what it costs to turn a page or to refresh. */
import {setTimeout as pause} from 'node:timers/promises';
import {startDemonstration} from '../../browser/portal-page.js';
import type {Figure} from '../figures.js';
import {median} from '../figures.js';
import type {Lab} from '../lab.js';
import {interleaved, type Row} from '../row.js';

const SIZE = 100;

/** A real press, at the middle of the button, in the page's own coordinates. */
async function press(visit: Awaited<ReturnType<Lab['open']>>, selector: string): Promise<void> {
  const button = await visit.page.evaluateHandle(css => document.querySelector('podero-device-list')!.shadowRoot!.querySelector<HTMLElement>(css)!, selector);
  await button.click();
  await visit.frames(20);
}

async function slowestPress(lab: Lab, selector: string): Promise<number> {
  const visit = await lab.open('product', {size: SIZE});
  await visit.begin();
  await visit.settle(24);
  for (let i = 0; i < 3; i++) await press(visit, selector);
  const ms = await visit.page.evaluate(() => meter.slowest());
  await visit.close();
  return ms;
}

interface FirstSecond {
  readonly longestMs: number;
  readonly shift: number;
  readonly busyMs: number;
}

async function firstSecond(lab: Lab, slowDown: number): Promise<FirstSecond> {
  const demonstration = await startDemonstration();
  const visit = await lab.open('bare', {size: 0}, {width: 1200, slowDown});
  await visit.page.goto('about:blank');
  const before = await visit.busyMs();
  const longestMs = await visit.longestTaskMs(async () => {
    // The second begins with the visit, not with what the page has loaded.
    const visited = visit.page.goto(demonstration.url);
    await pause(1000);
    await visited;
  });
  const busyMs = await visit.busyMs() - before;
  const shift = await visit.page.evaluate(() => meter.shift());
  await visit.close();
  await demonstration.stop();
  return {longestMs, shift, busyMs};
}

export const page: Row = {
  id: 'page',
  title: 'What a page pays',
  async measure(lab, {repeats}) {
    const figures: Figure[] = [];
    for (const [what, selector] of [['pager', '[part="pager"] button:last-of-type'], ['refresh', '[part="refresh"]']] as const) {
      const {product} = await interleaved(['product'], repeats, () => slowestPress(lab, selector));
      figures.push({row: 'page', what: `interaction to next paint, ${what}, ${SIZE} devices`, unit: 'ms', product, limits: [{reach: 100}]});
    }
    for (const slowDown of [1, 4]) {
      const tries: FirstSecond[] = [];
      for (let i = 0; i < Math.ceil(repeats / 2); i++) tries.push(await firstSecond(lab, slowDown));
      const of = (name: keyof FirstSecond): number => median(tries.map(one => one[name]));
      const where = slowDown === 1 ? 'desktop' : `${slowDown} × slower`;
      figures.push(
        {row: 'page', what: `portal's first second, ${where}: longest task`, unit: 'ms', product: of('longestMs'), limits: slowDown === 1 ? [{reach: 50}] : []},
        {row: 'page', what: `portal's first second, ${where}: main thread`, unit: 'ms', product: of('busyMs'), limits: []},
        {row: 'page', what: `portal's first second, ${where}: layout shift`, unit: '', product: of('shift'), limits: [{reach: 0}]},
      );
    }
    return figures;
  },
};
