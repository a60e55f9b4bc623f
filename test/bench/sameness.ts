/** A peer that shows less would be faster for nothing: all must say the same, before anything is measured. */
import type {Contestant} from './contestants.js';
import {CONTESTANTS, POLL_S} from './contestants.js';
import {homeOf} from './home.js';
import type {Lab} from './lab.js';
import type {What} from './in-page.js';

const SIZES = [1, 10, 100];

/** What a screen reader reads of it: at first, and after a poll that changes everything. */
async function saidBy(lab: Lab, contestant: Contestant, size: number, pageSize: number): Promise<readonly string[]> {
  const visit = await lab.open(contestant, {size, pageSize});
  const all: What = {is: 'cards', count: Math.min(size, pageSize)};
  await visit.begin(all);
  await visit.frames(5);
  const first = await visit.page.evaluate(() => meter.aloud());
  lab.host.home = homeOf(size, 1);
  const asked = lab.host.asked.length;
  await visit.page.evaluate(ms => clock.jump(ms), 1200 * POLL_S);
  while (lab.host.asked.length < asked + 3) await visit.frames(1);
  await visit.frames(10);
  const second = await visit.page.evaluate(() => meter.aloud());
  await visit.close();
  return [...first, `── after a poll`, ...second];
}

async function saidByChart(lab: Lab, contestant: Contestant): Promise<readonly string[]> {
  const visit = await lab.open(contestant, {size: 1, show: 'chart'});
  await visit.begin({is: 'chart'});
  await visit.frames(10);
  const said = await visit.page.evaluate(() => meter.aloud());
  await visit.close();
  return said;
}

/** Of what the product says: each device's card, with a figure of its own, is there. */
function assertWhole(said: readonly string[], size: number, pageSize: number): void {
  const cards = said.filter(line => /^ *article "/.test(line)).length;
  if (cards !== 2 * Math.min(size, pageSize)) throw new Error(`The product shows ${cards} cards of ${size} devices, ${pageSize} on a page, before and after a poll.`);
  if (said.filter(line => / \d.*(°C|W|%|km|kWh)$/.test(line)).length < cards * 4) throw new Error('The product shows too few readings.');
}

/** Throws, and names the first line that differs. */
export async function assertSame(lab: Lab): Promise<void> {
  const situations = [
    ...SIZES.flatMap(size => (size > 24 ? [24, 1000] : [1000]).map(pageSize => [`${size} devices, ${pageSize} on a page`, (who: Contestant) => saidBy(lab, who, size, pageSize), size, pageSize] as const)),
    ['a chart', (who: Contestant) => saidByChart(lab, who), 0, 0] as const,
  ];
  for (const [name, say, size, pageSize] of situations) {
    const product = await say('product');
    if (size) assertWhole(product, size, pageSize);
    for (const contestant of CONTESTANTS.slice(1)) {
      const peer = await say(contestant);
      const longest = Math.max(product.length, peer.length);
      const differs = Array.from({length: longest}, (_, index) => index).find(index => product[index] !== peer[index]);
      if (differs !== undefined) {
        throw new Error(`${name}: ${contestant} does not say what the product says. Line ${differs + 1}: "${product[differs]}", but "${peer[differs]}".`);
      }
    }
  }
}
