import {expect, fixture, html} from '@open-wc/testing';
import {languageOf} from '../../src/text/language.js';

/** An element two shadow roots deep below `outer`. */
function deepIn(outer: Element): HTMLElement {
  const host = outer.appendChild(document.createElement('div')).attachShadow({mode: 'closed'})
    .appendChild(document.createElement('section'));
  return host.attachShadow({mode: 'open'}).appendChild(document.createElement('p'));
}

describe('languageOf', () => {
  it('finds the nearest language through shadow roots', async () => {
    const outer = await fixture(html`<div lang="de-AT"><div></div></div>`);
    expect(languageOf(deepIn(outer.firstElementChild!))).to.equal('de-AT');
  });

  it('takes the element\'s own language before all others', async () => {
    const outer = await fixture(html`<div lang="de"><p lang="en-US"></p></div>`);
    expect(languageOf(outer.firstElementChild!)).to.equal('en-US');
  });

  it('knows none for an element that is not in the page', () => {
    expect(languageOf(document.createElement('p'))).to.equal('');
  });
});
