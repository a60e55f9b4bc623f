import {aTimeout, expect, fixture, html} from '@open-wc/testing';
import '../../src/elements/podero-device-list.js';
import type {PoderoDeviceList} from '../../src/elements/podero-device-list.js';
import {FakeProxy, fresh, unreachable} from './fake-proxy.js';
import type {Listening} from './shown.js';
import {listen, part, show, shown, textOf, until} from './shown.js';

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

const showList = (types = 'heat-pump electric-vehicle inverter') =>
  show<PoderoDeviceList>(html`<podero-device-list proxy-url=${proxy.url} types=${types}></podero-device-list>`);

const heatPump = (id: string, model: string, overrides = {}) => fresh('heat-pump', {id, device_model: {manufacturer: 'Acme', model}, ...overrides});
const OUT = {is_authenticated: false, authorization_url: 'https://login.example.com/again'};

describe('what a podero-device-list tells the page', () => {
  it('crosses shadow roots', async () => {
    const outer = await fixture(html`<div></div>`);
    const list = document.createElement('podero-device-list');
    list.setAttribute('proxy-url', proxy.url);
    outer.attachShadow({mode: 'closed'}).append(list);
    await shown(list);
    expect(page.details('podero-ready')).to.have.length(1);
  });

  it('is ready once, then the number of devices that need somebody', async () => {
    proxy.serve('heat-pump', [fresh('heat-pump', OUT)]);
    proxy.serve('electric-vehicle', [fresh('electric-vehicle', {action_needed: true}, 'G2')]);
    const list = await showList();
    await list.refresh();
    const [[first, ready], ...others] = page.heard as [[string, {devices: {kind: string}[]}], ...[string, unknown][]];
    expect(first).to.equal('podero-ready');
    expect(ready.devices.map(({kind}) => kind)).to.have.members(['heat-pump', 'electric-vehicle', 'inverter']);
    expect(others).to.deep.equal([['podero-attention', {total: 2, actionRequired: 1}]]);
  });

  it('is which devices a refresh has changed, added or taken away', async () => {
    const same = heatPump('same', 'A');
    proxy.serve('heat-pump', [same, heatPump('changed', 'B'), heatPump('gone', 'C')]);
    const list = await showList('heat-pump');
    proxy.serve('heat-pump', [same, heatPump('changed', 'B', {outdoor_temperature: -3}), heatPump('new', 'D')]);
    await list.refresh();
    const [update, ...more] = page.details('podero-update');
    expect(more).to.deep.equal([]);
    expect(update!.changed).to.have.members(['changed', 'new', 'gone']);
    expect(update!.devices.map(({id}) => id)).to.have.members(['same', 'changed', 'new']);
  });

  it('is an error at its begin and its end, not at every retry', async () => {
    const list = await showList();
    proxy.answerAll(unreachable);
    await list.refresh();
    await list.refresh();
    expect(page.details('podero-error').map(({code, retryable, collection}) => [code, retryable, collection])).to.have.deep.members(
      ['heat-pumps', 'electric-vehicles', 'inverters'].map(collection => ['network', true, collection]));
    expect(page.details('podero-error').every(({retryAt}) => retryAt! > Date.now() - 1000)).to.equal(true);
    for (const kind of ['heat-pump', 'electric-vehicle', 'inverter'] as const) proxy.serve(kind, [fresh(kind)]);
    await list.refresh();
    expect(page.details('podero-recovered')).to.deep.equal([{code: 'network'}]);
  });
});

describe('refresh() of a podero-device-list', () => {
  it('ends at once outside a page, and asks for nothing', async () => {
    const list = document.createElement('podero-device-list');
    list.proxyUrl = proxy.url;
    await list.refresh();
    expect(proxy.asked).to.deep.equal([]);
  });

  it('resolves when the new values are on the page', async () => {
    const list = await showList('heat-pump');
    proxy.serve('heat-pump', [fresh('heat-pump', {outdoor_temperature: -17.3})]);
    await list.refresh();
    expect(textOf(list)).to.contain('Outdoor-17.3 °C');
  });

  it('joins a request that is under way', async () => {
    const list = await showList('heat-pump');
    proxy.asked.length = 0;
    await Promise.all([list.refresh(), list.refresh()]);
    expect(proxy.asked).to.deep.equal(['/heat-pumps']);
  });

  it('never rejects: not without an address, not without an answer, not out of the page', async () => {
    const without = await fixture<PoderoDeviceList>(html`<podero-device-list></podero-device-list>`);
    await without.refresh();
    expect(textOf(without)).to.contain('not set up yet');
    proxy.answerAll(unreachable);
    const list = await fixture<PoderoDeviceList>(html`<podero-device-list proxy-url=${proxy.url}></podero-device-list>`);
    await list.refresh();
    expect(textOf(list)).to.contain('The portal did not answer.');
    list.remove();
    await list.refresh();
  });

  it('is also what the quiet button does', async () => {
    const list = await showList('heat-pump');
    proxy.asked.length = 0;
    part(list, 'refresh')!.click();
    await until(() => proxy.asked.length);
    await aTimeout(20);
    expect(proxy.asked, 'once').to.deep.equal(['/heat-pumps']);
  });
});
