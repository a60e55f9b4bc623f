/** B16: how much moves while devices are being loaded. */
import type {Contestant} from '../contestants.js';
import type {Figure} from '../figures.js';
import type {Lab} from '../lab.js';
import type {Row} from '../row.js';

const SIZE = 10;
const DELAY_MS = 600;
const WIDTHS = [360, 760, 1200];

async function shiftOf(lab: Lab, contestant: Contestant, width: number): Promise<number> {
  const visit = await lab.open(contestant, {size: SIZE, expected: SIZE}, {width});
  lab.host.delayMs = DELAY_MS;
  // Before the script is there nothing can be reserved.
  await visit.begin({is: 'nothing'});
  await visit.frames(2);
  const before = await visit.page.evaluate(() => meter.shift());
  await visit.settle(SIZE);
  lab.host.delayMs = 0;
  const after = await visit.page.evaluate(() => meter.shift());
  await visit.close();
  return after - before;
}

export const shift: Row = {
  id: 'B16',
  title: 'Layout shift while loading',
  async measure(lab, {who}) {
    const figures: Figure[] = [];
    for (const width of WIDTHS) {
      const found = new Map<Contestant, number>();
      for (const contestant of who) found.set(contestant, await shiftOf(lab, contestant, width));
      const values = Object.fromEntries(found) as Record<Contestant, number>;
      figures.push({row: 'B16', what: `layout shift, ${SIZE} devices after ${DELAY_MS} ms, ${width} px wide`, unit: '', ...values, limits: [{reach: 0}]});
    }
    return figures;
  },
};
