import assert from 'node:assert/strict';
import {after, before, beforeEach, describe, it} from 'node:test';
import type {Engine} from '../../../dist-config/browsers.mjs';
import {eventually} from '../eventually.js';
import {engines, leavePage, openPage, type OpenPage} from '../open-page.js';
import {setSpeed} from '../page-clock.js';
import {answers, type Fault} from './fault.js';
import {FaultServer} from './fault-server.js';
import {isShown, readShown, wait} from './shown.js';
import {becomes, EventStreams, setVisible, told} from './streams.js';

/** Side by side, since they mostly wait. */
describe('a page that is told of changes', {concurrency: true}, () => {
  for (const engine of engines) describe(engine.name, {concurrency: false}, () => testIn(engine));
});

function testIn(engine: Engine): void {
  let server: FaultServer;
  let streams: EventStreams;
  let opened: OpenPage;

  const events = () => server.seen('/events').filter(({method}) => method === 'GET');
  const pump = (indoor: number) => told(server.devices['heat-pumps'][0], indoor);
  const show = (indoor: string) => isShown(opened, {screen: 'cards', indoor: `${indoor} °C`, notice: undefined});

  async function open(attributes = `push-url="${server.proxyUrl}/events"`, fault: Fault = streams.answer): Promise<void> {
    server.faults.set('/events', fault);
    server.body = `<podero-device-list proxy-url="${server.proxyUrl}" ${attributes}></podero-device-list>`;
    opened = await openPage(engine, server.url);
    await isShown(opened, {screen: 'cards', cards: 3});
  }

  before(async () => {
    server = await FaultServer.start();
  });

  beforeEach(async () => {
    await leavePage(engine);
    server.calm();
    streams = new EventStreams();
  });

  after(async () => {
    await leavePage(engine);
    await server.stop();
  });

  it('has one stream for a list, three cards and a chart, which ends with the last of them', async () => {
    await open();
    await opened.page.evaluate((proxy, id) => {
      for (const tag of ['podero-device-card', 'podero-device-card', 'podero-device-card', 'podero-consumption-chart']) {
        const widget = document.createElement(tag);
        for (const [name, value] of Object.entries({'proxy-url': proxy, 'push-url': `${proxy}/events#x`})) widget.setAttribute(name, value);
        for (const [name, value] of tag.endsWith('card') ? [['device-type', 'heat-pump'], ['device-id', id]] as const : []) widget.setAttribute(name, value);
        document.body.append(widget);
      }
    }, server.proxyUrl, String(server.devices['heat-pumps'][0]!.id));
    await becomes(() => streams.open.size, 1);
    streams.say(pump(23.4));
    const cardsSay = () => opened.page.evaluate(() => [...document.querySelectorAll('body > podero-device-card')]
      .filter(card => card.shadowRoot?.textContent?.includes('23.4')).length);
    assert.equal(await eventually(cardsSay, count => count === 3), 3);
    await show('23.4');
    assert.equal(events().length, 1);
    await opened.page.evaluate(() => document.querySelectorAll('podero-device-card, podero-consumption-chart').forEach(widget => widget.remove()));
    await wait(300);
    assert.equal(streams.open.size, 1);
    await opened.page.evaluate(() => document.querySelector('podero-device-list')!.remove());
    await becomes(() => streams.open.size, 0);
  });

  it('asks for events with the token and the headers of every request, and with the cookie where credentials say so', async () => {
    await open('');
    await opened.page.evaluate(url => {
      document.cookie = 'session=mine';
      const list = document.querySelector('podero-device-list')!;
      list.getToken = () => Promise.resolve('a-token');
      list.getHeaders = () => ({'X-Portal': 'one'});
      list.pushUrl = url;
    }, `${server.proxyUrl}/events`);
    await becomes(() => events().length, 1);
    await opened.page.evaluate(() => document.querySelector('podero-device-list')!.setAttribute('push-url', '/podero/events'));
    await becomes(() => events().length, 2);
    const sent = events().map(({headers: {accept, authorization, cookie, 'x-portal': portal}}) => ({accept, authorization, portal, cookie}));
    const always = {accept: 'text/event-stream', authorization: 'Bearer a-token', portal: 'one'};
    assert.deepEqual(sent, [{...always, cookie: undefined}, {...always, cookie: 'session=mine'}]);
  });

  it('M04, M05 closes its stream while it is hidden, and opens one when it is shown', async () => {
    await open();
    await becomes(() => streams.open.size, 1);
    await setVisible(opened.page, false);
    await becomes(() => streams.open.size, 0);
    await setSpeed(opened.page, 600);
    await wait(1_100);
    await setSpeed(opened.page, 1);
    assert.equal(events().length, 1);
    await setVisible(opened.page, true);
    await becomes(() => streams.open.size, 1);
    streams.say(pump(24.1));
    await show('24.1');
    assert.equal(events().length, 2);
  });

  for (const [how, end] of [['ends', 'end'], ['is reset', 'destroy']] as const) {
    it(`opens a stream that ${how} again after 2, 8 and 30 s`, async () => {
      await open(undefined, response => {
        streams.answer(response, '');
        setTimeout(() => end === 'end' ? response.end() : response.socket?.resetAndDestroy(), 20);
      });
      await setSpeed(opened.page, 10);
      await eventually(() => Promise.resolve(events().length), count => count >= 4);
      const pauses = events().slice(1, 4).map(({at}, n) => (at - events()[n]!.endedAt!) * 10 / 1000);
      // Each times 0.5 … 1, and a second less where the end was noticed 100 ms late; the first may have begun before
      // the clock ran fast. What is 3 s late on a busy machine is so ten times.
      for (const [n, [least, most]] of [[0, 2], [3, 8], [14, 30]].entries()) assert.ok(pauses[n]! >= least! && pauses[n]! < most! + 30, pauses.join());
      assert.deepEqual((await opened.complaints()).errors, []);
    });
  }

  it('polls seldom while the stream is lively; as ever, and by a new stream, once it has been silent for 60 s', async () => {
    await open(`poll-interval="60" push-url="${server.proxyUrl}/events"`);
    const polls = () => server.seen('/heat-pumps').length;
    await becomes(() => streams.open.size, 1);
    // So that a busy machine is neither silent for a minute nor too late with an answer.
    await setSpeed(opened.page, 8);
    const beat = setInterval(() => streams.say({type: 'heartbeat'}), 250);
    try {
      // A first one of the usual interval, since the stream had not begun when was read before.
      await eventually(() => Promise.resolve(polls()), count => count === 2);
      await wait(10_000);
      assert.deepEqual([polls(), events().length], [2, 1]);
    } finally {
      clearInterval(beat);
    }
    await eventually(() => Promise.resolve(polls()), count => count > 2);
    await eventually(() => Promise.resolve(events().length), count => count > 1);
    assert.deepEqual([polls() > 2, events().length > 1], [true, true]);
  });

  for (const [what, fault] of [
    ['401', answers(401)], ['404', answers(404)], ['a web page', answers(200, {'content-type': 'text/html'}, '<html>')],
  ] as const) {
    it(`asks once for a stream that is answered with ${what}, and goes on as ever`, async () => {
      await open(undefined, fault);
      await becomes(() => events().length, 1);
      await setSpeed(opened.page, 100);
      await wait(1_000);
      await setSpeed(opened.page, 1);
      assert.equal(events().length, 1);
      await isShown(opened, {screen: 'cards', cards: 3, notice: undefined});
      assert.deepEqual((await opened.complaints()).errors, []);
    });
  }

  it('draws at most once a frame what comes a thousand times a second, and the last of it at the end', async () => {
    await open();
    await becomes(() => streams.open.size, 1);
    streams.say(pump(18));
    await show('18.0');
    await opened.page.evaluate(() => {
      const seen = {frames: 0, draws: 0, most: 0};
      Object.assign(globalThis, {seen});
      let [inFrame, before] = [0, performance.now()];
      const card = document.querySelector('podero-device-list')!.shadowRoot!.querySelector('podero-device-card')!;
      const value = card.shadowRoot!.querySelector('[data-reading="indoor"] [part~="value"]')!;
      new MutationObserver(() => (seen.draws++, inFrame++)).observe(value, {subtree: true, characterData: true, childList: true});
      requestAnimationFrame(function next(now) {
        // Where a frame is late it draws after 250 ms, or a thousand messages, without one.
        const most = inFrame - Math.floor((now - before) / 250);
        Object.assign(seen, {frames: seen.frames + 1, most: Math.max(seen.most, most)});
        [inFrame, before] = [0, now];
        requestAnimationFrame(next);
      });
    });
    for (let n = 0, from = Date.now(); n < 3_000; n++) {
      streams.say(pump(18 + n % 60 / 10));
      // Each on its way by itself.
      await new Promise(setImmediate);
      if (n % 10 === 9) await wait(Math.max(0, from + n - Date.now()));
    }
    streams.say(pump(25.5));
    await show('25.5');
    const seen = await opened.page.evaluate(() => (globalThis as unknown as {seen: Record<'frames' | 'draws' | 'most', number>}).seen);
    assert.ok(seen.draws > 3 && seen.frames > 3 && seen.most <= 2, JSON.stringify(seen));
  });

  it('reads messages whatever their pieces, and lives through what is no message', async () => {
    await open();
    await becomes(() => streams.open.size, 1);
    const text = `: a comment\r\n\r\nevent: x\r\nid: 1\r\ndata: ${JSON.stringify(pump(21.3))}\r\n\r\n`;
    for (const byte of Buffer.from(text)) streams.write(Buffer.of(byte));
    await show('21.3');
    for (const hostile of ['{', 'null', '[[]]', '"x"', '{"collection": "__proto__", "device": {"id": "1"}}', '{"collection": {"toString": 1}, "id": "1"}',
      '{"collection": "heat-pumps", "device": []}', '{"collection": "heat-pumps", "device": {"id": {"toString": null}}}',
      '{"collection": "heat-pumps", "device": {"__proto__": {"id": "x"}}}', '{"collection": "heat-pumps", "id": "../../x", "deleted": true}']) {
      streams.write(`data: ${hostile}\n\n`);
    }
    streams.say(pump(21.4), {type: 'heartbeat'}, pump(21.5));
    await show('21.5');
    assert.deepEqual([(await readShown(opened.page)).cards, (await opened.complaints()).errors], [3, []]);
  });

  it('refuses a message of 6 MB, and goes on', async () => {
    await open();
    await becomes(() => streams.open.size, 1);
    streams.write(`data: ${'x'.repeat(6_000_000)}\n\n`);
    await becomes(() => streams.open.size, 0);
    server.devices['heat-pumps'] = [pump(19.9).device];
    await opened.page.evaluate(() => document.querySelector('podero-device-list')!.refresh());
    await show('19.9');
    assert.deepEqual([events().length, (await opened.complaints()).errors], [1, []]);
  });
}
