import type {TemplateResult} from 'lit';
import type {ReadyView} from '../elements/source-view.js';
import type {Speech} from '../text/speech.js';
import type {Bars, Blank, Content} from './chart-content.js';
import {KWH} from './chart-content.js';
import type {Chosen} from './choice.js';
import {columnsOf} from './columns.js';
import type {FrameContext, Moves, Tools} from './frame-view.js';
import {frameView} from './frame-view.js';
import type {Kit} from './kit.js';
import type {NameOfShare} from './legend-view.js';
import {legendView} from './legend-view.js';
import type {Slider} from './picture-view.js';
import {pictureView} from './picture-view.js';
import type {Sentences} from './sentences.js';
import {idsOf, summaryView} from './summary-view.js';
import {sumsView} from './sums-view.js';
import {tableView} from './table-view.js';
import type {SlotName, Zones} from './time-names.js';

/** All that a chart shows at one moment. */
export interface Scene {
  readonly view: ReadyView;
  readonly content: Content;
  readonly chosen: Chosen;
  readonly moves: Moves | undefined;
  readonly tools: Tools;
  readonly isPictureMissing: boolean;
  /** Of bars. */
  readonly told: Told | undefined;
}

/** Bars in words, and how they are read one by one. */
export interface Told {
  readonly names: readonly SlotName[];
  readonly said: Sentences;
  readonly zones: Zones | undefined;
  /** The slot that is read. */
  readonly slot: number | undefined;
  readonly slider: Omit<Slider, 'labelledBy'> | undefined;
}

/** Everything of a chart that is words and numbers. */
export interface ContentView {
  readonly nameOfShare: NameOfShare;
  readonly render: (scene: Scene, speech: Speech, context: FrameContext) => TemplateResult;
}

/** @param onRecoloured told when the colours of the frame or of the swatches changed: the picture wears them (`chart-theme.ts`) */
export function contentView(kit: Kit, onRecoloured: () => void): ContentView {
  const {html, nothing, renderPanel, renderFailure, failureOf} = kit;
  const {renderHead, renderFoot} = frameView(kit);
  const {renderSummary, renderReadout} = summaryView(kit);
  const renderPicture = pictureView(kit);
  const renderRows = tableView(kit);
  const renderLegend = legendView(kit);
  const sums = sumsView(kit);
  const {nameOfShare} = sums;

  /** On screen when asked for, always there for assistive technology. */
  const renderTable = (rows: unknown, {tools, isPictureMissing}: Scene, {say}: Speech): TemplateResult => {
    const isOpen = tools.isTableShown || isPictureMissing;
    return html`<div class="table ${isOpen ? '' : 'hidden'}" part="table" id="table" role="region" aria-label=${say('energy')} tabindex=${isOpen ? 0 : nothing}>${rows}</div>`;
  };

  const renderWords = (bars: Bars, {names, said, slot}: Told, speech: Speech): TemplateResult => html`
    <div class="read ${slot === undefined ? '' : 'reading'}">
      ${renderSummary(bars, said, speech)}
      ${slot === undefined ? nothing : renderReadout(bars, slot, names, said, speech, nameOfShare)}
    </div>`;

  const renderRest = (bars: Bars, {names, zones}: Told, scene: Scene, speech: Speech): TemplateResult => html`
      ${renderLegend(bars, speech, nameOfShare)}
      ${zones ? html`<p class="zones">${speech.say('other-zone', zones)}</p>` : nothing}
      ${bars.sums.length ? sums.renderSummary(bars.sums, speech, true) : nothing}
      ${renderTable([
        renderRows(bars, columnsOf(bars, speech, nameOfShare), names, speech),
        bars.sums.length ? sums.renderTable(bars.sums, speech) : nothing,
      ], scene, speech)}`;

  /** What failed, or is not said by anybody: in the place of everything between the ways and the foot. */
  const renderBlank = (blank: Exclude<Blank, {is: 'loading'}>, speech: Speech, {headingLevel, supportUrl, onRetry}: FrameContext): TemplateResult => blank.is === 'failed'
    ? renderFailure(speech, {...failureOf(blank), subject: 'energy', headingLevel, supportUrl, now: Date.now(), onRetry})
    : renderPanel({part: 'empty', icon: 'clock', title: speech.say(blank.why), hint: speech.say(`${blank.why}-hint`), headingLevel});

  const renderEmpty = ({say}: Speech, {headingLevel}: FrameContext): TemplateResult =>
    renderPanel({part: 'empty', icon: 'clock', title: say('no-energy'), hint: say('no-energy-hint'), headingLevel});

  /** Above the picture, the picture, and below: where the one stays, its canvas does. */
  function layersOf(scene: Scene, speech: Speech, context: FrameContext): readonly [above: unknown, picture: unknown, below: unknown] {
    const {content, told, isPictureMissing} = scene;
    const state = isPictureMissing ? 'missing' : 'there';
    switch (content.is) {
      case 'bars': return told ? [
        renderWords(content, told, speech),
        renderPicture(content.unit, told.slider && {...told.slider, labelledBy: idsOf(content)}, state, speech),
        renderRest(content, told, scene, speech),
      ] : [nothing, nothing, nothing];
      case 'sums': return content.sums.length ? [
        sums.renderSummary(content.sums, speech),
        renderPicture(speech.say('daily-average'), undefined, state, speech),
        [renderLegend(content, speech, nameOfShare), renderTable(sums.renderTable(content.sums, speech), scene, speech)],
      ] : [renderEmpty(speech, context), nothing, nothing];
      case 'loading': return [
        // Silent: the name of the time, which has just been said, is answer enough.
        html`<div class="read"><div class="summary"><div class="blank skeleton" part="skeleton" aria-hidden="true"></div></div></div>`,
        renderPicture('\u2007', undefined, isPictureMissing ? 'missing' : 'waiting', speech),
        nothing,
      ];
      default: return [renderBlank(content, speech, context), nothing, nothing];
    }
  }

  const onTransitionEnd = ({target}: Event): void => {
    if (target instanceof Element && target.matches('.frame, .swatch')) onRecoloured();
  };

  return {
    nameOfShare,
    render: (scene, speech, context) => {
      const {content, view, chosen, moves, tools} = scene;
      const isEmpty = content.is === 'sums' && !content.sums.length;
      if (isEmpty && !moves) return renderEmpty(speech, context);
      const hasFigures = content.is === 'bars' || (content.is === 'sums' && !isEmpty);
      return html`
        <article class="chart" part="base" data-metric=${content.is === 'bars' && content.unit !== KWH ? 'savings' : nothing} @transitionend=${onTransitionEnd}>
          ${renderHead(view.devices, speech, chosen, moves, context)}
          ${layersOf(scene, speech, context)}
          ${renderFoot(view, speech, hasFigures ? tools : undefined, context)}
        </article>`;
    },
  };
}
