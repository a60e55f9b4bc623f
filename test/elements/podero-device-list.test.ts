import {expect, fixture, html} from '@open-wc/testing';
import '../../src/elements/podero-device-list.js';
import type {PoderoDeviceCard} from '../../src/elements/podero-device-card.js';
import type {PoderoDeviceList} from '../../src/elements/podero-device-list.js';
import {FakeProxy, fresh, status} from './fake-proxy.js';
import type {Listening} from './shown.js';
import {has, listen, part, show, shown, textOf, until} from './shown.js';

let proxy: FakeProxy;
let page: Listening;

beforeEach(() => {
  proxy = new FakeProxy();
  page = listen();
});

const {setTimeout: originalTimeout} = window;

afterEach(() => {
  window.setTimeout = originalTimeout;
  page.stop();
  proxy.restore();
});

const showList = (types = 'heat-pump electric-vehicle inverter') =>
  show<PoderoDeviceList>(html`<podero-device-list proxy-url=${proxy.url} types=${types}></podero-device-list>`);
const cardsOf = (list: Element) => [...list.shadowRoot!.querySelectorAll('podero-device-card')];
const idsOf = (list: Element) => cardsOf(list).map(({deviceId}) => deviceId);
const kindsOf = (list: Element) => cardsOf(list).map(({deviceType}) => deviceType);
const headOf = (list: Element) => list.shadowRoot!.querySelector('.list-line')?.textContent?.replace(/\s+/g, ' ').trim();

const heatPump = (id: string, model: string, overrides = {}) => fresh('heat-pump', {id, device_model: {manufacturer: 'Acme', model}, ...overrides});
const isSecond = (ms: number): boolean => ms > 900 && ms <= 1_000;

/** A second passes at once. All delays asked for from now on. */
function shortenSecond(): (number | undefined)[] {
  const delays: (number | undefined)[] = [];
  window.setTimeout = ((callback: () => void, ms?: number) => {
    delays.push(ms);
    return originalTimeout(callback, ms !== undefined && isSecond(ms) ? 0 : ms);
  }) as typeof window.setTimeout;
  return delays;
}

const OUT = {is_authenticated: false, authorization_url: 'https://login.example.com/again'};

