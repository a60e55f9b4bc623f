import {aTimeout, expect, fixture, html} from '@open-wc/testing';
import '../../src/elements/podero-device-list.js';
import type {PoderoDeviceCard} from '../../src/elements/podero-device-card.js';
import type {PoderoDeviceList} from '../../src/elements/podero-device-list.js';
import {FakeProxy, fresh, status} from './fake-proxy.js';
import {has, part, show, shown, textOf, until} from './shown.js';

let proxy: FakeProxy;

beforeEach(() => {
  proxy = new FakeProxy();
  proxy.serve('heat-pump', [fresh('heat-pump', {id: 'one'})]);
});

afterEach(() => proxy.restore());

const newCard = (properties: Partial<PoderoDeviceCard> = {}) =>
  Object.assign(document.createElement('podero-device-card'), {proxyUrl: proxy.url, deviceType: 'heat-pump', deviceId: 'one', ...properties});

async function showAll(...cards: PoderoDeviceCard[]): Promise<void> {
  const place = await fixture<HTMLElement>(html`<div></div>`);
  place.append(...cards);
  await Promise.all(cards.map(shown));
}

describe('two elements of one device', () => {
  it('share their request, whatever else they are told', async () => {
    await showAll(newCard(), newCard({staleAfter: 60, timeZone: 'UTC', headingLevel: 2}));
    expect(proxy.asked).to.deep.equal(['/heat-pumps/one']);
  });

  it('M02 share their request, however the address of their proxy is written', async () => {
    const {origin, href} = new URL(proxy.url, location.href);
    const shouted = origin.toUpperCase() + proxy.url;
    await showAll(...[proxy.url, `${proxy.url}//`, `${href}#top`, shouted, ` ${href}/#`].map(proxyUrl => newCard({proxyUrl})));
    expect(proxy.asked).to.deep.equal(['/heat-pumps/one']);
  });

  it('M03 share nothing when they got different functions, which may stand for two customers', async () => {
    const [anna, ben] = [() => Promise.resolve('anna'), () => Promise.resolve('ben')];
    await showAll(newCard({getToken: anna}), newCard({getToken: ben}), newCard({getToken: anna}));
    expect(proxy.asked.length).to.equal(2);
    await showAll(newCard({getHeaders: () => ({})}), newCard({getHeaders: () => ({})}));
    expect(proxy.asked.length).to.equal(4);
  });

  it('M03 share nothing when cookies go with one of them only', async () => {
    await showAll(newCard(), newCard({credentials: 'include'}));
    expect(proxy.asked.length).to.equal(2);
  });

  it('M12 share one request when fifty of them come one after the other', async () => {
    const cards = Array.from({length: 50}, () => newCard());
    await showAll(...cards.slice(0, 25));
    for (const card of cards.slice(25)) {
      cards[0]!.parentElement!.append(card);
      await aTimeout(5);
    }
    await Promise.all(cards.map(shown));
    expect(proxy.asked).to.deep.equal(['/heat-pumps/one']);
  });

  it('understand a battery each in its own way', async () => {
    const id = fresh('inverter').id;
    const battery = {battery_charge_discharge_power_w: 3000, is_battery_connected: true, battery_connected: true};
    proxy.serve('inverter', [fresh('inverter', {id, ...battery})]);
    const cards = (['charging-positive', 'discharging-positive'] as const)
      .map(batterySign => newCard({deviceType: 'inverter', deviceId: id, batterySign}));
    await showAll(...cards);
    expect(cards.map(card => /Battery, ([a-z]+)/.exec(textOf(card))?.[1])).to.deep.equal(['charging', 'discharging']);
  });
});

