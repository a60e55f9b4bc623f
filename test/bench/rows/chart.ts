/** B17: the first chart of a page. */
import type {Contestant} from '../contestants.js';
import type {Lab} from '../lab.js';
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
