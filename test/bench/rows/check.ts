/** B13: JSON that was parsed, verified and understood. */
import {CHECK} from '../host.js';
import {homeOf} from '../home.js';
import {scriptOf} from '../contestants.js';
import type {Lab} from '../lab.js';
import {interleaved, type Row} from '../row.js';

const SIZE = 1000;
const WARM_UP = 3;

/** What both do: a device's kind and its JSON, understood. */
type Check = (kind: string, json: unknown) => unknown;

/** ms for all devices; each try has a page of its own, in which it has been done before. */
async function checkAll(lab: Lab, who: 'product' | 'vanilla'): Promise<number> {
  const visit = await lab.open('bare', {size: 0});
  const ms = await visit.page.evaluate(async ({script, name, home, warmUp}) => {
    const check = (await import(script) as Record<string, Check>)[name]!;
    const devices = Object.entries(home).flatMap(([collection, sent]) => sent.map(json => [collection.slice(0, -1), json] as const));
    const once = () => {
      const from = performance.now();
      for (const [kind, json] of devices) if (!check(kind, json)) throw new Error(`${name} did not understand a device.`);
      return performance.now() - from;
    };
    for (let i = 0; i < warmUp; i++) once();
    return once();
  }, {
    script: who === 'product' ? scriptOf('product') : CHECK, name: who === 'product' ? 'parseDevice' : 'checkDevice', home: homeOf(SIZE), warmUp: WARM_UP,
  });
  await visit.close();
  return ms;
}

export const check: Row = {
  id: 'B13',
  title: 'Validate and normalise 1000 devices',
  async measure(lab, {repeats}) {
    const ms = await interleaved(['product', 'vanilla'] as const, repeats, who => checkAll(lab, who));
    return [{row: 'B13', what: `validate and normalise ${SIZE} devices; vanilla: a hand-written check`, unit: 'ms', ...ms, limits: [{of: 'vanilla', reach: 8}]}];
  },
};
