/** The rules for values (faults, values) that are about words and links: on cards as they are really drawn. */
import {expect, fixture, html} from '@open-wc/testing';
import '../../src/elements/podero-device-list.js';
import type {DeviceKind} from '../../src/domain/device.js';
import type {PoderoDeviceList} from '../../src/elements/podero-device-list.js';
import type {Overrides} from '../fixtures/payloads.js';
import {FakeProxy, fresh} from './fake-proxy.js';
import type {Listening} from './shown.js';
import {has, listen, part, shown} from './shown.js';

let proxy: FakeProxy;
let page: Listening;
let lines: string[];
const {warn} = console;

beforeEach(() => {
  proxy = new FakeProxy();
  page = listen();
  lines = [];
  console.warn = (line: string) => lines.push(line);
});

afterEach(() => {
  console.warn = warn;
  page.stop();
  proxy.restore();
});

/** Each from a proxy of its own: what another list has just read is not shared. */
async function listOf(kind: DeviceKind, devices: readonly unknown[]): Promise<PoderoDeviceList> {
  proxy.restore();
  proxy = new FakeProxy();
  proxy.serve(kind, devices);
  const list = await fixture<PoderoDeviceList>(html`<podero-device-list lang="en" proxy-url=${proxy.url} types=${kind}></podero-device-list>`);
  await shown(list);
  return list;
}

const cardsOf = (list: Element) => [...list.shadowRoot!.querySelectorAll('podero-device-card')];
const textOf = (element: Element | null | undefined) => element?.textContent?.replace(/[\s\u00a0]+/g, ' ').trim();
const sayOf = (card: Element, name: string) => textOf(part(card, name));
const reading = (card: Element, key: string) => textOf(card.shadowRoot!.querySelector(`[data-reading="${key}"] [part="value"]`));

/** One card per set of fields, in their order. */
async function cardsWith(kind: DeviceKind, all: readonly Overrides[], generation: 'G1' | 'G2' = 'G1'): Promise<Element[]> {
  const name = (index: number) => String(index).padStart(3, '0');
  const list = await listOf(kind, all.map((fields, index) => fresh(kind, {id: name(index), ...fields}, generation)));
  list.setAttribute('page-size', '1000');
  await list.updateComplete;
  await shown(list);
  return cardsOf(list).toSorted((a, b) => a.deviceId! < b.deviceId! ? -1 : 1);
}

const since = (minutes: number) => new Date(Date.now() - minutes * 60_000).toISOString();

