import {aTimeout, expect, waitUntil} from '@open-wc/testing';
import type {ReactiveControllerHost} from 'lit';
import {AgeTicker} from '../../src/view/age-ticker.js';
import {useScheduler} from './scheduler.js';

const {setInterval: realSet, clearInterval: realClear} = window;
const visibility = Object.getOwnPropertyDescriptor(Document.prototype, 'visibilityState')!;

let timers: Map<number, {callback: () => void; ms: number}>;

beforeEach(() => {
  timers = new Map();
  window.setInterval = ((callback: () => void, ms: number) => {
    timers.set(timers.size + 1, {callback, ms});
    return timers.size;
  }) as typeof window.setInterval;
  window.clearInterval = ((id: number) => void timers.delete(id)) as typeof window.clearInterval;
});

afterEach(() => {
  window.setInterval = realSet;
  window.clearInterval = realClear;
  Reflect.deleteProperty(document, 'visibilityState');
});

const see = (state: DocumentVisibilityState) => {
  Object.defineProperty(document, 'visibilityState', {...visibility, get: () => state});
  document.dispatchEvent(new Event('visibilitychange'));
};

const tickerOf = () => {
  const host = {updates: 0, addController() {}, removeController() {}, requestUpdate() { this.updates++; }, updateComplete: Promise.resolve(true)};
  return {host, ticker: new AgeTicker(host satisfies ReactiveControllerHost)};
};

describe('ages that stay true', () => {
  it('cost one timer for the whole page, once a minute', async () => {
    const [a, b] = [tickerOf(), tickerOf()];
    a.ticker.hostConnected();
    b.ticker.hostConnected();
    expect([...timers.values()].map(({ms}) => ms)).to.deep.equal([60_000]);
    timers.get(1)!.callback();
    await aTimeout(0);
    expect([a.host.updates, b.host.updates]).to.deep.equal([1, 1]);
    a.ticker.hostDisconnected();
    b.ticker.hostDisconnected();
  });

  it('rest while nobody can see them, and are right at once when somebody does', () => {
    const {host, ticker} = tickerOf();
    ticker.hostConnected();
    see('hidden');
    timers.get(1)!.callback();
    expect(host.updates).to.equal(0);
    see('visible');
    expect(host.updates).to.equal(1);
    ticker.hostDisconnected();
  });

  it('of many cards leave the page to its user in between, and are told where another card fails', async () => {
    const restore = useScheduler(undefined);
    const busy = () => {
      for (const until = performance.now() + 5; performance.now() < until;);
    };
    const all = Array.from({length: 8}, tickerOf);
    for (const {host, ticker} of all) {
      host.requestUpdate = () => {
        busy();
        host.updates += 1;
      };
      ticker.hostConnected();
    }
    all[0]!.host.updateComplete = Promise.reject(new Error('It cannot be drawn.'));
    const seen = new Set<number>();
    const updates = () => all.reduce((sum, {host}) => sum + host.updates, 0);
    const look = () => {
      seen.add(updates());
      if (updates() < all.length) setTimeout(look);
    };
    timers.get(1)!.callback();
    look();
    await waitUntil(() => updates() === all.length);
    restore();
    all.forEach(({ticker}) => ticker.hostDisconnected());
    expect(seen.size).to.be.greaterThan(2);
  });

  it('leave nothing behind', () => {
    const {host, ticker} = tickerOf();
    ticker.hostConnected();
    ticker.hostDisconnected();
    see('visible');
    expect([timers.size, host.updates]).to.deep.equal([0, 0]);
  });
});
