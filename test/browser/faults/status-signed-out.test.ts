import assert from 'node:assert/strict';
import {after, before, describe, it} from 'node:test';
import {eventually} from '../eventually.js';
import {engines, leavePage, type OpenPage} from '../open-page.js';
import {jump} from '../page-clock.js';
import {answers} from './fault.js';
import {FaultServer} from './fault-server.js';
import {comeBack, look, openStage, put, refreshAll, settle, toldOf} from './stage.js';

const ELEMENTS = ['list', 'card', 'chart'] as const;
/** Words that only data brings. */
const DATA = /Nibe|Tesla|Fronius|°C|kWh/;

interface Tokens {
  /** How often a token was asked for, and how many were asked for at once at the most. */
  asked: number;
  most: number;
}

declare global {
  var tokens: Tokens;
}

for (const engine of engines) describe(engine.name, () => {
  let server: FaultServer;
  let opened: OpenPage;

  const tokens = () => opened.page.evaluate(() => globalThis.tokens);
  const reads = () => server.seen().filter(({method}) => method === 'GET');
  const isSignedOut = async () => eventually(() => look(opened.page), shown =>
    ELEMENTS.every(id => shown[id]!.parts.includes('error') && !shown[id]!.isBusy));
  const isThere = () => eventually(() => look(opened.page), shown => shown.list!.cards === 3 && shown.card!.cards === 1 && DATA.test(shown.chart!.text));
  /** Forgets what was asked, once nothing more comes of it. */
  const quiet = async () => {
    for (let asked = -1; asked !== server.log.length; await settle(300)) asked = server.log.length;
    server.log.length = 0;
  };

  /** Everything of the page that has its tokens of one function. */
  async function embed(): Promise<void> {
    const shared = {'proxy-url': server.proxyUrl, 'poll-interval': '60'};
    await opened.page.evaluate(() => document.body.replaceChildren());
    await put(opened.page,
      ['podero-device-list', {id: 'list', ...shared}],
      ['podero-device-card', {id: 'card', ...shared, 'device-type': 'heat-pump', 'device-id': String(server.devices['heat-pumps'][0]!.id)}],
      ['podero-consumption-chart', {id: 'chart', ...shared}]);
    await opened.page.evaluate(() => {
      let open = 0;
      globalThis.tokens = {asked: 0, most: 0};
      const getToken = async () => {
        globalThis.tokens.asked += 1;
        globalThis.tokens.most = Math.max(globalThis.tokens.most, ++open);
        await new Promise(resolve => setTimeout(resolve, 20));
        open -= 1;
        return `token-${globalThis.tokens.asked}`;
      };
      for (const element of document.querySelectorAll('body > [id]')) Object.assign(element, {getToken});
    });
    await isThere();
    await quiet();
  }

  before(async () => {
    server = await FaultServer.start();
    opened = await openStage(engine, server);
  });

  after(async () => {
    assert.deepEqual((await opened.complaints()).errors, []);
    await leavePage(engine);
    await server.stop();
  });

  for (const [row, status, renewals, words] of [['H06', 401, 1, /You are signed out/], ['H07', 403, 0, /You have no access/]] as const) describe(`after a ${status}`, () => {
    before(async () => {
      server.faults.clear();
      await embed();
      server.faults.set('*', answers(status));
      await refreshAll(opened.page);
    });

    it(`${row} asks for ${renewals ? 'one new token, for all at once' : 'no other token'}`, async () => {
      assert.deepEqual(await tokens(), {asked: 1 + renewals, most: 1});
      const used = new Set(reads().map(({headers}) => headers.authorization));
      assert.deepEqual([...used].sort(), ['Bearer token-1', 'Bearer token-2'].slice(0, 1 + renewals));
    });

    it(`${row} says so, and shows nothing of the data`, async () => {
      for (const {text, cards} of Object.values(await isSignedOut())) assert.deepEqual([cards, DATA.test(text), words.test(text)], [0, false, true], text);
      const told = await toldOf(opened.page, 'podero-error');
      assert.deepEqual(ELEMENTS.map(element => told.findLast(({id}) => id === element)?.code), ELEMENTS.map(() => status === 401 ? 'unauthorized' : 'forbidden'));
    });

    it(`${row} asks for nothing more by itself`, async () => {
      await quiet();
      await jump(opened.page, 3_600);
      await settle();
      assert.deepEqual(reads(), []);
    });

    it(`${row} tries once when the page is shown again, when it is told to, and when an input changes`, async () => {
      const tries = [
        () => comeBack(opened.page),
        () => refreshAll(opened.page, '#list'),
        () => opened.page.evaluate(() => document.getElementById('list')!.setAttribute('session', `of ${Math.random()}`)),
      ];
      for (const act of tries) {
        await act();
        await eventually(async () => reads().length, asked => asked > 0);
        await isSignedOut();
        const times = reads().map(({path}) => server.seen(path).filter(({method}) => method === 'GET').length);
        assert.ok(times.every(n => n <= 1 + renewals), `${String(act)}: ${times}`);
        await quiet();
        await jump(opened.page, 600);
        await settle();
        assert.deepEqual(reads(), [], String(act));
      }
      assert.equal((await tokens()).most, 1);
    });

    it(`${row} shows the data again once the customer is back`, async () => {
      server.faults.clear();
      await comeBack(opened.page);
      const shown = await isThere();
      // An hour has passed in the page: the devices' own states are old.
      assert.deepEqual(ELEMENTS.filter(id => shown[id]!.parts.some(part => !/ notice-stale$/.test(part))), []);
    });
  });
});
