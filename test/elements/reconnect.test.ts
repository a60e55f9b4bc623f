import {expect, html} from '@open-wc/testing';
import '../../src/elements/podero-device-list.js';
import type {PoderoDeviceCard} from '../../src/elements/podero-device-card.js';
import * as devices from '../view/devices.js';
import {FakeProxy, fresh, status} from './fake-proxy.js';
import type {Listening} from './shown.js';
import {listen, part, show, textOf, until} from './shown.js';

const HERE = location.href.split('#')[0]!;
const ROUTE = '/heat-pumps/one/reconnect';

let proxy: FakeProxy;
let page: Listening;

beforeEach(() => {
  proxy = new FakeProxy();
  proxy.serve('heat-pump', [fresh('heat-pump', {id: 'one', is_authenticated: false, authorization_url: undefined})]);
  proxy.answer(ROUTE, () => Response.json({redirect_url: `${HERE}#sign-in`}));
  page = listen();
});

afterEach(() => {
  history.replaceState(null, '', HERE);
  page.stop();
  proxy.restore();
});

const asked = () => proxy.requests.filter(({url}) => url.endsWith(ROUTE));
const buttonOf = (element: Element) => part(element, 'action') as HTMLButtonElement;
const showCard = () => show<PoderoDeviceCard>(html`<div lang="de-AT" style="display: contents"><podero-device-card proxy-url=${proxy.url}
  device-type="heat-pump" device-id="one"></podero-device-card></div>`).then(box => box.querySelector<PoderoDeviceCard>('podero-device-card')!);
const showList = () => show(html`<podero-device-list proxy-url=${proxy.url} types="heat-pump"></podero-device-list>`);

describe('a device that can be signed in to again by a page that is asked for', () => {
  it('asks for it when the button is pressed, and goes there', async () => {
    const card = await showCard();
    await until(() => buttonOf(card));
    expect(asked()).to.deep.equal([]);
    buttonOf(card).click();
    await until(() => location.hash === '#sign-in');
    expect([asked().length, asked()[0]!.method]).to.deep.equal([1, 'POST']);
    expect(await asked()[0]!.json()).to.deep.equal({returnUrl: HERE, language: 'de'});
    expect(page.details('podero-reconnect').map(({device, url}) => [device.id, url])).to.deep.equal([['one', undefined]]);
  });

  it('is asked for by the list where its card stands in one', async () => {
    const list = await showList();
    buttonOf(list).click();
    await until(() => location.hash === '#sign-in');
    expect(asked().length).to.equal(1);
  });

  it('asks once, however often the button is pressed, and says that it does', async () => {
    let answer: (response: Response) => void = () => {};
    proxy.answer(ROUTE, () => new Promise(resolve => { answer = resolve; }));
    const list = await showList();
    buttonOf(list).click();
    await until(() => buttonOf(list).textContent === 'One moment …' && asked().length === 1);
    buttonOf(list).click();
    answer(Response.json({redirect_url: `${HERE}#sign-in`}));
    await until(() => location.hash === '#sign-in');
    expect(asked().length).to.equal(1);
    await until(() => buttonOf(list).textContent === 'Reconnect');
  });

  it('says that it did not work, and works when it is pressed again', async () => {
    proxy.answer(ROUTE, status(502));
    const list = await showList();
    buttonOf(list).click();
    await until(() => textOf(list).includes('The sign-in page did not open. Try again.'));
    expect(buttonOf(list).textContent).to.equal('Reconnect');
    proxy.answer(ROUTE, () => Response.json({redirect_url: `${HERE}#sign-in`}));
    buttonOf(list).click();
    await until(() => location.hash === '#sign-in');
  });

  it('leads to the provider where the proxy has no such route', async () => {
    proxy.answer(ROUTE, status(404));
    const list = await showList();
    list.setAttribute('support-url', 'tel:+431234');
    buttonOf(list).click();
    await until(() => part(list, 'action')?.getAttribute('href') === 'tel:+431234');
    expect(textOf(list)).to.contain('Contact your provider.');
  });

  it('is the page\'s affair when it says so', async () => {
    const list = await showList();
    list.addEventListener('podero-reconnect', event => event.preventDefault());
    buttonOf(list).click();
    await until(() => page.details('podero-reconnect').length === 1);
    expect(asked()).to.deep.equal([]);
  });
});

describe('a device that the page hands in', () => {
  const device = devices.heatPump({connection: 'disconnected', reconnect: {}});

  it('can be reconnected by the page', async () => {
    const card = await show<PoderoDeviceCard>(html`<podero-device-card .device=${device}></podero-device-card>`);
    card.addEventListener('podero-reconnect', event => event.preventDefault());
    buttonOf(card).click();
    expect(page.details('podero-reconnect').length).to.equal(1);
    await card.updateComplete;
    expect(buttonOf(card).textContent).to.equal('Reconnect');
  });

  it('leads to the provider where neither page nor proxy does, and takes the focus there', async () => {
    const card = await show<PoderoDeviceCard>(html`<podero-device-card .device=${device}></podero-device-card>`);
    buttonOf(card).focus();
    buttonOf(card).click();
    await until(() => textOf(card).includes('Contact your provider.'));
    await until(() => (card.shadowRoot!.activeElement as HTMLElement | null)?.part.contains('reason'));
    expect(part(card, 'action') === null).to.equal(true);
  });
});

describe('a sign-in page that comes too late', () => {
  let answer: (response: Response) => void;

  beforeEach(() => {
    proxy.answer(ROUTE, () => new Promise(resolve => { answer = resolve; }));
  });

  const answerLate = async () => {
    answer(Response.json({redirect_url: `${HERE}#sign-in`}));
    await new Promise(resolve => setTimeout(resolve, 50));
    return location.hash;
  };

  it('is not gone to when the list has been removed', async () => {
    const list = await showList();
    buttonOf(list).click();
    await until(() => asked().length === 1);
    list.remove();
    expect(await answerLate()).to.equal('');
  });

  it('is not gone to when another customer is there', async () => {
    const card = (await showCard());
    await until(() => buttonOf(card));
    buttonOf(card).click();
    await until(() => asked().length === 1);
    card.session = 'another';
    await until(() => buttonOf(card)?.textContent === 'Verbinden');
    expect(await answerLate()).to.equal('');
  });
});

it('a way that one device does not have may be there for the next', async () => {
  proxy.answer(ROUTE, status(404));
  proxy.serve('heat-pump', ['one', 'two'].map(id => fresh('heat-pump', {id, is_authenticated: false, authorization_url: undefined})));
  const card = await showCard();
  await until(() => buttonOf(card));
  buttonOf(card).click();
  await until(() => part(card, 'action') === null);
  card.deviceId = 'two';
  await until(() => buttonOf(card)?.textContent === 'Verbinden');
});
