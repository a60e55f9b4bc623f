/** What time does to a page that stays open (faults T11 to T14, T16), seen on elements that are really drawn. */
import {expect, fixture, html} from '@open-wc/testing';
import '../../src/elements/podero-device-card.js';
import '../../src/elements/podero-device-list.js';
import type {PoderoDeviceCard} from '../../src/elements/podero-device-card.js';
import type {PoderoDeviceList} from '../../src/elements/podero-device-list.js';
import {Clock} from './clock.js';
import {FakeProxy, fresh} from './fake-proxy.js';
import {part, show, shown, textOf, until} from './shown.js';

const NOW = '2026-04-18T09:00:00Z';
const later = (seconds: number) => new Date(Date.parse(NOW) + 1000 * seconds).toISOString();

let proxy: FakeProxy;
let clock: Clock;
let lines: string[];
/** What happens every so many ms, in a page whose minutes do not pass by themselves. */
let intervals: {callback: () => void; ms: number}[];
const {warn} = console;
const {setInterval: realSet} = window;

beforeEach(() => {
  clock = new Clock(NOW);
  proxy = new FakeProxy();
  lines = [];
  intervals = [];
  console.warn = (line: string) => lines.push(line);
  window.setInterval = ((callback: () => void, ms: number) => intervals.push({callback, ms})) as unknown as typeof window.setInterval;
});

afterEach(() => {
  window.setInterval = realSet;
  console.warn = warn;
  clock.restore();
  proxy.restore();
});

const settled = async (card: PoderoDeviceCard) => {
  await card.updateComplete;
  return card;
};

/** Seconds after the beginning, with all that happens every minute. */
async function pass(seconds: number, ...cards: PoderoDeviceCard[]): Promise<void> {
  clock.turnTo(later(seconds));
  for (const {callback, ms} of intervals) if (ms <= 60_000) callback();
  await Promise.all(cards.map(settled));
}

const footOf = (card: Element) => [part(card, 'footer')!.part.contains('notice-stale'), part(card, 'updated')!.textContent];

describe('a device that says nothing new', () => {
  const stampedAt = (seconds: number) => ({current_state_last_updated_at: later(seconds)});

  it('T13 turns old by itself within a minute after an hour, and nobody is asked', async () => {
    proxy.serve('heat-pump', [fresh('heat-pump', {id: '1', ...stampedAt(-3580)})]);
    const list = await show<PoderoDeviceList>(html`<podero-device-list lang="en" proxy-url=${proxy.url} types="heat-pump"></podero-device-list>`);
    const card = list.shadowRoot!.querySelector('podero-device-card')!;
    expect(footOf(card)).to.deep.equal([false, 'Updated 59 minutes ago']);
    await pass(19, card);
    expect(footOf(card)).to.deep.equal([false, 'Updated 59 minutes ago']);
    await pass(60, card);
    expect(footOf(card)).to.deep.equal([true, 'Updated 1 hour ago']);
    expect(part(card, 'reason')!.textContent).to.match(/^Last known state, from /);
    expect(proxy.asked).to.deep.equal(['/heat-pumps']);
  });
});

describe('a laptop that sleeps or is set back', () => {
  const showCard = () => show<PoderoDeviceCard>(html`<podero-device-card lang="en" proxy-url=${proxy.url} device-type="heat-pump" device-id="1"></podero-device-card>`);

  it('T11 tells the age of its data anew, and asks once, when it wakes after 8 hours', async () => {
    proxy.serve('heat-pump', [fresh('heat-pump', {id: '1', current_state_last_updated_at: NOW})]);
    const card = await showCard();
    proxy.answer('/heat-pumps/1', () => new Promise(() => {}));
    clock.turnTo(later(8 * 3600));
    document.dispatchEvent(new Event('visibilitychange'));
    document.dispatchEvent(new Event('visibilitychange'));
    await until(() => proxy.asked.length > 1);
    await settled(card);
    expect([footOf(card), proxy.asked.length]).to.deep.equal([[true, 'Updated 8 hours ago'], 2]);
  });

  it('T12 has no data from the future when its clock is set back an hour', async () => {
    proxy.serve('heat-pump', [fresh('heat-pump', {id: '1'})]);
    const card = await showCard();
    await pass(-3600, card);
    expect([footOf(card), proxy.asked.length]).to.deep.equal([[false, 'Updated just now'], 1]);
  });
});