describe('podero-device-list', () => {
  it('shows a card for a device of each kind, and how many there are', async () => {
    const list = await show<PoderoDeviceList>(html`<podero-device-list proxy-url=${proxy.url}></podero-device-list>`);
    expect(kindsOf(list)).to.deep.equal(['heat-pump', 'electric-vehicle', 'inverter']);
    expect(cardsOf(list).map(card => part(card, 'title')!.textContent))
      .to.deep.equal(['Nibe S-Series', 'Tesla Model 3', 'Fronius Symo GEN24 10.0 Plus']);
    expect(headOf(list)).to.match(/^3 devices\. Checked just now/);
  });

  it('asks only for the kinds of its types, once each, and shows them in its own order', async () => {
    const list = await showList('inverter  heat-pump');
    expect(kindsOf(list)).to.deep.equal(['heat-pump', 'inverter']);
    expect(proxy.asked.toSorted()).to.deep.equal(['/heat-pumps', '/inverters']);
  });

  it('says on a screen of its own that there is no device', async () => {
    proxy.answerAll(() => Response.json([]));
    const list = await showList();
    expect(part(list, 'empty')!.textContent).to.contain('No devices yet');
    expect([has(list, 'list'), has(list, 'error')]).to.deep.equal([false, false]);
    expect(page.heard).to.deep.equal([['podero-ready', {devices: []}], ['podero-attention', {total: 0, actionRequired: 0}]]);
  });

  it('reserves the room of its cards while it waits, and says so once', async () => {
    proxy.answerAll(() => new Promise(() => {}));
    const list = await fixture<PoderoDeviceList>(html`<podero-device-list proxy-url=${proxy.url}></podero-device-list>`);
    const skeletons = () => list.shadowRoot!.querySelectorAll('[part~="skeleton"] > li').length;
    await until(() => list.shadowRoot!.querySelectorAll('.place').length === 3);
    // Where the answer comes soon, nobody sees the skeleton.
    expect(skeletons()).to.equal(0);
    await until(() => skeletons() === 3);
    expect([...list.shadowRoot!.querySelectorAll('[role="status"]')].map(said => said.textContent)).to.deep.equal(['Your devices are being loaded.']);
    await expect(list).to.be.accessible();
  });

  for (const first of ['there', 'none']) {
    it(`is as long as it was while a kind is late, and does not say that there is no device: of the others ${first === 'there' ? 'some are there' : 'there are none'}`, async () => {
      shortenSecond();
      if (first === 'none') proxy.answerAll(() => Response.json([]));
      let answer = () => {};
      proxy.answer('/inverters', () => new Promise(resolve => {
        answer = () => resolve(Response.json([fresh('inverter')]));
      }));
      const list = await fixture<PoderoDeviceList>(html`<podero-device-list proxy-url=${proxy.url}></podero-device-list>`);
      const places = () => list.shadowRoot!.querySelectorAll('.cards > li').length;
      await until(() => cardsOf(list).length === (first === 'there' ? 2 : 0) && part(list, 'list'));
      expect([places(), cardsOf(list).length, has(list, 'empty')]).to.deep.equal([3, first === 'there' ? 2 : 0, false]);
      expect(list.shadowRoot!.querySelector('[role="status"]')!.textContent).to.equal(first === 'there' ? '2 devices.' : 'Your devices are being loaded.');
      answer();
      await until(() => kindsOf(list).includes('inverter'));
      expect(places()).to.equal(first === 'there' ? 3 : 1);
    });
  }

  it('puts its own heading at the wanted level and those of the cards one below', async () => {
    for (const [level, expected] of [['2', ['2', '3']], ['6', ['6', '6']]] as const) {
      const list = await show(html`<podero-device-list proxy-url=${proxy.url} heading-level=${level}></podero-device-list>`);
      expect([part(list, 'heading'), part(list, 'title')].map(heading => heading!.getAttribute('aria-level')), level).to.deep.equal(expected);
    }
  });

  it('lets a page style the parts of its cards', async () => {
    const list = await showList('heat-pump');
    const sheet = new CSSStyleSheet();
    sheet.replaceSync(['card', 'card-footer', 'reading', 'updated'].map(name => `podero-device-list::part(${name}) {scroll-margin: 7px}`).join(''));
    document.adoptedStyleSheets.push(sheet);
    const styled = ['base', 'footer', 'reading', 'updated'].map(name => getComputedStyle(part(cardsOf(list)[0]!, name)!).scrollMarginTop);
    document.adoptedStyleSheets.pop();
    expect(styled).to.deep.equal(['7px', '7px', '7px', '7px']);
  });

  it('hands on every part of a card, those of its own names with a prefix (contract 4)', async () => {
    const list = await showList('heat-pump');
    const exported = cardsOf(list)[0]!.getAttribute('exportparts')!.split(',');
    const own = ['header', 'icon', 'title', 'subtitle', 'status', 'activity', 'reason', 'readings', 'reading', 'label', 'value', 'unit', 'totals',
      'updated', 'action', 'notice-stale', 'notice-reconnect'];
    expect(exported.toSorted()).to.deep.equal([
      'base:card', 'footer:card-footer', 'notice:card-notice', 'error:card-error', 'skeleton:card-skeleton', ...own,
    ].toSorted());
  });

  it('tells its cards after how long a state is old', async () => {
    proxy.serve('heat-pump', [fresh('heat-pump', {current_state_last_updated_at: new Date(Date.now() - 120_000).toISOString()})]);
    const list = await show(html`<podero-device-list proxy-url=${proxy.url} types="heat-pump" stale-after="60"></podero-device-list>`);
    expect([...part(cardsOf(list)[0]!, 'footer')!.part]).to.include('notice-stale');
    list.setAttribute('stale-after', '600');
    await (list as PoderoDeviceList).updateComplete;
    await cardsOf(list)[0]!.updateComplete;
    expect([...part(cardsOf(list)[0]!, 'footer')!.part]).to.deep.equal(['footer']);
  });

  it('takes kinds in whatever form a page sets them, and never throws', async () => {
    const list = document.createElement('podero-device-list');
    Object.assign(list, {proxyUrl: new URL(proxy.url, location.href), types: ['inverter', 'heat-pump']});
    document.body.append(list);
    await shown(list);
    expect(kindsOf(list)).to.deep.equal(['heat-pump', 'inverter']);
    await list.refresh();
    list.remove();
  });

  it('passes axe with devices, without, with trouble and with none of them read', async () => {
    const list = await showList();
    await expect(list).to.be.accessible();
    proxy.answer('/heat-pumps', status(502));
    proxy.serve('inverter', [fresh('inverter', OUT), null]);
    await list.refresh();
    await expect(list).to.be.accessible();
    proxy.answerAll(() => Response.json([]));
    await list.refresh();
    await expect(list).to.be.accessible();
    proxy.answerAll(status(401));
    await list.refresh();
    await expect(list).to.be.accessible();
  });
});

