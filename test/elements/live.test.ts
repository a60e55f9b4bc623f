/** What is said aloud by itself: each change once, and nothing else all day. */
import {expect, html} from '@open-wc/testing';
import '../../src/index.js';
import type {Overrides} from '../fixtures/payloads.js';
import {Clock} from './clock.js';
import {FakeProxy, fresh, status, unreachable} from './fake-proxy.js';
import {hear} from './heard.js';
import {show} from './shown.js';
import type {Ours} from './situations.js';
import {NOW, ZONE} from './week-world.js';

const OUT = {is_authenticated: false, authorization_url: `${location.href}#login`};
const TOTALS = {consumption_last_day_kwh: 8, consumption_last_week_kwh: 60, consumption_last_month_kwh: 250};

describe('what is said by itself', () => {
  let proxy: FakeProxy;
  let clock: Clock;
  let count = 0;

  /** A heat pump with values that it did not have before. */
  const serve = (overrides: Overrides = {}) => {
    for (const kind of ['electric-vehicle', 'inverter'] as const) proxy.serve(kind, []);
    proxy.serve('heat-pump', [fresh('heat-pump', {id: 'hp', current_temperature_indoor_celsius: 20 + ++count / 10, ...TOTALS, ...overrides})]);
  };

  /** Each step several times, as it goes on for a while. */
  async function saidDuring(element: Ours, ...steps: readonly (() => void)[]): Promise<readonly string[]> {
    const {said, stop} = hear(element);
    for (const step of steps) for (let times = 0; times < 3; times++) {
      step();
      await element.refresh();
      await new Promise(done => setTimeout(done));
    }
    stop();
    return said;
  }

  beforeEach(() => {
    clock = new Clock(NOW);
    proxy = new FakeProxy();
    serve();
  });

  afterEach(() => {
    proxy.restore();
    clock.restore();
  });

  const steps = {
    'other values': () => serve(),
    'out': () => serve(OUT),
    'api': () => proxy.answerAll(status(503)),
    'portal': () => proxy.answerAll(unreachable),
    'signed out': () => proxy.answerAll(status(401)),
  };

  const list = () => show<Ours>(html`<podero-device-list proxy-url=${proxy.url} types="heat-pump" time-zone=${ZONE}></podero-device-list>`);
  const card = () => show<Ours>(html`<podero-device-card proxy-url=${proxy.url} device-type="heat-pump" device-id="hp" time-zone=${ZONE}></podero-device-card>`);
  const chart = () => show<Ours>(html`<podero-consumption-chart proxy-url=${proxy.url} time-zone=${ZONE}></podero-consumption-chart>`);

  it('of a list: nothing of new values; each trouble once, how many need somebody, and that all is well', async () => {
    const {'other values': well, out, api, portal} = steps;
    expect(await saidDuring(await list(), well, api, well, api, portal, well, out, well)).to.deep.equal([
      'Provider not answering.', '1 device.', 'Portal unreachable.', '1 of 1 devices needs you.', '1 device.',
    ]);
  });

  it('of several reads: not what is wrong with the first while the others are on their way', async () => {
    const KINDS = ['heat-pump', 'electric-vehicle', 'inverter'] as const;
    /** Each a little later than the one before. */
    const comeLate = (answer: (kind: typeof KINDS[number]) => Response) => KINDS.forEach((kind, index) => proxy.answer(`/${kind}s`, async () => {
      await new Promise(done => setTimeout(done, index * 15));
      return answer(kind);
    }));
    const well = () => comeLate(kind => Response.json([fresh(kind, {id: kind})]));
    well();
    const element = await show<Ours>(html`<podero-device-list proxy-url=${proxy.url} time-zone=${ZONE}></podero-device-list>`);
    const bad = () => comeLate(() => new Response(null, {status: 503}));
    expect(await saidDuring(element, bad, well)).to.deep.equal(['Provider not answering.', '3 devices.']);
  });

  it('of a card: nothing of new values; each trouble once, and whose it is', async () => {
    const {'other values': well, out, api, portal} = steps;
    expect(await saidDuring(await card(), well, api, well, api, portal, well, out, well)).to.deep.equal([
      'Nibe S-Series: Provider not answering', 'Nibe S-Series: Portal unreachable', 'Nibe S-Series: Disconnected',
    ]);
  });

  it('of a chart: each trouble once', async () => {
    const {'other values': well, api, portal} = steps;
    expect(await saidDuring(await chart(), well, api, well, api, portal, well)).to.deep.equal(['Provider not answering', 'Portal unreachable']);
  });

  for (const [what, showIt] of Object.entries({list, card, chart})) {
    it(`of a ${what}: that nobody is signed in, once`, async () => {
      const said = await saidDuring(await showIt(), steps['signed out']);
      expect(said.length).to.equal(1);
      expect(said[0]).to.match(/signed out/i);
    });
  }

  it('of what was not loaded: nothing again, and not when the next try is', async () => {
    proxy.answerAll(status(503));
    const said = await saidDuring(await list(), () => clock.turnTo(new Date(Date.now() + 300_000).toISOString()));
    expect(said).to.deep.equal([]);
  });
});
