import assert from 'node:assert/strict';
import {after, before, describe, it} from 'node:test';
import {heatPumpPayload} from '../../fixtures/payloads.js';
import {eventually} from '../eventually.js';
import {engines, leavePage, type OpenPage} from '../open-page.js';
import {jump} from '../page-clock.js';
import {answers, late} from './fault.js';
import {FaultServer} from './fault-server.js';
import {comeBack, look, openStage, put, refreshAll, settle} from './stage.js';

/** More than are read at once. */
const IDS = Array.from({length: 8}, (_, index) => `hp-${index}`);
const COLLECTIONS = ['/heat-pumps', '/electric-vehicles', '/inverters'];
const BUSY = answers(429, {'retry-after': '120'});

for (const engine of engines) describe(engine.name, () => {
  let server: FaultServer;
  let opened: OpenPage;

  const savings = () => server.seen().filter(({path}) => path.endsWith('/savings'));
  const online = () => opened.page.evaluate(() => {
    dispatchEvent(new Event('offline'));
    dispatchEvent(new Event('online'));
  });
  const embed = (id: string, attributes = {}) => ({id, 'proxy-url': server.proxyUrl, 'poll-interval': '60', ...attributes});

  before(async () => {
    server = await FaultServer.start();
    server.devices = {'heat-pumps': IDS.map(id => heatPumpPayload('G1', {id}, {at: new Date()})), 'electric-vehicles': [], 'inverters': []};
    opened = await openStage(engine, server);
  });

  after(async () => {
    assert.deepEqual((await opened.complaints()).errors, []);
    await leavePage(engine);
    await server.stop();
  });

  it('H11 reads nothing more of what waits in turn when one is told to wait', async () => {
    // The answers of the first four cross on their way; nobody of the others asks after that.
    for (const id of IDS) server.faults.set(`/heat-pumps/${id}/savings`, late(100, BUSY));
    await put(opened.page, ['podero-consumption-chart', embed('chart')], ['podero-device-list', embed('list')]);
    await eventually(() => look(opened.page), shown => shown.list!.cards === IDS.length && shown.chart!.parts.length > 0);
    await settle();
    assert.equal(savings().length, 4);
  });

  it('H11 asks for nothing for 120 seconds: not by focus, a network that comes back, a refresh, a poll, or another widget', async () => {
    server.log.length = 0;
    await jump(opened.page, 80);
    await Promise.all([comeBack(opened.page), online()]);
    await refreshAll(opened.page);
    await put(opened.page,
      ['podero-device-list', embed('second', {credentials: 'omit'})],
      ['podero-device-card', embed('card', {'device-type': 'heat-pump', 'device-id': IDS[0]!, 'session': 'of another customer'})]);
    await refreshAll(opened.page);
    await jump(opened.page, 20);
    await settle();
    assert.deepEqual(server.seen(), []);
  });

  it('H11 says on the button when it may be pressed again, and it cannot be pressed before', async () => {
    const buttons = () => opened.page.evaluate(() => ['list', 'second', 'card'].map(id => {
      const button = document.getElementById(id)!.shadowRoot!.querySelector<HTMLElement>('[part="refresh"], [part="action"]')!;
      button.click();
      return [button.textContent!.trim().replace(/\d/g, '0').replace(/[\u202f\u00a0]/g, ' '), button.getAttribute('aria-disabled')];
    }));
    const waiting = (words: string) => /^Again at 0{1,2}:00( [AP]M)?$/.test(words);
    const shown = await buttons();
    assert.ok(shown.every(([words, isDisabled]) => waiting(words!) && isDisabled === 'true'), JSON.stringify(shown));
    await settle();
    assert.deepEqual(server.seen(), []);
  });

  it('H11 asks again after them by itself, and everything is there', async () => {
    server.faults.clear();
    await jump(opened.page, 25);
    const shown = await eventually(() => look(opened.page), now => now.second!.cards === IDS.length && now.card!.cards === 1 && now.chart!.parts.length === 0);
    assert.deepEqual(Object.entries(shown).map(([id, {parts}]) => [id, parts]), [['chart', []], ['list', []], ['second', []], ['card', []]]);
    assert.ok(COLLECTIONS.every(path => server.seen(path).length > 0));
  });
});
