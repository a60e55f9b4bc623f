import assert from 'node:assert/strict';
import {after, before, beforeEach, describe, it} from 'node:test';
import type {Engine} from '../../../dist-config/browsers.mjs';
import {eventually} from '../eventually.js';
import {engines, leavePage, openPage, type OpenPage} from '../open-page.js';
import {jump, setSpeed} from '../page-clock.js';
import {drips, late, neverAnswers, resets, stalls, truncates, type Fault} from './fault.js';
import {FaultServer} from './fault-server.js';
import {isShown, readShown, refresh, wait} from './shown.js';

const COLLECTIONS = ['/electric-vehicles', '/heat-pumps', '/inverters'];

/** So many s of real time may be lost on the way, on a machine that does other things besides. */
const LATE_S = 3;

/** Side by side, since they mostly wait. */
describe('a network in trouble', {concurrency: true}, () => {
  for (const engine of engines) describe(engine.name, {concurrency: false}, () => testIn(engine));
});

function testIn(engine: Engine): void {
  let server: FaultServer;
  let opened: OpenPage;

  const list = (attributes = '') => `<podero-device-list proxy-url="${server.proxyUrl}" ${attributes}></podero-device-list>`;

  async function open(body = list(), fault?: Fault): Promise<void> {
    server.calm();
    if (fault) server.faults.set('*', fault);
    server.body = body;
    opened = await openPage(engine, server.url);
  }

  /** The next good answer is all it takes. */
  async function recovers(): Promise<void> {
    server.faults.clear();
    // Twice: the first may join a read that is under way, and is answered as before.
    await refresh(opened.page);
    await refresh(opened.page);
    await isShown(opened, {screen: 'cards', cards: 3, notice: undefined});
    assert.deepEqual((await opened.complaints()).errors, []);
  }

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

  it('N01 says that nothing can be reached, offers to try again, and goes on by itself', async () => {
    await server.down();
    await open(`${list()}<podero-device-list proxy-url="http://podero.invalid"></podero-device-list>`);
    await isShown(opened, {screen: 'error', words: /could not be loaded.*Try again/});
    const nameless = () => opened.page.evaluate(() => document.querySelectorAll('podero-device-list')[1]!.shadowRoot!.textContent);
    assert.match((await eventually(nameless, text => /Try again/.test(text ?? '')))!, /could not be loaded/);
    await setSpeed(opened.page, 5);
    await server.up();
    await isShown(opened, {screen: 'cards', cards: 3, notice: undefined});
    assert.deepEqual(server.seen().map(({path}) => path).toSorted(), COLLECTIONS);
    assert.deepEqual((await opened.complaints()).errors, []);
  });

  it('N01 retries after 2, 8 and 30 s, each times 0.5 … 1.0, then at the interval, and only what failed', async () => {
    await open(list('poll-interval="90"'));
    await isShown(opened, {screen: 'cards', cards: 3});
    // Next to no time passes in the page but what this test lets pass, however slow the machine is.
    await setSpeed(opened.page, 0.01);
    server.log.length = 0;
    server.faults.set('/heat-pumps', resets);
    await refresh(opened.page);
    await isShown(opened, {cards: 3, notice: 'partial', words: /heat pumps/});
    const asked = () => server.seen('/heat-pumps').length;
    const isBusy = () => opened.page.evaluate(() => document.querySelector('podero-device-list')!.shadowRoot!.querySelector('[part~="refresh"][aria-disabled]') !== null);
    for (const [index, {least, most, inverters}] of [
      {least: 1, most: 2, inverters: 1}, {least: 4, most: 8, inverters: 1}, {least: 15, most: 30, inverters: 1}, {least: 81, most: 99, inverters: 2},
    ].entries()) {
      const sofar = index + 1;
      // The next pause begins with the page's end of the read.
      assert.equal(await eventually(isBusy, busy => !busy), false);
      await jump(opened.page, least - 0.5);
      await wait(200);
      assert.equal(asked(), sofar, `sooner than after ${least} s`);
      await jump(opened.page, most - least + 0.5);
      assert.equal(await eventually(() => Promise.resolve(asked()), count => count > sofar), sofar + 1, `not after ${most} s`);
      assert.equal(server.seen('/inverters').length, inverters, 'what did not fail is read at the interval');
    }
    await recovers();
  });

  it('N02, N03 gives up after 15 s, whether nothing came or only half, and may be tried again', async () => {
    await open(list('types="heat-pump inverter"'), neverAnswers);
    server.faults.set('/inverters', stalls);
    await eventually(async () => server.seen(), ({length}) => length === 2);
    assert.equal((await readShown(opened.page)).screen, 'skeleton');
    // In real time: it can be waited for.
    await isShown(opened, {screen: 'error', words: /Try again/}, 25_000);
    const ended = await eventually(async () => server.log.slice(0, 2), seen => seen.every(({endedAt}) => endedAt));
    for (const {at, endedAt, isAnswered} of ended) {
      assert.equal(isAnswered, false);
      const seconds = (endedAt! - at) / 1000;
      assert.ok(seconds > 15 - LATE_S && seconds < 16 + LATE_S, `after ${seconds} s`);
    }
    server.faults.clear();
    // A retry may have begun that is not answered either.
    await setSpeed(opened.page, 5);
    await isShown(opened, {screen: 'cards', cards: 2, notice: undefined});
    assert.deepEqual((await opened.complaints()).errors, []);
  });

  it('N02 hangs up at once when the element leaves the page', async () => {
    await open(list(), neverAnswers);
    await eventually(async () => server.seen(), ({length}) => length === 3);
    await opened.page.evaluate(() => document.querySelector('podero-device-list')!.remove());
    const ended = await eventually(async () => server.seen().filter(({endedAt}) => endedAt), ({length}) => length === 3);
    assert.deepEqual(ended.map(({isAnswered}) => isAnswered), [false, false, false]);
    await wait(300);
    assert.equal(server.log.length, 3);
    assert.deepEqual((await opened.complaints()).errors, []);
  });

  it('N04 shows nothing of an answer that breaks off in the middle, and retries it', async () => {
    await open();
    const {indoor} = await isShown(opened, {cards: 3, notice: undefined});
    server.change('heat-pumps', {indoor_actual_temperature: 12.3});
    // An ordinary end that comes too early is an end to WebKit: what came is then no JSON.
    for (const [fault, notice] of [[truncates, engine.name === 'WebKit' ? 'partial' : 'unreachable'], [resets, 'unreachable']] as const) {
      server.calm();
      server.faults.set('*', fault);
      await refresh(opened.page);
      await isShown(opened, {screen: 'cards', cards: 3, notice, indoor: indoor!});
      assert.deepEqual(server.log.map(({isAnswered}) => isAnswered), [false, false, false]);
    }
    server.calm();
    await setSpeed(opened.page, 5);
    await isShown(opened, {cards: 3, notice: undefined, indoor: '12.3 °C'});
    assert.deepEqual(server.seen().map(({path}) => path).toSorted(), COLLECTIONS);
    await recovers();
  });

  it('N05 shows once, at the end, what comes byte by byte, and does not hold up the page', async () => {
    // Two bytes of one letter come apart.
    const sent = JSON.stringify([{id: 'x', device_model: {manufacturer: 'Wärme'}}]);
    server.faults.set('/heat-pumps', response => drips(50)(response, sent));
    server.body = list('types="heat-pump"');
    opened = await openPage(engine, server.url);
    await eventually(async () => server.seen(), ({length}) => length === 1);
    const screens = await opened.page.evaluate(() => new Promise<{seen: number[]; slowestMs: number}>(resolve => {
      const root = document.querySelector('podero-device-list')!.shadowRoot!;
      const seen: number[] = [];
      let [last, slowestMs] = [performance.now(), 0];
      const look = setInterval(() => {
        slowestMs = Math.max(slowestMs, performance.now() - last);
        last = performance.now();
        const count = root.querySelectorAll('podero-device-card').length;
        if (count !== seen.at(-1)) seen.push(count);
        if (!count) return;
        clearInterval(look);
        resolve({seen, slowestMs});
      }, 10);
    }));
    const {at, endedAt, isAnswered} = await eventually(async () => server.log[0]!, seen => seen.endedAt !== undefined);
    assert.deepEqual([screens.seen, isAnswered, server.log.length], [[0, 1], true, 1]);
    assert.ok(endedAt! - at > sent.length * 40, `${endedAt! - at} ms`);
    const title = () => opened.page.evaluate(() =>
      document.querySelector('podero-device-list')!.shadowRoot!.querySelector('podero-device-card')!.shadowRoot!.querySelector('[part~="title"]')!.textContent);
    assert.match((await title())!, /Wärme/);
    assert.ok(screens.slowestMs < LATE_S * 1000, `${screens.slowestMs} ms`);
  });

  it('N06 waits in its own place for a slow answer, and asks nothing twice meanwhile', async () => {
    server.faults.set('/heat-pumps', late(1_500)).set('/inverters', late(2_000)).set('/electric-vehicles', late(3_000));
    server.body = `${list()}<p>What follows</p>`;
    opened = await openPage(engine, server.url);
    const boxes = () => opened.page.evaluate(() => [document.querySelector('p')!.getBoundingClientRect().top, document.querySelector('podero-device-list')!.offsetHeight]);
    await eventually(async () => server.seen(), ({length}) => length === 3);
    const reserved = await boxes();
    assert.equal((await readShown(opened.page)).screen, 'skeleton');
    await opened.page.evaluate(() => {
      void document.querySelector('podero-device-list')!.refresh();
      for (const target of [window, document]) target.dispatchEvent(new Event(target === window ? 'online' : 'visibilitychange'));
    });
    await isShown(opened, {screen: 'cards', cards: 3, notice: undefined});
    assert.deepEqual(server.seen().map(({path}) => path).toSorted(), COLLECTIONS);
    assert.deepEqual(await boxes(), reserved);
    assert.deepEqual((await opened.complaints()).errors, []);
  });
}
