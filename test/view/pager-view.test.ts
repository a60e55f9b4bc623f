import {expect, fixture} from '@open-wc/testing';
import type {Pager} from '../../src/view/pager-view.js';
import {rangeOf, renderPager} from '../../src/view/pager-view.js';
import {speech} from './devices.js';

const pager = (differences: Partial<Pager> = {}): Pager => ({page: 0, size: 24, total: 60, onTurn: () => {}, ...differences});
const buttonsOf = (nav: Element) => [...nav.querySelectorAll('button')];

describe('the range of a page', () => {
  for (const [differences, words] of [
    [{}, '1–24 of 60'],
    [{page: 1}, '25–48 of 60'],
    [{page: 2}, '49–60 of 60'],
    [{size: 1000, total: 1234, page: 1}, '1,001–1,234 of 1,234'],
  ] as const) {
    it(`reads ${words}`, () => expect(rangeOf(speech, pager(differences))).to.equal(words));
  }
});

describe('the pager', () => {
  it('turns one page back or on', async () => {
    const turns: number[] = [];
    const nav = await fixture(renderPager(speech, pager({page: 1, onTurn: page => turns.push(page)})));
    for (const button of buttonsOf(nav)) button.click();
    expect(turns).to.deep.equal([0, 2]);
  });

  it('keeps both buttons at its ends, where they do nothing', async () => {
    for (const [page, dead] of [[0, 0], [2, 1]] as const) {
      let turns = 0;
      const nav = await fixture(renderPager(speech, pager({page, onTurn: () => turns++})));
      expect(buttonsOf(nav).map(button => button.getAttribute('aria-disabled'))).to.deep.equal(dead ? [null, 'true'] : ['true', null]);
      buttonsOf(nav)[dead]!.click();
      expect(turns).to.equal(0);
    }
  });

  it('is a named group, no landmark, of which a page may have several, and accessible', async () => {
    const nav = await fixture(renderPager(speech, pager()));
    expect([nav.getAttribute('part'), nav.getAttribute('role'), nav.getAttribute('aria-label')]).to.deep.equal(['pager', 'group', 'Pages']);
    await expect(nav).to.be.accessible();
  });
});
