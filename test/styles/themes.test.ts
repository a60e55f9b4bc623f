import {expect} from '@open-wc/testing';
import {contrast, groundOf} from './contrast-of.js';
import {accentPlaces, GRAPHIC, statusPlaces, TEXT, type Places} from './places.js';
import {all, first, page, showStills} from './still-page.js';

/** WCAG AAA. */
const ENHANCED = 7;
const THEMES = {'neutral': TEXT, 'warm': TEXT, 'high-contrast': ENHANCED} as const;
const ELEMENTS = 'podero-device-list, podero-device-card, podero-consumption-chart';

const sheet = new CSSStyleSheet();
const files = new Map<string, string>();
let tokens: ReadonlySet<string>;

before(async () => {
  await showStills();
  first('.button.primary').classList.add('focused');
  document.adoptedStyleSheets.push(sheet);
  for (const theme of Object.keys(THEMES)) files.set(theme, await (await fetch(`/src/themes/${theme}.css`)).text());
  const manifest = await (await fetch('/custom-elements.json')).json() as {modules: {declarations: {cssProperties?: {name: string}[]}[]}[]};
  tokens = new Set(manifest.modules.flatMap(({declarations}) => declarations.flatMap(({cssProperties = []}) => cssProperties.map(({name}) => name))));
});

after(() => {
  document.adoptedStyleSheets = document.adoptedStyleSheets.filter(other => other !== sheet);
  page.remove();
});

/** The theme's rules for elements that stand still. */
function wear(theme: string, scheme: string): void {
  page.className = 'themed';
  page.style.colorScheme = scheme;
  sheet.replaceSync(files.get(theme)?.replaceAll(ELEMENTS, '.themed > div') ?? '');
}

/** Every computed colour, size and face. */
const look = (): string => all('.base, .base *').map(element => {
  const {color, backgroundColor, borderTopColor, borderTopLeftRadius, stroke, fill, boxShadow, fontFamily, fontSize, padding} = getComputedStyle(element);
  return [element.className, color, backgroundColor, borderTopColor, borderTopLeftRadius, stroke, fill, boxShadow, fontFamily, fontSize, padding].join();
}).join('\n');

const plainWords = (): Places => ({
  'name of the kind': {atLeast: TEXT, pairs: all('[part~="subtitle"]').map(element => [getComputedStyle(element).color, groundOf(element)])},
});

describe('the ready themes', () => {
  it('set tokens, and no others', () => {
    expect(tokens.size).to.be.greaterThan(15);
    for (const [theme, text] of files) {
      const set = [...text.matchAll(/(--[\w-]+):/g)].map(([, name]) => name!);
      expect(set.length, theme).to.be.greaterThan(10);
      expect(set.filter(name => !tokens.has(name)), theme).to.deep.equal([]);
    }
  });

  for (const scheme of ['light', 'dark']) {
    it(`neutral: is what there is without a theme, ${scheme}`, () => {
      wear('', scheme);
      const bare = look();
      wear('neutral', scheme);
      expect(look()).to.equal(bare);
      wear('warm', scheme);
      expect(look()).not.to.equal(bare);
    });

    for (const [theme, atLeast] of Object.entries(THEMES)) {
      it(`${theme}: every word has ${atLeast} : 1 and every picture 3 : 1, ${scheme}`, () => {
        wear(theme, scheme);
        const places = Object.entries({...accentPlaces(), ...statusPlaces(), ...plainWords()});
        const ratios = places.map(([name, place]) =>
          [name, Math.min(...place.pairs.map(pair => contrast(...pair))), place.atLeast === GRAPHIC ? GRAPHIC : atLeast] as const);
        expect(ratios.every(([, ratio]) => Number.isFinite(ratio))).to.equal(true);
        const tooLow = ratios.filter(([, ratio, least]) => !(ratio >= least)).map(([name, ratio]) => `${name}: ${ratio.toFixed(2)}`);
        expect(tooLow).to.deep.equal([]);
      });
    }
  }
});