describe('an element', () => {
  it('reads with its own token when the element has gone with which it shared its requests', async () => {
    const sent: (string | null)[] = [];
    const {fetch} = window;
    window.fetch = (input, init) => {
      sent.push(new Headers(init?.headers).get('authorization'));
      return fetch.call(window, input, init);
    };
    const shared = () => Promise.resolve('old');
    const [gone, stays] = [newCard({getToken: shared}), newCard({getToken: shared})];
    await showAll(gone, stays);
    stays.getToken = () => Promise.resolve('fresh');
    gone.remove();
    await stays.refresh();
    window.fetch = fetch;
    expect(sent).to.deep.equal(['Bearer old', 'Bearer fresh']);
  });

  it('asks once more when it joins one that is signed out: the customer may be back', async () => {
    proxy.answer('/heat-pumps/one', status(401));
    const first = newCard();
    await showAll(first);
    proxy.serve('heat-pump', [fresh('heat-pump', {id: 'one'})]);
    const second = newCard();
    first.after(second);
    await aTimeout(60);
    await Promise.all([first, second].map(shown));
    expect([has(first, 'title'), has(second, 'title')]).to.deep.equal([true, true]);
  });

  it('tells of no update when it comes back to the page with the same data', async () => {
    const card = newCard();
    await showAll(card);
    const place = card.parentElement!;
    card.remove();
    await aTimeout(200);
    const heard: Event[] = [];
    card.addEventListener('podero-update', event => heard.push(event));
    place.append(card);
    await shown(card);
    await card.refresh();
    expect(heard.length).to.equal(0);
  });

  it('keeps showing its device while a list takes over the reading', async () => {
    const card = newCard();
    await showAll(card);
    proxy.answer('/heat-pumps', () => aTimeout(50).then(() => Response.json([fresh('heat-pump', {id: 'one'})])));
    const list = await fixture<PoderoDeviceList>(html`<podero-device-list proxy-url=${proxy.url} types="heat-pump"></podero-device-list>`);
    await card.updateComplete;
    await aTimeout(10);
    expect([has(card, 'title'), has(list, 'list')]).to.deep.equal([true, false]);
    await shown(list);
    expect(proxy.asked).to.deep.equal(['/heat-pumps/one', '/heat-pumps']);
  });

  it('shows nothing of its former customer when it comes back to the page', async () => {
    const card = newCard();
    await showAll(card);
    const place = card.parentElement!;
    card.remove();
    await aTimeout(200);
    let answer: (() => void) | undefined;
    proxy.answer('/heat-pumps/one', () => new Promise(resolve => {
      answer = () => resolve(new Response(null, {status: 401}));
    }));
    place.append(card);
    await until(() => answer, 'the device is not asked for');
    await aTimeout(20);
    expect(textOf(card)).not.to.contain('Nibe');
    answer!();
    await shown(card);
    expect(textOf(card)).to.contain('You are signed out');
  });

  it('L02 stays as it is, without another request, when it is moved in the page', async () => {
    const card = newCard();
    await showAll(card);
    card.parentElement!.prepend(card);
    await card.updateComplete;
    expect(has(card, 'title')).to.equal(true);
    expect(proxy.asked.length).to.equal(1);
  });

  it('says that its device is gone when the proxy does not know it any more', async () => {
    const card = newCard();
    await showAll(card);
    proxy.answer('/heat-pumps/one', status(404));
    await card.refresh();
    expect([has(card, 'error'), textOf(card).includes('Nothing was found here')]).to.deep.equal([true, true]);
  });

  it('says what came of a refresh that is refused: not that the provider is silent', async () => {
    const card = newCard();
    await showAll(card);
    proxy.answer('/heat-pumps/one', status(422));
    await card.refresh();
    expect([...part(card, 'footer')!.part]).to.deep.equal(['footer', 'notice', 'notice-partial']);
    expect(textOf(card)).to.contain('Not refreshed');
  });
});

describe('refresh()', () => {
  it('is done when those devices are shown that are wanted by then', async () => {
    const list = await show<PoderoDeviceList>(html`<podero-device-list proxy-url=${proxy.url} types="heat-pump"></podero-device-list>`);
    const other = new FakeProxy();
    other.serve('heat-pump', [fresh('heat-pump', {id: 'two', device_model: {manufacturer: 'Acme', model: 'Two'}})]);
    proxy.answer('/heat-pumps', () => aTimeout(50).then(() => Response.json([])));
    const done = list.refresh();
    await aTimeout(10);
    list.proxyUrl = other.url;
    await done;
    expect(textOf(list)).to.contain('Acme Two');
    other.restore();
  });
});

describe('the words of an element', () => {
  it('tell the times of the home, and follow the zone that it is told', async () => {
    proxy.serve('heat-pump', [fresh('heat-pump', {id: 'one', consumption_last_updated_at: '2026-01-15T01:00:00Z'})]);
    const card = newCard({timeZone: 'Asia/Kolkata'});
    await showAll(card);
    const asOf = () => part(card, 'totals')!.querySelector('time')!;
    expect(asOf().textContent).to.contain('06:30');
    expect(asOf().title).to.match(/15 Jan(uary)? 2026/);
    card.timeZone = 'America/New_York';
    await card.updateComplete;
    expect(asOf().title).to.match(/14 Jan(uary)? 2026/);
  });

  it('are marked with the language they are in, also when the page gets another', async () => {
    const card = newCard();
    await showAll(card);
    const langOf = () => card.shadowRoot!.querySelector('.base')!.getAttribute('lang');
    const former = document.documentElement.lang;
    for (const lang of ['en-US', 'en-GB']) {
      document.documentElement.lang = lang;
      await until(() => langOf() === lang, `not marked as ${lang}`);
    }
    document.documentElement.lang = former;
  });
});
