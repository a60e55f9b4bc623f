import assert from 'node:assert/strict';
import {after, before, beforeEach, describe, it} from 'node:test';
import type {Engine} from '../../../dist-config/browsers.mjs';
import {eventually} from '../eventually.js';
import {engines, leavePage, openPage, type OpenPage} from '../open-page.js';
import {setSpeed} from '../page-clock.js';
import {announces, answers, fine, floods, hangsUp, inTurn, redirects, type Fault} from './fault.js';
import {FaultServer} from './fault-server.js';
import {isShown, readShown, refresh, wait} from './shown.js';

const COLLECTIONS = ['/electric-vehicles', '/heat-pumps', '/inverters'];
const MINUTE_MS = 60_000;

/** What the proxy may not be read for: scripts see the same failure as for a dead host. */
const withoutCors: Fault = (response, healthy) => {
  response.removeHeader('access-control-allow-origin');
  answers(200)(response, healthy);
};

/** Side by side, since they mostly wait. */
describe('a network that is odd', {concurrency: true}, () => {
  for (const engine of engines) describe(engine.name, {concurrency: false}, () => testIn(engine));
});

function testIn(engine: Engine): void {
  let server: FaultServer;
  let opened: OpenPage;

  const list = (proxyUrl: string, attributes = '') => `<podero-device-list proxy-url="${proxyUrl}" ${attributes}></podero-device-list>`;

  async function open(body: string): Promise<void> {
    server.calm();
    server.body = body;
    opened = await openPage(engine, server.url);
  }

  /** With its cards. */
  async function openCards(proxyUrl = server.proxyUrl): Promise<void> {
    await open(list(proxyUrl));
    await isShown(opened, {cards: 3, notice: undefined});
    server.calm();
  }

  async function recovers(): Promise<void> {
    server.faults.clear();
    // Twice: the first may join a read that is under way, and is answered as before.
    await refresh(opened.page);
    await refresh(opened.page);
    await isShown(opened, {screen: 'cards', cards: 3, notice: undefined});
    assert.deepEqual((await opened.complaints()).errors, []);
  }

  /** How often the first list is asked for: a look asks for the collection that failed first. */
  const askedOnce = () => assert.deepEqual([...new Set(server.log.map(({path}) => path))].toSorted(), COLLECTIONS);

  before(async () => {
    server = await FaultServer.start();
  });

  beforeEach(async () => {
    await leavePage(engine);
    server.head = '';
    server.isBundleLate = false;
    server.calm();
  });

  after(async () => {
    await leavePage(engine);
    await server.stop();
  });

  // One look, and where it finds a redirect others behind it: elsewhere first, whether it can be read by now.
  for (const [where, looks, proxyOf] of [['of its own origin', 2, () => `${server.url}/podero`], ['of another origin', 3, () => server.proxyUrl]] as const) {
    it(`N11 shows that the customer is signed out when a proxy ${where} sends to another origin's login page`, async () => {
      await openCards(proxyOf());
      server.faults.set('*', redirects(`${server.strangerUrl}/login`));
      await refresh(opened.page);
      await isShown(opened, {screen: 'error', cards: 0, words: /You are signed out/});
      askedOnce();
      assert.equal(server.log.length, 3 + looks);
      await refresh(opened.page);
      await isShown(opened, {screen: 'error', words: /You are signed out/});
      assert.equal(server.log.length, 3 + looks + 3, 'a second look within the minute');
      await recovers();
    });
  }

  for (const [where, proxyOf] of [['of its own origin', () => `${server.url}/podero`], ['of another origin', () => server.proxyUrl]] as const) {
    it(`N11 signs nobody out when a proxy ${where} redirects within its own, and fails once`, async () => {
      await openCards(proxyOf());
      const {pathname} = new URL(`${proxyOf()}/`);
      for (const path of COLLECTIONS) {
        server.faults.set(path, redirects(`${pathname.slice(0, -1)}${path}/`, 308));
        server.faults.set(`${path}/`, inTurn(hangsUp, fine));
      }
      await refresh(opened.page);
      await isShown(opened, {screen: 'cards', cards: 3});
      await recovers();
    });
  }

  it('N11 knows the way to a login page that the page\'s own policy bars', async () => {
    await openCards();
    server.faults.set('*', redirects(`${server.strangerUrl.replace('127.0.0.1', 'localhost')}/login`));
    await refresh(opened.page);
    await isShown(opened, {screen: 'error', cards: 0, words: /You are signed out/});
    assert.deepEqual(server.strangerLog, []);
    assert.notDeepEqual((await opened.complaints()).errors, [], 'the page tells of it, as it has to');
  });

  it('N11 looks at a proxy that cannot be read once a minute, and calls that a network error', async () => {
    await openCards();
    // So that no retry comes between.
    await setSpeed(opened.page, 0.1);
    server.faults.set('*', withoutCors);
    await refresh(opened.page);
    await isShown(opened, {cards: 3, notice: 'unreachable'});
    assert.equal(server.log.length, 3 + 1);
    await refresh(opened.page);
    assert.equal(server.log.length, 3 + 1 + 3);
    await opened.page.evaluate(ms => clock.jump(ms), MINUTE_MS);
    await eventually(async () => server.log, ({length}) => length >= 3 + 1 + 3 + 3 + 1);
    await isShown(opened, {cards: 3, notice: 'unreachable'});
    assert.equal(server.log.length, 3 + 1 + 3 + 3 + 1);
    await recovers();
  });

  it('N12 takes a redirect that never ends for an error, keeps what it shows, and waits before it asks again', async () => {
    await openCards();
    const {indoor} = await readShown(opened.page);
    // The first retry comes after 4 s at the soonest.
    await setSpeed(opened.page, 0.25);
    for (const path of COLLECTIONS) server.faults.set(path, redirects(path));
    await refresh(opened.page);
    await isShown(opened, {screen: 'cards', cards: 3, notice: 'unreachable', indoor: indoor!});
    const asked = server.log.length;
    await wait(500);
    assert.equal(server.log.length, asked);
    server.calm();
    await setSpeed(opened.page, 5);
    await isShown(opened, {cards: 3, notice: undefined});
    assert.deepEqual(server.log.map(({path}) => path).toSorted(), COLLECTIONS);
  });

  it('N13 says once that a page on https cannot read from http, and asks nothing', async () => {
    // No engine is brought a certificate: the page's base is on https.
    server.head = '<base href="https://portal.invalid/">';
    await open(list('http://proxy.invalid/podero', 'poll-interval="15"'));
    await isShown(opened, {screen: 'error', words: /not set up yet/});
    await setSpeed(opened.page, 100);
    await wait(1_000);
    const {lines, errors} = await opened.complaints();
    assert.deepEqual([lines.filter(line => /config/.test(line)).length, errors, server.log], [1, [], []]);
    assert.match(lines.join(), /a page on https cannot read from http/);
  });

  it('N14 upgrades elements in place when the bundle is late, with all that was set before', async () => {
    server.isBundleLate = true;
    await open(`${list(server.proxyUrl, 'page-size="1" types="heat-pump inverter"')}<p>What follows</p>`);
    await opened.page.evaluate(() => {
      const list = document.querySelector('podero-device-list')!;
      Object.assign(list, {headingLevel: 4, getHeaders: () => ({'X-Portal': 'set before'}), isTheSame: true});
      list.append('Your devices, shortly.');
    });
    assert.deepEqual([(await readShown(opened.page)).screen, server.log], ['fallback', []]);
    await opened.page.evaluate(() => (globalThis as unknown as {loadBundle(): Promise<unknown>}).loadBundle().then(() => {}));
    await isShown(opened, {screen: 'cards', cards: 1, notice: undefined});
    const kept = await opened.page.evaluate(() => {
      const list = document.querySelector('podero-device-list')!;
      return ['isTheSame' in list, list.shadowRoot!.querySelector('[role="heading"]')!.getAttribute('aria-level')];
    });
    const asked = server.log.filter(({method}) => method === 'GET');
    assert.deepEqual([kept, asked.map(({path, headers}) => [path, headers['x-portal']]).toSorted()],
      [[true, '4'], [['/heat-pumps', 'set before'], ['/inverters', 'set before']]]);
    assert.deepEqual((await opened.complaints()).errors, []);
  });

  for (const width of [800, 376]) {
    it(`N15 keeps its data and its place for an hour of good and bad polls, and speaks of it once (${width} px)`, async () => {
      server.calm();
      server.body = `${list(server.proxyUrl, 'poll-interval="300"')}<p>What follows</p>`;
      opened = await openPage(engine, server.url, {width});
      await isShown(opened, {cards: 3, notice: undefined});
      await opened.page.evaluate(watchList);
      for (let poll = 1; poll <= 12; poll++) {
        // A trouble that is not retried before the next poll.
        server.faults.set('*', poll % 2 ? answers(507, {}, '') : fine);
        await opened.page.evaluate(ms => clock.jump(ms), 5.5 * MINUTE_MS);
        await isShown(opened, {screen: 'cards', cards: 3, notice: poll % 2 ? 'upstream' : undefined});
      }
      const {boxes, cards, said} = await opened.page.evaluate(() => globalThis.watched!);
      assert.deepEqual([boxes.length, cards], [1, [3]], boxes.join(' | '));
      assert.deepEqual(said.filter(words => /not answering|devices\./.test(words)), ['3 devices.', 'Provider not answering.', '3 devices.']);
      assert.equal(server.log.length, 3 * 13);
      await recovers();
    });
  }

  for (const [way, fault] of [['as soon as it is announced', announces(50_000_000)], ['at 5 MB where nobody said so', floods(50_000_000, {isAnnounced: false})]] as const) {
    it(`N16 refuses a body of 50 MB ${way}, and the tab survives`, async () => {
      await openCards();
      const {indoor} = await readShown(opened.page);
      server.faults.set('/heat-pumps', fault);
      const askedAt = Date.now();
      await refresh(opened.page);
      assert.ok(Date.now() - askedAt < 10_000, 'only the deadline ended it');
      await isShown(opened, {screen: 'cards', cards: 3, notice: 'partial', words: /heat pumps/, indoor: indoor!});
      const flood = await eventually(async () => server.seen('/heat-pumps')[0]!, ({endedAt}) => endedAt !== undefined);
      assert.ok(!flood.isAnswered && flood.sentBytes < 50_000_000, `${flood.sentBytes} bytes`);
      await recovers();
    });
  }
}

