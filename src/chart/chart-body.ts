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
import {contentView} from './content-view.js';
import {firstWeekdayOf} from './day-names.js';
import {sumsDrawing, weekDrawing} from './drawings.js';
import type {FrameContext} from './frame-view.js';
import type {Kit} from './kit.js';
import type {NameOfShare} from './legend-view.js';
import {remember} from './remember.js';
import {Seen} from './seen.js';
import type {Home, SeriesReading} from './series-source.js';
import {SeriesSource} from './series-source.js';

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
  /** What the picture shows; nothing while there are no figures, and before somebody may see it. */
  readonly drawing: Drawing | undefined;
  readonly render: (view: ReadyView, context: FrameContext) => TemplateResult;
  /** Resolves when every series has settled. */
  readonly refresh: () => Promise<void>;
}

export function createBody(kit: Kit, {host, source, speech: speechNow}: Owner): ChartBody {
  const {nameOfShare, render} = contentView(kit, () => host.requestUpdate());
  const series = new SeriesSource(kit, host, source, () => homeOf(kit, host, speechNow()));

  const seenByUser = new Seen(host);

  const contentAt = remember((_minute: number, reading: SeriesReading, zone: string | undefined) =>
    contentOf(reading, new Date(), zone));
  const seenOf = remember((view: ReadyView, reading: SeriesReading, content: Content) => ({content, view: viewWith(view, reading, content, kit)}));
  const drawingOf = remember((content: Content, speech: Speech) => drawingWith(content, speech, nameOfShare));

  /** Asked for several times in each update, and most updates bring nothing new. */
  function seen(view: SourceView): {readonly content: Content; readonly view: SourceView} | undefined {
    const reading = view.is === 'ready' ? series.reading(view) : undefined;
    if (view.is !== 'ready' || !reading) return undefined;
    return seenOf(view, reading, contentAt(Math.floor(Date.now() / 60_000), reading, speechNow().format.timeZone));
  }
  const content = () => seen(source.view)?.content;

  return {
    styles: chartStyles,
    viewOf: view => view.is === 'ready' ? seen(view)?.view ?? {is: 'pending'} : view,
    get series() {
      const shown = content();
      return shown?.is === 'week' ? shown.series : [];
    },
    get drawing() {
      const shown = seenByUser.is && content();
      return shown ? drawingOf(shown, speechNow()) : undefined;
    },
    render: (view, context) => render(content() ?? {is: 'sums', sums: []}, view, speechNow(), context),
    refresh: () => series.refresh(),
  };
}

function homeOf({warnUnusable}: Kit, host: Owner['host'], {locale, format: {timeZone}}: Speech): Home {
  // A removed attribute leaves null, which is no wrong value.
  if (host.period !== 'week' && host.period !== null) warnUnusable(host, 'period', host.period, 'week', 'week');
  return {zone: timeZone, firstWeekday: firstWeekdayOf(locale)};
}

function drawingWith(content: Content, speech: Speech, nameOfShare: NameOfShare): Drawing | undefined {
  if (content.is === 'week') return weekDrawing(content, speech, nameOfShare);
  return content.sums.length ? sumsDrawing(content.sums, speech, nameOfShare) : undefined;
}
