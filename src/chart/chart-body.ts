/** The root of the chunk that reads a chart's series and draws its words and numbers; the picture comes with a chunk of its own. */
import type {LitElement, TemplateResult} from 'lit';
import type {EnergySeries} from '../domain/energy-series.js';
import type {DeviceSource} from '../elements/device-source.js';
import type {NoticeKind, ReadyView, SourceView} from '../elements/source-view.js';
import {chartStyles} from '../styles/chart.js';
import type {Speech} from '../text/speech.js';
import type {Content} from './chart-content.js';
import {contentOf, viewWith} from './chart-content.js';
import type {Drawing} from './chart-picture.js';
import {firstWeekdayOf} from './day-names.js';
import {sumsDrawing, weekDrawing} from './drawings.js';
import type {Kit} from './kit.js';
import {legendView} from './legend-view.js';
import {SeriesSource} from './series-source.js';
import {sumsView} from './sums-view.js';
import {weekView} from './week-view.js';

/** The element that the body belongs to. */
export interface Owner {
  readonly host: LitElement & {readonly period: string};
  readonly source: DeviceSource;
  readonly speech: () => Speech;
}

export interface BodyContext {
  readonly headingLevel: number;
  readonly notice: NoticeKind | undefined;
  /** Is it about the one device that the element names? */
  readonly isOne: boolean;
  readonly isTableShown: boolean;
  /** The chunk with the picture could not be loaded. */
  readonly isPictureMissing: boolean;
  readonly onToggleTable: () => void;
}

export interface ChartBody {
  readonly styles: string;
  /** The devices' view as it is with their series: to come, failed, or ready with what is wrong with them. */
  readonly viewOf: (view: SourceView) => SourceView;
  /** None where there are only rolling sums. */
  readonly series: readonly EnergySeries[];
  /** What the picture shows; nothing while there are no figures. */
  readonly drawing: Drawing | undefined;
  readonly render: (view: ReadyView, context: BodyContext) => TemplateResult;
  /** Resolves when every series has settled. */
  readonly refresh: () => Promise<void>;
}

export function createBody(kit: Kit, {host, source, speech: speechNow}: Owner): ChartBody {
  const {html, nothing, icon, nameOf, renderAge, renderPanel, looks, warnUnusable} = kit;
  const sums = sumsView(kit);
  const week = weekView(kit);
  const renderLegend = legendView(kit);
  const series = new SeriesSource(kit, host, source, () => {
    const {timeZone, locale} = speechNow();
    if (host.period !== 'week' && host.period !== null) warnUnusable(host, 'period', host.period, 'week', 'week');
    return {zone: timeZone, firstWeekday: firstWeekdayOf(locale)};
  });

  function seen(view: SourceView): {reading: NonNullable<ReturnType<SeriesSource['reading']>>; content: Content} | undefined {
    const reading = view.is === 'ready' ? series.reading(view) : undefined;
    return reading && view.is === 'ready' ? {reading, content: contentOf(view, reading, new Date(), speechNow().timeZone)} : undefined;
  }
  const content = () => seen(source.view)?.content;

  const renderHead = ([device]: ReadyView['devices'], {say}: Speech, {headingLevel, isOne}: BodyContext): TemplateResult => html`
    <header class="chart-head" part="header">
      <div class="title" part="title" role="heading" aria-level=${headingLevel}>${say('energy')}</div>
      <p class="subtitle"><bdi>${isOne && device ? nameOf(device, say) : say('all-devices')}</bdi></p>
    </header>`;

  const renderPicture = ({is}: Content, {say}: Speech, {isPictureMissing}: BodyContext): TemplateResult => isPictureMissing
    ? html`<p class="axis" part="notice">${say('no-picture')}</p>`
    : html`
      <div class="picture" aria-hidden="true">
        <p class="axis">${is === 'week' ? 'kWh' : say('daily-average')}</p>
        <div class="frame" part="canvas"><canvas></canvas></div>
      </div>`;

  /** On screen when asked for, always there for assistive technology. */
  const renderTables = (shown: Content, speech: Speech, {isTableShown, isPictureMissing}: BodyContext): TemplateResult => {
    const isOpen = isTableShown || isPictureMissing;
    return html`
      <div class="table ${isOpen ? '' : 'hidden'}" part="table" id="table" role="region" aria-label=${speech.say('energy')} tabindex=${isOpen ? 0 : nothing}>
        ${shown.is === 'week' ? week.renderTable(shown, speech, sums.nameOfShare) : nothing}
        ${shown.sums.length ? sums.renderTable(shown.sums, speech) : nothing}
      </div>`;
  };

  function renderFoot({checkedAt = Date.now(), good}: ReadyView, speech: Speech, {notice, isTableShown, onToggleTable}: BodyContext): TemplateResult {
    const trouble = notice && looks[notice];
    const title = notice === 'partial' && good ? 'some-missing' : trouble?.title;
    return html`
      <footer class="foot ${notice ? 'notice' : ''}" part=${notice ? `notice notice-${notice}` : nothing} data-tone=${trouble?.tone ?? nothing}>
        <p class="say">${icon(trouble?.icon ?? 'clock')}<span>${title ? html`<b role="status">${speech.say(title)}</b> ` : nothing}${
          renderAge(trouble ? 'last-answer' : 'checked', new Date(checkedAt), speech, Date.now())}</span></p>
        <button class="button" type="button" aria-expanded=${isTableShown} aria-controls="table" @click=${onToggleTable}>${speech.say('table')}</button>
      </footer>`;
  }

  function renderContent(shown: Content, view: ReadyView, context: BodyContext): TemplateResult {
    const speech = speechNow();
    return html`
      <article class="chart" part="base">
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
      return now ? viewWith(view, now.reading, now.content) : {is: 'pending'};
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
