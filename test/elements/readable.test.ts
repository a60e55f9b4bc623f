/** Whatever the words and however wide the place: everything that is said in any state can be read. */
import {expect} from '@open-wc/testing';
import type {Labels} from '../../src/text/messages.js';
import {FROM_THE_RIGHT, PSEUDO} from './pseudo-locale.js';
import {unreadableIn} from './readable.js';
import {Stage} from './situations.js';

/** Those for which there are layouts, in px. */
const WIDTHS = [240, 272, 360, 560, 900];

const WORDS: Readonly<Record<string, {readonly labels: Labels; readonly dir: string}>> = {
  'our words': {labels: {}, dir: 'ltr'},
  'words that are 40 % longer': {labels: PSEUDO, dir: 'ltr'},
  'words that run from the right': {labels: FROM_THE_RIGHT, dir: 'rtl'},
};

describe('in every state of every element', () => {
  let stage: Stage;

  before(async () => {
    stage = await new Stage().fill();
  });

  after(() => stage.clear());

  for (const [name, {labels, dir}] of Object.entries(WORDS)) {
    for (const width of WIDTHS) it(`${name} are whole, and none lies on another, in a place of ${width} px`, async () => {
      stage.box.dir = dir;
      stage.box.style.inlineSize = `${width}px`;
      stage.elements.forEach(element => { element.labels = labels; });
      await stage.settle();
      expect(stage.find(unreadableIn)).to.deep.equal([]);
    });
  }
});
