/** Whatever comes with a refresh: who stands somewhere with the keyboard still stands there, or at the heading beside what is gone. */
import {expect, html} from '@open-wc/testing';
import {computeAccessibleName, getRole} from 'dom-accessibility-api';
import '../../src/index.js';
import type {DeviceKind} from '../../src/domain/device.js';
import type {Overrides} from '../fixtures/payloads.js';
import {Clock} from './clock.js';
import {FakeProxy, fresh, status, unreachable} from './fake-proxy.js';
import {rootsIn} from './sheets.js';
import {show, until} from './shown.js';
import type {Ours} from './situations.js';
import {NOW, ZONE} from './week-world.js';

const OUT = {is_authenticated: false, authorization_url: `${location.href}#login`};
const TOTALS = {consumption_last_day_kwh: 8, consumption_last_week_kwh: 60, consumption_last_month_kwh: 250};

/** What may come, beside what was there at first: a heat pump that has to be reconnected, and a second one that is well. */
const CHANGES: Readonly<Record<string, (proxy: FakeProxy) => void>> = {
  'other values': proxy => serve(proxy, {current_temperature_indoor_celsius: 25.5, power_consumption_watt: 1}, OUT),
  'the API fails': proxy => proxy.answerAll(status(503)),
  'the portal cannot be reached': proxy => proxy.answerAll(unreachable),
  'too many requests': proxy => proxy.answerAll(() => new Response(null, {status: 429, headers: {'retry-after': '1'}})),
  'all is well again': proxy => serve(proxy, {}, OUT),
  'who was to be reconnected is, and another is not': proxy => serve(proxy, OUT, {}),
  'there is one less': proxy => proxy.serve('heat-pump', [pump('b', OUT)]),
  'nobody is signed in': proxy => proxy.answerAll(status(401)),
  'somebody is': proxy => serve(proxy, {}, OUT),
  'there is none': proxy => proxy.serve('heat-pump', []),
};

const pump = (id: string, overrides: Overrides) => fresh('heat-pump', {id, name: `Pump ${id}`, ...TOTALS, ...overrides});
function serve(proxy: FakeProxy, a: Overrides, b: Overrides): void {
  for (const kind of ['electric-vehicle', 'inverter'] satisfies DeviceKind[]) proxy.answer(`/${kind}s`, status(404));
  proxy.serve('heat-pump', [pump('a', a), pump('b', b)]);
}

function focused(): Element | null {
  let element = document.activeElement;
  while (element?.shadowRoot?.activeElement) element = element.shadowRoot.activeElement;
  return element === document.body ? null : element;
}

const nameOf = (element: Element): string => `${getRole(element) ?? element.localName} "${computeAccessibleName(element)}"`;

/** All that a keyboard reaches. */
const stopsIn = (element: Element): HTMLElement[] => rootsIn([element]).flatMap(root => [...root.querySelectorAll<HTMLElement>('button, a[href]')]);

const settle = async (element: Ours) => {
  await element.refresh();
  await element.updateComplete;
  await Promise.all([...element.shadowRoot!.querySelectorAll<Ours>('podero-device-card')].map(({updateComplete}) => updateComplete));
};

describe('the focus of somebody who reads', () => {
  let proxy: FakeProxy;
  let clock: Clock;

  beforeEach(() => {
    clock = new Clock(NOW);
    proxy = new FakeProxy();
    serve(proxy, {}, OUT);
  });

  afterEach(() => {
    proxy.restore();
    clock.restore();
  });

  const ELEMENTS = {
    'a list': () => show<Ours>(html`<podero-device-list proxy-url=${proxy.url} types="heat-pump" selectable time-zone=${ZONE}></podero-device-list>`),
    'a list under a heading of the page': () => show<Ours>(html`
      <podero-device-list proxy-url=${proxy.url} types="heat-pump" time-zone=${ZONE}><h2 slot="heading">At home</h2></podero-device-list>`),
    'a card': () => show<Ours>(html`<podero-device-card proxy-url=${proxy.url} device-type="heat-pump" device-id="b" selectable time-zone=${ZONE}></podero-device-card>`),
    'a chart': () => show<Ours>(html`<podero-consumption-chart proxy-url=${proxy.url} time-zone=${ZONE}></podero-consumption-chart>`),
  };

  for (const [what, showIt] of Object.entries(ELEMENTS)) for (const [change, come] of Object.entries(CHANGES)) {
    it(`of ${what} is not lost when ${change}`, async () => {
      const element = await showIt();
      await until(() => stopsIn(element).length > 0);
      const names = stopsIn(element).map(nameOf);
      for (const [index, name] of names.entries()) {
        serve(proxy, {}, OUT);
        await settle(element);
        await until(() => stopsIn(element).length === names.length, `${name}: not as before, but ${stopsIn(element).map(nameOf).join()}`);
        const stop = stopsIn(element)[index]!;
        stop.focus();
        come(proxy);
        await settle(element);
        const now = focused();
        expect(now !== null, `${name} lost it`).to.equal(true);
        if (stop.isConnected) expect(now === stop, `${name} is there, but ${nameOf(now!)} has it`).to.equal(true);
        else expect(nameOf(now!)).to.match(what.includes('of the page') ? /^heading |^div / : /^heading /);
      }
    });
  }
});
