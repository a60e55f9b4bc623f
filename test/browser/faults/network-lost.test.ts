import assert from 'node:assert/strict';
import {after, before, describe, it} from 'node:test';
import type {Engine} from '../../../dist-config/browsers.mjs';
import {eventually} from '../eventually.js';
import {engines, leavePage, openPage, type OpenPage} from '../open-page.js';
import {setSpeed} from '../page-clock.js';
import {fine, inTurn, late, resets} from './fault.js';
import {FaultServer} from './fault-server.js';
import {isShown, refresh, wait} from './shown.js';

const COLLECTIONS = ['/electric-vehicles', '/heat-pumps', '/inverters'];
const MINUTE_MS = 60_000;

/** Side by side, since they mostly wait. */
describe('a connection that is lost', {concurrency: true}, () => {
  for (const engine of engines) describe(engine.name, {concurrency: false}, () => testIn(engine));
});

function testIn(engine: Engine): void {
  let server: FaultServer;
  let opened: OpenPage;

  const asked = () => server.seen().map(({path}) => path).toSorted();

  /** Another list instead of the one before, in the same page. */
  const replaceList = (attributes: Readonly<Record<string, string>> = {}) => opened.page.evaluate((proxyUrl, more) => {
    const list = document.createElement('podero-device-list');
    for (const [name, value] of Object.entries({'proxy-url': proxyUrl, ...more})) list.setAttribute(name, value);
    document.body.replaceChildren(list);
  }, server.proxyUrl, attributes);

  before(async () => {
    server = await FaultServer.start();
    server.body = `<podero-device-list proxy-url="${server.proxyUrl}"></podero-device-list>`;
    opened = await openPage(engine, server.url);
    await isShown(opened, {cards: 3});
  });

  after(async () => {
    assert.deepEqual((await opened.complaints()).errors, []);
    await leavePage(engine);
    await server.stop();
  });

  it('N07 asks nothing while the browser is offline from the start, and within a second once it is not', async () => {
    await opened.page.evaluate(() => document.body.replaceChildren());
    await wait(300);
    await opened.page.setOnline(false);
    server.calm();
    await replaceList();
    await isShown(opened, {screen: 'error', words: /You are offline/});
    await setSpeed(opened.page, 60);
    await wait(1_000);
    assert.deepEqual(server.log, []);
    // A busy machine gets four times as long; whatever waits in the page does, too.
    await setSpeed(opened.page, 0.25);
    const onlineAt = Date.now();
    await opened.page.setOnline(true);
    await isShown(opened, {screen: 'cards', cards: 3, notice: undefined});
    await setSpeed(opened.page, 1);
    assert.deepEqual(asked(), COLLECTIONS);
    for (const {at} of server.log) assert.ok((at - onlineAt) * 0.25 < 1_000, `${at - onlineAt} ms`);
  });

  it('N08 asks once when the connection is back after 20 minutes, not once for each poll that was missed', async () => {
    await replaceList({'poll-interval': '60'});
    const {indoor} = await isShown(opened, {cards: 3, notice: undefined});
    await opened.page.setOnline(false);
    await isShown(opened, {cards: 3, notice: 'offline', indoor: indoor!});
    server.calm();
    await setSpeed(opened.page, 600);
    await isShown(opened, {cards: 3, notice: 'offline', words: /[2-5]\d minutes ago|hour/, indoor: indoor!});
    await setSpeed(opened.page, 1);
    assert.deepEqual(server.log, []);
    await opened.page.setOnline(true);
    await isShown(opened, {cards: 3, notice: undefined});
    await wait(500);
    assert.deepEqual(asked(), COLLECTIONS);
  });

  it('N09 polls at most 4 times in a minute when the browser says online and the network is dead', async () => {
    await replaceList();
    const {indoor} = await isShown(opened, {cards: 3, notice: undefined});
    await opened.page.setOnline(false);
    await isShown(opened, {notice: 'offline'});
    server.calm();
    server.faults.set('*', resets);
    await opened.page.setOnline(true);
    await setSpeed(opened.page, 20);
    await wait(MINUTE_MS / 20);
    for (const path of COLLECTIONS) assert.ok([2, 3, 4].includes(server.seen(path).length), `${path} ${server.seen(path).length}`);
    await isShown(opened, {cards: 3, notice: 'unreachable', indoor: indoor!});
    await setSpeed(opened.page, 1);
    server.faults.clear();
    // Twice: the first may join a read that is under way, and is answered as before.
    await refresh(opened.page);
    await refresh(opened.page);
    await isShown(opened, {cards: 3, notice: undefined});
  });

  it('N10 drops the answer to an earlier customer\'s request that comes last', async () => {
    await replaceList({session: 'first'});
    await isShown(opened, {cards: 3});
    server.calm();
    server.change('heat-pumps', {indoor_actual_temperature: 12.3});
    server.faults.set('/heat-pumps', inTurn(late(5_000), fine));
    await opened.page.evaluate(() => void document.querySelector('podero-device-list')!.refresh());
    await eventually(async () => server.seen('/heat-pumps'), ({length}) => length === 1);
    server.change('heat-pumps', {indoor_actual_temperature: 23.4});
    await opened.page.evaluate(() => document.querySelector('podero-device-list')!.setAttribute('session', 'second'));
    await isShown(opened, {cards: 3, indoor: '23.4 °C'});
    await eventually(async () => server.seen('/heat-pumps')[0]!.endedAt, Boolean);
    await wait(100);
    await isShown(opened, {cards: 3, indoor: '23.4 °C'}, 0);
    assert.deepEqual(server.seen('/heat-pumps').slice(0, 2).map(({isAnswered}) => isAnswered), [false, true]);
  });

  it('N10 drops what a device was before what is shown of it', async () => {
    const stamped = (minutesAgo: number) => ({current_state_last_updated_at: new Date(Date.now() - minutesAgo * MINUTE_MS).toISOString()});
    server.calm();
    server.change('heat-pumps', {...stamped(20), indoor_actual_temperature: 22.2});
    await replaceList({session: 'third'});
    await isShown(opened, {cards: 3, indoor: '22.2 °C'});
    server.change('heat-pumps', {...stamped(25), indoor_actual_temperature: 11.1});
    await refresh(opened.page);
    await isShown(opened, {cards: 3, indoor: '22.2 °C', notice: undefined}, 0);
    server.change('heat-pumps', {...stamped(15), indoor_actual_temperature: 20.1});
    await refresh(opened.page);
    await isShown(opened, {cards: 3, indoor: '20.1 °C'});
  });
}
