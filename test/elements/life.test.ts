import {aTimeout, expect, fixture, html} from '@open-wc/testing';
import '../../src/elements/podero-consumption-chart.js';
import '../../src/elements/podero-device-list.js';
import type {PoderoDeviceCard} from '../../src/elements/podero-device-card.js';
import type {PoderoDeviceList} from '../../src/elements/podero-device-list.js';
import {FakeProxy, fresh} from './fake-proxy.js';
import type {Listening} from './shown.js';
import {has, listen, part, show, shown, textOf, until} from './shown.js';

/** A little more than the grace in which an element may come back. */
const AFTER_GRACE_MS = 150;

let proxy: FakeProxy;
let page: Listening;
let unhandled: unknown[];

const onUnhandled = (event: PromiseRejectionEvent): void => void unhandled.push(event.reason);

beforeEach(() => {
  [proxy, page, unhandled] = [new FakeProxy(), listen(), []];
  window.addEventListener('unhandledrejection', onUnhandled);
});

afterEach(() => {
  window.removeEventListener('unhandledrejection', onUnhandled);
  page.stop();
  proxy.restore();
});

const pump = (id: string, model: string) => fresh('heat-pump', {id, device_model: {manufacturer: 'Acme', model}});
const newList = (properties: Partial<PoderoDeviceList> = {}) =>
  Object.assign(document.createElement('podero-device-list'), {proxyUrl: proxy.url, types: 'heat-pump', ...properties});
const newCard = (properties: Partial<PoderoDeviceCard> = {}) =>
  Object.assign(document.createElement('podero-device-card'), {proxyUrl: proxy.url, deviceType: 'heat-pump', deviceId: 'one', ...properties});

/** Answers as `fetch` does: with an `AbortError` as soon as it is called off. */
const untilAborted = () => new Promise<Response>((_, reject) => {
  const {signal} = proxy.requests.at(-1)!;
  signal.addEventListener('abort', () => reject(new DOMException('', 'AbortError')));
});

describe('an element that leaves the page', () => {
  it('L01 aborts its request, and neither tells nor throws anything later', async () => {
    proxy.answer('/heat-pumps', untilAborted);
    const list = newList();
    document.body.append(list);
    await until(() => proxy.requests.length);
    list.remove();
    await aTimeout(AFTER_GRACE_MS);
    expect(proxy.requests.map(({signal}) => signal.aborted)).to.deep.equal([true]);
    await aTimeout(0);
    expect([page.heard, unhandled, has(list, 'error')]).to.deep.equal([[], [], false]);
  });

  it('L01 shows nothing of an answer that comes all the same', async () => {
    let answer = (): void => {};
    proxy.answer('/heat-pumps', () => new Promise(resolve => {
      answer = () => resolve(Response.json([pump('1', 'Late')]));
    }));
    const list = newList();
    document.body.append(list);
    await until(() => proxy.requests.length);
    list.remove();
    await aTimeout(AFTER_GRACE_MS);
    answer();
    await aTimeout(20);
    expect([textOf(list).includes('Late'), page.heard, unhandled]).to.deep.equal([false, [], []]);
  });

  it('L13 goes without a word when the page empties its parent, and its children when it empties those', async () => {
    proxy.answer('/heat-pumps', untilAborted);
    const place = await fixture<HTMLElement>(html`<div></div>`);
    const list = newList();
    list.append('One moment');
    place.append(list);
    await until(() => proxy.requests.length);
    list.textContent = '';
    await until(() => has(list, 'skeleton'));
    place.textContent = '';
    await aTimeout(AFTER_GRACE_MS);
    expect([proxy.requests.map(({signal}) => signal.aborted), page.heard, unhandled]).to.deep.equal([[true], [], []]);
  });
});