describe('the order of a podero-device-list', () => {
  it('is: who needs somebody, then the kind, then the name', async () => {
    proxy.serve('heat-pump', [heatPump('zeta', 'Zeta'), heatPump('alpha', 'Alpha'), heatPump('out', 'Zzz', OUT)]);
    proxy.serve('electric-vehicle', [fresh('electric-vehicle', {id: 'car'})]);
    proxy.serve('inverter', [fresh('inverter', {id: 'roof', authorization_url: 'https://login.example.com/'})]);
    expect(idsOf(await showList())).to.deep.equal(['out', 'roof', 'alpha', 'zeta', 'car']);
  });

  it('stays while somebody reads, and is decided again on refresh()', async () => {
    proxy.serve('heat-pump', [heatPump('a', 'A'), heatPump('b', 'B')]);
    const list = await showList('heat-pump');
    const card = await show<PoderoDeviceCard>(
      html`<podero-device-card proxy-url=${proxy.url} device-type="heat-pump" device-id="b"></podero-device-card>`);
    proxy.serve('heat-pump', [heatPump('b', 'B', OUT), heatPump('a', 'A')]);
    await card.refresh();
    await list.updateComplete;
    expect(headOf(list)).to.contain('1 of 2 devices needs you.');
    expect(idsOf(list)).to.deep.equal(['a', 'b']);
    await list.refresh();
    expect(idsOf(list)).to.deep.equal(['b', 'a']);
  });

  it('takes neither the element nor the focus from a card that moves', async () => {
    proxy.serve('heat-pump', [heatPump('a', 'A'), heatPump('b', 'B', OUT), heatPump('c', 'C', OUT)]);
    const list = await showList('heat-pump');
    const card = cardsOf(list).find(({deviceId}) => deviceId === 'c')!;
    part(card, 'action')!.focus();
    proxy.serve('heat-pump', [heatPump('a', 'A', OUT), heatPump('b', 'B'), heatPump('c', 'C', OUT)]);
    await list.refresh();
    expect(idsOf(list)).to.deep.equal(['a', 'c', 'b']);
    expect(cardsOf(list)[1] === card).to.equal(true);
    expect(card.shadowRoot!.activeElement === part(card, 'action')).to.equal(true);
  });
});

