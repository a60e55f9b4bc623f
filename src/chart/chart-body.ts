/** The root of the chunk that reads a chart's series and draws its words and numbers; the picture comes with a chunk of its own. */
import type {LitElement, TemplateResult} from 'lit';
import type {EnergySeries} from '../domain/energy-series.js';
import type {DeviceSource} from '../elements/device-source.js';
import type {ReadyView, SourceView} from '../elements/source-view.js';
import {chartStyles} from '../styles/chart.js';
import type {Speech} from '../text/speech.js';
import type {Content} from './chart-content.js';
import {contentOf, viewWith} from './chart-content.js';
import type {Drawing} from './chart-picture.js';
import {firstWeekdayOf} from './day-names.js';
import {sumsDrawing, weekDrawing} from './drawings.js';
import type {FrameContext} from './frame-view.js';
import {frameView} from './frame-view.js';
import type {Kit} from './kit.js';
import {legendView} from './legend-view.js';
import type {SeriesReading} from './series-source.js';
import {SeriesSource} from './series-source.js';
import {sumsView} from './sums-view.js';
import {weekView} from './week-view.js';

/** The element that the body belongs to. */
export interface Owner {
  readonly host: LitElement & {readonly period: string};
  readonly source: DeviceSource;
  readonly speech: () => Speech;
}

export interface ChartBody {
  readonly styles: string;
  /** The devices' view as it is with their series: to come, failed, or ready with what is wrong with them. */
  readonly viewOf: (view: SourceView) => SourceView;
  /** None where there are only rolling sums. */
  readonly series: readonly EnergySeries[];
  /** What the picture shows; nothing while there are no figures. */
  readonly drawing: Drawing | undefined;
  readonly render: (view: ReadyView, context: FrameContext) => TemplateResult;
  /** Resolves when every series has settled. */
  readonly refresh: () => Promise<void>;
}

export function createBody(kit: Kit, {host, source, speech: speechNow}: Owner): ChartBody {
  const {html, nothing, renderPanel, warnUnusable} = kit;
  const {renderHead, renderPicture, renderFoot} = frameView(kit);
  const sums = sumsView(kit);
  const week = weekView(kit);
  const renderLegend = legendView(kit);
  const series = new SeriesSource(kit, host, source, () => {
    const {locale, format: {timeZone}} = speechNow();
    // A removed attribute leaves null, which is no wrong value.
    if (host.period !== 'week' && host.period !== null) warnUnusable(host, 'period', host.period, 'week', 'week');
    return {zone: timeZone, firstWeekday: firstWeekdayOf(locale)};
  });

  /** Made anew each time: devices, series, language and the hour may all have changed. */
  function seen(view: SourceView): {readonly reading: SeriesReading; readonly content: Content} | undefined {
    const reading = view.is === 'ready' ? series.reading(view) : undefined;
    return view.is === 'ready' && reading ? {reading, content: contentOf(view, reading, new Date(), speechNow().format.timeZone)} : undefined;
  }
  const content = () => seen(source.view)?.content;

  /** On screen when asked for, always there for assistive technology. */
  const renderTables = (shown: Content, speech: Speech, {isTableShown, isPictureMissing}: FrameContext): TemplateResult => {
    const isOpen = isTableShown || isPictureMissing;
    return html`
      <div class="table ${isOpen ? '' : 'hidden'}" part="table" id="table" role="region" aria-label=${speech.say('energy')} tabindex=${isOpen ? 0 : nothing}>
        ${shown.is === 'week' ? week.renderTable(shown, speech, sums.nameOfShare) : nothing}
        ${shown.sums.length ? sums.renderTable(shown.sums, speech) : nothing}
      </div>`;
  };

  /** The picture wears the colours of the frame and the swatches (`chart-theme.ts`). */
  const onRecoloured = ({target}: Event): void => {
    if (target instanceof Element && target.matches('.frame, .swatch')) host.requestUpdate();
  };

  function renderContent(shown: Content, view: ReadyView, context: FrameContext): TemplateResult {
    const speech = speechNow();
    return html`
      <article class="chart" part="base" @transitionend=${onRecoloured}>
        ${renderHead(view.devices, speech, context)}
        ${shown.is === 'week' ? week.renderSummary(shown, speech) : sums.renderSummary(shown.sums, speech)}
        ${renderPicture(shown, speech, context)}
        ${renderLegend(shown, speech, sums.nameOfShare)}
        ${shown.is === 'week' && shown.sums.length ? sums.renderSummary(shown.sums, speech, true) : nothing}
        ${renderTables(shown, speech, context)}
        ${renderFoot(view, speech, context)}
      </article>`;
  }

  return {
    styles: chartStyles,
    viewOf: view => {
      if (view.is !== 'ready') return view;
      const now = seen(view);
      return now ? viewWith(view, now.reading, now.content, kit) : {is: 'pending'};
    },
    get series() {
      const shown = content();
      return shown?.is === 'week' ? shown.series : [];
    },
    get drawing() {
      const shown = content();
      if (shown?.is === 'week') return weekDrawing(shown, speechNow(), sums.nameOfShare);
      return shown?.sums.length ? sumsDrawing(shown.sums, speechNow(), sums.nameOfShare) : undefined;
    },
    render: (view, context) => {
      const shown = content();
      if (shown && (shown.is === 'week' || shown.sums.length)) return renderContent(shown, view, context);
      const {say} = speechNow();
      return renderPanel({part: 'empty', icon: 'clock', title: say('no-energy'), hint: say('no-energy-hint'), headingLevel: context.headingLevel});
    },
    refresh: () => series.refresh(),
  };
}
