import type {TemplateResult} from 'lit';
import type {ReadyView} from '../elements/source-view.js';
import type {Speech} from '../text/speech.js';
import type {Content} from './chart-content.js';
import type {FrameContext} from './frame-view.js';
import {frameView} from './frame-view.js';
import type {Kit} from './kit.js';
import type {NameOfShare} from './legend-view.js';
import {legendView} from './legend-view.js';
import {sumsView} from './sums-view.js';
import {weekSummary} from './week-summary.js';
import {weekTable} from './week-table.js';

/** Everything of a chart that is words and numbers. */
export interface ContentView {
  readonly nameOfShare: NameOfShare;
  readonly render: (content: Content, view: ReadyView, speech: Speech, context: FrameContext) => TemplateResult;
}

/** @param onRecoloured told when the colours of the frame or of the swatches changed: the picture wears them (`chart-theme.ts`) */
export function contentView(kit: Kit, onRecoloured: () => void): ContentView {
  const {html, nothing, renderPanel} = kit;
  const {renderHead, renderPicture, renderFoot} = frameView(kit);
  const sums = sumsView(kit);
  const renderWeek = weekSummary(kit);
  const renderDays = weekTable(kit);
  const renderLegend = legendView(kit);

  /** On screen when asked for, always there for assistive technology. */
  const renderTables = (content: Content, speech: Speech, {isTableShown, isPictureMissing}: FrameContext): TemplateResult => {
    const isOpen = isTableShown || isPictureMissing;
    return html`
      <div class="table ${isOpen ? '' : 'hidden'}" part="table" id="table" role="region" aria-label=${speech.say('energy')} tabindex=${isOpen ? 0 : nothing}>
        ${content.is === 'week' ? renderDays(content, speech, sums.nameOfShare) : nothing}
        ${content.sums.length ? sums.renderTable(content.sums, speech) : nothing}
      </div>`;
  };

  const onTransitionEnd = ({target}: Event): void => {
    if (target instanceof Element && target.matches('.frame, .swatch')) onRecoloured();
  };

  const renderEmpty = ({say}: Speech, {headingLevel}: FrameContext): TemplateResult =>
    renderPanel({part: 'empty', icon: 'clock', title: say('no-energy'), hint: say('no-energy-hint'), headingLevel});

  return {
    nameOfShare: sums.nameOfShare,
    render: (content, view, speech, context) => content.is === 'sums' && !content.sums.length ? renderEmpty(speech, context) : html`
      <article class="chart" part="base" @transitionend=${onTransitionEnd}>
        ${renderHead(view.devices, speech, context)}
        ${content.is === 'week' ? renderWeek(content, speech) : sums.renderSummary(content.sums, speech)}
        ${renderPicture(content, speech, context)}
        ${renderLegend(content, speech, sums.nameOfShare)}
        ${content.is === 'week' && content.sums.length ? sums.renderSummary(content.sums, speech, true) : nothing}
        ${renderTables(content, speech, context)}
        ${renderFoot(view, speech, context)}
      </article>`,
  };
}
