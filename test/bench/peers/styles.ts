/** The product's style sheets for a page without shadow roots: `:host` is the class `podero`, all of them are one sheet. */
import {base} from '../../../src/styles/base.js';
import {cardStyles} from '../../../src/styles/card.js';
import {listStyles} from '../../../src/styles/list.js';
import {notice} from '../../../src/styles/notice.js';
import {panel} from '../../../src/styles/panel.js';
import {place} from '../../../src/styles/place.js';
import {tokens} from '../../../src/styles/tokens.js';

const COMMON = [place.cssText, tokens, base, notice, panel];

/** What `:host` and the card's tag are in a page: also `:host([hidden])`. */
const forPage = (sheet: string): string => sheet
  .replace(/:host\(([^()]*)\)/g, '.podero$1')
  .replaceAll(':host', '.podero')
  .replaceAll('podero-device-card', '.cards .podero');

/** Puts texts into one sheet, and takes it back. */
export function adoptStyles(texts: readonly string[]): () => void {
  const sheet = new CSSStyleSheet();
  sheet.replaceSync(forPage(texts.join('\n')));
  document.adoptedStyleSheets = [...document.adoptedStyleSheets, sheet];
  return () => {
    document.adoptedStyleSheets = document.adoptedStyleSheets.filter(adopted => adopted !== sheet);
  };
}

export const adoptListStyles = (): () => void => adoptStyles([...COMMON, cardStyles, listStyles]);

/** @param own what a chart wears on top, which only its own chunk brings */
export const adoptChartStyles = (...own: readonly string[]): () => void => adoptStyles([...COMMON, ...own]);
