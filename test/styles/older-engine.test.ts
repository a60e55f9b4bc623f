/** What an engine shows that knows none of the colours that are reckoned (contract 2: from Chrome 94, Firefox 101, Safari 16.4). */
import {expect} from '@open-wc/testing';
import {replaceSheets, rootsIn} from '../elements/sheets.js';
import {Stage} from '../elements/situations.js';
import {contrast, groundOf} from './contrast-of.js';
import {OLDER_ENGINES, olderText} from './older-engine.js';
import {drawnIn, unreadableIn} from '../elements/readable.js';

const NEWER = /light-dark\(|color-mix\(|\((?:from|oklab\(from|color\(from) |@supports/;

describe('an engine without the newest features', () => {
  let stage: Stage;

  before(async () => {
    stage = await new Stage().fill();
  });

  after(() => stage.clear());

  it('L17 has no sheet that asks for a colour it does not know, and every word, picture and edge in a colour that is seen', async () => {
    const {elements, box} = stage;
    const texts: string[] = [];
    const roots = rootsIn(elements.values());
    const has = () => texts.filter(text => NEWER.test(text));
    const restore = replaceSheets(roots, sheet => {
      const text = olderText(sheet, OLDER_ENGINES['without color-mix() either']);
      texts.push(text);
      return text;
    });
    expect(roots.some(root => root.adoptedStyleSheets.length > 1)).to.equal(true);
    expect(has()).to.deep.equal([]);
    for (const width of ['240px', '360px', '900px']) {
      box.style.inlineSize = width;
      await stage.settle();
      expect(stage.find(unreadableIn), width).to.deep.equal([]);
    }
    const pale = [...elements.values()].flatMap(element => drawnIn(element))
      .filter(({holder}) => contrast(getComputedStyle(holder).color, groundOf(holder)) < 4.5);
    expect(pale.map(({text}) => text)).to.deep.equal([]);
    const all = (selector: string) => roots.flatMap(root => [...root.querySelectorAll(selector)]);
    for (const [selector, property] of [['.ring .level', 'stroke'], ['.edge', 'stroke'], ['.track', 'stroke'], ['.goal', 'fill'], ['.pipe svg', 'fill'], ['.button .icon', 'stroke']] as const) {
      const found = all(selector);
      expect(found.length, selector).to.be.greaterThan(0);
      expect(found.filter(element => /none|transparent|, 0\)/.test(getComputedStyle(element)[property])).length, selector).to.equal(0);
    }
    restore();
  });
});
