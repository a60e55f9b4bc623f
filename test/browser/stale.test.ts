/** The API fails for a while, and what it says is the same afterwards: what the browser keeps of the proxy's answers must not lie. */
import assert from 'node:assert/strict';
import {after, before, describe, it} from 'node:test';
import {eventually} from './eventually.js';
import {everyEngine, leavePage, openPage, type OpenPage} from './open-page.js';
import {readNotices, refreshAll} from './read-page.js';
import {World} from './world.js';

for (const engine of everyEngine) describe(engine.name, () => {
  let world: World;
  let opened: OpenPage;

  const notices = () => readNotices(opened.page, 'podero-device-list');

  before(async () => {
    world = await World.start({staleSeconds: 600});
    world.body = '<podero-device-list proxy-url="/podero"></podero-device-list>';
    // So that every answer has the same words, and a browser that keeps answers gets 304.
    world.sandbox.control({clock: 'stop'});
    opened = await openPage(engine, world.url);
    await eventually(() => opened.page.evaluate(() => document.querySelector('podero-device-list')?.shadowRoot?.querySelectorAll('podero-device-card').length === 3), Boolean);
  });

  after(async () => {
    await leavePage(engine);
    await world.stop();
  });

  it('the last answers of the proxy are said to be that, for as long as they are', async () => {
    for (let times = 0; times < 2; times++) {
      world.sandbox.control({fail: {status: 503}});
      await refreshAll(opened.page);
      assert.deepEqual(await eventually(notices, ({length}) => length > 0), ['footer notice notice-upstream']);
      world.sandbox.control({recover: true});
      await refreshAll(opened.page);
      assert.deepEqual(await eventually(notices, ({length}) => length === 0), []);
    }
  });
});
