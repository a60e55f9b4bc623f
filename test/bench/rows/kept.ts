/** B14: what is left of a list, and of a chart, that was taken out of the page. */
import type {Contestant, Setting} from '../contestants.js';
import type {Figure, Limit} from '../figures.js';
import type {What} from '../in-page.js';
import type {Lab} from '../lab.js';
import type {Row} from '../row.js';

const WARM_UP = 100;

interface Kept {
  readonly heapBytes: number;
  readonly nodes: number;
  readonly listeners: number;
}

/** What each cycle leaves behind. */
async function leftOf(lab: Lab, contestant: Contestant, setting: Setting, what: What, cycles: number): Promise<Kept> {
  const visit = await lab.open(contestant, setting);
  await visit.begin(what);
  const cycle = async (times: number): Promise<Kept> => {
    await visit.page.evaluate((n, wanted) => meter.remount(n, wanted), times, what);
    // Pollers live on for a moment, and what a chart does when it is idle is done.
    await visit.page.evaluate(() => new Promise(resolve => setTimeout(resolve, 500)));
    return visit.kept();
  };
  const before = await cycle(Math.min(WARM_UP, cycles));
  const after = await cycle(cycles);
  await visit.close();
  return {
    heapBytes: (after.heapBytes - before.heapBytes) / cycles,
    nodes: Math.max(0, after.nodes - before.nodes),
    listeners: Math.max(0, after.listeners - before.listeners),
  };
}

const AGAINST_REACT: readonly Limit[] = [{of: 'react', reach: 1, plus: 100}];

export const kept: Row = {
  id: 'B14',
  title: 'What a mount and unmount leaves behind',
  async measure(lab, {who, cycles}) {
    const figures: Figure[] = [];
    for (const show of ['list', 'chart'] as const) {
      const left = new Map<Contestant, Kept>();
      for (const contestant of who) {
        left.set(contestant, await leftOf(lab, contestant, {size: 3, show}, show === 'chart' ? {is: 'chart'} : {is: 'card'}, cycles));
      }
      const of = (name: keyof Kept) => Object.fromEntries([...left].map(([contestant, values]) => [contestant, values[name]])) as Record<Contestant, number>;
      figures.push(
        {row: 'B14', what: `heap per cycle, ${show}, ${cycles} cycles`, unit: 'B', ...of('heapBytes'), limits: AGAINST_REACT},
        {row: 'B14', what: `nodes left, ${show}, ${cycles} cycles`, unit: '', ...of('nodes'), limits: [{reach: 0}]},
        {row: 'B14', what: `listeners left, ${show}, ${cycles} cycles`, unit: '', ...of('listeners'), limits: [{reach: 0}]},
      );
    }
    return figures;
  },
};
