import {expect, fixture, html} from '@open-wc/testing';
import {unsafeCSS} from 'lit';
import {cardStyles} from '../../src/styles/card.js';
import {listStyles} from '../../src/styles/list.js';
import {base} from '../../src/styles/base.js';
import {notice} from '../../src/styles/notice.js';
import {panel} from '../../src/styles/panel.js';
import {place} from '../../src/styles/place.js';
import {tokens} from '../../src/styles/tokens.js';
import {luminance} from './contrast-of.js';

/** A host with these sheets and what stands in its shadow root. */
async function hostWith(sheets: string[], inner: string, outer = html`<div><test-host></test-host></div>`): Promise<HTMLElement> {
  const host = (await fixture<HTMLElement>(outer)).querySelector<HTMLElement>('test-host')!;
  const root = host.attachShadow({mode: 'open'});
  root.adoptedStyleSheets = [place, ...sheets.map(unsafeCSS)].map(sheet => sheet.styleSheet!);
  root.innerHTML = inner;
  return host;
}

describe('tokens', () => {
  it('are the only place with literal colours', () => {
    for (const sheet of [base, notice, panel, cardStyles, listStyles]) {
      expect(sheet.match(/#[\da-f]{3,8}\b|\b(rgb|hsl|oklch|lab|lch)a?\(|:\s*(white|black|red)\b/gi)).to.equal(null);
    }
  });

  it('follow the colour scheme of the page, not of the system', async () => {
    const host = await hostWith([tokens, base], '<div class="base"></div>');
    const text = () => luminance(getComputedStyle(host.shadowRoot!.querySelector('.base')!).color);
    host.style.colorScheme = 'light';
    expect(text()).to.be.below(0.1);
    host.style.colorScheme = 'dark';
    expect(text()).to.be.above(0.7);
  });

  it('give way to what the page sets', async () => {
    const host = await hostWith([tokens, base], '<div class="base"></div>', html`
      <div style="--podero-color-text: rgb(1, 2, 3); --podero-font-size: 20px; --podero-font-family: serif"><test-host></test-host></div>`);
    const {color, fontSize, fontFamily} = getComputedStyle(host.shadowRoot!.querySelector('.base')!);
    expect([color, fontSize, fontFamily]).to.deep.equal(['rgb(1, 2, 3)', '20px', 'serif']);
  });
});

describe('base', () => {
  it('keeps a width where containment on the host would have none', async () => {
    const host = await hostWith([base], '<div class="base">x</div>', html`<div style="display: flex"><test-host></test-host></div>`);
    expect(host.getBoundingClientRect().width).to.be.at.least(240);
  });

  it('is gone when hidden', async () => {
    const host = await hostWith([base], '<div class="base">x</div>', html`<div><test-host hidden></test-host></div>`);
    expect(getComputedStyle(host).display).to.equal('none');
  });

  it('undoes what a page sets for its own text', async () => {
    const host = await hostWith([base], '<div class="base">x</div>', html`
      <div style="text-transform: uppercase; letter-spacing: 9px; text-align: center; font-style: italic; white-space: pre; line-height: 4;
        word-spacing: 9px; text-indent: 9px; font-variant: small-caps; font-weight: 900; text-shadow: 1px 1px red"><test-host></test-host></div>`);
    const style = getComputedStyle(host.shadowRoot!.querySelector('.base')!);
    expect([style.textTransform, style.letterSpacing, style.textAlign, style.fontStyle, style.whiteSpace, style.wordSpacing, style.textIndent,
      style.fontVariant, style.fontWeight, style.textShadow])
      .to.deep.equal(['none', 'normal', 'start', 'normal', 'normal', '0px', '0px', 'normal', '400', 'none']);
  });

  it('counts the font size of a list\'s cards once', async () => {
    const host = await hostWith([tokens, base, listStyles], '<div class="base"><podero-device-card></podero-device-card></div>',
      html`<div style="--podero-font-size: 2em; font-size: 10px"><test-host></test-host></div>`);
    const card = host.shadowRoot!.querySelector('podero-device-card')!;
    expect(getComputedStyle(card).getPropertyValue('--podero-font-size').trim()).to.equal('1em');
    expect(getComputedStyle(card).fontSize).to.equal('20px');
  });
});
