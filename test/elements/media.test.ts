/** What a page is like on paper, without motion, in the system's own colours, and where it is much enlarged. */
import {expect} from '@open-wc/testing';
import {contrast, groundOf} from '../styles/contrast-of.js';
import {drawnIn, unreadableIn, wordsIn} from './readable.js';
import {replaceSheets, rootsIn} from './sheets.js';
import {Stage} from './situations.js';

const CONDITIONS = {'print': 'print', 'reduced motion': '(prefers-reduced-motion: reduce)', 'forced colours': '(forced-colors: active)'} as const;

describe('a page with wishes of its own', () => {
  let stage: Stage;
  let roots: readonly ShadowRoot[];
  let asThisPage = (): void => {};

  before(async () => {
    stage = await new Stage().fill();
  });

  beforeEach(() => {
    roots = rootsIn(stage.elements.values());
  });

  afterEach(() => {
    asThisPage();
    stage.box.removeAttribute('style');
  });

  after(() => stage.clear());

  /** Not every engine can be told so from a page: the rules themselves are made to count, in their places. */
  function meets(condition: keyof typeof CONDITIONS): void {
    const query = `@media ${CONDITIONS[condition]}`;
    let count = 0;
    asThisPage = replaceSheets(roots, ({cssRules}) => [...cssRules].map(({cssText}) => {
      if (cssText.startsWith(query)) count++;
      return cssText.replaceAll(query, '@media all');
    }).join('\n'));
    expect(count, query).to.be.greaterThan(0);
  }

  const all = (selector: string) => roots.flatMap(root => [...root.querySelectorAll<HTMLElement>(selector)]);
  const words = () => [...new Set([...stage.elements.values()].flatMap(element => [...wordsIn(element)]))];
  const isDrawn = (element: Element) => element.getClientRects().length > 0;

  it('L12 on paper there are words and figures, dark on white, no buttons, and the chart’s table', async () => {
    stage.box.style.cssText = 'inline-size: 640px; color-scheme: dark; --podero-color-surface: #101010; --podero-color-text: #fafafa; --podero-color-text-muted: #ccc';
    const buttons = new Set(all('button, .button').flatMap(button => [...button.textContent.trim().split(/\s+/)]));
    const shown = words().filter(word => !buttons.has(word));
    expect(all('.button').some(isDrawn)).to.equal(true);
    meets('print');
    await stage.settle();
    expect(all('.button').filter(isDrawn)).to.deep.equal([]);
    const printed = new Set(words());
    expect(shown.filter(word => !printed.has(word))).to.deep.equal([]);
    const tables = all('table');
    expect(tables.length).to.be.greaterThan(3);
    for (const table of tables) {
      expect(table.getBoundingClientRect().width).to.be.greaterThan(300);
      expect(Number.parseFloat(getComputedStyle(table.parentElement!).paddingInlineStart)).to.be.greaterThan(8);
    }
    expect(stage.find(unreadableIn)).to.deep.equal([]);
    const pale = [...stage.elements.values()].flatMap(element => drawnIn(element))
      .filter(({holder}) => groundOf(holder) !== 'white' && contrast(getComputedStyle(holder).color, groundOf(holder)) < 4.5 || contrast(getComputedStyle(holder).color, 'white') < 4.5);
    expect(pale.map(({text}) => text)).to.deep.equal([]);
    for (const card of all('.card, .panel')) expect(getComputedStyle(card).breakInside).to.equal('avoid');
  });

  for (const condition of ['reduced motion', 'print'] as const) {
    it(`L12 nothing moves: ${condition}`, () => {
      // What lasts a thousandth of a second tells a chart that its colours are others now; nobody sees it.
      const lasts = (durations: string) => durations.split(', ').some(duration => Number.parseFloat(duration) > 0.001);
      const moving = () => all('*').flatMap(element => [undefined, '::before', '::after'].map(which => getComputedStyle(element, which)))
        .filter(({animationName, transitionDuration}) => animationName !== 'none' || lasts(transitionDuration)).length;
      expect(moving()).to.be.greaterThan(5);
      meets(condition);
      expect(moving()).to.equal(0);
    });
  }

  it('L12 pictures and edges have the system’s colours where these are forced', () => {
    meets('forced colours');
    const system = (name: string) => {
      stage.box.style.color = name;
      return getComputedStyle(stage.box).color;
    };
    const expected = {
      '.ring .level': ['stroke', 'Highlight'], '.edge': ['stroke', 'Highlight'], '.track': ['stroke', 'GrayText'], '.goal': ['fill', 'CanvasText'],
      '.pipe svg': ['fill', 'CanvasText'], '.dot .level': ['fill', 'CanvasText'], '.button .icon': ['stroke', 'ButtonText'], '.status .icon': ['stroke', 'CanvasText'],
    } as const;
    for (const [selector, [property, name]] of Object.entries(expected)) {
      const found = all(selector);
      expect(found.length, selector).to.be.greaterThan(0);
      expect([...new Set(found.map(element => getComputedStyle(element)[property]))], selector).to.deep.equal([system(name)]);
    }
    for (const bordered of all('.card, .panel, .button:not(.select), .dot')) {
      const {borderTopStyle, borderTopWidth} = getComputedStyle(bordered);
      expect([borderTopStyle === 'solid', Number.parseFloat(borderTopWidth) >= 1], bordered.className).to.deep.equal([true, true]);
    }
  });

  for (const [what, style] of [['enlarged to 400 %', 'inline-size: 304px'], ['with text of 200 %', 'inline-size: 608px; font-size: 200%']] as const) {
    it(`L12 nothing is cut, and what is said is all there, ${what}`, async () => {
      const said = async (size: string) => {
        stage.box.style.cssText = size;
        await stage.settle();
        return new Map([...stage.elements].map(([name, element]) => [name, wordsIn(element)]));
      };
      const lost = async () => {
        const [once, now, again] = [await said('inline-size: 640px'), await said(style), await said('inline-size: 640px')];
        return [...stage.elements].flatMap(([name, element]) => {
          // What has an icon keeps that, and its name.
          const onButtons = [...element.shadowRoot!.querySelectorAll('.button:has(.icon)')].map(button => button.textContent).join(' ').split(/\s+/);
          return [...once.get(name)!].filter(word => again.get(name)!.has(word) && !now.get(name)!.has(word) && !onButtons.includes(word)).map(word => `${name}: ${word}`);
        });
      };
      // Twice, since an element that is trying again says something else for a moment.
      const first = await lost();
      const second = new Set(first.length ? await lost() : []);
      expect(first.filter(word => second.has(word))).to.deep.equal([]);
      await said(style);
      expect(stage.find(unreadableIn)).to.deep.equal([]);
      expect(document.documentElement.scrollWidth).to.be.at.most(window.innerWidth);
    });
  }
});
