import {expect} from '@open-wc/testing';
import {learnTime, serverNow} from '../../src/api/server-clock.js';
import {endpointWith} from './served.js';

const [MINUTE, DAY] = [60_000, 86_400_000];
const SERVER_MS = Date.parse('2026-11-24T12:00:00Z');
const real = {now: Date.now, monotonic: performance.now};

describe('the server\'s clock', () => {
  /** How far the client's clock is ahead, and how long all this has lasted. */
  let world: {fastMs: number; elapsedMs: number};
  let endpoint: ReturnType<typeof endpointWith>;
  let n = 0;

  beforeEach(() => {
    world = {fastMs: 0, elapsedMs: 0};
    endpoint = endpointWith({base: new URL(`/clock-${++n}`, location.href)});
    Date.now = () => SERVER_MS + world.fastMs + world.elapsedMs;
    performance.now = () => 1_000 + world.elapsedMs;
  });

  afterEach(() => {
    Date.now = real.now;
    performance.now = real.monotonic;
    Reflect.deleteProperty(navigator, 'serviceWorker');
  });

  /** An answer that was made so long ago, according to its `Date`. */
  const hear = (madeAgoMs: number, age?: string) => learnTime(endpoint, new Response('', {headers: {
    date: new Date(SERVER_MS + world.elapsedMs - madeAgoMs).toUTCString(), ...(age === undefined ? {} : {age}),
  }}));
  const wait = (ms: number) => void (world.elapsedMs += ms);
  /** By how much the client believes to be wrong. */
  const correction = () => serverNow(endpoint) - Date.now();

  it('is ours as long as nobody says anything else', () => {
    learnTime(endpoint, new Response(''));
    learnTime(endpoint, new Response('', {headers: {date: 'yesterday'}}));
    expect([correction(), serverNow(undefined) - Date.now()]).to.deep.equal([0, 0]);
  });

  it('C08, V07 is believed at once where ours is days off, forwards or back', () => {
    for (const fastMs of [3 * DAY, -3 * DAY]) {
      endpoint = endpointWith({base: new URL(`/clock-${++n}`, location.href)});
      world.fastMs = fastMs;
      hear(0);
      expect(correction()).to.equal(-fastMs);
    }
  });

  it('C08, V07 makes a device older, never younger, by one answer that may have lain in a cache', () => {
    world.fastMs = 4 * MINUTE;
    hear(0);
    expect(correction()).to.equal(0);
    endpoint = endpointWith({base: new URL(`/clock-${++n}`, location.href)});
    world.fastMs = -4 * MINUTE;
    hear(0);
    expect(correction()).to.equal(4 * MINUTE);
    endpoint = endpointWith({base: new URL(`/clock-${++n}`, location.href)});
    world.fastMs = 3 * DAY;
    hear(MINUTE, '60');
    expect(correction()).to.equal(0);
  });

  it('C08, V07 is believed when two answers are as far apart as their dates', () => {
    world.fastMs = 2 * MINUTE;
    hear(0);
    wait(9_000);
    hear(0);
    expect(correction()).to.equal(0);
    wait(2_000);
    hear(3_000);
    expect(correction()).to.equal(-2 * MINUTE - 3_000);
  });

  it('C08, V07 adds to a date how long ago it was', () => {
    world.fastMs = 2 * DAY;
    hear(30_000, '30');
    wait(60_000);
    hear(0);
    expect(correction()).to.equal(-2 * DAY);
  });

  it('C10 is not believed any more when a date does not go on, and believed again when it does', () => {
    world.fastMs = DAY;
    hear(0);
    wait(5 * MINUTE);
    hear(5 * MINUTE);
    expect(correction()).to.equal(0);
    wait(5 * MINUTE);
    hear(0);
    expect(correction()).to.equal(0);
    wait(5 * MINUTE);
    hear(0);
    expect(correction()).to.equal(-DAY);
  });

  it('C10 is not believed by one answer where a service worker may have kept it', () => {
    Object.defineProperty(navigator, 'serviceWorker', {value: {controller: {}}, configurable: true});
    hear(3 * DAY);
    expect(correction()).to.equal(0);
  });

  it('is asked for where the browser refuses to speak of service workers', () => {
    Object.defineProperty(navigator, 'serviceWorker', {get: () => { throw new DOMException('', 'SecurityError'); }, configurable: true});
    world.fastMs = DAY;
    hear(0);
    expect(correction()).to.equal(-DAY);
  });

  it('stays believed over a sleep in which the monotonic clock stood still', () => {
    world.fastMs = DAY;
    hear(0);
    wait(MINUTE);
    hear(0);
    const {elapsedMs} = world;
    performance.now = () => 1_000 + elapsedMs + MINUTE;
    wait(8 * 3_600_000);
    hear(0);
    expect(correction()).to.equal(-DAY);
  });

  it('is each proxy\'s own', () => {
    world.fastMs = DAY;
    hear(0);
    expect(serverNow(endpointWith({base: new URL('/another', location.href)})) - Date.now()).to.equal(0);
  });
});
