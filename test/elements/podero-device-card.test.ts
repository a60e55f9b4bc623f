import {expect, html} from '@open-wc/testing';
import '../../src/elements/podero-device-card.js';
import type {PoderoDeviceCard} from '../../src/elements/podero-device-card.js';
import * as devices from '../view/devices.js';
import {FakeProxy, fresh, status} from './fake-proxy.js';
import type {Listening} from './shown.js';
import {has, listen, part, show, shown, textOf, until} from './shown.js';

let proxy: FakeProxy;
let page: Listening;

beforeEach(() => {
  proxy = new FakeProxy();
  proxy.serve('heat-pump', [fresh('heat-pump', {id: 'one'}), fresh('heat-pump', {id: 'two', device_model: {manufacturer: 'Acme', model: 'Two'}})]);
  page = listen();
});

afterEach(() => {
  page.stop();
  proxy.restore();
});

const showOne = (id = 'one') => show<PoderoDeviceCard>(
  html`<podero-device-card proxy-url=${proxy.url} device-type="heat-pump" device-id=${id}></podero-device-card>`);
const showGiven = (device: PoderoDeviceCard['device']) => show<PoderoDeviceCard>(html`<podero-device-card .device=${device}></podero-device-card>`);

const LOGIN = 'https://login.example.com/again';
const OUT = {connection: 'disconnected', optimisation: {state: 'unavailable'}, reconnect: {url: LOGIN}} as const;

describe('podero-device-card', () => {
  it('reads the one device that its attributes name', async () => {
    const card = await showOne();
    expect(proxy.asked).to.deep.equal(['/heat-pumps/one']);
    expect(part(card, 'title')!.textContent).to.equal('Nibe S-Series');
    expect(page.heard.map(([name]) => name)).to.deep.equal(['podero-ready', 'podero-attention']);
    expect(page.details('podero-ready')[0]!.devices.map(({id}) => id)).to.deep.equal(['one']);
  });

  it('reads the same when its properties are set before it is in the page', async () => {
    const card = Object.assign(document.createElement('podero-device-card'), {deviceId: 'two', deviceType: 'heat-pump', proxyUrl: proxy.url});
    document.body.append(card);
    await shown(card);
    expect(proxy.asked).to.deep.equal(['/heat-pumps/two']);
    expect(part(card, 'title')!.textContent).to.equal('Acme Two');
    card.remove();
  });

  it('asks for an id as it is, whatever is in it', async () => {
    await showOne('a/../b?c');
    expect(proxy.asked).to.deep.equal(['/heat-pumps/a%2F..%2Fb%3Fc']);
  });

  it('shows a device that it is given, and asks and tells nobody', async () => {
    const card = await showGiven(devices.vehicle());
    expect(part(card, 'title')!.textContent).to.equal('Tesla Model 3');
    await card.refresh();
    expect(proxy.asked).to.deep.equal([]);
    expect(page.heard).to.deep.equal([]);
  });

  it('returns to reading when the device is taken away again', async () => {
    const card = await showOne();
    card.device = devices.vehicle();
    await card.updateComplete;
    expect(part(card, 'title')!.textContent).to.equal('Tesla Model 3');
    card.device = null;
    await until(() => part(card, 'title')?.textContent === 'Nibe S-Series');
  });

  it('drops what it shows before it has the next device', async () => {
    const card = await showOne();
    let answer: ((response: Response) => void) | undefined;
    proxy.answer('/heat-pumps/two', () => new Promise(resolve => (answer = resolve)));
    card.deviceId = 'two';
    await until(() => answer && has(card, 'skeleton'), 'the next device is not asked for');
    expect(textOf(card)).not.to.contain('Nibe');
    answer!(Response.json(fresh('heat-pump', {id: 'two', device_model: {manufacturer: 'Acme', model: 'Two'}})));
    await shown(card);
    expect(part(card, 'title')!.textContent).to.equal('Acme Two');
    expect(page.details('podero-ready')).to.have.length(2);
  });

  it('says of itself what is wrong with the network, and keeps its values', async () => {
    const card = await showOne();
    proxy.answer('/heat-pumps/one', status(502));
    await card.refresh();
    expect([...part(card, 'footer')!.part]).to.deep.equal(['footer', 'notice', 'notice-upstream']);
    expect(part(card, 'title')!.textContent).to.equal('Nibe S-Series');
    proxy.answer('/heat-pumps/one', () => Response.json(fresh('heat-pump', {id: 'one'})));
    await card.refresh();
    expect([...part(card, 'footer')!.part]).to.deep.equal(['footer']);
  });

  it('passes axe with each kind, with a disconnected device, and without any', async () => {
    for (const device of [devices.heatPump(), devices.vehicle(), devices.inverter(), devices.heatPump(OUT)]) {
      await expect(await showGiven(device)).to.be.accessible();
    }
    await expect(await showOne('nobody')).to.be.accessible();
    await expect(await show(html`<podero-device-card></podero-device-card>`)).to.be.accessible();
  });
});