describe('an element whose inputs change', () => {
  it('L07 asks once when an attribute changes a hundred times in one tick', async () => {
    const others = [1, 2].map(() => new FakeProxy());
    const list = newList();
    document.body.append(list);
    for (let i = 0; i < 100; i++) list.setAttribute('proxy-url', [proxy, ...others][i % 3]!.url);
    await shown(list);
    expect([proxy, ...others].map(({asked}) => asked)).to.deep.equal([['/heat-pumps'], [], []]);
    list.remove();
    others.toReversed().forEach(other => other.restore());
  });

  for (const tag of ['podero-device-list', 'podero-device-card', 'podero-consumption-chart'] as const) {
    it(`L08 drops what it shows of one customer before it has the answer for another: ${tag}`, async () => {
      const other = new FakeProxy();
      proxy.serve('heat-pump', [pump('one', 'Anna')]);
      other.serve('heat-pump', [pump('one', 'Ben')]);
      const element = Object.assign(document.createElement(tag), {proxyUrl: proxy.url, deviceType: 'heat-pump', deviceId: 'one'});
      document.body.append(element);
      await until(() => textOf(element).includes('Anna'), 'Anna is not shown');
      const waiting: (() => void)[] = [];
      const {fetch} = window;
      window.fetch = async (...request) => {
        await new Promise<void>(resolve => waiting.push(resolve));
        return fetch(...request);
      };
      element.proxyUrl = other.url;
      await element.updateComplete;
      expect(textOf(element)).not.to.contain('Anna');
      await until(() => (waiting.splice(0).forEach(go => go()), textOf(element).includes('Ben')), 'Ben is not shown');
      element.remove();
      other.restore();
    });
  }

  for (const given of [undefined, null, '', ' ', 'javascript:alert(1)', 'data:application/json,[]']) {
    it(`L09 says that it is not set up, and asks nobody, when its proxy-url is ${JSON.stringify(given)}`, async () => {
      const {fetch} = window;
      const asked: unknown[] = [];
      window.fetch = (...request) => (asked.push(request), fetch(...request));
      const list = await show(html`<podero-device-list .proxyUrl=${given as string}></podero-device-list>`);
      window.fetch = fetch;
      expect([part(list, 'error')!.textContent!.includes('not set up yet'), asked]).to.deep.equal([true, []]);
      expect(page.details('podero-error').map(({code}) => code)).to.deep.equal(['config']);
    });
  }

  it('L18 asks no more when it gets other functions at each of a hundred renders', async () => {
    proxy.serve('heat-pump', [pump('one', 'One')]);
    const card = newCard({getToken: () => Promise.resolve('0'), getHeaders: () => ({})});
    document.body.append(card);
    await shown(card);
    for (let i = 1; i <= 100; i++) {
      Object.assign(card, {getToken: () => Promise.resolve(String(i)), getHeaders: () => ({'x-render': String(i)})});
      await card.updateComplete;
    }
    await aTimeout(AFTER_GRACE_MS);
    expect(proxy.asked).to.deep.equal(['/heat-pumps/one']);
    await card.refresh();
    expect(['authorization', 'x-render'].map(name => proxy.requests.at(-1)!.headers.get(name))).to.deep.equal(['Bearer 100', '100']);
    card.remove();
  });
});

describe('an element that is not seen', () => {
  it('L11 asks nobody before it is in the page: neither in a template nor made by script', async () => {
    const template = await fixture<HTMLTemplateElement>(html`<template></template>`);
    template.content.append(newList());
    newList();
    await aTimeout(50);
    expect(proxy.asked).to.deep.equal([]);
    document.body.append(template.content.firstElementChild!);
    await until(() => proxy.asked.length);
    document.body.lastElementChild!.remove();
  });

  for (const [name, css] of [['is hidden', 'display: none'], ['has no width', 'inline-size: 0']] as const) {
    it(`L11 is ready when it is looked at, inside a closed shadow root that ${name}`, async () => {
      const host = await fixture<HTMLElement>(html`<div style=${css}></div>`);
      const list = newList();
      host.attachShadow({mode: 'closed'}).append(list);
      await shown(list);
      expect([proxy.asked, has(list, 'title'), page.heard.length > 0]).to.deep.equal([['/heat-pumps'], true, true]);
    });
  }
});
