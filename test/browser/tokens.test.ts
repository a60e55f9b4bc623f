/** Each token is set to a value that nothing else has, and found in the picture where its row says, and nowhere else. */
import assert from 'node:assert/strict';
import {readFile} from 'node:fs/promises';
import {after, before, describe, it} from 'node:test';
import {USERS} from '../../demo/sandbox/users.js';
import {eventually} from './eventually.js';
import {everyEngine, leavePage, openPage, type OpenPage} from './open-page.js';
import {isIn, pointsOf, takePicture, type Box, type Rgb} from './painted.js';
import {World} from './world.js';

const {'heat-pump': PUMP, 'electric-vehicle': CAR, inverter: ROOF} = USERS.anna.devices!;

/** Dark enough to be readable on a pale ground, so that what is derived from it there is the colour itself. */
const DARK: Rgb = [123, 15, 107];
const PALE: Rgb = [251, 227, 250];

interface Row {
  readonly colour: Rgb;
  /**
   * By selectors of our shadow roots: in each of them, in every element that is one, and nowhere else. `edge of` means all four
   * sides of a box and nothing between them, `top of` and `start of` one side.
   */
  readonly everywhere?: readonly string[];
  /** In some of them. */
  readonly somewhere?: readonly string[];
}

/** Where each colour shows, as its documentation says. */
const COLOURS: Readonly<Record<string, Row>> = {
  'color-accent': {
    colour: DARK,
    everywhere: ['.card .head > .kind', '.select', '.status [data-tone="on"]', '.ring', '.dot[data-live]', '.button.primary', '.button[aria-expanded="true"]', '.periods [aria-pressed="true"]', '.chart:not([data-metric]) .swatch:not([data-paint="sun"])', '.chart:not([data-metric]) canvas'],
    somewhere: ['canvas', '.swatch', '.pipe', '.pipe svg', '.dot .level', '.mark'],
  },
  'color-surface': {colour: PALE, everywhere: ['.card', '.chart', '.pager .button:not([aria-disabled])']},
  'color-text': {
    colour: DARK,
    everywhere: ['.heading', '.title:not(:has(.select))', '.card:not([data-past]) .doing', '.totals-head b', '.flow-name', '.sentence', '.periods [aria-pressed="false"]', '.span', '.pager .button:not([aria-disabled])', '.navigation .button:not([aria-disabled])', '.tools .button:not([aria-expanded="true"])'],
    somewhere: ['.value:not(.none)', '.dot', 'tfoot :is(th, td)', 'tbody :is(th, td)', '.say b', 'canvas'],
  },
  'color-text-muted': {
    colour: DARK,
    everywhere: ['.subtitle', '.reason', '.unit', '.axis', '.range', '.pager [aria-disabled]', '.navigation [aria-disabled]', '.button.quiet', '.chart:not([data-metric]) canvas'],
    somewhere: ['canvas', '.label', '.sentence', '.status li', '.totals-head', '.say', '.aside', '.legend li', 'thead th', '.value', '.also', '.doing'],
  },
  'color-border': {
    colour: DARK,
    everywhere: [
      'edge of .card:not([data-attention])', 'edge of .chart', 'edge of .card .head > .kind', 'top of .now', 'top of .card:not([data-attention]) .foot',
      'top of .chart > .foot', 'edge of .pager [aria-disabled]', 'edge of .navigation [aria-disabled]', '.periods', '.ring', '.chart:not([data-metric]) canvas',
    ],
    somewhere: ['canvas', 'top of .totals', 'start of .totals', 'top of .rows > div', '.dot:not([data-live])', 'edge of :is(th, td)'],
  },
  'color-ok': {colour: DARK, everywhere: ['.status [data-tone="ok"]', '[data-metric="savings"] .swatch', '[data-metric="savings"] canvas']},
  'color-warning': {colour: DARK, everywhere: ['[data-tone="warn"] .say .icon']},
  'color-danger': {colour: DARK, everywhere: ['.status [data-tone="bad"]', '.foot[data-tone="bad"] .say .icon']},
  'chart-consumption': {colour: DARK, everywhere: ['.chart:not([data-metric]) canvas', '.chart:not([data-metric]) .swatch[data-paint="0"]']},
  'chart-savings': {colour: DARK, everywhere: ['[data-metric="savings"] canvas', '[data-metric="savings"] .swatch']},
  'chart-production': {colour: DARK, everywhere: ['.chart:not([data-metric]) canvas', '.swatch[data-paint="sun"]']},
  'chart-compare': {colour: DARK, everywhere: ['.chart:not([data-metric]) canvas'], somewhere: ['canvas', 'thead th']},
  'chart-grid': {colour: DARK, everywhere: ['.chart:not([data-metric]) canvas'], somewhere: ['canvas']},
};

