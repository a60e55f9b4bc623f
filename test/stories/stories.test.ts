import {expect} from '@open-wc/testing';
import 'axe-core/axe.min.js';
import type axeCore from 'axe-core';
import {render} from 'lit';
import type {Story} from '../../stories/stage.js';
import {part, shown, textOf, until} from '../elements/shown.js';
import {STORIES} from './all-stories.js';

declare const axe: typeof axeCore;

const RULES = {runOnly: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa'], elementRef: true, resultTypes: ['violations' as const], preload: false, performanceTimer: false, pingWaitTime: 0};
const ELEMENTS = 'podero-device-list, podero-device-card, podero-consumption-chart';

/** Both schemes and both directions in the fastest engine, crossed in the two others: all four are read, and what is read are computed styles and boxes. */
const COMBINATIONS = navigator.userAgent.includes('Chrome/') ? [['light', 'ltr'], ['dark', 'rtl']] as const
  : navigator.userAgent.includes('Firefox/') ? [['dark', 'ltr']] as const
  : [['light', 'rtl']] as const;

/** Two stories that say the same differ in what is pressed. */
const ACTIONS = {ReconnectByLink: 'a', ReconnectByButton: 'button'};

/** A page as wide as a phone that shows all stories of a file, one under the other. */
let stage: HTMLElement;

/** The foot's colour follows a change softly; half-way it means nothing. */
const AT_ONCE = 'podero-device-list::part(card-footer), podero-device-card::part(footer) { transition: none; }';
const sheet = new CSSStyleSheet();

before(async () => {
  document.adoptedStyleSheets.push(await sheet.replace(AT_ONCE));
});

after(() => {
  document.adoptedStyleSheets = document.adoptedStyleSheets.filter(each => each !== sheet);
});

beforeEach(() => {
  stage = document.createElement('main');
  stage.style.cssText = 'inline-size: 360px; background: Canvas; color: CanvasText';
  document.body.append(stage);
});

afterEach(() => {
  document.documentElement.dir = '';
  stage.remove();
});

const unspaced = (text: string): string => text.replace(/\s+/g, '');

/** What the page itself has put into an element, where a slot shows it. */
const seenChildrenOf = (element: Element): string =>
  [...element.children].filter(child => child.getClientRects().length).map(({textContent}) => textContent).join();

async function put(name: string, story: Story): Promise<void> {
  const place = document.createElement('div');
  place.dataset['story'] = name;
  stage.append(place);
  render((story.render as () => unknown)(), place);
  await (story.play as ((context: {canvasElement: HTMLElement}) => Promise<void>) | undefined)?.({canvasElement: place});
  const elements = [...place.querySelectorAll(ELEMENTS)];
  const {says, isPending} = story.parameters;
  if (!isPending) await Promise.all(elements.map(shown));
  await until(() => elements.every(element => unspaced(textOf(element) + seenChildrenOf(element)).includes(unspaced(says))), `"${name}" does not say "${says}"`);
}

/** Which story breaks which rule, and where. */
async function violations(): Promise<string[]> {
  const {violations: found} = await axe.run(stage, RULES);
  return found.flatMap(({id, nodes}) => nodes.map(({element, target, failureSummary}) => `${storyOf(element)}: ${id} at ${String(target.at(-1))}. ${failureSummary}`));
}

function storyOf(element: Element | undefined): string {
  const inside = element?.closest<HTMLElement>('[data-story]');
  if (inside) return inside.dataset['story']!;
  const root = element?.getRootNode();
  return root instanceof ShadowRoot ? storyOf(root.host) : '?';
}

it('the stories whose action is looked at are there', () => {
  const names = STORIES.flatMap(([, stories]) => stories.map(([name]) => name));
  expect(Object.keys(ACTIONS).filter(name => !names.includes(name))).to.deep.equal([]);
});

for (const [title, stories] of STORIES) {
  describe(`the stories of ${title}`, () => {
    it('E14 are shown, and pass axe in light and dark, from left to right and from right to left', async () => {
      await Promise.all(stories.map(([name, story]) => put(name, story)));
      for (const [name, tag] of Object.entries(ACTIONS)) {
        const card = stage.querySelector(`[data-story="${name}"] podero-device-card`);
        if (card) expect(part(card, 'action')?.localName, name).to.equal(tag);
      }
      for (const [scheme, dir] of COMBINATIONS) {
        stage.style.colorScheme = scheme;
        document.documentElement.dir = dir;
        expect(await violations(), `${scheme}, ${dir}`).to.deep.equal([]);
      }
    });
  });
}
