/** Who taps, tabs or listens: large enough, in the order of the eye, in the language that is spoken. */
import {expect} from '@open-wc/testing';
import {rootsIn} from './sheets.js';
import {Stage} from './situations.js';

/** WCAG 2.2, 2.5.8. */
const LEAST_PX = 24;

const meet = (a: DOMRect, b: DOMRect): boolean => a.left < b.right && b.left < a.right && a.top < b.bottom && b.top < a.bottom;

describe('what can be pressed', () => {
  let stage: Stage;

  before(async () => {
    stage = await new Stage().fill();
  });

  after(() => stage.clear());

  /** In the order of the keyboard, through shadow roots. */
  const stopsIn = (element: Element): {words: string; rect: DOMRect}[] => [...element.shadowRoot!.querySelectorAll('*')].flatMap(inner => inner.shadowRoot
    ? stopsIn(inner)
    : inner.matches('button, a[href], [tabindex="0"]') ? [{words: inner.textContent.trim(), rect: inner.getBoundingClientRect()}] : []);

  for (const dir of ['ltr', 'rtl']) for (const width of [240, 360, 900]) {
    it(`is at least ${LEAST_PX} px high and wide, apart from its neighbours, and comes in the order of the eye, in ${width} px, ${dir}`, async () => {
      stage.box.dir = dir;
      stage.box.style.inlineSize = `${width}px`;
      await stage.settle();
      let count = 0;
      const odd = stage.find(element => {
        const stops = stopsIn(element);
        count += stops.length;
        return stops.flatMap(({words, rect}, index) => {
          const before = stops[index - 1]?.rect;
          const isBeside = before && (dir === 'ltr' ? rect.left >= before.right : rect.right <= before.left);
          // Above what came before it is only what stands in the next column, and that is as wide as a card.
          const isAfter = !before || rect.top >= before.bottom || (isBeside && (rect.bottom > before.top || Math.abs(rect.left - before.left) >= 240));
          return [
            ...(Math.min(rect.width, rect.height) < LEAST_PX ? [`${words} of ${rect.width} × ${rect.height} px`] : []),
            ...(isAfter ? [] : [`${words} comes after what is below it`]),
            ...stops.slice(0, index).filter(({rect: other}) => meet(rect, other)).map(other => `${words} lies on ${other.words}`),
          ];
        });
      });
      expect(count).to.be.greaterThan(25);
      expect(odd).to.deep.equal([]);
    });
  }

  it('and read is marked with the language that is spoken, whatever the page’s is', async () => {
    const spoken = async (page: string, own?: string) => {
      stage.box.lang = page;
      for (const element of stage.elements.values()) own ? element.setAttribute('lang', own) : element.removeAttribute('lang');
      await stage.settle();
      await new Promise(done => setTimeout(done, 50));
      // A chart whose week begins on another day now is empty for a moment: there is nothing to read.
      const bases = rootsIn(stage.elements.values()).map(root => root.querySelector('.base')!).filter(({textContent}) => textContent.trim());
      return [...new Set(bases.map(base => base.getAttribute('lang') ?? 'none'))];
    };
    expect(await spoken('en')).to.deep.equal(['en-GB']);
    expect(await spoken('tlh')).to.deep.equal(['en-GB']);
    expect(await spoken('fr', 'en-US')).to.deep.equal(['en-US']);
  });
});