interface Measure {
  readonly value: string;
  readonly property: keyof CSSStyleDeclaration & string;
  readonly is: string;
  readonly where: readonly string[];
  /** What changes with it: by selector, a property. */
  readonly follows?: Readonly<Record<string, string>>;
}

/** Where each measure counts, by the first class of what has it. */
const MEASURES: Readonly<Record<string, Measure>> = {
  'font-family': {value: 'fantasy', property: 'fontFamily', is: 'fantasy', where: ['base']},
  'font-size': {value: '19px', property: 'fontSize', is: '19px', where: ['base'], follows: {'.title': 'fontSize', '.label': 'fontSize', '.ring': 'inlineSize', '.frame': 'blockSize'}},
  'radius': {value: '17px', property: 'borderTopLeftRadius', is: '17px', where: ['card', 'chart'], follows: {'.head > .kind': 'borderTopLeftRadius', '.button.primary': 'borderTopLeftRadius'}},
  'gap': {value: '23px', property: 'rowGap', is: '23px', where: ['cards'], follows: {'.head': 'paddingTop', '.foot': 'paddingLeft', '.list-head': 'marginBottom', '.chart-head': 'paddingLeft'}},
  'shadow': {value: '0 3px 7px rgb(123 15 107)', property: 'boxShadow', is: 'rgb(123, 15, 107) 0px 3px 7px 0px', where: ['card', 'chart']},
  'chart-height': {value: '321px', property: 'blockSize', is: '321px', where: ['frame']},
};

interface Manifest {
  readonly modules: readonly {readonly declarations: readonly {readonly cssProperties?: readonly {readonly name: string}[]}[]}[];
}

const css = (rgb: Rgb) => `rgb(${rgb.join(' ')})`;

it('there is a row for each token that is documented', async () => {
  const {modules} = JSON.parse(await readFile(new URL('../../dist/custom-elements.json', import.meta.url), 'utf8')) as Manifest;
  const names = modules.flatMap(({declarations}) => declarations.flatMap(({cssProperties = []}) => cssProperties.map(({name}) => name)));
  assert.deepEqual([...new Set(names)].toSorted(), [COLOURS, MEASURES].flatMap(rows => Object.keys(rows).map(name => `--podero-${name}`)).toSorted());
});

