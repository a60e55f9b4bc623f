import assert from 'node:assert/strict';
import {after, before, describe, it} from 'node:test';
import type {Engine} from '../../dist-config/browsers.mjs';
import {USERS} from '../../demo/sandbox/users.js';
import {eventually} from './eventually.js';
import {engines, leavePage, openPage} from './open-page.js';
import {refreshAll} from './read-page.js';
import {World} from './world.js';

const DEVICES = Object.entries(USERS.anna.devices!);
const COLLECTIONS = ['/electric-vehicles', '/heat-pumps', '/inverters'];
const DETAILS = ['/electric-vehicles', '/heat-pumps', '/inverters'].map((collection, index) =>
  `${collection}/${USERS.anna.devices![(['electric-vehicle', 'heat-pump', 'inverter'] as const)[index]!]}`);

const SAVINGS = DETAILS.map(path => `${path}/savings`);

const card = ([kind, id]: readonly [string, string]) =>
  `<podero-device-card proxy-url="/podero" device-type="${kind}" device-id="${id}"></podero-device-card>`;
const LIST = '<podero-device-list proxy-url="/podero"></podero-device-list>';
const CHART = '<podero-consumption-chart proxy-url="/podero" time-zone="Europe/Vienna"></podero-consumption-chart>';
const CARDS = [...DEVICES, ...DEVICES].map(card).join('');

let world: World;

async function open(engine: Engine, body: string) {
  world.body = body;
  world.asked.length = 0;
  const opened = await openPage(engine, world.url);
  await eventually(() => opened.page.evaluate(() => {
    const list = document.querySelector('podero-device-list');
    const cards = [...document.querySelectorAll('podero-device-card'), ...list?.shadowRoot?.querySelectorAll('podero-device-card') ?? []];
    const charts = [...document.querySelectorAll('podero-consumption-chart')];
    return cards.length > 0 && cards.every(card => card.shadowRoot?.querySelector('[part~="activity"]'))
      && charts.every(chart => chart.shadowRoot?.querySelector('[part~="legend"]'));
  }), Boolean);
  await new Promise(resolve => setTimeout(resolve, 500));
  return opened;
}

for (const engine of engines) describe(engine.name, () => {
  before(async () => {
    world = await World.start();
  });

  after(async () => {
    await leavePage(engine);
    await world.stop();
  });

  describe('the requests of a page', () => {
    it('are one for each collection for a list, six cards and two charts, and one for each device\'s series', async () => {
      await open(engine, LIST + CARDS + CHART + CHART);
      assert.deepEqual(world.asked.toSorted(), [...COLLECTIONS, ...SAVINGS].toSorted());
    });

    it('are the same whatever comes first in the page', async () => {
      await open(engine, CARDS + CHART + LIST);
      assert.deepEqual(world.asked.toSorted(), [...COLLECTIONS, ...SAVINGS].toSorted());
    });

    it('are one for each device for cards alone, however often a device is shown', async () => {
      await open(engine, CARDS);
      assert.deepEqual(world.asked.toSorted(), DETAILS);
    });

    it('are one for each collection when everything is refreshed at once: the series are fresh', async () => {
      const {page} = await open(engine, LIST + CARDS + CHART);
      world.asked.length = 0;
      await refreshAll(page);
      assert.deepEqual(world.asked.toSorted(), COLLECTIONS);
    });

    it('ask only for the kinds that a list shows', async () => {
      await open(engine, '<podero-device-list proxy-url="/podero" types="inverter heat-pump"></podero-device-list>');
      assert.deepEqual(world.asked.toSorted(), ['/heat-pumps', '/inverters']);
    });
  });
});
