import assert from 'node:assert/strict';
import {after, afterEach, before, describe, it} from 'node:test';
import type {Engine} from '../../dist-config/browsers.mjs';
import {eventually} from './eventually.js';
import {everyEngine, leavePage, openPage, type OpenPage} from './open-page.js';
import {World} from './world.js';

const LIST = '<podero-device-list proxy-url="/podero"></podero-device-list>';
const CHART = '<podero-consumption-chart proxy-url="/podero"></podero-consumption-chart>';
const UNLOADED = /This part of the page could not be loaded/;

let world: World;

/** The text of an element, shadow roots included; its script and style never count. */
const textOf = ({page}: OpenPage) => page.evaluate(() => {
  const read = (node: Node): string => [node instanceof Element ? node.shadowRoot : null, ...node.childNodes]
    .map(child => (child === null ? '' : child instanceof Text ? child.data : read(child))).join(' ');
  return [...document.body.children].map(read).join(' ').replace(/\s+/g, ' ');
});

const shows = (opened: OpenPage, words: RegExp) => eventually(() => textOf(opened), text => words.test(text));

async function openWithout(engine: Engine, missing: RegExp, body: string): Promise<OpenPage> {
  Object.assign(world, {missing, body});
  return openPage(engine, world.url);
}

/** Presses the button in the element's own shadow root. */
const press = ({page}: OpenPage) => page.evaluate(() => {
  const button = document.body.firstElementChild!.shadowRoot!.querySelector<HTMLElement>('[part="action"]');
  button!.click();
});

for (const engine of everyEngine) describe(engine.name, () => {
  before(async () => {
    world = await World.start();
  });

  afterEach(() => {
    world.missing = undefined;
  });

  after(async () => {
    await leavePage(engine);
    await world.stop();
  });

  describe('a part of the script that is missing', () => {
    for (const [what, missing, body, words] of [
      ['the words', /view-/, LIST, /Nibe S-Series/],
      ['the chart\'s figures', /chart-body-/, CHART, /this week/],
    ] as const) {
      it(`is said once, and comes with the next try: ${what}`, async () => {
        const opened = await openWithout(engine, missing, body);
        assert.match(await shows(opened, UNLOADED), UNLOADED);
        world.missing = undefined;
        await press(opened);
        assert.match(await shows(opened, words), words);
        assert.deepEqual((await opened.complaints()).lines, ['podero-widgets: server: a part of the script could not be loaded; serve "chunks" beside podero-widgets.js.']);
        assert.deepEqual((await opened.complaints()).errors, []);
      });
    }

    it('comes by itself with an update after a pause, as when the page is shown again', async () => {
      const opened = await openWithout(engine, /view-|chart-body-|chart-runtime-/, LIST + CHART);
      await shows(opened, UNLOADED);
      world.missing = undefined;
      const shown = eventually(async () => {
        await opened.page.evaluate(() => document.dispatchEvent(new Event('visibilitychange')));
        return textOf(opened);
      }, text => /Nibe S-Series[^]*this week/.test(text));
      assert.doesNotMatch(await shown, UNLOADED);
      assert.ok(await eventually(() => opened.page.evaluate(() => !!document.querySelector('podero-consumption-chart')!.shadowRoot!.querySelector('canvas')?.width), Boolean));
      assert.deepEqual((await opened.complaints()).errors, []);
    });

    it('takes nothing but the picture from a chart: its figures stand in a table', async () => {
      const opened = await openWithout(engine, /chart-runtime-/, CHART);
      assert.match(await shows(opened, /picture could not be loaded/), /picture could not be loaded/);
      const table = await opened.page.evaluate(() => {
        const root = document.querySelector('podero-consumption-chart')!.shadowRoot!;
        const {width, height} = root.querySelector('[part~="table"]')!.getBoundingClientRect();
        return {isSeen: width > 200 && height > 100, canvas: root.querySelector('canvas')};
      });
      assert.deepEqual(table, {isSeen: true, canvas: null});
      assert.equal((await opened.complaints()).lines.length, 1);
      assert.deepEqual((await opened.complaints()).errors, []);
    });
  });
});
