import {expect, html} from '@open-wc/testing';
import '../../src/elements/podero-consumption-chart.js';
import '../../src/elements/podero-device-list.js';
import {readTheme} from '../../src/chart/chart-theme.js';
import {FakeProxy, fresh} from '../elements/fake-proxy.js';
import {show, until} from '../elements/shown.js';
import {contrast, groundOf} from './contrast-of.js';

const TEXT = 4.5;
const GRAPHIC = 3;

/** The page's scheme; the last one is a page with a dark ground that says nothing of a scheme. */
const GROUNDS: Readonly<Record<string, Readonly<Record<string, string>>>> = {
  'light': {'color-scheme': 'light'},
  'dark': {'color-scheme': 'dark'},
  'dark without color-scheme': {'--podero-color-surface': '#15191a', '--podero-color-text': '#e9eeef', '--podero-color-text-muted': '#a2adb0', '--podero-color-border': '#2d3436'},
};

/** Colours that meet in one place, and how far they have to be apart. */
interface Place {
  readonly atLeast: number;
  readonly pairs: readonly (readonly [string, string])[];
}
type Places = Readonly<Record<string, Place>>;

/** Colours all around: twelve hues in four lightnesses and four saturations. */
const AROUND = Array.from({length: 192}, (_, i) => `hsl(${i % 12 * 30} ${[25, 50, 75, 100][Math.floor(i / 12) % 4]}% ${[12, 38, 62, 88][Math.floor(i / 48)]}%)`);
const NOTORIOUS = ['#ffff00', '#ffd400', '#fff', '#000', '#f0f', '#0ff', '#0f0', '#00f', '#f00', '#ff6600', '#808080', '#767676', '#ffc0cb', '#b0e0e6', '#fefef8', '#050510',
  'oklch(.85 .2 150)', 'oklch(.65 .3 330)', 'oklch(.4 .25 270)', 'color(display-p3 1 .9 0)'];
const ACCENTS = [...AROUND, ...NOTORIOUS];
const STATUSES = [...AROUND.filter((_, i) => i % 5 === 0), ...NOTORIOUS.slice(0, 11)];

/** What is measured; the rest of the elements only makes it slow: a token reaches everything. */
const MEASURED = '.button.primary, .select, .ring, .status b, .foot .icon, .foot .say, .foot .say b, .frame, .swatch';

const page = document.createElement('div');

/** A car that is fine, a heat pump that needs its customer, an inverter that has not been heard of, and what they used: as they are shown, but still. */
before(async () => {
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
});

after(() => page.remove());

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

const all = (selector: string) => [...page.children].flatMap(({shadowRoot}) => [...shadowRoot!.querySelectorAll<HTMLElement>(selector)]);
const first = (selector: string) => {
  const [found] = all(selector);
  if (!found) throw new Error(`There is no ${selector}.`);
  return found;
};
const onGround = (element: Element) => [getComputedStyle(element).color, groundOf(element)] as const;

/** Fills keep the accent, however pale: what counts is the edge around them. */
function accentPlaces(): Places {
  const [button, ring] = [first('.button.primary'), first('.ring')];
  const {color, backgroundColor, borderTopColor, outlineColor} = getComputedStyle(button);
  const [footGround, ringGround] = [groundOf(button.parentElement!), groundOf(ring)];
  const [edge, ...beside] = ['edge', 'track', 'planned'].map(name => getComputedStyle(ring.querySelector(`.${name}`)!).stroke);
  const frame = first('.frame');
  return {
    'button text': {atLeast: TEXT, pairs: [[color, backgroundColor]]},
    'link': {atLeast: TEXT, pairs: [onGround(first('.select'))]},
    'focus ring': {atLeast: GRAPHIC, pairs: [[outlineColor, footGround], [outlineColor, ringGround]]},
    'button\'s edge, beyond the gap inside the focus ring': {atLeast: GRAPHIC, pairs: [[borderTopColor, footGround]]},
    'charge ring': {atLeast: GRAPHIC, pairs: [ringGround, ...beside].map(other => [edge!, other])},
    'bar': {atLeast: GRAPHIC, pairs: readTheme(frame, all('.swatch')).paints.map(paint => [paint.edge, groundOf(frame)])},
    'status word': {atLeast: TEXT, pairs: all('.status b').map(onGround)},
  };
}

const statusPlaces = (): Places => ({
  'status word': {atLeast: TEXT, pairs: all('.status b').map(onGround)},
  'word of a notice': {atLeast: TEXT, pairs: all('.foot.notice .say, .foot.notice b').map(onGround)},
  'icon of a notice': {atLeast: GRAPHIC, pairs: all('.foot.notice .icon').map(onGround)},
});

interface Lowest {
  readonly name: string;
  readonly ratio: number;
  readonly atLeast: number;
  readonly where: string;
}

/** The lowest contrast of each place over all colours and grounds; printed. */
function measure(title: string, tokens: readonly string[], colours: readonly string[], places: () => Places): readonly Lowest[] {
  const lowest = new Map<string, Lowest>();
  for (const [ground, properties] of Object.entries(GROUNDS)) {
    page.style.cssText = Object.entries(properties).map(([name, value]) => `${name}: ${value}`).join('; ');
    for (const colour of colours) {
      for (const token of tokens) page.style.setProperty(token, colour);
      for (const [name, {atLeast, pairs}] of Object.entries(places())) {
        const ratio = Math.min(...pairs.map(pair => contrast(...pair)));
        if (ratio < (lowest.get(name)?.ratio ?? Infinity)) lowest.set(name, {name, ratio, atLeast, where: `${colour}, ${ground}`});
      }
    }
  }
  const lines = [...lowest.values()].map(({name, ratio, atLeast, where}) => `  ${name}: ${ratio.toFixed(2)} (${where}); promised ${atLeast}`);
  console.log([`Lowest contrast of ${colours.length} ${title} on ${Object.keys(GROUNDS).length} grounds`, ...lines].join('\n'));
  return [...lowest.values()];
}

describe('contrast', () => {
  const tooLow = (measured: readonly Lowest[]) => measured.filter(({ratio, atLeast}) => !(ratio >= atLeast)).map(({name}) => name);

  it('holds in every place whatever the accent', () => {
    const button = first('.button.primary');
    button.classList.add('focused');
    // With a gap, so that it lies on the card's ground only.
    const {outlineStyle, outlineOffset} = getComputedStyle(button);
    expect([outlineStyle, Number.parseFloat(outlineOffset) >= 2]).to.deep.equal(['solid', true]);
    const measured = measure('accents', ['--podero-color-accent'], ACCENTS, accentPlaces);
    expect(measured.map(({name}) => name)).to.deep.equal(Object.keys(accentPlaces()));
    expect(tooLow(measured)).to.deep.equal([]);
  });

  it('holds for words of a status whatever its colour', () => {
    const measured = measure('colours of a status', ['ok', 'warning', 'danger'].map(name => `--podero-color-${name}`), STATUSES, statusPlaces);
    expect(measured.length).to.equal(3);
    expect(tooLow(measured)).to.deep.equal([]);
  });
});
