import {expect} from '@open-wc/testing';
import {contrast} from './contrast-of.js';
import {accentPlaces, statusPlaces, type Places} from './places.js';
import {OLDER_ENGINES} from './older-engine.js';
import {first, page, showAsIn, showStills} from './still-page.js';

/** The page's scheme; the last one is a page with a dark ground that says nothing of a scheme. */
const GROUNDS: Readonly<Record<string, Readonly<Record<string, string>>>> = {
  'light': {'color-scheme': 'light'},
  'dark': {'color-scheme': 'dark'},
  'dark without color-scheme': {'--podero-color-surface': '#15191a', '--podero-color-text': '#e9eeef', '--podero-color-text-muted': '#a2adb0', '--podero-color-border': '#2d3436'},
};

/** Colours all around: twelve hues in four lightnesses and four saturations. */
const AROUND = Array.from({length: 192}, (_, i) => `hsl(${i % 12 * 30} ${[25, 50, 75, 100][Math.floor(i / 12) % 4]}% ${[12, 38, 62, 88][Math.floor(i / 48)]}%)`);
const NOTORIOUS = ['#ffff00', '#ffd400', '#fff', '#000', '#f0f', '#0ff', '#0f0', '#00f', '#f00', '#ff6600', '#808080', '#767676', '#ffc0cb', '#b0e0e6', '#fefef8', '#050510',
  'oklch(.85 .2 150)', 'oklch(.65 .3 330)', 'oklch(.4 .25 270)', 'color(display-p3 1 .9 0)'];
const ACCENTS = [...AROUND, ...NOTORIOUS];
const STATUSES = [...AROUND.filter((_, i) => i % 5 === 0), ...NOTORIOUS.slice(0, 11)];

before(showStills);
after(() => page.remove());

interface Lowest {
  readonly name: string;
  readonly ratio: number;
  readonly atLeast: number;
  readonly where: string;
}

/** The lowest contrast of each place over all colours and grounds; printed. */
function measure(title: string, tokens: readonly string[], colours: readonly string[], places: () => Places): readonly Lowest[] {
  const lowest = new Map<string, Lowest>();
  for (const [ground, properties] of Object.entries(GROUNDS)) {
    page.style.cssText = Object.entries(properties).map(([name, value]) => `${name}: ${value}`).join('; ');
    for (const colour of colours) {
      for (const token of tokens) page.style.setProperty(token, colour);
      for (const [name, {atLeast, pairs}] of Object.entries(places())) {
        const ratio = Math.min(...pairs.map(pair => contrast(...pair)));
        if (ratio < (lowest.get(name)?.ratio ?? Infinity)) lowest.set(name, {name, ratio, atLeast, where: `${colour}, ${ground}`});
      }
    }
  }
  const lines = [...lowest.values()].map(({name, ratio, atLeast, where}) => `  ${name}: ${ratio.toFixed(2)} (${where}); promised ${atLeast}`);
  console.log([`Lowest contrast of ${colours.length} ${title} on ${Object.keys(GROUNDS).length} grounds`, ...lines].join('\n'));
  return [...lowest.values()];
}

describe('contrast', () => {
  const tooLow = (measured: readonly Lowest[]) => measured.filter(({ratio, atLeast}) => !(ratio >= atLeast)).map(({name}) => name);

  // Last, this engine as it is.
  for (const [engine, lacking] of [...Object.entries(OLDER_ENGINES), ['', undefined] as const]) {
    const row = engine && `L17 ${engine}: `;

    it(`${row}holds in every place whatever the accent`, () => {
      showAsIn(lacking);
      const button = first('.button.primary');
      button.classList.add('focused');
      // With a gap, so that it lies on the card's ground only.
      const {outlineStyle, outlineOffset} = getComputedStyle(button);
      expect([outlineStyle, Number.parseFloat(outlineOffset) >= 2]).to.deep.equal(['solid', true]);
      // There all is a mixture with the text: a third of the colours says as much.
      const accents = engine ? ACCENTS.filter((_, i) => i % 3 === 0 || i >= AROUND.length) : ACCENTS;
      const measured = measure(`accents${engine && ` ${engine}`}`, ['--podero-color-accent'], accents, accentPlaces);
      expect(measured.map(({name}) => name)).to.deep.equal(Object.keys(accentPlaces()));
      expect(tooLow(measured)).to.deep.equal([]);
    });

    it(`${row}holds for words of a status whatever its colour`, () => {
      showAsIn(lacking);
      const measured = measure(`colours of a status${engine && ` ${engine}`}`, ['ok', 'warning', 'danger'].map(name => `--podero-color-${name}`), STATUSES, statusPlaces);
      expect(measured.length).to.equal(3);
      expect(tooLow(measured)).to.deep.equal([]);
    });
  }
});
