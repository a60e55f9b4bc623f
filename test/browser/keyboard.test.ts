import assert from 'node:assert/strict';
import {after, before, beforeEach, describe, it} from 'node:test';
import {eventually} from './eventually.js';
import {everyEngine, leavePage, openPage, type OpenPage} from './open-page.js';
import {World} from './world.js';

let world: World;
let opened: OpenPage;

/** What has the focus, through all shadow roots. */
const focused = () => opened.page.evaluate(() => {
  const deepest = (root: Document | ShadowRoot): Element | null => root.activeElement?.shadowRoot ? deepest(root.activeElement.shadowRoot) : root.activeElement;
  const element = deepest(document);
  return element?.getAttribute('aria-valuetext') ?? element?.textContent?.trim();
});

const inChart = (selector: string) => opened.page.evaluate(wanted =>
  document.querySelector('podero-consumption-chart')!.shadowRoot!.querySelector(wanted)?.textContent?.replace(/\s+/g, ' ').trim(), selector);
/** What stands in the summary's place: its first flow, up to the day. */
const readout = async () => /^.*?day/.exec(await inChart('.readout') ?? '')?.[0];
const spanOf = () => inChart('.span');

const tableIsSeen = () => opened.page.evaluate(() =>
  !document.querySelector('podero-consumption-chart')!.shadowRoot!.querySelector('[part~="table"]')!.classList.contains('hidden'));

for (const engine of everyEngine) describe(engine.name, () => {
  before(async () => {
    world = await World.start({start: new Date('2026-04-15T10:00:00Z')});
    world.body = `<podero-device-list proxy-url="/podero" types="inverter"></podero-device-list>
      <podero-consumption-chart proxy-url="/podero" time-zone="Europe/Vienna"></podero-consumption-chart>`;
  });

  beforeEach(async () => {
    opened = await openPage(engine, world.url);
    await eventually(() => opened.page.evaluate(() => ['podero-device-list', 'podero-consumption-chart']
      .every(tag => document.querySelector(tag)?.shadowRoot?.querySelector('button'))
      && document.querySelector('podero-consumption-chart')?.shadowRoot?.querySelector('[role="slider"]')), Boolean);
  });

  after(async () => {
    await leavePage(engine);
    await world.stop();
  });

  describe('who has only a keyboard', () => {
    it('walks from button to button, and back: a picture is one stop among them', async () => {
      for (const name of ['Refresh', 'Day', 'Week', 'Month', 'Year', 'Earlier', 'Later', 'Today', 'Wednesday', 'Table', 'Export CSV']) {
        await opened.page.press('Tab');
        assert.ok((await focused())?.startsWith(name), `${await focused()} instead of ${name}`);
      }
      await opened.page.press('Shift+Tab');
      assert.equal(await focused(), 'Table');
    });

    it('reads bar by bar with the arrows, to either end, and is told of nothing with Escape', async () => {
      for (let stop = 0; stop < 9; stop++) await opened.page.press('Tab');
      const days = [];
      for (const key of ['ArrowLeft', 'ArrowLeft', 'ArrowLeft', 'End', 'ArrowRight', 'Home', 'ArrowRight'] as const) {
        await opened.page.press(key);
        days.push(/^\w+/.exec(await focused() ?? '')?.[0]);
      }
      assert.deepEqual(days, ['Tuesday', 'Monday', 'Monday', 'Wednesday', 'Wednesday', 'Monday', 'Tuesday']);
      const words = await focused();
      assert.match(words!, /^Tuesday,? 14 April, Consumption \d+\.\d\skWh, Production \d+\.\d\skWh$/);
      assert.equal(await readout(), `Consumption${/\d+\.\d/.exec(words!)![0]} kWh Tuesday`);
      await opened.page.press('Escape');
      assert.equal(await readout(), undefined);
    });

    it('turns to the week before with Enter, and stays on that button', async () => {
      for (let stop = 0; stop < 6; stop++) await opened.page.press('Tab');
      await opened.page.press('Enter');
      assert.ok(await eventually(spanOf, span => /^(6.+12 Apr|Apr 6.+12)/.test(span ?? '')));
      assert.equal(await focused(), 'Earlier');
    });

    it('refreshes with Enter, and opens the table with the space bar', async () => {
      await opened.page.press('Tab');
      world.asked.length = 0;
      await opened.page.press('Enter');
      assert.ok(await eventually(() => Promise.resolve(world.asked.includes('/inverters')), Boolean));
      for (let stop = 0; stop < 9; stop++) await opened.page.press('Tab');
      await opened.page.press('Space');
      assert.ok(await eventually(tableIsSeen, Boolean));
    });
  });

  it('opens the table for who has a mouse', async () => {
    assert.equal(await tableIsSeen(), false);
    await opened.page.click(() => document.querySelector('podero-consumption-chart')!.shadowRoot!.querySelector('footer button')!);
    assert.ok(await eventually(tableIsSeen, Boolean));
  });
});
