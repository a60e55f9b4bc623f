import assert from 'node:assert/strict';
import {after, afterEach, before, describe, it} from 'node:test';
import type {Engine} from '../../dist-config/browsers.mjs';
import {eventually} from './eventually.js';
import {everyEngine, leavePage, openPage, type OpenPage} from './open-page.js';
import {World} from './world.js';

const WIDGETS = `<podero-device-list proxy-url="/podero"></podero-device-list>
  <podero-consumption-chart proxy-url="/podero"></podero-consumption-chart>`;
const GERMAN = /Ihre Geräte.*Wärmepumpe.*Energie.*bisher in dieser Woche/;
const ENGLISH = /Your devices.*Heat pump.*Energy.*this week so far/;

let world: World;
let engine: Engine;

/** Everything that can be read, shadow roots included, in its order. */
const textOf = ({page}: OpenPage) => page.evaluate(() => {
  const read = (node: Node): string => [node instanceof Element ? node.shadowRoot : null, ...node.childNodes]
    .map(child => (child === null ? '' : child instanceof Text ? child.data : read(child))).join(' ');
  // Where a word may be broken is nothing to read.
  return read(document.body).replaceAll('\u00ad', '').replace(/\s+/g, ' ');
});

const shows = async (opened: OpenPage, words: RegExp) => assert.match(await eventually(() => textOf(opened), text => words.test(text)), words);

async function open(lang: string, body = WIDGETS): Promise<OpenPage> {
  world.body = `<main lang="${lang}">${body}</main>`;
  return openPage(engine, world.url);
}

const speak = ({page}: OpenPage, lang: string) => page.evaluate(tag => {
  document.querySelector('main')!.lang = tag;
}, lang);

const complaintsOf = async (opened: OpenPage) => {
  const {lines, errors} = await opened.complaints();
  return [lines, errors];
};

/** The files of the bundle that a page has asked for, by what they are, in their order. */
const chunksOf = ({page}: OpenPage) => page.evaluate(() => performance.getEntriesByType('resource')
  .map(({name}) => /chunks\/(.+)-[\w-]{8}\.js/.exec(name)?.[1]).filter(name => name !== undefined));

/** Words that are wider than their box, or cut off; what is only spoken takes no room. The page's type is the widest there is. */
const misfits = ({page}: OpenPage) => page.evaluate(() => {
  document.body.style.fontFamily = 'DejaVu Sans, Verdana, sans-serif';
  const elementsIn = (root: ParentNode): Element[] => [...root.querySelectorAll('*')].flatMap(element =>
    [element, ...(element.shadowRoot ? elementsIn(element.shadowRoot) : [])]);
  const isSeen = (element: Element) => !element.closest('.hidden, svg') && getComputedStyle(element).clipPath === 'none';
  const saysSomething = (element: Element) => [...element.childNodes].some(node => node instanceof Text && node.data.trim());
  const {right} = document.body.getBoundingClientRect();
  return elementsIn(document.body).filter(element => isSeen(element) && ((element.textContent?.trim() && element.getBoundingClientRect().right > right + 1) || (element.classList.contains('clamp')
    ? element.scrollHeight > element.clientHeight + 1
    : saysSomething(element) && getComputedStyle(element).display !== 'inline' && element.scrollWidth > element.clientWidth + 1
  ))).map(element => element.textContent);
});

for (const each of everyEngine) describe(each.name, () => {
  before(async () => {
    engine = each;
    world = await World.start();
  });

  afterEach(() => {
    Object.assign(world, {missing: undefined, user: 'anna'});
    world.replaced.clear();
  });

  after(async () => {
    await leavePage(engine);
    await world.stop();
  });

  describe('a page in German', () => {
    it('is German, with the numbers of its region, and asks for the words beside the view', async () => {
      const opened = await open('de-AT');
      await shows(opened, GERMAN);
      assert.match(await textOf(opened), /\d,\d °C/);
      assert.doesNotMatch(await textOf(opened), /\d\.\d °C|Updated|Checked|ago\b|Charge|Heating/);
      assert.deepEqual((await chunksOf(opened)).slice(0, 2).sort(), ['de', 'view']);
      assert.deepEqual(await complaintsOf(opened), [[], []]);
    });

    it('follows when the page changes its language, there and back', async () => {
      const opened = await open('en');
      await shows(opened, ENGLISH);
      assert.ok(!(await chunksOf(opened)).includes('de'));
      for (const [lang, words] of [['de', GERMAN], ['en-US', ENGLISH], ['de-CH', GERMAN], ['fr', ENGLISH]] as const) {
        await speak(opened, lang);
        await shows(opened, words);
      }
      assert.deepEqual(await complaintsOf(opened), [[], []]);
    });

    it('is English where the words are missing, says so once, and German as soon as they are there', async () => {
      world.missing = /chunks\/de-/;
      const opened = await open('de');
      await shows(opened, ENGLISH);
      assert.deepEqual((await opened.complaints()).lines, ['podero-widgets: a part of the script could not be loaded; serve "chunks" beside podero-widgets.js.']);
      world.missing = undefined;
      await shows(opened, GERMAN);
      assert.deepEqual((await complaintsOf(opened)).map(said => said.length), [1, 0]);
    });
  });

  describe('German words', () => {
    for (const width of [240, 360, 900]) {
      for (const [situation, missing, words] of [
        ['when all is well', '', /Überschuss.*bisher in dieser Woche/],
        ['when something is missing', '/inverters', /Nicht geladen: Photovoltaik.*Nicht alle Geräte/],
      ] as const) {
        it(`fit into widgets of ${width} px ${situation}`, async () => {
          if (missing) world.replaced.set(missing, () => new Response(null, {status: 502}));
          const opened = await open('de');
          await opened.page.resize(width + 16, 4000);
          await shows(opened, words);
          assert.deepEqual(await misfits(opened), []);
        });
      }

      it(`fit into widgets of ${width} px with many devices and a provider to call`, async () => {
        world.user = 'dora';
        const opened = await open('de', '<podero-device-list proxy-url="/podero" page-size="2" support-url="mailto:hilfe@example.com"></podero-device-list>');
        await opened.page.resize(width + 16, 4000);
        await shows(opened, /Neue Nachricht.*Kontakt.*1–2 von 60/);
        assert.deepEqual(await misfits(opened), []);
      });
    }
  });

  describe('labels', () => {
    it('replace single texts, and are nothing but text', async () => {
      const labels = JSON.stringify({'energy': '<img src=x onerror=alert(1)>', 'table': 'Zahlen'}).replaceAll('"', '&quot;');
      const opened = await open('de', `<podero-consumption-chart proxy-url="/podero" labels="${labels}"></podero-consumption-chart>`);
      await shows(opened, /<img src=x onerror=alert\(1\)>.*bisher in dieser Woche.*Zahlen/);
      assert.deepEqual(await complaintsOf(opened), [[], []]);
    });

    it('that cannot be used are named once each, and the rest is used', async () => {
      const opened = await open('en', `<podero-device-card proxy-url="/podero" device-type="heat-pump" device-id="x"
        labels='{"retry": "Once more", "nothing": "x", "updated": "{when}"}'></podero-device-card>`);
      await shows(opened, /Once more/);
      assert.deepEqual((await opened.complaints()).lines.filter(line => line.includes('labels')), [
        'podero-widgets: labels: "nothing" is no key. It is not used.',
        'podero-widgets: labels: "updated" has no {when}, only {age}. It is not used.',
      ]);
      assert.deepEqual((await opened.complaints()).errors, []);
    });
  });
});
