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
  return deepest(document)?.textContent?.trim();
});

const tableIsSeen = () => opened.page.evaluate(() =>
  !document.querySelector('podero-consumption-chart')!.shadowRoot!.querySelector('[part~="table"]')!.classList.contains('hidden'));

for (const engine of everyEngine) describe(engine.name, () => {
  before(async () => {
    world = await World.start();
    world.body = `<podero-device-list proxy-url="/podero" types="inverter"></podero-device-list>
      <podero-consumption-chart proxy-url="/podero"></podero-consumption-chart>`;
  });

  beforeEach(async () => {
    opened = await openPage(engine, world.url);
    await eventually(() => opened.page.evaluate(() => ['podero-device-list', 'podero-consumption-chart']
      .every(tag => document.querySelector(tag)?.shadowRoot?.querySelector('button'))), Boolean);
  });

  after(async () => {
    await leavePage(engine);
    await world.stop();
  });

  describe('who has only a keyboard', () => {
    it('walks from button to button, and back', async () => {
      await opened.page.press('Tab');
      assert.equal(await focused(), 'Refresh');
      await opened.page.press('Tab');
      assert.equal(await focused(), 'Table');
      await opened.page.press('Shift+Tab');
      assert.equal(await focused(), 'Refresh');
    });

    it('refreshes with Enter, and opens the table with the space bar', async () => {
      await opened.page.press('Tab');
      world.asked.length = 0;
      await opened.page.press('Enter');
      assert.ok(await eventually(() => Promise.resolve(world.asked.includes('/inverters')), Boolean));
      await opened.page.press('Tab', 'Space');
      assert.ok(await eventually(tableIsSeen, Boolean));
    });
  });

  it('opens the table for who has a mouse', async () => {
    assert.equal(await tableIsSeen(), false);
    await opened.page.click(() => document.querySelector('podero-consumption-chart')!.shadowRoot!.querySelector('footer button')!);
    assert.ok(await eventually(tableIsSeen, Boolean));
  });
});