describe('a language or a zone that does not exist', () => {
  it('T14 is English and the browser\'s zone, said once, and nothing throws', async () => {
    const errors: unknown[] = [];
    const onError = (event: ErrorEvent | PromiseRejectionEvent) => errors.push(event);
    window.addEventListener('error', onError);
    window.addEventListener('unhandledrejection', onError);
    const list = await show<PoderoDeviceList>(html`<podero-device-list proxy-url=${proxy.url} lang="xx-invalid" time-zone="Mars/Base"></podero-device-list>`);
    expect(part(list, 'base')!.lang).to.equal('en-GB');
    expect(textOf(list)).to.contain('3 devices.').and.contain('Indoor');
    const {timeZone} = Intl.DateTimeFormat().resolvedOptions();
    const [stamp] = list.shadowRoot!.querySelector('podero-device-card')!.shadowRoot!.querySelectorAll<HTMLTimeElement>('time[part="updated"]');
    expect(stamp!.title).to.equal(new Intl.DateTimeFormat('en-GB', {dateStyle: 'long', timeStyle: 'short', timeZone}).format(new Date(stamp!.dateTime)));
    await list.refresh();
    expect(lines.map(line => line.replace(/<\S+/, '<'))).to.deep.equal(['podero-widgets: < time-zone="Mars/Base"> cannot be used: give an IANA name such as Europe/Vienna. Now the browser\'s zone is used.']);
    expect(errors).to.deep.equal([]);
    window.removeEventListener('error', onError);
    window.removeEventListener('unhandledrejection', onError);
  });

  for (const lang of ['', 'x', 'en-', '-', 'de_AT_', '日本', 'a'.repeat(300), 'en-US-u-nu-fullwide-x-']) {
    it(`T14 holds for lang="${lang.slice(0, 30)}"`, async () => {
      const list = await show(html`<podero-device-list proxy-url=${proxy.url} lang=${lang}></podero-device-list>`);
      expect(textOf(list)).to.match(/3 devices\.|3 Geräte\./);
    });
  }
});

describe('today in a page that stays open', () => {
  /** In Kolkata, five and a half hours ahead, it is 14:30; midnight is in nine and a half hours. */
  const cardIn = async (zone: string) => {
    const sums = {consumption_last_updated_at: later(-600), current_state_last_updated_at: later(-7200)};
    proxy.serve('heat-pump', [fresh('heat-pump', {id: '1', ...sums})]);
    const card = await fixture<PoderoDeviceCard>(html`
      <podero-device-card lang="en" proxy-url=${proxy.url} device-type="heat-pump" device-id="1" time-zone=${zone}></podero-device-card>`);
    await shown(card);
    return card;
  };
  const asOf = (card: Element) => card.shadowRoot!.querySelector('.totals-head time')!.textContent!.trim();
  const toMidnight = 9.5 * 3600;

  it('T16 ends at the home\'s midnight, in a zone of half hours too', async () => {
    const card = await cardIn('Asia/Kolkata');
    expect([asOf(card), part(card, 'reason')!.textContent]).to.deep.equal(['as of 14:20', 'Last known state, from 12:30.']);
    await pass(toMidnight - 1, card);
    expect(asOf(card)).to.equal('as of 14:20');
    await pass(toMidnight, card);
    expect([asOf(card), part(card, 'reason')!.textContent]).to.deep.equal(['as of 18 Apr, 14:20', 'Last known state, from 18 Apr.']);
  });

  it('T16 ends on wake as well', async () => {
    const card = await cardIn('Asia/Kolkata');
    clock.turnTo(later(toMidnight + 3600));
    document.dispatchEvent(new Event('visibilitychange'));
    await settled(card);
    expect(asOf(card)).to.equal('as of 18 Apr, 14:20');
  });

  it('T16 is not over in the 25th hour of a day', async () => {
    clock.turnTo('2026-10-25T22:45:00Z');
    proxy.serve('heat-pump', [fresh('heat-pump', {id: '1', consumption_last_updated_at: '2026-10-24T22:05:00Z'})]);
    const card = await show(html`<podero-device-card lang="en" proxy-url=${proxy.url} device-type="heat-pump" device-id="1" time-zone="Europe/Vienna"></podero-device-card>`);
    expect(asOf(card)).to.equal('as of 00:05');
  });
});
