import assert from 'node:assert/strict';
import {after, before, describe, it} from 'node:test';
import {USERS} from '../../demo/sandbox/users.js';
import {eventually} from './eventually.js';
import {engines, leavePage, openPage, type OpenPage} from './open-page.js';
import {startDemonstration, type Demonstration} from './portal-page.js';
import {readPage} from './read-page.js';

const PUMP = USERS.anna.devices!['heat-pump'];

let demonstration: Demonstration;
let opened: OpenPage;

/** Lets the pump report another temperature; the ms until list and card show it. */
async function msUntilShown(celsius: number): Promise<number> {
  const isShown = `Hot water | ${celsius} °C`;
  demonstration.sandbox.control({patch: {device: PUMP, fields: {dhw_temperature: celsius}}});
  const changedAt = performance.now();
  const read = await eventually(() => readPage(opened.page), now => [PUMP, `alone ${PUMP}`].every(name => now[`${name} hot-water`] === isShown));
  const ms = performance.now() - changedAt;
  assert.deepEqual([read[`${PUMP} hot-water`], read[`alone ${PUMP} hot-water`]], [isShown, isShown]);
  return ms;
}

for (const engine of engines) describe(engine.name, () => {
  before(async () => {
    demonstration = await startDemonstration();
  });

  after(async () => {
    await leavePage(engine);
    await demonstration.stop();
  });

  for (const [n, way] of (['events', 'socket'] as const).entries()) {
    it(`shows in the portal within two seconds what has changed in the sandbox, by ${way}`, async () => {
      opened = await openPage(engine, `${demonstration.url}/?push=${way}`, {width: 1200, height: 900});
      await eventually(() => readPage(opened.page), read => `${PUMP} hot-water` in read && `alone ${PUMP} hot-water` in read);
      // From now on nothing is read but on demand.
      await opened.page.evaluate(() => document.querySelectorAll('podero-device-list, podero-device-card, podero-consumption-chart')
        .forEach(widget => widget.setAttribute('poll-interval', '0')));
      await msUntilShown(61.5 + n);
      const times = [await msUntilShown(51.5 + n), await msUntilShown(53.5 + n), await msUntilShown(55.5 + n)];
      assert.ok(times.toSorted((a, b) => a - b)[1]! < 2_000, `${times.join(', ')} ms`);
      assert.deepEqual(await opened.complaints(), {lines: [], errors: []});
    });
  }
});
