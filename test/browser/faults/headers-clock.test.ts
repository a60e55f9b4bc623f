import assert from 'node:assert/strict';
import {after, before, describe, it} from 'node:test';
import {heatPumpPayload} from '../../fixtures/payloads.js';
import {eventually} from '../eventually.js';
import {engines, leavePage, openPage, type OpenPage} from '../open-page.js';
import {answers} from './fault.js';
import {FaultServer} from './fault-server.js';
import {goToStage, look, openStage, put, refreshAll} from './stage.js';

const DAY_MS = 86_400_000;
/** And a little more: a `Date` has whole seconds. */
const TEN_MINUTES_MS = 10.5 * 60_000;
/** Answers everything of the proxy from its cache once it has it, as its author thought best. */
const WORKER = `addEventListener('install', () => skipWaiting());
  addEventListener('activate', event => event.waitUntil(clients.claim()));
  addEventListener('fetch', event => event.request.url.endsWith('/heat-pumps') && event.respondWith(caches.open('kept').then(async kept => {
    const known = await kept.match(event.request.url);
    if (known) return known;
    const answer = await fetch(event.request);
    await kept.put(event.request.url, answer.clone());
    return answer;
  })));`;

for (const engine of engines) describe(engine.name, () => {
  let server: FaultServer;
  let opened: OpenPage;

  /** A device whose own state is so old, by the server's clock. */
  const device = (ageMs: number) => {
    const at = new Date(Date.now() - ageMs);
    return [heatPumpPayload('G1', {current_state_last_updated_at: at.toISOString()}, {at})];
  };
  const ages = () => opened.page.evaluate(() => ['list', 'card'].map(id => {
    const {shadowRoot} = document.getElementById(id)!;
    const card = id === 'list' ? shadowRoot?.querySelector('podero-device-card')?.shadowRoot : shadowRoot;
    const foot = card?.querySelector('footer');
    return foot && [foot.getAttribute('part'), foot.querySelector('time')?.textContent?.replace(/\s+/g, ' ')].join(': ');
  }));
  const shown = () => eventually(ages, each => each.every(Boolean));

  async function embed(proxyUrl: string): Promise<void> {
    const shared = {'proxy-url': proxyUrl, 'poll-interval': '0'};
    await put(opened.page,
      ['podero-device-list', {id: 'list', types: 'heat-pump', ...shared}],
      ['podero-device-card', {id: 'card', 'device-type': 'heat-pump', 'device-id': String(server.devices['heat-pumps'][0]!.id), ...shared}]);
  }

  before(async () => {
    server = await FaultServer.start();
    server.sendDate = true;
  });

  after(async () => {
    await leavePage(engine);
    await server.stop();
  });

  for (const [name, days] of [['fast', 3], ['slow', -3]] as const) {
    it(`C08, V07 tells a device's age by the server's clock where the customer's is three days ${name}`, async () => {
      server.devices['heat-pumps'] = device(TEN_MINUTES_MS);
      opened = await openStage(engine, server);
      await opened.page.evaluate(ms => clock.jump(ms, 0), days * DAY_MS);
      await embed(server.proxyUrl);
      assert.deepEqual(await shown(), ['footer: Updated 10 minutes ago', 'footer: Updated 10 minutes ago']);
      assert.deepEqual((await opened.complaints()).lines, []);
      // The list's own line is about an instant of the customer's clock.
      assert.match((await look(opened.page)).list!.text, /Checked just now/);
    });
  }

  it('C08, V07 shows the older of two possible ages where the answer may have lain somewhere', async () => {
    server.devices['heat-pumps'] = device(TEN_MINUTES_MS);
    server.faults.set('*', (response, healthy) => answers(200, {age: '0'})(response, healthy));
    opened = await openStage(engine, server);
    await opened.page.evaluate(ms => clock.jump(ms, 0), 3 * DAY_MS);
    await embed(server.proxyUrl);
    const old = 'footer notice notice-stale: Updated 3 days ago';
    assert.deepEqual(await shown(), [old, old]);
    server.faults.clear();
  });

  it('C10 follows the device\'s own stamp where a service worker answers with the date of another day', async () => {
    server.devices['heat-pumps'] = device(3 * DAY_MS);
    const then = new Date(Date.now() - 3 * DAY_MS).toUTCString();
    server.faults.set('/heat-pumps', answers(200, {date: then}));
    server.faults.set('/worker.js', answers(200, {'content-type': 'text/javascript', 'service-worker-allowed': '/'}, WORKER));
    // A page without the policy of the others, which allows no workers by name.
    server.faults.set('/install', answers(200, {'content-type': 'text/html'}, '<!doctype html><title>Install</title>'));
    server.log.length = 0;
    opened = await openPage(engine, `${server.url}/podero/install`);
    await opened.page.evaluate(async () => {
      await navigator.serviceWorker.register('/podero/worker.js', {scope: '/'});
      await navigator.serviceWorker.ready;
    });
    await goToStage(opened.page, server);
    await embed(`${server.url}/podero`);
    const old = 'footer notice notice-stale: Updated 3 days ago';
    assert.deepEqual(await shown(), [old, old]);
    await opened.page.evaluate(() => clock.jump(60_000));
    await refreshAll(opened.page);
    assert.deepEqual(await shown(), [old, old]);
    assert.equal(server.seen('/heat-pumps').length, 1, 'the worker answers all but the first');
  });
});
