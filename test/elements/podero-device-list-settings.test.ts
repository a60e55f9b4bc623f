import {expect, fixture, html} from '@open-wc/testing';
import {parseDevice} from '../../src/api/parse-device.js';
import '../../src/elements/podero-device-list.js';
import type {PoderoDeviceList} from '../../src/elements/podero-device-list.js';
import {FakeProxy, fresh, status, unreachable} from './fake-proxy.js';
import type {Listening} from './shown.js';
import {has, listen, part, show, textOf, until} from './shown.js';

let proxy: FakeProxy;
let page: Listening;

beforeEach(() => {
  proxy = new FakeProxy();
  page = listen();
});

afterEach(() => {
  page.stop();
  proxy.restore();
});

const cardsOf = (list: Element) => [...list.shadowRoot!.querySelectorAll('podero-device-card')];
const idsOf = (list: Element) => cardsOf(list).map(({deviceId}) => deviceId);
const pump = (id: string, fields = {}) => fresh('heat-pump', {id, ...fields});
const showPumps = () => show<PoderoDeviceList>(html`<podero-device-list proxy-url=${proxy.url} types="heat-pump"></podero-device-list>`);

describe('the building of a list', () => {
  it('may be named while the cards are still being drawn: all of them come', async () => {
    proxy.serve('heat-pump', Array.from({length: 200}, (_, index) => pump(`${index}`, {building: 'a'})));
    const list = await fixture<PoderoDeviceList>(html`<podero-device-list proxy-url=${proxy.url} types="heat-pump" page-size="200"></podero-device-list>`);
    await until(() => idsOf(list).length);
    list.building = 'a';
    await list.updateComplete;
    expect(idsOf(list).length).to.be.lessThan(200);
    await until(() => idsOf(list).length === 200);
  });

  it('leaves the devices of the others out, wherever they are counted', async () => {
    proxy.serve('heat-pump', [pump('1', {building: 'a'}), pump('2', {building: 'b', authorization_url: 'https://x.example/'}), pump('3', {building: undefined})]);
    const list = await showPumps();
    list.building = 'a';
    await list.updateComplete;
    expect([idsOf(list), part(list, 'footer')!.textContent]).to.satisfy(([ids, words]: [string[], string]) => ids.join() === '1' && words.includes('1 device.'));
    expect(page.details('podero-ready').map(({devices}) => devices.length)).to.deep.equal([3, 1]);
    expect(page.details('podero-update')).to.deep.equal([]);
    list.building = 'c';
    await list.updateComplete;
    expect(has(list, 'empty')).to.equal(true);
    list.building = undefined;
    await until(() => idsOf(list).length === 3);
    expect(proxy.asked.length).to.equal(1);
  });
});

describe('the session of a list', () => {
  it('drops what is shown when it changes, and reads anew', async () => {
    proxy.serve('heat-pump', [pump('1')]);
    const list = await showPumps();
    proxy.serve('heat-pump', [pump('2')]);
    list.session = 'ben';
    await list.updateComplete;
    expect(idsOf(list)).to.deep.equal([]);
    await until(() => idsOf(list).join() === '2');
    expect([proxy.asked.length, page.details('podero-ready').length]).to.deep.equal([2, 2]);
  });

  it('M03 keeps two customers apart who have the same proxy', async () => {
    const lists = await Promise.all(['anna', 'ben', 'anna'].map(session =>
      show(html`<podero-device-list proxy-url=${proxy.url} types="inverter" session=${session}></podero-device-list>`)));
    expect([lists.length, proxy.asked.length]).to.deep.equal([3, 2]);
  });
});

describe('while a list is loading', () => {
  for (const [expected, count] of [[undefined, 3], [0, 0], [5, 5], ['7', 7], ['many', 3]] as const) {
    it(`it draws ${count} cards where ${expected} are expected`, async () => {
      proxy.answerAll(() => new Promise<Response>(() => {}));
      const list = await fixture<PoderoDeviceList>(html`<podero-device-list proxy-url=${proxy.url} expected=${expected ?? 3}></podero-device-list>`);
      await until(() => has(list, 'skeleton'));
      expect(part(list, 'skeleton')!.querySelectorAll(':scope > li').length).to.equal(count);
    });
  }
});

describe('devices that the page hands to a list', () => {
  it('are shown in the usual order, and nobody is asked or told', async () => {
    const devices = [parseDevice('inverter', fresh('inverter'))!, parseDevice('heat-pump', fresh('heat-pump', {id: '1'}))!];
    const list = await show<PoderoDeviceList>(html`<podero-device-list .devices=${devices}></podero-device-list>`);
    expect(cardsOf(list).map(({deviceType}) => deviceType)).to.deep.equal(['heat-pump', 'inverter']);
    expect([proxy.asked, page.heard]).to.deep.equal([[], []]);
    // There is nothing to read again.
    expect([has(list, 'refresh'), part(list, 'footer')!.textContent!.trim()]).to.deep.equal([false, '2 devices.']);
  });

  it('give way to what is read when they are taken away', async () => {
    const list = await show<PoderoDeviceList>(html`<podero-device-list proxy-url=${proxy.url} .devices=${[]}></podero-device-list>`);
    expect(has(list, 'empty')).to.equal(true);
    list.devices = null;
    await until(() => idsOf(list).length === 3);
  });

  it('that are none are an error of the page', async () => {
    const list = await show<PoderoDeviceList>(html`<podero-device-list .devices=${[{id: '1'}]}></podero-device-list>`);
    expect(page.details('podero-error').map(({code}) => code)).to.deep.equal(['config']);
    expect(textOf(list)).to.contain('not set up yet');
  });
});

describe('a list whose cards can be selected', () => {
  it('tells which was', async () => {
    proxy.serve('heat-pump', [pump('1')]);
    const list = await show<PoderoDeviceList>(html`<podero-device-list proxy-url=${proxy.url} types="heat-pump" selectable></podero-device-list>`);
    part(list, 'title')!.querySelector('button')!.click();
    expect(page.details('podero-select').map(({device}) => device.id)).to.deep.equal(['1']);
    await expect(list).to.be.accessible();
    list.setAttribute('selectable', 'false');
    await list.updateComplete;
    await cardsOf(list)[0]!.updateComplete;
    expect(part(list, 'title')!.querySelector('button')).to.equal(null);
  });
});

describe('what a partner puts into a list', () => {
  const SLOTTED = html`<h2 slot="heading">At home</h2><p slot="empty">Nothing yet</p><p slot="error">Out of order</p>`;
  const seen = (list: Element) => [...list.children].filter(child => child.getClientRects().length).map(child => child.textContent);
  const showSlotted = () => show(html`<podero-device-list proxy-url=${proxy.url}>${SLOTTED}</podero-device-list>`);

  it('is its heading', async () => expect(seen(await showSlotted())).to.deep.equal(['At home']));

  it('is what is said where there is no device', async () => {
    proxy.answerAll(() => Response.json([]));
    expect(seen(await showSlotted())).to.deep.equal(['At home', 'Nothing yet']);
  });

  it('is what is said where nothing can be read, or nobody is signed in', async () => {
    proxy.answerAll(unreachable);
    expect(seen(await showSlotted())).to.deep.equal(['At home', 'Out of order']);
    proxy.answerAll(status(401));
    expect(seen(await showSlotted())).to.deep.equal(['At home', 'Out of order']);
  });
});
