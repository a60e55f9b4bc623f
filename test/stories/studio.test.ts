import {expect, fixture, html} from '@open-wc/testing';
import 'axe-core/axe.min.js';
import type axeCore from 'axe-core';
import {ThemeStudio} from '../../stories/studio/theme-studio.js';
import {TOKENS} from '../../stories/studio/tokens.js';
import {until} from '../elements/shown.js';

declare const axe: typeof axeCore;

customElements.define('theme-studio', ThemeStudio);

const BRAND = {'color-accent, light': '#d6006e', 'color-surface, light': '#fffaf5'};

describe('the theme studio', () => {
  let studio: ThemeStudio;
  const root = () => studio.shadowRoot!;
  const inCards = (scheme: string, selector: string) => [...root().querySelectorAll(`.${scheme} podero-device-list`)]
    .flatMap(list => [...list.shadowRoot!.querySelectorAll('podero-device-card')]).flatMap(card => [...card.shadowRoot!.querySelectorAll<HTMLElement>(selector)]);
  const rule = () => root().querySelector('pre')!.textContent;

  function put(input: HTMLInputElement, value: string, type: 'input' | 'change'): Promise<unknown> {
    input.value = value;
    input.dispatchEvent(new Event(type));
    return studio.updateComplete;
  }
  const field = (name: string) => root().querySelector<HTMLInputElement>(`[aria-label="${name}"], [aria-labelledby="--podero-${name}"]`)!;

  beforeEach(async () => {
    studio = await fixture(html`<theme-studio></theme-studio>`);
    await until(() => inCards('dark', '.button.primary').length > 0 && root().querySelectorAll('tbody tr').length === 7, 'the elements are not there');
  });

  it('has a control for each token that the elements tell of', () => {
    expect(TOKENS.length).to.be.greaterThan(15);
    expect([...root().querySelectorAll('.token .name')].map(({id}) => id).sort()).to.deep.equal(TOKENS.map(({name}) => name).sort());
    expect(root().querySelectorAll('.token input').length).to.equal(TOKENS.reduce((sum, {kind}) => sum + (kind === 'colour' ? 2 : 1), 0));
  });

  it('shows a brand on all elements, and gives the rule for it, which holds nothing else', async () => {
    for (const [name, value] of Object.entries(BRAND)) await put(field(name), value, 'input');
    await put(field('font-family'), 'Georgia, serif', 'change');
    await put(field('radius'), '2px', 'change');
    expect(rule()).to.equal(`podero-device-list, podero-device-card, podero-consumption-chart {
  --podero-color-accent: #d6006e;
  --podero-color-surface: #fffaf5;
  --podero-font-family: Georgia, serif;
  --podero-radius: 2px;
}
@supports (color: light-dark(red, red)) {
  podero-device-list, podero-device-card, podero-consumption-chart {
    --podero-color-accent: light-dark(#d6006e, #63c5cf);
    --podero-color-surface: light-dark(#fffaf5, #15191a);
  }
}`);
    await until(() => getComputedStyle(inCards('light', '.button.primary')[0]!).backgroundColor === 'rgb(214, 0, 110)');
    expect(getComputedStyle(inCards('dark', '.button.primary')[0]!).backgroundColor).to.equal('rgb(99, 197, 207)');
    for (const tag of ['podero-device-card', 'podero-consumption-chart']) {
      const base = root().querySelector(`.light ${tag}`)!.shadowRoot!.querySelector('[part~="base"]')!;
      expect([getComputedStyle(base).backgroundColor, getComputedStyle(base).fontFamily], tag).to.deep.equal(['rgb(255, 250, 245)', 'Georgia, serif']);
    }
  });

  it('keeps what a browser understands, and says so', async () => {
    await put(field('radius'), 'banana', 'change');
    expect(rule()).to.contain('Nothing is changed');
    expect(root().querySelector('.wrong')!.textContent).to.contain('does not understand');
    await put(field('radius'), '4px', 'change');
    expect(root().querySelector('.wrong')).to.equal(null);
  });

  it('begins from a ready theme, measures it, and goes back', async () => {
    const start = root().querySelector('select')!;
    const text = () => Number.parseFloat(root().querySelector('tbody td')!.textContent);
    const before = text();
    start.value = 'high contrast';
    start.dispatchEvent(new Event('change'));
    await until(() => rule().includes('light-dark(#00429d, #8cd3ff)'));
    await until(() => text() > before);
    expect(root().querySelector('.low')).to.equal(null);
    root().querySelector<HTMLButtonElement>('.quiet')!.click();
    await until(() => rule().includes('Nothing is changed'));
    expect(start.value).to.equal('the defaults');
  });

  it('copies the rule, and says what to do where a browser does not let it', async () => {
    const copied: string[] = [];
    const press = async (clipboard: unknown) => {
      Object.defineProperty(navigator, 'clipboard', {value: clipboard, configurable: true});
      [...root().querySelectorAll('button')].find(({textContent}) => textContent === 'Copy as CSS')!.click();
      await until(() => root().querySelector('[role="status"]')!.textContent);
      Reflect.deleteProperty(navigator, 'clipboard');
      const {textContent} = root().querySelector('[role="status"]')!;
      studio.said = '';
      await studio.updateComplete;
      return textContent;
    };
    await put(field('radius'), '4px', 'change');
    expect(await press({writeText: async (text: string) => void copied.push(text)})).to.contain('Copied');
    expect(copied).to.deep.equal([rule()]);
    expect(await press({writeText: () => Promise.reject(new Error('denied'))})).to.contain('select the rule');
    expect(await press(undefined)).to.contain('select the rule');
  });

  it('passes axe', async () => {
    const {violations} = await axe.run(studio, {runOnly: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa']});
    expect(violations.map(({id, nodes}) => `${id}: ${nodes.map(({target}) => String(target.at(-1))).join()}`)).to.deep.equal([]);
  });
});
