/** What it costs to turn a page or to refresh: from the press to the next paint (INP). */
import type {Figure} from '../figures.js';
import type {Lab, Visit} from '../lab.js';
import {interleaved, type Row} from '../row.js';

const SIZE = 100;
const PAGE_SIZE = 24;
const PRESSES = 3;

/** A real press, at the middle of the button, in the page's own coordinates. */
async function press(visit: Visit, selector: string): Promise<void> {
  const button = await visit.page.evaluateHandle(css => document.querySelector('podero-device-list')!.shadowRoot!.querySelector<HTMLElement>(css)!, selector);
  await button.click();
  await visit.frames(20);
}

const wordsOf = (visit: Visit): Promise<string> =>
  visit.page.evaluate(() => document.querySelector('podero-device-list')!.shadowRoot!.querySelector('[part="pager"] .range')!.textContent);

async function slowestPress(lab: Lab, selector: string): Promise<number> {
  const visit = await lab.open('product', {size: SIZE});
  await visit.begin();
  await visit.settle(PAGE_SIZE);
  for (let i = 0; i < PRESSES; i++) {
    const before = `${await wordsOf(visit)} ${lab.host.asked.length}`;
    await press(visit, selector);
    if (before === `${await wordsOf(visit)} ${lab.host.asked.length}`) throw new Error(`A press on ${selector} did nothing.`);
  }
  const ms = await visit.page.evaluate(() => meter.slowest());
  await visit.close();
  return ms;
}

export const presses: Row = {
  id: 'press',
  title: 'From a press to the next paint',
  async measure(lab, {repeats}) {
    const figures: Figure[] = [];
    for (const [what, selector] of [['pager', '[part="pager"] button:last-of-type'], ['refresh', '[part="refresh"]']] as const) {
      const {product} = await interleaved(['product'], repeats, () => slowestPress(lab, selector));
      figures.push({row: 'press', what: `interaction to next paint, ${what}, ${SIZE} devices`, unit: 'ms', product, limits: [{reach: 100}]});
    }
    return figures;
  },
};