interface Watched {
  /** Different sizes and places of list, cards and what follows. */
  readonly boxes: string[];
  /** Different numbers of cards. */
  readonly cards: number[];
  /** What a live region has said. */
  readonly said: string[];
}

declare global {
  var watched: Watched | undefined;
}

/** Runs in the page: looks at the list after each of its changes. */
function watchList(): void {
  const root = document.querySelector('podero-device-list')!.shadowRoot!;
  const watched: Watched = globalThis.watched = {boxes: [], cards: [], said: []};
  const push = <T>(values: T[], value: T, isNew: boolean) => isNew && values.push(value);
  const boxesOf = () => [document.querySelector('p')!, root.querySelector('.cards')!, ...root.querySelectorAll('podero-device-card')]
    .map(element => element.getBoundingClientRect()).map(({x, y, width, height}) => [x, y, width, height].map(Math.round).join()).join(' ');
  let words = '';
  const look = () => {
    const [box, count, region] = [boxesOf(), root.querySelectorAll('podero-device-card').length, root.querySelector('[role="status"]')];
    push(watched.boxes, box, !watched.boxes.includes(box));
    push(watched.cards, count, !watched.cards.includes(count));
    push(watched.said, region?.textContent ?? '', region?.textContent !== words && region?.getAttribute('aria-live') !== 'off');
    words = region?.textContent ?? '';
  };
  look();
  new MutationObserver(look).observe(root, {subtree: true, childList: true, characterData: true, attributes: true});
}
