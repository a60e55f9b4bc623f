/** The rules for values that are about room and direction (faults, values): measured where they are drawn. */
import {expect, fixture, html} from '@open-wc/testing';
import '../../src/elements/podero-device-card.js';
import {parseDevice} from '../../src/api/parse-device.js';
import type {PoderoDeviceCard} from '../../src/elements/podero-device-card.js';
import {fresh} from './fake-proxy.js';
import {part, shown} from './shown.js';

const OUT = {is_authenticated: false, authorization_url: 'https://login.example/'};

/** A card of a width, as a CSS length. */
async function cardWith(fields: object, width = '22em', generation: 'G1' | 'G2' = 'G1'): Promise<PoderoDeviceCard> {
  const box = await fixture(html`<div><podero-device-card lang="en"></podero-device-card></div>`) as HTMLElement;
  box.style.inlineSize = width;
  const card = box.querySelector('podero-device-card')!;
  card.device = parseDevice('heat-pump', fresh('heat-pump', {...fields}, generation));
  await shown(card);
  return card;
}

/** How many lines of its own height a text is given. */
function linesOf(element: HTMLElement): number {
  const {lineHeight, paddingTop, paddingBottom} = getComputedStyle(element);
  return Math.round((element.clientHeight - parseFloat(paddingTop) - parseFloat(paddingBottom)) / parseFloat(lineHeight));
}

const WORDS = 'An unusually long name of a machine '.repeat(20);

describe('a long text', () => {
  for (const width of ['15em', '22em', '30em', '44em']) {
    for (const [form, long] of [['words', WORDS], ['one word', 'x'.repeat(10_000)], ['wide characters', '熱'.repeat(900)]] as const) {
      it(`V13 of ${form} has three lines and 200 characters at most in a card of ${width}`, async () => {
        const card = await cardWith({device_model: {manufacturer: '', model: long}, operational_mode: long}, width);
        const [title, activity] = [part(card, 'title')!, part(card, 'activity')!];
        expect([title, activity].map(text => [...text.textContent!.trim()].length)).to.deep.equal([200, 200]);
        expect([linesOf(title), linesOf(activity)].every(lines => lines >= 1 && lines <= 3), `${linesOf(title)} ${linesOf(activity)}`).to.equal(true);
        expect(card.shadowRoot!.querySelector('.base')!.scrollWidth).to.be.at.most(card.clientWidth);
      });
    }
  }

  it('V13 is cut where the card is as narrow as for a text of twice the size', async () => {
    const card = await cardWith({device_model: {manufacturer: '', model: WORDS}, operational_mode: WORDS}, '12em');
    card.style.minInlineSize = '0';
    card.style.setProperty('--_least', '0');
    expect([part(card, 'title')!, part(card, 'activity')!].map(linesOf)).to.deep.equal([3, 3]);
  });

  it('V13 of a mode or a manufacturer leaves room for the words around it', async () => {
    const optimised = await cardWith({current_mode: 'y'.repeat(10_000)}, '22em', 'G2');
    expect(part(optimised, 'status')!.textContent).to.match(/Optimisation y{39}…/);
    const out = await cardWith({...OUT, device_model: {manufacturer: 'y'.repeat(10_000)}});
    expect(part(out, 'reason')!.textContent).to.match(/^Sign in again at y{29}…\./);
  });
});

/** Where the characters of a text begin and end on the line, in px. */
function placeOf(root: Element, text: string): DOMRect {
  const walker = document.createTreeWalker(root, NodeFilter.SHOW_TEXT);
  for (let node = walker.nextNode(); node; node = walker.nextNode()) {
    const at = node.textContent!.indexOf(text);
    if (at < 0) continue;
    const range = document.createRange();
    range.setStart(node, at);
    range.setEnd(node, at + text.length);
    return range.getBoundingClientRect();
  }
  throw new Error(`There is no "${text}" in "${root.textContent}".`);
}

describe('a text that is written from the right, or says so', () => {
  const NAMES = {'an Arabic one': 'شركة', 'one that steers the direction': '\u202eNibe\u2067', 'one that ends another\'s isolation': '\u2069\u2069\u202eNibe'};

  for (const [which, manufacturer] of Object.entries(NAMES)) {
    it(`V14 does not reorder what is around it: ${which}`, async () => {
      const reason = part(await cardWith({...OUT, device_model: {manufacturer, model: 'M'}}, '30em'), 'reason')!;
      const [before, name, after] = ['Sign in again at', manufacturer.replace(/[^\p{L}]/gu, ''), 'Values from'].map(text => placeOf(reason, text));
      expect([before!.right <= name!.left, name!.right <= after!.left], reason.textContent!).to.deep.equal([true, true]);
      expect(reason.textContent!).to.not.match(/[\u202a-\u202e\u2066-\u2069]/);
    });
  }

  it('V14 stands by itself in a name, a statement, a mode and a sentence', async () => {
    const evil = '\u202e2 \u2067שלום 1';
    const cards = [
      await cardWith({...OUT, device_model: {manufacturer: evil, model: evil}, operational_mode: evil}), await cardWith({operational_mode: evil}),
      await cardWith({current_mode: evil}, '22em', 'G2'),
    ];
    const holders = cards.flatMap(card => [...card.shadowRoot!.querySelectorAll('.base *')]).filter(({childNodes}) =>
      [...childNodes].some(node => node.nodeType === Node.TEXT_NODE && node.textContent!.includes('שלום')));
    expect(holders.map(({localName}) => localName)).to.deep.equal(['bdi', 'bdi', 'bdi', 'bdi', 'bdi']);
    expect(cards.map(card => card.shadowRoot!.textContent).join('')).to.not.match(/[\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069]/);
  });
});
