import assert from 'node:assert/strict';
import {after, before, describe, it} from 'node:test';
import {eventually} from '../eventually.js';
import {engines, leavePage, openPage, type OpenPage} from '../open-page.js';
import type {Page} from '../page.js';
import {FaultServer} from './fault-server.js';
import {count, type Leftovers} from './leftovers.js';
import {EventStreams} from './streams.js';
import {card, chart, giveSavings, list, loadBundle, showing} from './three.js';

const NOTHING: Leftovers = {timers: 0, listeners: 0, observers: 0, requests: 0};
const CYCLES = 1000;
const WARM_UP = 50;
/** So many times everything begins anew. */
const WHOLE = 5;
/** Bytes a cycle. */
const MAX_GROWTH = 500;

/** Puts the elements of the page's template into the page. */
const mount = (page: Page) => page.evaluate(() => {
  document.body.append(document.importNode(document.querySelector('template')!.content, true));
});

/** Mounts, lets them draw and unmounts, again and again: so fast that all but the first share what was read. */
const cycle = (page: Page, times: number) => page.evaluate(async (cycles: number) => {
  const {content} = document.querySelector('template')!;
  const place = document.body.appendChild(document.createElement('main'));
  // A thousand layouts are the browser's work, and no part of what may be left.
  place.hidden = true;
  for (let i = 0; i < cycles; i++) {
    place.append(document.importNode(content, true));
    await Promise.all([...place.children].map(element => (element as HTMLElement & {updateComplete: Promise<boolean>}).updateComplete));
    place.replaceChildren();
  }
  place.remove();
}, times);

/** The same with new polls, a new stream and a new picture each time. */
async function cycleWholly(page: Page, streams: EventStreams): Promise<void> {
  await mount(page);
  assert.deepEqual(await showing(page, 3, 1), {shown: 3, drawn: 1});
  await eventually(() => Promise.resolve(streams.open.size), Boolean);
  await page.evaluate(() => document.body.replaceChildren(document.querySelector('template')!));
  assert.equal(await eventually(() => Promise.resolve(streams.open.size), open => !open), 0);
}

/** What is still there when what is kept for a moment has gone. */
const leftoversOf = (page: Page) => eventually(() => page.evaluate(() => globalThis.leftovers()), now => Object.values(now).every(left => !left));

for (const engine of engines) describe(engine.name, () => {
  let server: FaultServer;
  let opened: OpenPage;
  const streams = new EventStreams();

  before(async () => {
    server = await FaultServer.start();
    giveSavings(server);
    server.isBundleLate = true;
    const {proxyUrl, devices: {'heat-pumps': [pump]}} = server;
    server.faults.set('/events', streams.answer);
    server.body = `<template>${list(proxyUrl, `types="heat-pump" push-url="${proxyUrl}/events"`)}${card(proxyUrl, 'heat-pump', pump!.id)}${chart(proxyUrl)}</template>`;
    opened = await openPage(engine, server.url, {height: 2000});
    await opened.page.evaluate(count);
    await loadBundle(opened.page);
  });

  after(async () => {
    await leavePage(engine);
    await server.stop();
  });

  it('L13 cleans up when the page empties the parent of the elements, and after them', async () => {
    const {page} = opened;
    await mount(page);
    assert.deepEqual(await showing(page, 3, 1), {shown: 3, drawn: 1});
    const {timers, listeners, observers} = await page.evaluate(() => globalThis.leftovers());
    assert.ok(timers && listeners && observers, 'what is counted is there');
    await page.evaluate(() => document.body.replaceChildren(document.querySelector('template')!));
    assert.deepEqual(await leftoversOf(page), NOTHING);
  });

  it('L03 leaves no node, listener, timer, observer or request after a thousand cycles', async () => {
    const {page} = opened;
    // The browser itself keeps something of each request: these are not weighed.
    for (let i = 0; i < WHOLE; i++) await cycleWholly(page, streams);
    await cycle(page, WARM_UP);
    assert.deepEqual(await leftoversOf(page), NOTHING);
    const before = await page.heapBytes();
    await cycle(page, CYCLES);
    assert.deepEqual(await leftoversOf(page), NOTHING);
    assert.equal(await page.evaluate(() => document.querySelectorAll('*').length), 8);
    const after = await page.heapBytes();
    if (before && after) assert.ok(after - before <= MAX_GROWTH * CYCLES, `${(after - before) / CYCLES} bytes a cycle`);
    assert.deepEqual((await opened.complaints()).errors, []);
  });
});
