/** The root of the chunk with everything a customer reads: words, numbers, templates and their styles. */
import type {CSSResult, unsafeCSS} from 'lit';
import {base} from '../styles/base.js';
import {cardStyles} from '../styles/card.js';
import {listStyles} from '../styles/list.js';
import {notice} from '../styles/notice.js';
import {panel} from '../styles/panel.js';
import {tokens} from '../styles/tokens.js';
import {inSentence, speechFor} from '../text/speech.js';
import {renderAge} from './age-view.js';
import {CONNECTION_NOTICES} from './device-foot-view.js';
import {nameOf} from './device-name.js';
import {renderDevice} from './device-view.js';
import {icon} from './icons.js';
import {renderListHead} from './list-head-view.js';
import type {Lit} from './lit.js';
import {hand} from './lit.js';
import {renderEmpty, renderFailure, renderLoading, renderPanel, renderSkeleton} from './status-views.js';
import {renderValue} from './value-view.js';

const TEMPLATES = {
  icon, inSentence, nameOf, renderAge, renderDevice, renderEmpty, renderFailure, renderListHead, renderLoading, renderPanel, renderSkeleton,
  renderValue, speechFor,
  looks: CONNECTION_NOTICES,
};

const COMMON = [tokens, base, notice, panel];
const SHEETS = {chart: COMMON, card: [...COMMON, cardStyles], list: [...COMMON, cardStyles, listStyles]};

/** What an element needs to show itself. */
export type View = typeof TEMPLATES & {
  /** What each of the elements wears on top of its place. */
  readonly styles: Readonly<Record<keyof typeof SHEETS, readonly CSSResult[]>>;
};

/** The page's one view. `sheet` makes a style sheet of its text. */
export function createView({sheet, ...lit}: Lit & {readonly sheet: typeof unsafeCSS}): View {
  hand(lit);
  const {chart, card, list} = SHEETS;
  return {...TEMPLATES, styles: {chart: chart.map(sheet), card: card.map(sheet), list: list.map(sheet)}};
}