describe('a podero-device-card that cannot know its device', () => {
  const UNUSABLE = {
    'no attribute': html`<podero-device-card proxy-url="/p"></podero-device-card>`,
    'no id': html`<podero-device-card proxy-url="/p" device-type="inverter"></podero-device-card>`,
    'an empty id': html`<podero-device-card proxy-url="/p" device-type="inverter" device-id=""></podero-device-card>`,
    'no kind': html`<podero-device-card proxy-url="/p" device-id="1"></podero-device-card>`,
    'an unknown kind': html`<podero-device-card proxy-url="/p" device-type="boiler" device-id="1"></podero-device-card>`,
    'no proxy': html`<podero-device-card device-type="inverter" device-id="1"></podero-device-card>`,
  };

  for (const [fault, template] of Object.entries(UNUSABLE)) {
    it(`says so, without a button that could not help: ${fault}`, async () => {
      const card = await show(template);
      expect(part(card, 'error')!.textContent).to.contain('not set up yet');
      expect(has(card, 'action')).to.equal(false);
      expect(page.heard).to.deep.equal([['podero-error', {code: 'config', retryable: false}]]);
    });
  }

  it('says so when the attribute goes, and works again when it comes back', async () => {
    const card = await showOne();
    card.removeAttribute('device-id');
    await card.updateComplete;
    expect(part(card, 'error')!.textContent).to.contain('not set up yet');
    expect(textOf(card)).not.to.contain('Nibe');
    card.setAttribute('device-id', 'one');
    await until(() => part(card, 'title')?.textContent === 'Nibe S-Series');
    expect(page.details('podero-recovered')).to.deep.equal([{code: 'config'}]);
  });

  it('says that nothing was found where the proxy has no such device', async () => {
    const card = await showOne('nobody');
    expect(part(card, 'error')!.textContent).to.contain('Nothing was found here');
    expect(page.details('podero-error')).to.have.length(1);
    expect(page.details('podero-error')[0]).to.include({code: 'not-found', retryable: false, status: 404});
  });
});

describe('an attribute of a podero-device-card that is removed', () => {
  const ATTRIBUTES = {
    'heading-level': ['5', (card: PoderoDeviceCard) => part(card, 'title')!.getAttribute('aria-level'), '5', '3'],
    'stale-after': ['60', (card: PoderoDeviceCard) => has(card, 'notice-stale'), true, false],
  } as const;

  for (const [attribute, [value, read, with_, without]] of Object.entries(ATTRIBUTES)) {
    it(`leaves its default: ${attribute}`, async () => {
      const card = await showGiven(devices.heatPump({stateAt: new Date(Date.now() - 10 * 60_000)}));
      card.setAttribute(attribute, value);
      await card.updateComplete;
      expect(read(card)).to.equal(with_);
      card.removeAttribute(attribute);
      await card.updateComplete;
      expect(read(card)).to.equal(without);
    });
  }
});

describe('podero-reconnect', () => {
  /** Clicks the link of a card; nothing is ever followed. Whether it would have been. */
  async function reconnect(card: PoderoDeviceCard): Promise<boolean> {
    let isFollowed = false;
    window.addEventListener('click', event => {
      isFollowed = !event.defaultPrevented;
      event.preventDefault();
    }, {once: true});
    part(card, 'action')!.click();
    return isFollowed;
  }

  it('comes with the device and the link, which is followed unless the page objects', async () => {
    const device = devices.heatPump(OUT);
    const card = await showGiven(device);
    expect(part(card, 'action')!.getAttribute('href')).to.equal(LOGIN);
    expect(await reconnect(card)).to.equal(true);
    expect(page.heard).to.deep.equal([['podero-reconnect', {device, url: LOGIN}]]);
  });

  it('leaves the rest to a page that prevents the default', async () => {
    const card = await showGiven(devices.heatPump(OUT));
    card.addEventListener('podero-reconnect', event => event.preventDefault());
    expect(await reconnect(card)).to.equal(false);
  });
});
