/** B17: the first chart of a page, and the fullest. */
import type {Contestant} from '../contestants.js';
import type {Lab, Visit} from '../lab.js';
import {median} from '../figures.js';
import {interleaved, type Row} from '../row.js';

async function longestTask(lab: Lab, contestant: Contestant): Promise<number> {
  const visit = await lab.open(contestant, {size: 1, show: 'chart'});
  const ms = await visit.longestTaskMs(async () => {
    await visit.begin({is: 'chart'});
    await visit.frames(10);
  });
  await visit.close();
  return ms;
}

export const firstChart: Row = {
  id: 'B17',
  title: 'First chart: longest task',
  async measure(lab, {who, repeats}) {
    const ms = await interleaved(who, repeats, contestant => longestTask(lab, contestant));
    return [{row: 'B17', what: 'longest task, first chart', unit: 'ms', ...ms, limits: [{of: 'react', reach: 0.6}, {reach: Infinity, aim: 50}]}];
  },
};

/** Four devices of each kind: five stacked consumers and the others, production beside them, 31 days, and the month before as lines. */
const HOUSEHOLD = {size: 12, show: 'household'} as const;

/** Shown for the first time, and turned to the month before. */
async function household(lab: Lab): Promise<Readonly<Record<'first' | 'turned', number>>> {
  const visit = await lab.open('product', HOUSEHOLD);
  const first = await visit.longestTaskMs(async () => {
    await visit.begin({is: 'chart'});
    await isCompared(visit, 'October 2025');
  });
  const turned = await visit.longestTaskMs(async () => {
    await visit.page.evaluate(() => document.querySelector('podero-consumption-chart')!.shadowRoot!.querySelector<HTMLElement>('.navigation button')!.click());
    await isCompared(visit, 'September 2025');
  });
  await visit.close();
  return {first, turned};
}

/** With all that it has: lines of the month before are the last to come. */
async function isCompared(visit: Visit, month: string): Promise<void> {
  await visit.page.waitForFunction(span => {
    const root = document.querySelector('podero-consumption-chart')?.shadowRoot;
    return root?.querySelector('.span')?.textContent === span && root.querySelector('[data-mark="before"]') && root.querySelectorAll('.swatch').length === 7;
  }, {polling: 50}, month);
  await visit.frames(10);
}

const REACH_MS = 100;

export const fullestChart: Row = {
  id: 'B17 household',
  title: 'A household\'s month: longest task',
  async measure(lab, {repeats}) {
    const tries: Awaited<ReturnType<typeof household>>[] = [];
    for (let round = 0; round < repeats; round++) tries.push(await household(lab));
    const figure = (what: string, of: 'first' | 'turned') =>
      ({row: 'B17', what, unit: 'ms' as const, product: median(tries.map(one => one[of])), limits: [{reach: REACH_MS}]});
    return [figure('longest task, household\'s month with comparison', 'first'), figure('longest task, turned to the month before', 'turned')];
  },
};