for (const engine of everyEngine) describe(engine.name, () => {
  let world: World;
  let opened: OpenPage;

  before(async () => {
    // A Wednesday at noon: on a Monday no day of the week is over, and on Mondays only was this red.
    world = await World.start({start: new Date('2026-04-15T10:00:00Z')});
    world.body = `<podero-device-list proxy-url="/podero" page-size="2" selectable></podero-device-list>
      <podero-device-card proxy-url="/podero" device-type="inverter" device-id="${ROOF}"></podero-device-card>
      <podero-consumption-chart proxy-url="/podero"></podero-consumption-chart>
      <podero-consumption-chart proxy-url="/podero" metric="savings" device-type="heat-pump" device-id="${PUMP}"></podero-consumption-chart>`;
    world.sandbox.control({clock: 'stop'});
    world.sandbox.control({disconnect: PUMP});
    world.sandbox.control({patch: {device: CAR, fields: {is_plugged_in: true, is_charging: true, charge_rate_w: 7360}}});
    // With an idle battery: all kinds of lines and dots are there.
    const fields = {current_solar_production_w: 4000, household_consumption_w: 600, battery_charge_discharge_power_w: 0, battery_charge_level_percent: 60};
    world.sandbox.control({patch: {device: ROOF, fields}});
    opened = await openPage(engine, world.url, {width: 1100, height: 4200});
    // Large words have points that are all of their colour.
    await opened.page.evaluate(() => {
      document.body.style.fontSize = '24px';
      document.documentElement.style.setProperty('--podero-radius', '0px');
    });
    await eventually(() => opened.page.evaluate(() => document.querySelector('podero-device-list')?.shadowRoot?.querySelectorAll('podero-device-card').length === 2
      && document.querySelector('body > podero-device-card')?.shadowRoot?.querySelector('.flow')
      && document.querySelector('podero-consumption-chart')?.shadowRoot?.querySelectorAll('.swatch').length === 3
      && document.querySelector('[metric]')?.shadowRoot?.querySelector('canvas[width]')), Boolean);
    await opened.page.click(() => document.querySelector('podero-consumption-chart')!.shadowRoot!.querySelector('[aria-controls="table"]')!);
  });

  after(async () => {
    await leavePage(engine);
    await world.stop();
  });

  /** What is drawn of each selector, in all shadow roots. */
  const boxesOf = (selectors: readonly string[]) => opened.page.evaluate(wanted => {
    const rootsIn = (root: ParentNode): ShadowRoot[] => [...root.querySelectorAll('*')].flatMap(({shadowRoot}) => shadowRoot ? [shadowRoot, ...rootsIn(shadowRoot)] : []);
    const roots = rootsIn(document);
    const band = ({left, top, right, bottom}: DOMRect, side: string) => ({
      left: side === 'right' ? right - 1 : left, right: side === 'left' ? left + 1 : right,
      top: side === 'bottom' ? bottom - 1 : top, bottom: side === 'top' ? top + 1 : bottom,
    });
    return Object.fromEntries(wanted.map(name => {
      const [, place = '', selector = ''] = /^(?:(edge|top|start) of )?(.*)$/.exec(name)!;
      const meant = {edge: ['top', 'bottom', 'left', 'right'], top: ['top'], start: ['left']}[place] ?? ['all'];
      return [name, roots.flatMap(root => [...root.querySelectorAll(selector)])
        .map(element => element.getBoundingClientRect()).filter(({width, height}) => width * height > 1)
        .flatMap(rect => meant.map(side => band(rect, side)))];
    }));
  }, selectors) as Promise<Record<string, Box[]>>;

  /** A property of the first element of each selector. */
  const valuesOf = (properties: Readonly<Record<string, string>>) => opened.page.evaluate(wanted => {
    const rootsIn = (root: ParentNode): ShadowRoot[] => [...root.querySelectorAll('*')].flatMap(({shadowRoot}) => shadowRoot ? [shadowRoot, ...rootsIn(shadowRoot)] : []);
    const roots = rootsIn(document);
    return Object.fromEntries(Object.entries(wanted).map(([selector, property]) => {
      const element = roots.map(root => root.querySelector(selector)).find(Boolean);
      return [selector, element ? getComputedStyle(element)[property as 'rowGap'] : ''];
    }));
  }, properties) as Promise<Record<string, string>>;

  const set = (name: string, value: string | null) => opened.page.evaluate((token, to) => document.documentElement.style.setProperty(token, to), `--podero-${name}`, value);

  /** What is not as the row says. */
  async function look({colour, everywhere = [], somewhere = []}: Row) {
    const [picture, boxes] = [await takePicture(opened.page), await boxesOf([...everywhere, ...somewhere])];
    const points = pointsOf(picture, colour);
    const isSeen = (box: Box) => points.some(point => isIn(box, point));
    const all = Object.values(boxes).flat();
    return {
      lacking: everywhere.filter(selector => !boxes[selector]!.length || !boxes[selector]!.every(isSeen)),
      unseen: somewhere.filter(selector => !boxes[selector]!.some(isSeen)),
      strange: points.filter(point => !all.some(box => isIn(box, point))).slice(0, 5).map(String),
    };
  }

  for (const [name, row] of Object.entries(COLOURS)) {
    it(`--podero-${name} is seen where its row says, and nowhere else`, async () => {
      await set(name, css(row.colour));
      const seen = await eventually(() => look(row), ({lacking, unseen, strange}) => !lacking.length && !unseen.length && !strange.length, 5_000);
      await set(name, null);
      assert.deepEqual(seen, {lacking: [], unseen: [], strange: []});
    });
  }

  for (const [name, {value, property, is, where, follows = {}}] of Object.entries(MEASURES)) {
    it(`--podero-${name} is where its row says, and nowhere else`, async () => {
      const before = await valuesOf(follows);
      await set(name, value);
      const after = await valuesOf(follows);
      // Classes of what has it; what only inherits it is not counted.
      const found = await opened.page.evaluate((key, wanted) => {
        const isOne = (element: Element | null) => element !== null && getComputedStyle(element)[key as 'rowGap'] === wanted;
        const rootsIn = (root: ParentNode): ShadowRoot[] => [...root.querySelectorAll('*')].flatMap(({shadowRoot}) => shadowRoot ? [shadowRoot, ...rootsIn(shadowRoot)] : []);
        const names = rootsIn(document).flatMap(root => [...root.querySelectorAll('*')].filter(element => isOne(element) && !isOne(element.parentElement))).map(element => element.classList[0] ?? element.localName);
        return [...new Set(names)].toSorted();
      }, property, is);
      await set(name, null);
      assert.deepEqual(found, where);
      assert.deepEqual(Object.keys(follows).filter(selector => !after[selector] || after[selector] === before[selector]), []);
    });
  }
});