describe('values on a card', () => {
  it('V01 shows a plain decimal text as the number it is, with one line in the console', async () => {
    const list = await listOf('heat-pump', [fresh('heat-pump', {id: 'V01', indoor_actual_temperature: '21.50', current_power_consumption_w: '-3'})]);
    await list.refresh();
    expect([reading(cardsOf(list)[0]!, 'indoor'), reading(cardsOf(list)[0]!, 'power')]).to.deep.equal(['21.5 °C', '-3 W']);
    expect(lines.filter(line => line.includes('V01'))).to.deep.equal([
      'podero-widgets: heat-pump V01: current_power_consumption_w, indoor_actual_temperature came as text instead of numbers.']);
  });

  it('V02 shows any other text, infinities, numbers that no home could mean and impossible levels as missing', async () => {
    const wrong = ['', ' ', '1e3', '0x10', '1,5', 'NaN', 'Infinity', '21.5 °C', '9'.repeat(400), 1e9, -1e308, true, [5], {}];
    const pumps = await cardsWith('heat-pump', wrong.map(value => ({indoor_actual_temperature: value})));
    expect(pumps.map(card => reading(card, 'indoor'))).to.deep.equal(wrong.map(() => '–'));
    const cars = await cardsWith('electric-vehicle', [-1, 100.1, '101', 0, 100].map(level => ({battery_level: level})));
    expect(cars.map(card => reading(card, 'level'))).to.deep.equal(['–', '–', '–', '0 %', '100 %']);
  });

  it('V03 shows −0 as 0', async () => {
    const [pump] = await cardsWith('heat-pump', [{outdoor_temperature: '-0.0', current_power_consumption_w: '-0'}]);
    expect([reading(pump!, 'outdoor'), reading(pump!, 'power')]).to.deep.equal(['0.0 °C', '0 W']);
    await cardsWith('inverter', [{battery_charge_level_percent: '-0', battery_connected: true}]);
    const {battery} = page.details('podero-ready').at(-1)!.devices[0] as {battery?: {levelPercent: number}};
    expect(Object.is(battery!.levelPercent, 0)).to.equal(true);
  });

  it('V04 takes a stamp without a zone for UTC', async () => {
    const stamps = [(iso: string) => iso.slice(0, -5), (iso: string) => iso.slice(0, -8), (iso: string) => iso.slice(0, -5).replace('T', ' '), (iso: string) => iso.toLowerCase().slice(0, -5)];
    const cards = await cardsWith('heat-pump', stamps.map(cut => ({current_state_last_updated_at: cut(since(30))})));
    for (const card of cards) expect(sayOf(card, 'updated')).to.match(/^Updated 3[01] minutes ago$/);
  });

  it('V05 takes the first day of the first year for never', async () => {
    const [card] = await cardsWith('heat-pump', [{current_state_last_updated_at: '0001-01-01T00:00:00Z', consumption_last_updated_at: '0001-01-01T00:00:00Z'}]);
    expect([sayOf(card!, 'updated'), has(card!, 'totals'), textOf(card!.shadowRoot!.querySelector('.totals-head'))])
      .to.deep.equal(['Update time not known', true, 'Consumption']);
  });

  it('V06 says "just now" up to five minutes ahead, and beyond that the time is not known', async () => {
    const cards = await cardsWith('heat-pump', [-1, -4.9, -6, -6000].map(minutes => ({current_state_last_updated_at: since(minutes)})));
    expect(cards.map(card => sayOf(card, 'updated'))).to.deep.equal(['Updated just now', 'Updated just now', 'Update time not known', 'Update time not known']);
  });

  it('V08 shows a word that is not known as its own text', async () => {
    const [first, second] = await cardsWith('heat-pump', [{operational_mode: 'Defrost_2'}, {operational_mode: '<b>constructor</b>'}]);
    expect([first, second].map(card => sayOf(card!, 'activity'))).to.deep.equal(['Defrost_2', '<b>constructor</b>']);
    const [third] = await cardsWith('heat-pump', [{current_mode: '__proto__'}], 'G2');
    expect(sayOf(third!, 'status')).to.contain('Optimisation __proto__');
  });

  it('V09 ignores fields that are not known', async () => {
    const more = JSON.parse('{"__proto__": {"indoor_actual_temperature": 99}, "constructor": 1, "toString": null, "then": {}, "": [[]]}') as object;
    const [plain, strange] = await cardsWith('heat-pump', [{}, {...more, ['__proto__']: {id: 'x'}}]);
    expect(textOf(part(strange!, 'base'))).to.equal(textOf(part(plain!, 'base')));
    expect(lines).to.deep.equal([]);
  });

  it('V11 drops a device without an id, and says how many', async () => {
    const list = await listOf('inverter', [fresh('inverter', {id: 'good'}), ...[undefined, null, 7, '', '.', '..', '\ud800'].map(id => fresh('inverter', {id}))]);
    expect([cardsOf(list).map(({deviceId}) => deviceId), textOf(list.shadowRoot!.querySelector('[role="status"]'))])
      .to.deep.equal([['good'], '7 devices could not be read.']);
  });

  it('V12 shows the first of several devices with one id', async () => {
    const list = await listOf('heat-pump', [20, 30].map(degrees => fresh('heat-pump', {id: 'twice', indoor_actual_temperature: degrees})));
    expect(cardsOf(list).map(card => reading(card, 'indoor'))).to.deep.equal(['20.0 °C']);
  });

  it('V15 follows only absolute https addresses without user info, and those of the page\'s own origin', async () => {
    const links: readonly (readonly [unknown, string | undefined])[] = [
      ['https://login.example/a?b=1', 'https://login.example/a?b=1'], [`${location.origin}/again`, `${location.origin}/again`],
      ['javascript:alert(1)', undefined], ['JaVaScRiPt:alert(1)//https://x', undefined], ['data:text/html,x', undefined], ['blob:https://x.example/1', undefined],
      ['http://login.example/', undefined], ['https://user:word@login.example/', undefined], ['https://user@login.example/', undefined],
      ['/again', undefined], ['//login.example/', undefined], ['login', undefined], ['https://', undefined], [' ', undefined],
    ];
    const cards = await cardsWith('heat-pump', links.map(([url]) => ({is_authenticated: false, authorization_url: url})));
    expect(cards.map(card => part(card, 'action')!.getAttribute('href') ?? undefined)).to.deep.equal(links.map(([, href]) => href));
    expect(cards.flatMap(card => [...card.shadowRoot!.querySelectorAll('[href]')]).length).to.equal(2);
  });
});

describe('V10 one bad field costs its reading, never the card', () => {
  const READINGS = {
    'heat-pump': {indoor_actual_temperature: 'indoor', dhw_temperature: 'hot-water', outdoor_temperature: 'outdoor', current_power_consumption_w: 'power', consumption_last_week_kwh: 'last-week'},
    'electric-vehicle': {driving_range: 'range', charge_rate_w: 'power', charge_limit_max: 'limit', consumption_last_day_kwh: 'last-day'},
    'inverter': {current_solar_production_w: 'solar', household_consumption_w: 'home', solar_surplus_w: 'surplus', production_last_month_kwh: 'last-month'},
  } as const;
  const textsOf = (card: Element) => Object.fromEntries([...card.shadowRoot!.querySelectorAll<HTMLElement>('[data-reading]')].map(pair =>
    [pair.dataset['reading']!, textOf(pair.querySelector('[part="value"]'))]));

  for (const [kind, fields] of Object.entries(READINGS) as [DeviceKind, Readonly<Record<string, string>>][]) {
    it(`V10 holds for every reading of the kind ${kind}`, async () => {
      const [whole, ...cards] = await cardsWith(kind, [{}, ...Object.keys(fields).map(field => ({[field]: {a: [null]}}))]);
      const good = textsOf(whole!);
      Object.values(fields).forEach((key, index) => {
        // The grid follows from production and household.
        const grid = ['solar', 'home'].includes(key) ? {grid: '–'} : {};
        expect(textsOf(cards[index]!), key).to.deep.equal({...good, ...grid, [key]: '–'});
        expect(sayOf(cards[index]!, 'reason')).to.equal('Some values could not be read.');
      });
    });
  }
});

describe('an answer in pages', () => {
  it('leaves what was shown before where one of them fails', async () => {
    const list = await listOf('heat-pump', [fresh('heat-pump', {id: 'a'}), fresh('heat-pump', {id: 'b'})]);
    let pages = 0;
    proxy.answer('/heat-pumps', () => ++pages === 1
      ? Response.json({results: [fresh('heat-pump', {id: 'c'})], next: '?page=2'})
      : new Response(null, {status: 500}));
    await list.refresh();
    expect([cardsOf(list).map(({deviceId}) => deviceId).toSorted(), pages]).to.deep.equal([['a', 'b'], 2]);
    expect(part(list, 'notice')!.part.contains('notice-upstream')).to.equal(true);
  });
});
