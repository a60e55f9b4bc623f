import {expect} from '@open-wc/testing';
import '../../src/elements/podero-device-card.js';
import {WIRE} from '../../src/elements/wire.js';
import type {Display} from '../../src/view/display.js';
import {displayOf} from '../../src/view/display.js';

const {warn} = console;
let lines: string[];

beforeEach(() => {
  lines = [];
  console.warn = (line: string) => lines.push(line);
});

afterEach(() => {
  console.warn = warn;
});

const DEFAULTS: Display = {staleAfterS: 3600, timeZone: undefined, supportUrl: undefined, headingLevel: 3};

/** Of a card that is not in the page: nothing else reads its settings. */
function cardWith(attributes: Readonly<Record<string, string>>) {
  const card = document.createElement('podero-device-card');
  for (const [name, value] of Object.entries(attributes)) card.setAttribute(name, value);
  return card;
}

/** Attribute, what is written, how it is shown then; `warns` where one line in the console names it. */
const VALUES: readonly (readonly [attribute: string, written: string, used: Partial<Display>, warns?: 'warns'])[] = [
  ['stale-after', '0', {staleAfterS: 0}],
  ['stale-after', '7200', {staleAfterS: 7200}],
  ['stale-after', '', {}, 'warns'],
  ['stale-after', '-1', {}, 'warns'],
  ['stale-after', 'never', {}, 'warns'],
  ['time-zone', 'Europe/Vienna', {timeZone: 'Europe/Vienna'}],
  ['time-zone', '', {}],
  ['time-zone', 'Mars/Base', {}, 'warns'],
  ['support-url', 'https://provider.example/help', {supportUrl: 'https://provider.example/help'}],
  ['support-url', 'mailto:help@provider.example', {supportUrl: 'mailto:help@provider.example'}],
  ['support-url', 'tel:+431234', {supportUrl: 'tel:+431234'}],
  ['support-url', '/help', {supportUrl: `${location.origin}/help`}],
  ['support-url', '', {}],
  ['support-url', 'javascript:alert(1)', {}, 'warns'],
  ['support-url', 'data:text/html,x', {}, 'warns'],
  ['support-url', 'http://elsewhere.example/', {}, 'warns'],
  ['color-scheme', 'dark', {}],
  ['color-scheme', 'auto', {}],
  ['color-scheme', 'dim', {}, 'warns'],
  ['heading-level', '1', {headingLevel: 1}],
  ['heading-level', '6', {headingLevel: 6}],
  ['heading-level', '2.5', {}, 'warns'],
  ['heading-level', '0', {}, 'warns'],
  ['heading-level', '7', {}, 'warns'],
  ['heading-level', 'h2', {}, 'warns'],
];

/** Which rows of the faults their values prove. */
const ROWS: Readonly<Record<string, string>> = {'time-zone': 'T14 '};

describe('displayOf', () => {
  for (const [attribute, written, used, warns] of VALUES) {
    it(`${ROWS[attribute] ?? ''}reads ${attribute}="${written}"${warns ? ', names it once and takes the default' : ''}`, () => {
      const card = cardWith({[attribute]: written});
      expect(displayOf(card, WIRE)).to.deep.equal({...DEFAULTS, ...used});
      displayOf(card, WIRE);
      expect(lines).to.have.length(warns ? 1 : 0);
      if (warns) expect(lines[0]).to.contain(`<podero-device-card ${attribute}="${written}"> cannot be used: give `);
    });
  }

  it('takes a removed attribute for one that never was', () => {
    const card = cardWith({'stale-after': '60', 'time-zone': 'UTC', 'support-url': '/help', 'heading-level': '2'});
    for (const name of card.getAttributeNames()) card.removeAttribute(name);
    expect(displayOf(card, WIRE)).to.deep.equal(DEFAULTS);
    expect(lines).to.deep.equal([]);
  });

  it('checks properties as it does attributes', () => {
    expect(displayOf(Object.assign(cardWith({}), {headingLevel: 4, staleAfter: NaN}), WIRE)).to.deep.equal({...DEFAULTS, headingLevel: 4});
    expect(lines).to.deep.equal(['podero-widgets: <podero-device-card stale-after="NaN"> cannot be used: give a number from 0. Now 3600 is used.']);
  });
});
