import assert from 'node:assert/strict';
import {after, before, describe, it} from 'node:test';
import {USERS} from '../../demo/sandbox/users.js';
import {eventually} from './eventually.js';
import {everyEngine, leavePage, openPage, type OpenPage} from './open-page.js';
import {World} from './world.js';

const HEAT_PUMP = `device-type="heat-pump" device-id="${USERS.anna.devices!['heat-pump']}"`;

let world: World;

/** In whole pixels: words are a fraction of one higher than their line in some engines. */
const heightsOf = ({page}: OpenPage) => page.evaluate(() =>
  [...document.querySelectorAll('podero-device-list, podero-device-card, podero-consumption-chart')].map(element => Math.round(element.getBoundingClientRect().height)));

/** A gate that stays closed until the function is called. */
function closed(): [Promise<void>, () => void] {
  let open = () => {};
  return [new Promise(resolve => (open = resolve)), () => open()];
}

const isShown = ({page}: OpenPage) => page.evaluate(() => {
  const in_ = (tag: string) => [...document.querySelectorAll(tag)].map(element => element.shadowRoot!);
  return in_('podero-device-list').every(root => root.querySelectorAll('podero-device-card').length === 3)
    && in_('podero-device-card').every(root => root.querySelector('[part~="activity"]'))
    && in_('podero-consumption-chart').every(root => root.querySelector('canvas')?.width);
});

interface Shift extends PerformanceEntry {
  readonly value: number;
  readonly sources: readonly {readonly previousRect: DOMRect; readonly currentRect: DOMRect}[];
}

/**
 * What has moved since, and how much, in Chromium, which alone tells; words that were only spoken (a box of 1 px) may take their
 * place. Before the script has come, no element can reserve anything.
 */
const shiftsSince = ({page}: OpenPage, since: number) => page.evaluate(since => new Promise<string[]>(resolve => {
  const whatOf = ({sources, value}: Shift) => `${sources.map(({previousRect: was, currentRect: is}) => `${was.width} × ${was.height} from ${was.x}, ${was.y} to ${is.x}, ${is.y}`).join()}: ${value}`;
  const counts = ({startTime, sources}: Shift) => startTime > since && sources.some(({previousRect}) => previousRect.width > 1);
  new PerformanceObserver(list => resolve((list.getEntries() as Shift[]).filter(counts).map(whatOf)))
    .observe({type: 'layout-shift', buffered: true});
  setTimeout(() => resolve([]), 300);
}), since);

for (const engine of everyEngine) describe(engine.name, () => {
  before(async () => {
    world = await World.start();
    world.body = `<podero-device-list proxy-url="/podero"></podero-device-list>
      <podero-device-card proxy-url="/podero" ${HEAT_PUMP}></podero-device-card>
      <podero-consumption-chart proxy-url="/podero"></podero-consumption-chart>
      <podero-consumption-chart proxy-url="/podero" ${HEAT_PUMP}></podero-consumption-chart>
      <p>What follows on the page</p>`;
  });

  after(async () => {
    await leavePage(engine);
    await world.stop();
  });

  describe('while the data come', () => {
    for (const width of [256, 320, 376, 500, 760, 916]) {
      it(`nothing moves on a page of ${width} px`, async () => {
        const [gate, open] = closed();
        world.gate = gate;
        // A page that has to scroll is narrower in Firefox: what is measured would depend on the room that is left.
        const opened = await openPage(engine, world.url, {width, height: 4000});
        await eventually(() => opened.page.evaluate(() => !!customElements.get('podero-consumption-chart')), Boolean);
        const [reserved, since] = [await heightsOf(opened), await opened.page.evaluate(() => performance.now())];
        open();
        assert.ok(await eventually(() => isShown(opened), Boolean));
        assert.deepEqual(await heightsOf(opened), reserved);
        assert.deepEqual(await shiftsSince(opened, since), []);
        assert.deepEqual((await opened.complaints()).errors, []);
      });
    }
  });
});
