import assert from 'node:assert/strict';
import {after, before, describe, it} from 'node:test';
import type {Engine} from '../../dist-config/browsers.mjs';
import {USERS} from '../../demo/sandbox/users.js';
import {eventually} from './eventually.js';
import {engines, leavePage, openPage, type OpenPage} from './open-page.js';
import {readNotices, readPage, refreshAll, type Read} from './read-page.js';
import {World} from './world.js';

const HEAT_PUMP = USERS.anna.devices!['heat-pump'];

/** Numbers and words of the devices, without the lines that say what is wrong. */
const valuesOf = (read: Read): Read =>
  Object.fromEntries(Object.entries(read).filter(([name]) => !/ footer$|^(list head|chart words)$/.test(name)));

/** Side by side, since they wait for a minute to pass. */
describe('a page whose network fails', {concurrency: true}, () => {
  for (const engine of engines) describe(engine.name, {concurrency: false}, () => testIn(engine));
});

function testIn(engine: Engine): void {
  let world: World;
  let opened: OpenPage;

  const noticesOf = (tag: string) => readNotices(opened.page, tag);

  /** Words that grow older all the time. */
  const agesOf = () => opened.page.evaluate(() =>
    document.querySelector('podero-device-card')!.shadowRoot!.querySelector('[part~="updated"]')!.textContent);

  before(async () => {
    world = await World.start();
    world.body = `<podero-device-list proxy-url="/podero"></podero-device-list>
      <podero-device-card proxy-url="/podero" device-type="heat-pump" device-id="${HEAT_PUMP}"></podero-device-card>
      <podero-consumption-chart proxy-url="/podero"></podero-consumption-chart>`;
    world.sandbox.control({clock: 'stop'});
    opened = await openPage(engine, world.url);
    await eventually(() => readPage(opened.page), read => `${HEAT_PUMP} indoor` in read && 'chart consumption' in read);
  });

  after(async () => {
    await leavePage(engine);
    await world.stop();
  });

  describe('while nothing can be read', () => {
    let shown: Read;

    before(async () => {
      shown = await readPage(opened.page);
    });

    /** Each trouble leaves what is shown, and is told by a notice of its own in all three elements. */
    async function isTold(notice: string): Promise<void> {
      await refreshAll(opened.page);
      assert.deepEqual(await noticesOf('podero-device-list'), [`footer notice ${notice}`]);
      assert.deepEqual(await noticesOf('podero-device-card'), [`footer notice ${notice}`]);
      assert.deepEqual(await noticesOf('podero-consumption-chart'), [`notice ${notice}`]);
      assert.deepEqual(valuesOf(await readPage(opened.page)), valuesOf(shown));
    }

    it('says that the provider does not answer when the API is gone', async () => {
      await world.stopApi();
      await isTold('notice-upstream');
    });

    it('says that the portal cannot be reached when the proxy is gone', async () => {
      await world.stopHost();
      await isTold('notice-unreachable');
    });

    it('says that the customer is offline', async () => {
      await opened.page.setOnline(false);
      await isTold('notice-offline');
    });

    it('lets the ages grow, at the latest when the page is looked at again', async () => {
      const before = await agesOf();
      await opened.page.evaluate(() => {
        const {now} = Date;
        Date.now = () => now() + 60_000;
        document.dispatchEvent(new Event('visibilitychange'));
      });
      assert.notEqual(await eventually(agesOf, age => age !== before), before);
    });

    it('is normal again without a reload', async () => {
      await world.startApi();
      world.sandbox.control({patch: {device: HEAT_PUMP, fields: {indoor_actual_temperature: 12.3}}});
      await world.startHost();
      await opened.page.setOnline(true);
      const isNormal = async () => (await Promise.all(['podero-device-list', 'podero-device-card', 'podero-consumption-chart'].map(noticesOf))).flat().length === 0;
      assert.ok(await eventually(isNormal, Boolean));
      const read = await eventually(() => readPage(opened.page), now => [HEAT_PUMP, `alone ${HEAT_PUMP}`].every(name => now[`${name} indoor`] === 'Indoor | 12.3 °C'));
      assert.deepEqual(read, {...shown, [`${HEAT_PUMP} indoor`]: 'Indoor | 12.3 °C', [`alone ${HEAT_PUMP} indoor`]: 'Indoor | 12.3 °C'});
      assert.deepEqual((await opened.complaints()).errors, []);
    });
  });

  describe('a device that is disconnected', () => {
    after(() => world.sandbox.control({clearPatches: true}));

    it('comes first after a refresh, with a link to reconnect it', async () => {
      const device = USERS.anna.devices!.inverter;
      world.sandbox.control({patch: {device, fields: {is_authenticated: false, authorization_url: 'https://login.example.com/again'}}});
      await refreshAll(opened.page);
      const first = await opened.page.evaluate(() => {
        const card = document.querySelector('podero-device-list')!.shadowRoot!.querySelector('podero-device-card')!;
        const link = card.shadowRoot!.querySelector<HTMLAnchorElement>('a[part~="action"]')!;
        return [card.deviceId, card.shadowRoot!.querySelector('footer')!.getAttribute('part'), link.textContent, link.href, link.rel];
      });
      assert.deepEqual(first, [device, 'footer notice notice-reconnect', 'Reconnect', 'https://login.example.com/again', 'noopener']);
    });

    it('offers no link that is not safe to follow, asks for a page instead, and leads to the provider where there is none', async () => {
      world.sandbox.control({patch: {device: HEAT_PUMP, fields: {is_authenticated: false, authorization_url: 'javascript:alert(1)'}}});
      await refreshAll(opened.page);
      const read = () => opened.page.evaluate(id => {
        const root = document.querySelector('podero-device-list')!.shadowRoot!.querySelector(`[device-id="${id}"]`)!.shadowRoot!;
        const words = root.querySelector('[part~="reason"]')!.textContent!.replace(/ Values from.*/, '');
        return [root.querySelectorAll('a').length, root.querySelectorAll('button[part~="action"]').length, words];
      }, HEAT_PUMP);
      assert.deepEqual(await read(), [0, 1, 'Sign in again at Nibe.']);
      await opened.page.click(id => document.querySelector('podero-device-list')!.shadowRoot!.querySelector(`[device-id="${id}"]`)!
        .shadowRoot!.querySelector('[part~="action"]')!, HEAT_PUMP);
      assert.deepEqual(await eventually(read, ([, buttons]) => buttons === 0), [0, 0, 'Contact your provider.']);
    });
  });

  describe('a customer who signs out', () => {
    it('leaves nothing behind', async () => {
      world.user = null;
      await refreshAll(opened.page);
      for (const tag of ['podero-device-list', 'podero-device-card', 'podero-consumption-chart']) {
        assert.deepEqual(await eventually(() => noticesOf(tag), ([notice]) => notice === 'error'), ['error'], tag);
        const text = await opened.page.evaluate(name => document.querySelector(name)!.shadowRoot!.textContent, tag);
        assert.match(text!, /You are signed out/);
        assert.doesNotMatch(text!, /Nibe|Tesla|Fronius|°C|kW/);
      }
    });
  });
}