describe('a podero-device-list with something wrong', () => {
  it('shows a device with broken fields and all the others, and counts those that are none', async () => {
    const broken = fresh('heat-pump', {id: 'broken', indoor_actual_temperature: {a: 1}});
    proxy.serve('heat-pump', [null, 'x', {}, broken, fresh('heat-pump', {id: 'whole'})]);
    const list = await showList();
    expect(idsOf(list).slice(0, 2)).to.have.members(['broken', 'whole']);
    expect(kindsOf(list)).to.have.length(4);
    expect(headOf(list)).to.match(/^3 devices could not be read\./);
    expect(page.details('podero-error')).to.have.deep.members([
      {code: 'malformed', retryable: true, collection: 'heat-pumps'},
      {code: 'malformed', retryable: true, collection: 'heat-pumps', deviceId: 'broken'},
    ]);
  });

  it('names the kinds that could not be read, and shows the others', async () => {
    proxy.answer('/inverters', status(500));
    proxy.answer('/electric-vehicles', status(400));
    const list = await showList();
    expect(kindsOf(list)).to.deep.equal(['heat-pump']);
    expect(headOf(list)).to.match(/^Not loaded: electric vehicles and inverters\./);
    expect(part(list, 'notice')!.part.contains('notice-partial')).to.equal(true);
    expect(page.details('podero-error').map(({code, collection, status: sent}) => [code, collection, sent]))
      .to.have.deep.members([['server', 'inverters', 500], ['server', 'electric-vehicles', 400]]);
  });

  it('counts a collection that was never there as not offered', async () => {
    for (const [path, code] of [['/inverters', 404], ['/electric-vehicles', 405], ['/heat-pumps', 501]] as const) {
      const own = new FakeProxy();
      own.answer(path, status(code));
      const list = await show(html`<podero-device-list proxy-url=${own.url}></podero-device-list>`);
      own.restore();
      expect(cardsOf(list), path).to.have.length(2);
      expect(has(list, 'notice'), path).to.equal(false);
    }
    expect(page.details('podero-error')).to.deep.equal([]);
  });

  it('keeps the devices of a collection that is there no more, and reports it', async () => {
    const list = await showList();
    proxy.answer('/inverters', status(404));
    await list.refresh();
    expect(kindsOf(list)).to.contain('inverter');
    expect(headOf(list)).to.match(/^Not loaded: inverters\./);
    expect(page.details('podero-error')).to.have.length(1);
    expect(page.details('podero-error')[0]).to.include({code: 'not-found', retryable: false, status: 404, collection: 'inverters'});
  });

  it('says that nothing was found where no collection is there at all', async () => {
    proxy.answerAll(status(404));
    const list = await showList();
    expect(part(list, 'error')!.textContent).to.contain('Nothing was found here');
    expect(page.heard.map(([name]) => name)).to.deep.equal(['podero-error']);
  });

  it('drops everything when one collection says that nobody is signed in, until somebody is', async () => {
    const list = await showList();
    proxy.answer('/inverters', status(401));
    await list.refresh();
    expect(part(list, 'error')!.textContent).to.contain('You are signed out');
    expect(textOf(list)).not.to.match(/Nibe|Tesla|Fronius|°C|kW/);
    expect(page.details('podero-error')).to.deep.equal([{code: 'unauthorized', retryable: false, status: 401}]);
    proxy.serve('inverter', [fresh('inverter')]);
    await list.refresh();
    expect(kindsOf(list)).to.have.length(3);
    expect(page.details('podero-recovered')).to.deep.equal([{code: 'unauthorized'}]);
  });

  it('waits no longer than a second for the rest once something has come', async () => {
    let answer: (response: Response) => void = () => {};
    proxy.answer('/heat-pumps', () => new Promise(resolve => (answer = resolve)));
    const delays = shortenSecond();
    const list = await fixture(html`<podero-device-list proxy-url=${proxy.url}></podero-device-list>`);
    await until(() => kindsOf(list).length === 2);
    expect(delays.filter(ms => ms !== undefined && isSecond(ms)), 'less what has passed since').to.have.length(1);
    expect(kindsOf(list)).to.deep.equal(['electric-vehicle', 'inverter']);
    answer(Response.json([fresh('heat-pump')]));
    await until(() => kindsOf(list).length === 3);
    expect(kindsOf(list)).to.deep.equal(['heat-pump', 'electric-vehicle', 'inverter']);
  });
});
