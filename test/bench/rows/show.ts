/** B4, B6, B8 and B19: from the import to the first card, and to the last. */
import type {Contestant, Setting} from '../contestants.js';
import type {Figure, Limit} from '../figures.js';
import type {Lab} from '../lab.js';
import {interleaved, type Row} from '../row.js';

/** All devices on one page. */
const RAISED = 1000;
const pagesOf = (size: number): readonly number[] => size > 24 ? [RAISED, 24] : [RAISED];

const inWords = (size: number, pageSize: number): string =>
  `${size} ${size === 1 ? 'device' : 'devices'}${size > 24 ? pageSize === RAISED ? ', all on one page' : ', 24 on a page' : ''}`;

const showFirst = (lab: Lab, setting: Setting) => async (contestant: Contestant): Promise<number> => {
  const visit = await lab.open(contestant, setting);
  const ms = await visit.begin();
  await visit.close();
  return ms;
};

/** Until the last card is there, and whatever was to be done after it. */
const showAll = (lab: Lab, setting: Setting, measure: 'longest' | 'busy') => async (contestant: Contestant): Promise<number> => {
  const visit = await lab.open(contestant, setting);
  const count = Math.min(setting.size, setting.pageSize ?? 24);
  const act = async () => {
    await visit.begin();
    await visit.until({is: 'cards', count});
    await visit.frames(5);
  };
  const before = await visit.busyMs();
  const longest = measure === 'longest' ? await visit.longestTaskMs(act) : await act().then(() => 0);
  const measured = measure === 'longest' ? longest : await visit.busyMs() - before;
  await visit.close();
  return measured;
};

const FEW: readonly Limit[] = [{of: 'vanilla', reach: 1.4, aim: 1.2}, {of: 'react', reach: 0.75, aim: 0.6}];
const MANY: readonly Limit[] = [{of: 'react', reach: 0.5, aim: 0.2}];

/** The goals name 1, 10 and 1000 devices; 100 is measured for the picture. */
const firstCardLimits = (size: number, pageSize: number): readonly Limit[] => size <= 10 ? FEW : size === 1000 && pageSize === RAISED ? MANY : [];

export const firstCard: Row = {
  id: 'B4, B6',
  title: 'Import to first card painted',
  async measure(lab, {who, sizes, repeats, slowRepeats}) {
    const figures: Figure[] = [];
    for (const size of sizes) {
      for (const pageSize of pagesOf(size)) {
        const ms = await interleaved(who, size === 1000 ? slowRepeats : repeats, showFirst(lab, {size, pageSize}));
        figures.push({row: size > 10 ? 'B6' : 'B4', what: `first card, ${inWords(size, pageSize)}`, unit: 'ms', ...ms, limits: firstCardLimits(size, pageSize)});
      }
    }
    return figures;
  },
};

export const longestTask: Row = {
  id: 'B8',
  title: 'Longest task until all is shown',
  async measure(lab, {who, sizes, slowRepeats}) {
    const figures: Figure[] = [];
    for (const size of sizes) {
      for (const pageSize of pagesOf(size)) {
        const ms = await interleaved(who, slowRepeats, showAll(lab, {size, pageSize}, 'longest'));
        const limits: readonly Limit[] = size === 1000 && pageSize === RAISED ? [{of: 'react', reach: 0.3}, {reach: Infinity, aim: 50}] : [];
        figures.push({row: 'B8', what: `longest task, ${inWords(size, pageSize)}`, unit: 'ms', ...ms, limits});
      }
    }
    return figures;
  },
};

export const growth: Row = {
  id: 'B19',
  title: 'Growth of the cost from 100 to 1000 devices',
  async measure(lab, {who, sizes, slowRepeats}) {
    if (!sizes.includes(1000)) return [];
    const busy = (size: number) => interleaved(who, slowRepeats, showAll(lab, {size, pageSize: RAISED}, 'busy'));
    const [some, many] = [await busy(100), await busy(1000)];
    const perDevice = Object.fromEntries(who.map(contestant => [contestant, many[contestant] / some[contestant] / 10])) as Record<Contestant, number>;
    return [{row: 'B19', what: 'work until all is shown: 1000 devices ÷ 10 × 100 devices', unit: '×', ...perDevice, limits: [{reach: 1}]}];
  },
};
