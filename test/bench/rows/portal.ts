/** What a page pays: the first second of the demonstration's portal, beside that of the same page whose widgets do not come. */
import {setTimeout as pause} from 'node:timers/promises';
import {startDemonstration} from '../../browser/portal-page.js';
import type {Figure} from '../figures.js';
import {median} from '../figures.js';
import type {Lab} from '../lab.js';
import type {Row} from '../row.js';

interface FirstSecond {
  readonly longestMs: number;
  readonly busyMs: number;
  readonly shift: number;
}

/** The page as it is, or without our script. */
type Which = 'product' | 'vanilla';

async function firstSecond(lab: Lab, slowDown: number, which: Which): Promise<FirstSecond> {
  const demonstration = await startDemonstration();
  const visit = await lab.open('bare', {size: 0}, {width: 1200, slowDown});
  if (which === 'vanilla') await visit.block('*/widgets/*');
  await visit.page.goto('about:blank');
  const before = await visit.busyMs();
  const longestMs = await visit.longestTaskMs(async () => {
    // The second begins with the visit, not with what the page has loaded.
    const visited = visit.page.goto(demonstration.url);
    await pause(1000);
    await visited;
  });
  const busyMs = await visit.busyMs() - before;
  // However long that takes: what is not there has moved nothing.
  if (which === 'product') await visit.page.waitForFunction(() => {
    const cards = document.querySelector('podero-device-list')?.shadowRoot?.querySelectorAll('[part="list"] podero-device-card') ?? [];
    return cards.length > 0 && [...cards].every(card => card.shadowRoot?.querySelector('[data-reading]'));
  });
  await visit.frames(10);
  const shift = await visit.page.evaluate(() => meter.shift());
  await visit.close();
  await demonstration.stop();
  return {longestMs, busyMs, shift};
}

const MEASURES = {longestMs: 'longest task', busyMs: 'main thread', shift: 'layout shift'} as const;

export const portal: Row = {
  id: 'portal',
  title: 'The first second of a portal',
  async measure(lab, {who, repeats}) {
    const figures: Figure[] = [];
    const measured = who.filter(one => one !== 'react');
    for (const slowDown of [1, 4]) {
      const tries: Record<Which, FirstSecond[]> = {product: [], vanilla: []};
      for (let i = 0; i < Math.ceil(repeats / 2); i++) for (const which of measured) tries[which].push(await firstSecond(lab, slowDown, which));
      const where = slowDown === 1 ? 'desktop' : `${slowDown} × slower`;
      for (const [measure, name] of Object.entries(MEASURES) as [keyof FirstSecond, string][]) {
        figures.push({
          row: 'portal', what: `portal's first second, ${where}: ${name}; vanilla: without the widgets`, unit: measure === 'shift' ? '' : 'ms',
          ...Object.fromEntries(measured.map(which => [which, median(tries[which].map(one => one[measure]))])) as Record<Which, number>,
          limits: measure === 'shift' ? [{reach: 0}] : measure === 'longestMs' && slowDown === 1 ? [{reach: 50}] : [],
        });
      }
    }
    return figures;
  },
};
