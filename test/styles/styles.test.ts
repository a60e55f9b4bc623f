import {expect, fixture, html} from '@open-wc/testing';
import {unsafeCSS} from 'lit';
import {cardStyles} from '../../src/styles/card.js';
import {listStyles} from '../../src/styles/list.js';
import {base} from '../../src/styles/base.js';
import {notice} from '../../src/styles/notice.js';
import {panel} from '../../src/styles/panel.js';
import {place} from '../../src/styles/place.js';
import {tokens} from '../../src/styles/tokens.js';

/** A host with these sheets and what stands in its shadow root. */
async function hostWith(sheets: string[], inner: string, outer = html`<div><test-host></test-host></div>`): Promise<HTMLElement> {
  const host = (await fixture<HTMLElement>(outer)).querySelector<HTMLElement>('test-host')!;
  const root = host.attachShadow({mode: 'open'});
  root.adoptedStyleSheets = [place, ...sheets.map(unsafeCSS)].map(sheet => sheet.styleSheet!);
  root.innerHTML = inner;
  return host;
}

const canvas = document.createElement('canvas').getContext('2d', {willReadFrequently: true})!;

/** WCAG luminance of any CSS colour. */
function luminance(colour: string): number {
  canvas.fillStyle = '#000';
  canvas.fillStyle = colour;
  canvas.fillRect(0, 0, 1, 1);
  const [r, g, b] = [...canvas.getImageData(0, 0, 1, 1).data].slice(0, 3)
    .map(part => part / 255).map(part => part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4);
  return 0.2126 * r! + 0.7152 * g! + 0.0722 * b!;
}

function contrast(one: string, other: string): number {
  const [light, dark] = [luminance(one), luminance(other)].sort((a, b) => b - a);
  return (light! + 0.05) / (dark! + 0.05);
}

describe('tokens', () => {
  it('are the only place with literal colours', () => {
    for (const sheet of [base, notice, panel, cardStyles, listStyles]) {
      expect(sheet.match(/#[\da-f]{3,8}\b|\b(rgb|hsl|oklch|lab|lch)a?\(|:\s*(white|black|red)\b/gi)).to.equal(null);
    }
  });

  for (const scheme of ['light', 'dark']) {
    it(`keep every accent readable on the ${scheme} surface`, async () => {
      const host = await hostWith([tokens, base], `<div class="base"><b></b><a></a></div>`);
      host.style.colorScheme = scheme;
      const sheet = new CSSStyleSheet();
      sheet.replaceSync('b { color: var(--_on-accent); background: var(--_accent); } a { color: var(--_ink); background: var(--_surface); }');
      host.shadowRoot!.adoptedStyleSheets = [...host.shadowRoot!.adoptedStyleSheets, sheet];
      for (let i = 0; i < 216; i++) {
        const accent = `rgb(${i % 6 * 51} ${Math.floor(i / 6) % 6 * 51} ${Math.floor(i / 36) * 51})`;
        host.style.setProperty('--podero-color-accent', accent);
        for (const name of ['b', 'a']) {
          const {color, backgroundColor} = getComputedStyle(host.shadowRoot!.querySelector(name)!);
          expect(contrast(color, backgroundColor), `${name} with ${accent}`).to.be.at.least(4.5);
        }
      }
    });
  }

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
