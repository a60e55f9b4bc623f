import {html} from '@open-wc/testing';
import '../../src/elements/podero-consumption-chart.js';
import '../../src/elements/podero-device-list.js';
import {FakeProxy, fresh} from '../elements/fake-proxy.js';
import {replaceSheets, rootsIn} from '../elements/sheets.js';
import {show, until} from '../elements/shown.js';
import {groundOf} from './contrast-of.js';
import {olderText} from './older-engine.js';

/** What is measured; the rest of the elements only makes it slow: a token reaches everything. */
const MEASURED = '.button.primary, .select, .ring, [part~="subtitle"], .status b, .foot .icon, .foot .say, .foot .say b, .frame, .swatch';

/** Where the elements are, still; tokens are set on it. */
export const page = document.createElement('div');

/** A car that is fine, a heat pump that needs its customer, an inverter that has not been heard of, and what they used: as they are shown, but still. */
export async function showStills(): Promise<void> {
  const proxy = new FakeProxy();
  const totals = {consumption_last_day_kwh: 1, consumption_last_week_kwh: 7, consumption_last_month_kwh: 30};
  proxy.serve('heat-pump', [fresh('heat-pump', {is_authenticated: false, authorization_url: `${location.href}#login`, ...totals})]);
  proxy.serve('electric-vehicle', [fresh('electric-vehicle', {is_authenticated: true, is_smart_optimization_active: true, is_plugged_in: true, ...totals}, 'G2')]);
  proxy.serve('inverter', [fresh('inverter', {
    is_authenticated: true, charge_state_last_updated: '2025-01-01T00:00:00Z', current_state_last_updated_at: '2025-01-01T00:00:00Z',
    production_last_day_kwh: 1, production_last_week_kwh: 7, production_last_month_kwh: 30,
  })]);
  const [list, chart] = await Promise.all([
    show(html`<podero-device-list proxy-url=${proxy.url} selectable></podero-device-list>`),
    show(html`<podero-consumption-chart proxy-url=${proxy.url}></podero-consumption-chart>`),
  ]);
  await until(() => chart.shadowRoot!.querySelectorAll('.swatch').length === 3);
  page.append(...[...list.shadowRoot!.querySelectorAll('podero-device-card'), chart].map(stillOf));
  document.body.append(page);
  proxy.restore();
}

/** What an element shows of it, in the same style sheets; colours change at once, and what is `.focused` looks as with the keyboard's focus. */
function stillOf({shadowRoot}: Element): HTMLElement {
  const still = document.createElement('div');
  const root = still.attachShadow({mode: 'open'});
  const sheet = new CSSStyleSheet();
  const focus = shadowRoot!.adoptedStyleSheets.flatMap(({cssRules}) => [...cssRules]).map(({cssText}) => cssText).filter(text => text.startsWith(':focus-visible'));
  sheet.replaceSync(`:not(#x), :not(#x)::after { transition: none !important; } ${focus.join('').replaceAll(':focus-visible', '.focused')}`);
  root.adoptedStyleSheets = [...shadowRoot!.adoptedStyleSheets, sheet];
  root.append(shadowRoot!.querySelector('.base')!.cloneNode(true));
  const isNeeded = (element: Element) => element.closest(MEASURED) || element.querySelector(MEASURED);
  for (const element of root.querySelectorAll('.base *')) if (!isNeeded(element)) element.remove();
  return still;
}

let asThisEngine = (): void => {};

/** As an engine shows it that lacks what these `@supports` conditions ask for; without any, as this one does. */
export function showAsIn(lacking?: RegExp): void {
  asThisEngine();
  asThisEngine = lacking ? replaceSheets(rootsIn(page.children), sheet => olderText(sheet, lacking)) : () => {};
}

export const all = (selector: string) => [...page.children].flatMap(({shadowRoot}) => [...shadowRoot!.querySelectorAll<HTMLElement>(selector)]);
export const first = (selector: string) => {
  const [found] = all(selector);
  if (!found) throw new Error(`There is no ${selector}.`);
  return found;
};
export const onGround = (element: Element) => [getComputedStyle(element).color, groundOf(element)] as const;
