/** The root of the chunk with everything a customer reads: words, numbers, templates and their styles. */
import type {CSSResult, LitElement, ReactiveController, unsafeCSS} from 'lit';
import {base} from '../styles/base.js';
import {cardStyles} from '../styles/card.js';
import {listStyles} from '../styles/list.js';
import {notice} from '../styles/notice.js';
import {panel} from '../styles/panel.js';
import {tokens} from '../styles/tokens.js';
import {inSentence, speechFor} from '../text/speech.js';
import type {EmbedProperties} from '../elements/embed-properties.js';
import type {Wire} from '../elements/wire.js';
import {renderAge} from './age-view.js';
import {Arrangement} from './arrangement.js';
import {askReconnect} from './ask-reconnect.js';
import {CONNECTION_NOTICES} from './device-foot-view.js';
import {nameOf} from './device-name.js';
import type {Display} from './display.js';
import {displayOf} from './display.js';
import type {Shown} from './event-reporter.js';
import {renderCard} from './card-view.js';
import {companionsOf} from './companions.js';
import {icon} from './icons.js';
import {renderList} from './list-view.js';
import type {Lit} from './lit.js';
import {hand} from './lit.js';
import {takeTurn} from './pause.js';
import {Reconnecting} from './reconnecting.js';
import {SourceMerger} from './source-merger.js';
import {renderFailure, renderPending, renderPanel} from './status-views.js';
import {failureOf, noticeOf} from './trouble.js';
import {renderValue} from './value-view.js';

const TEMPLATES = {
  Arrangement, failureOf, icon, inSentence, nameOf, noticeOf, renderAge, renderCard, renderFailure, renderList,
  renderPending, renderPanel, renderValue, speechFor, takeTurn,
  looks: CONNECTION_NOTICES,
};

const COMMON = [tokens, base, notice, panel];
const SHEETS = {chart: COMMON, card: [...COMMON, cardStyles], list: [...COMMON, cardStyles, listStyles]};

/** What an element needs to show itself and to tell the page of it. */
export type View = typeof TEMPLATES & {
  readonly askReconnect: (...asked: Parameters<typeof askReconnect> extends [...infer Asked, Wire] ? Asked : never) => Promise<string>;
  /** Goes along with an element that shows what `shown` says; nothing while it waits for words. */
  readonly companionsOf: (host: LitElement, shown: () => Shown | undefined) => readonly ReactiveController[];
  readonly createMerger: (host: LitElement) => SourceMerger;
  readonly createReconnecting: (host: LitElement, subject: () => string) => Reconnecting;
  readonly displayOf: (host: HTMLElement & EmbedProperties) => Display;
  /** What each of the elements wears on top of its place. */
  readonly styles: Readonly<Record<keyof typeof SHEETS, readonly CSSResult[]>>;
};

/** The page's one view. `sheet` makes a style sheet of its text. */
export function createView({sheet, ...given}: Lit & Wire & {readonly sheet: typeof unsafeCSS}): View {
  hand(given);
  const {chart, card, list} = SHEETS;
  return {
    ...TEMPLATES,
    askReconnect: (host, endpoint, device, signal) => askReconnect(host, endpoint, device, signal, given),
    createReconnecting: (host, subject) => new Reconnecting(host, subject, given),
    displayOf: host => displayOf(host, given),
    createMerger: host => new SourceMerger(host, given),
    companionsOf: (host, shown) => companionsOf(host, shown, given),
    styles: {chart: chart.map(sheet), card: card.map(sheet), list: list.map(sheet)},
  };
}
