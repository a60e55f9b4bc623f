import assert from 'node:assert/strict';
import {after, before, beforeEach, describe, it} from 'node:test';
import {heatPumpPayload} from '../../fixtures/payloads.js';
import {eventually} from '../eventually.js';
import {engines, leavePage, openPage, type OpenPage} from '../open-page.js';
import {FaultServer} from './fault-server.js';
import {card, chart, COLLECTIONS, giveSavings, list, showing, three} from './three.js';

for (const engine of engines) describe(engine.name, () => {
  let server: FaultServer;
  let opened: OpenPage;

  before(async () => {
    server = await FaultServer.start();
  });

  beforeEach(async () => {
    await leavePage(engine);
    server.calm();
  });

  after(async () => {
    await leavePage(engine);
    await server.stop();
  });

  const evaluate: OpenPage['page']['evaluate'] = (run, ...values) => opened.page.evaluate(run, ...values);
  const asked = () => server.log.filter(({method}) => method === 'GET').map(({path}) => path).toSorted();
  /** When they have all come, and a moment later. */
  async function askedInAll(count: number): Promise<readonly string[]> {
    await eventually(() => Promise.resolve(asked()), paths => paths.length >= count);
    await new Promise(resolve => setTimeout(resolve, 200));
    return asked();
  }

  async function open(body: string, shown: number, drawn: number): Promise<void> {
    server.body = body;
    opened = await openPage(engine, server.url);
    assert.deepEqual(await showing(opened.page, shown, drawn), {shown, drawn});
  }

  /** Lets minutes pass for the page by every clock, and whatever is due happen. */
  async function pass(minutes: number): Promise<void> {
    await evaluate((ms: number) => clock.jump(ms), minutes * 60_000);
    await new Promise(resolve => setTimeout(resolve, 200));
  }

  /** As the page is told when its tab is switched. */
  const setHidden = (isHidden: boolean) => evaluate((state: string) => {
    Object.defineProperty(document, 'visibilityState', {value: state, configurable: true});
    document.dispatchEvent(new Event('visibilitychange'));
  }, isHidden ? 'hidden' : 'visible');

  it('M01 asks once for each collection and poll, a device\'s detail only where it is flagged, and its series once', async () => {
    const [flagged, plain] = [{id: 'flagged', action_needed: true}, {id: 'plain', action_needed: false}].map(fields => heatPumpPayload('G1', fields));
    server.devices['heat-pumps'] = [flagged!, plain!];
    const series = giveSavings(server);
    const {proxyUrl, devices} = server;
    const cards = (['flagged', 'plain'] as const).map(id => card(proxyUrl, 'heat-pump', id))
      .concat(card(proxyUrl, 'inverter', devices.inverters[0]!.id), card(proxyUrl, 'electric-vehicle', devices['electric-vehicles'][0]!.id));
    await open(list(proxyUrl) + [...cards, ...cards.slice(0, 2)].join('') + chart(proxyUrl).repeat(3), 10, 3);
    const first = [...COLLECTIONS, '/heat-pumps/flagged', ...series].toSorted();
    assert.deepEqual(await askedInAll(first.length), first);
    server.log.length = 0;
    await pass(6);
    assert.deepEqual(await askedInAll(3), COLLECTIONS.toSorted());
  });

  it('M04, M05 asks for nothing while hidden for eleven minutes, and once for each collection when it is shown again', async () => {
    await open(three(server), 3, 1);
    await setHidden(true);
    server.log.length = 0;
    await pass(11);
    assert.deepEqual(asked(), []);
    await setHidden(false);
    assert.deepEqual(await askedInAll(3), COLLECTIONS.toSorted());
    await setHidden(true);
    await setHidden(false);
    assert.deepEqual(await askedInAll(3), COLLECTIONS.toSorted());
  });

  it('M05 asks for nothing when it is shown again before a poll is due', async () => {
    await open(three(server), 3, 1);
    await setHidden(true);
    server.log.length = 0;
    await pass(3);
    await setHidden(false);
    await pass(0);
    assert.deepEqual(asked(), []);
  });
});
