import assert from 'node:assert/strict';
import {after, afterEach, before, beforeEach, describe, it} from 'node:test';
import type {Engine} from '../../../dist-config/browsers.mjs';
import {engines, leavePage, openPage, type OpenPage} from '../open-page.js';
import {setSpeed} from '../page-clock.js';
import {FaultServer} from './fault-server.js';
import {isShown, wait} from './shown.js';
import {becomes, setVisible, Sockets, told} from './streams.js';

describe('a page that is told of changes by a WebSocket', {concurrency: true}, () => {
  for (const engine of engines) describe(engine.name, {concurrency: false}, () => testIn(engine));
});

function testIn(engine: Engine): void {
  let server: FaultServer;
  let sockets: Sockets;
  let opened: OpenPage;

  before(async () => {
    server = await FaultServer.start();
  });

  beforeEach(async () => {
    sockets = await Sockets.start();
    server.alsoConnects = sockets.url;
    server.body = `<podero-device-list proxy-url="${server.proxyUrl}" push-url="${sockets.url}"></podero-device-list>`;
    opened = await openPage(engine, server.url);
    await becomes(() => sockets.open.size, 1);
  });

  afterEach(() => sockets.stop());

  after(async () => {
    await leavePage(engine);
    await server.stop();
  });

  it('shows what it is told, and sends no header of its own', async () => {
    sockets.say('nonsense');
    sockets.say(JSON.stringify(told(server.devices['heat-pumps'][0], 22.7)));
    await isShown(opened, {screen: 'cards', indoor: '22.7 °C', notice: undefined});
    assert.deepEqual([sockets.seen.length, sockets.seen[0]!.authorization, (await opened.complaints()).errors], [1, undefined, []]);
  });

  it('lets go of one that sends 6 MB, and goes on', async () => {
    sockets.say('x'.repeat(6_000_000));
    await becomes(() => sockets.open.size, 0);
    await isShown(opened, {screen: 'cards', cards: 3, notice: undefined});
    assert.deepEqual([sockets.seen.length, (await opened.complaints()).errors], [1, []]);
  });

  it('closes it while it is hidden, and opens one when it is shown', async () => {
    await setVisible(opened.page, false);
    await becomes(() => sockets.open.size, 0);
    await setVisible(opened.page, true);
    await becomes(() => sockets.open.size, 1);
    assert.equal(sockets.seen.length, 2);
  });

  it('opens it again soon where it is torn down, and not where it says that nobody is signed in', async () => {
    for (const socket of sockets.open) socket.terminate();
    await becomes(() => sockets.seen.length, 2);
    for (const socket of sockets.open) socket.close(4401);
    await becomes(() => sockets.open.size, 0);
    await setSpeed(opened.page, 100);
    await wait(700);
    assert.equal(sockets.seen.length, 2);
  });
}
