import assert from 'node:assert/strict';
import {after, before, describe, it} from 'node:test';
import type {Engine} from '../../../dist-config/browsers.mjs';
import {heatPumpPayload, inverterPayload, vehiclePayload} from '../../fixtures/payloads.js';
import {eventually} from '../eventually.js';
import {engines, leavePage, type OpenPage} from '../open-page.js';
import type {Fault} from './fault.js';
import {answers, redirects} from './fault.js';
import {FaultServer} from './fault-server.js';
import {look, openStage, put, refreshAll, settle, toldOf, type Look} from './stage.js';

const COLLECTIONS = ['heat-pumps', 'electric-vehicles', 'inverters'] as const;
const SECRET = 'Traceback: SECRET_KEY';
const html = (status: number) => answers(status, {'content-type': 'text/html'}, `<!doctype html><h1>${SECRET}</h1>`);

declare global {
  var seen: {parsed: number; changes: string[]};
  var parseJson: typeof JSON.parse;
}

for (const engine of engines) describe(engine.name, () => testIn(engine));

function testIn(engine: Engine): void {
  let server: FaultServer;
  let opened: OpenPage;
  const healthy = (name: typeof COLLECTIONS[number]): string => JSON.stringify(server.devices[name]);

  /** A list for each name, each with a proxy of its own under that name; told apart by what their collections answer. */
  async function show(faults: Readonly<Record<string, Partial<Record<typeof COLLECTIONS[number], Fault>>>>, interval = '0'): Promise<Readonly<Record<string, Look>>> {
    for (const [name, answering] of Object.entries(faults)) {
      for (const collection of COLLECTIONS) {
        server.faults.set(`/${name}/${collection}`, answering[collection] ?? answers(200, {}, healthy(collection)));
      }
    }
    await put(opened.page, ...Object.keys(faults).map(id => ['podero-device-list', {id, 'proxy-url': `${server.proxyUrl}/${id}`, 'poll-interval': interval}] as const));
    return eventually(() => look(opened.page), shown => Object.keys(faults).every(id => (shown[id]!.parts.length || shown[id]!.cards) && !shown[id]!.isBusy));
  }
  const all = (fault: Fault) => Object.fromEntries(COLLECTIONS.map(collection => [collection, fault]));
  const codesOf = async (id: string) => (await toldOf(opened.page, 'podero-error')).filter(told => told.id === id).map(({code, status, collection}) => [code, status, collection]);

  before(async () => {
    server = await FaultServer.start();
    opened = await openStage(engine, server);
  });

  after(async () => {
    assert.deepEqual((await opened.complaints()).errors, []);
    await leavePage(engine);
    await server.stop();
  });

  it('H01, H02 is empty when there is nothing in any collection, and keeps what it had when nothing is said of it', async () => {
    const shown = await show({none: all(answers(200, {}, '[]')), silent: all(answers(204, {}, '')), later: {}});
    assert.deepEqual(['none', 'silent'].map(id => [shown[id]!.parts, shown[id]!.cards]), [[['empty'], 0], [['empty'], 0]]);
    for (const collection of COLLECTIONS) server.faults.set(`/later/${collection}`, answers(204, {}, ''));
    await refreshAll(opened.page, '#later');
    const {later} = await look(opened.page);
    assert.deepEqual([later!.cards, later!.parts, await codesOf('later'), server.seen('/later/inverters').length], [3, [], [], 2]);
  });

  describe('a list and a chart whose answers say nothing new', () => {
    /** Whose age is told in days. */
    const at = new Date(Date.now() - 30 * 3_600_000);
    const same = {
      'heat-pumps': answers(200, {}, JSON.stringify([heatPumpPayload('G1', {}, {at})])),
      'electric-vehicles': answers(200, {}, JSON.stringify([vehiclePayload('G2', {}, {at})])),
      'inverters': answers(200, {}, JSON.stringify([inverterPayload('G1', {}, {at})])),
    };

    before(async () => {
      // The beginning of a minute: no age changes for so long.
      await opened.page.evaluate(() => {
        document.body.replaceChildren();
        clock.jump(60_000 - Date.now() % 60_000);
      });
      server.faults.set('*', answers(200, {}, JSON.stringify({metadata: {units: {consumption: 'Wh'}}, data: []})));
      await show({same}, '15');
      await put(opened.page, ['podero-consumption-chart', {'id': 'chart', 'proxy-url': `${server.proxyUrl}/same`, 'poll-interval': '15'}]);
      await eventually(() => look(opened.page), shown => /Energy/.test(shown.chart!.text) && !shown.chart!.isBusy);
      // The picture comes when the page has nothing else to do.
      await eventually(() => opened.page.evaluate(() =>
        !!document.querySelector('#chart')!.shadowRoot!.querySelector<HTMLCanvasElement>('canvas')?.style.width), Boolean);
      await settle();
    });

    after(async () => {
      server.faults.delete('*');
      await opened.page.evaluate(() => document.body.replaceChildren());
    });

    /** The next poll; how often JSON was parsed meanwhile, and what changed in any shadow root. */
    async function pollOnce() {
      await opened.page.evaluate(() => {
        const rootsOf = (root: ParentNode): ParentNode[] =>
          [root, ...[...root.querySelectorAll('*')].flatMap(({shadowRoot}) => shadowRoot ? rootsOf(shadowRoot) : [])];
        globalThis.seen = {parsed: 0, changes: []};
        const observer = new MutationObserver(records => globalThis.seen.changes.push(
          ...records.map(({type, attributeName, target}) => [type, attributeName, target.nodeName, target.nodeValue].join(' '))));
        for (const root of rootsOf(document.body)) observer.observe(root, {subtree: true, childList: true, attributes: true, characterData: true});
        globalThis.parseJson ??= JSON.parse;
        JSON.parse = (...given) => {
          globalThis.seen.parsed += 1;
          return globalThis.parseJson(...given) as unknown;
        };
      });
      server.log.length = 0;
      await opened.page.evaluate(() => clock.jump(17_000));
      await eventually(async () => server.seen().filter(({isAnswered}) => isAnswered).length, n => n >= COLLECTIONS.length);
      await settle(200);
      return {...await opened.page.evaluate(() => globalThis.seen), asked: server.seen().map(({path}) => path.split('/').at(-1)).sort()};
    }
    const NOTHING = {parsed: 0, changes: [], asked: COLLECTIONS.toSorted()};

    it('H03 is not parsed, and changes nothing, where the same text comes again', async () => {
      assert.deepEqual(await pollOnce(), NOTHING);
    });

    it('H03 is not parsed, and changes nothing, where the server says that nothing was modified', async () => {
      const statuses: number[] = [];
      for (const [name, answer] of Object.entries(same)) {
        server.faults.set(`/same/${name}`, (response, healthy) => {
          const isKnown = response.req.headers['if-none-match'] === '"one"';
          response.setHeader('etag', '"one"');
          if (isKnown) answers(304)(response, '');
          else answer(response, healthy);
          statuses.push(response.statusCode);
        });
      }
      await refreshAll(opened.page, '#same');
      await settle();
      assert.deepEqual(await pollOnce(), NOTHING);
      // A WebKit that is driven keeps no answers: there it is the same text once more.
      const again = engine.name === 'WebKit' ? 200 : 304;
      assert.deepEqual([statuses, await codesOf('same')], [[200, 200, 200, again, again, again], []]);
    });
  });

  it('H04 follows where an answer is said to be, on the same origin', async () => {
    const statuses = [301, 302, 307, 308];
    const shown = await show(Object.fromEntries(statuses.map(status => [`moved-${status}`, all((response, ...rest) => {
      const path = response.req.url!.replace(/.*\//, '/');
      redirects(path, status)(response, ...rest);
    })])));
    assert.deepEqual(statuses.map(status => shown[`moved-${status}`]!.cards), [3, 3, 3, 3]);
    assert.equal(server.seen('/heat-pumps').length, statuses.length);
  });

  it('H08 does not miss a collection that is not offered, and says it when none is', async () => {
    const shown = await show({
      ...Object.fromEntries([404, 405, 501].map(status => [`no-${status}`, {'inverters': answers(status)}])),
      nothing: {'heat-pumps': answers(404), 'electric-vehicles': answers(405), 'inverters': answers(501)},
    });
    for (const status of [404, 405, 501]) {
      assert.deepEqual([shown[`no-${status}`]!.cards, shown[`no-${status}`]!.parts, await codesOf(`no-${status}`)], [2, [], []], String(status));
    }
    assert.deepEqual([shown.nothing!.parts, (await codesOf('nothing')).map(([code]) => code)], [['error'], ['not-found']]);
  });

  it('H14 never shows what a failing server says', async () => {
    const shown = await show({crash: all(html(500)), part: {'heat-pumps': html(502)}});
    assert.deepEqual([shown.crash!.parts, shown.part!.cards], [['error'], 2]);
    const {lines} = await opened.complaints();
    const told = await toldOf(opened.page, 'podero-error');
    assert.deepEqual((await codesOf('crash')).map(([code]) => code), ['server']);
    assert.doesNotMatch(JSON.stringify([shown, lines, told]), /SECRET_KEY|Traceback/);
  });

  it('H15 takes a sentence for no list of devices', async () => {
    const shown = await show({sentence: all(answers(200, {}, '{"detail": "Not found."}'))});
    assert.deepEqual([shown.sentence!.parts, await codesOf('sentence')], [['error'], [['malformed', undefined, undefined]]]);
    assert.doesNotMatch(shown.sentence!.text, /Not found\./);
  });

  it('H16 reads any success, and refuses anything else by its class', async () => {
    const good = [201, 202, 203, 206, 226, 299];
    const bad = {300: 'server', 304: 'server', 402: 'server', 408: 'timeout', 418: 'server', 429: 'rate-limited', 451: 'server', 507: 'server', 599: 'server'};
    const withoutBody = (status: number): Fault => response => void response.writeHead(status).end();
    const shown = await show({
      ...Object.fromEntries(good.map(status => [`good-${status}`, Object.fromEntries(COLLECTIONS.map(name => [name, answers(status, {}, healthy(name))]))])),
      ...Object.fromEntries(Object.keys(bad).map(status => [`bad-${status}`, all(withoutBody(Number(status)))])),
    });
    assert.deepEqual(good.map(status => shown[`good-${status}`]!.cards), good.map(() => 3));
    for (const [status, code] of Object.entries(bad)) assert.deepEqual(await codesOf(`bad-${status}`), [[code, Number(status), undefined]]);
    assert.ok(Object.keys(bad).every(status => shown[`bad-${status}`]!.parts[0] === 'error'));
  });

  it('H17 shows two of three collections, and says once which is missing', async () => {
    const shown = await show({two: {'electric-vehicles': answers(500)}});
    assert.deepEqual([shown.two!.cards, shown.two!.parts], [2, ['footer notice notice-partial']]);
    assert.match(shown.two!.text, /electric vehicles/i);
    assert.deepEqual(await codesOf('two'), [['server', 500, 'electric-vehicles']]);
    server.faults.set('/two/electric-vehicles', answers(200, {}, healthy('electric-vehicles')));
    await refreshAll(opened.page, '#two');
    const {two} = await look(opened.page);
    assert.deepEqual([two!.cards, two!.parts, (await toldOf(opened.page, 'podero-recovered')).map(({id, code}) => [id, code])], [3, [], [['two', 'server']]]);
  });
}
