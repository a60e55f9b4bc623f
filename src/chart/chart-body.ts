/** The root of the chunk that reads a chart's series and draws its words and numbers; the picture comes with a chunk of its own. */
import type {LitElement, ReactiveController, TemplateResult} from 'lit';
import type {Series} from '../domain/energy-series.js';
import type {DeviceSource} from '../elements/device-source.js';
import type {ReadyView, SourceView} from '../elements/source-view.js';
import {chartStyles} from '../styles/chart.js';
import type {Speech} from '../text/speech.js';
import {amountsIn} from './amounts.js';
import type {Bars, Content} from './chart-content.js';
import {contentOf, viewWith} from './chart-content.js';
import type {ChartPicture, Drawing} from './chart-picture.js';
import type {Chosen, Wishes} from './choice.js';
import {Choice} from './choice.js';
import {columnsOf} from './columns.js';
import type {ContentView, Told} from './content-view.js';
import {contentView} from './content-view.js';
import {csvOfBars, csvOfSums} from './csv.js';
import {isoDayOf} from '../domain/calendar.js';
import {barsDrawing, sumsDrawing} from './drawings.js';
import type {FrameContext, Moves} from './frame-view.js';
import type {Kit} from './kit.js';
import {Paper} from './paper.js';
import {Reading} from './reading.js';
import {remember} from './remember.js';
import {save} from './save.js';
import {Seen} from './seen.js';
import {sentencesOf} from './sentences.js';
import type {ChartReading} from './series-source.js';
import {SeriesSource} from './series-source.js';
import {firstWeekdayOf, namesOfSlots, zonesApart} from './time-names.js';

/** The element that the body belongs to. */
export interface Owner {
  readonly host: LitElement & Wishes;
  readonly source: DeviceSource;
  readonly speech: () => Speech;
  readonly loadPicture: () => Promise<ChartPicture>;
}

/** Something to show of a reading. */
interface Shown {
  readonly content: Content;
  readonly view: SourceView;
}

/** Everything of a chart but its place: what it reads, which time it shows, and what of it is on screen. */
export class ChartBody implements ReactiveController {
  readonly styles = chartStyles;
  readonly #kit: Kit;
  readonly #owner: Owner;
  readonly #choice: Choice;
  readonly #series: SeriesSource;
  readonly #view: ContentView;
  readonly #reading: Reading;
  readonly #seen: Seen;
  readonly #paper: Paper;
  #picture: ChartPicture | undefined;
  #loading: Promise<void> | undefined;
  #isPictureMissing = false;
  #isTableShown = false;
  /** Whose figures, or ways to them, have been on screen. */
  #begun: string | undefined;
  #hadBars = false;
  #spoken: Speech | undefined;
  #rollTimer: ReturnType<typeof setTimeout> | undefined;
  readonly #forced = matchMedia('(forced-colors: active)');

  constructor(kit: Kit, owner: Owner) {
    const {host, source} = owner;
    this.#kit = kit;
    this.#owner = owner;
    const home = () => {
      const {locale, format: {timeZone}} = this.#speech;
      return {zone: timeZone, firstWeekday: firstWeekdayOf(locale)};
    };
    this.#choice = new Choice(kit, host, home);
    this.#series = new SeriesSource(kit, host, source, () => this.#choice.now);
    this.#view = contentView(kit, this.#update);
    this.#reading = new Reading(host, x => this.#picture?.slotAt(x));
    this.#seen = new Seen(host);
    this.#paper = new Paper(host, () => this.#paint(true));
    host.addController(this);
  }

  /** The devices' view as it is with their series: to come, failed, or ready with what is wrong with them. */
  viewOf(view: SourceView): SourceView {
    if (view.is !== 'ready') return view;
    // A later wait leaves the ways to other times.
    return this.#shown(view)?.view ?? (this.#hasBegun ? view : {is: 'pending'});
  }

  /** What events say of it. A period that the user turns to is no news of the one before. */
  get told(): {readonly series?: readonly Series[]; readonly chapter?: string} {
    const {content} = this.#shown(this.#owner.source.view) ?? {};
    if (!content || content.is === 'loading') return {};
    const {period: {name, from}, metric} = this.#choice.now;
    return {series: content.is === 'bars' ? content.series : [], chapter: `${metric} ${name} ${from.getTime()}`};
  }

  render(view: ReadyView, context: FrameContext): TemplateResult {
    const {content = {is: 'loading'} as const} = this.#shown(this.#owner.source.view) ?? {};
    const speech = this.#speech;
    return this.#view.render({
      view, content,
      chosen: this.#choice.now,
      moves: this.#movesWith(content, view),
      isPictureMissing: this.#isPictureMissing,
      told: content.is === 'bars' ? this.#toldOf(content, speech) : undefined,
      tools: {isTableShown: this.#isTableShown, toggleTable: this.#toggleTable, save: this.#saverOf(content, speech)},
    }, speech, context);
  }

  /** Resolves when every series has settled. */
  async refresh(): Promise<void> {
    await Promise.all([this.#isPictureMissing && this.#loadPicture(), this.#series.refresh()]);
  }

  hostConnected(): void {
    this.#forced.addEventListener('change', this.#update);
  }

  hostDisconnected(): void {
    this.#forced.removeEventListener('change', this.#update);
    clearTimeout(this.#rollTimer);
    this.#picture?.clear();
  }

  hostUpdate(): void {
    if (this.#isPictureMissing && this.#kit.mayLoadAgain()) void this.#loadPicture();
  }

  hostUpdated(): void {
    const {source} = this.#owner;
    const content = this.#shown(source.view)?.content;
    if (!this.#hasBegun) this.#hadBars = false;
    if (content && content.is !== 'failed' && content.is !== 'loading') this.#begun = source.identity;
    this.#hadBars ||= content?.is === 'bars';
    this.#rollOver();
    if (this.#drawing && !this.#picture && !this.#isPictureMissing) void this.#loadPicture();
    if (!this.#paper.is) this.#paint(false);
  }

  /** The same all through an update, in which it is asked for dozens of times. */
  get #speech(): Speech {
    if (!this.#spoken) queueMicrotask(() => { this.#spoken = undefined; });
    return this.#spoken ??= this.#owner.speech();
  }

  readonly #update = (): void => this.#owner.host.requestUpdate();

  #paint(isPrinting: boolean): void {
    this.#picture?.draw(this.#owner.host.renderRoot, this.#drawing);
    if (isPrinting) this.#picture?.fit(this.#paper.is);
  }

  /** The slot that is running ends by itself, and with it may the day. */
  #rollOver(): void {
    clearTimeout(this.#rollTimer);
    // What left the page may be drawn once more.
    if (!this.#owner.host.isConnected) return;
    const now = Date.now();
    const end = this.#choice.now.period.slots.find(({to}) => to.getTime() > now)?.to.getTime();
    // A longer wait is no timer's; a page that is open for days is woken every minute anyway.
    if (end !== undefined && end - now < 86_400_000) this.#rollTimer = setTimeout(this.#update, end - now + 9);
  }

  #loadPicture(): Promise<void> {
    return this.#loading ??= this.#owner.loadPicture().then(picture => {
      this.#picture = picture;
      this.#isPictureMissing = false;
    }, () => {
      this.#isPictureMissing = true;
      this.#kit.warnOnce(this.#kit.missingPart().message);
    }).finally(() => {
      this.#loading = undefined;
      this.#update();
    });
  }

  /** Asked for several times in each update, and most updates bring nothing new. */
  #shown(view: SourceView): Shown | undefined {
    const reading = view.is === 'ready' ? this.#series.reading(view) : undefined;
    if (view.is !== 'ready' || !reading) return undefined;
    const content = this.#contentAt(Math.floor(Date.now() / 60_000), reading, this.#choice.now);
    return this.#shownOf(view, reading, content, this.#hasBegun);
  }

  get #hasBegun(): boolean {
    return this.#begun === this.#owner.source.identity;
  }

  readonly #contentAt = remember((minute: number, reading: ChartReading, chosen: Chosen) => contentOf(reading, chosen, new Date(minute * 60_000 + 59_999)));

  readonly #shownOf = remember((view: ReadyView, reading: ChartReading, content: Content, hasBegun: boolean): Shown =>
    ({content, view: viewWith(view, reading, content, hasBegun, this.#kit)}));

  #toldOf(bars: Bars, speech: Speech): Told {
    const {said, ...words} = this.#wordsOf(bars, speech);
    const {period, begun} = bars;
    return {...words, said, slot: this.#reading.slotIn(period, begun), slider: this.#reading.sliderFor(period, begun, said.slotAloud)};
  }

  readonly #wordsOf = remember((bars: Bars, speech: Speech) => {
    const names = namesOfSlots(bars.period, bars.running, speech);
    return {names, said: sentencesOf(bars, names, speech, this.#kit), zones: zonesApart(bars.period, speech)};
  });

  /** What the picture shows; nothing while there are no figures, and before somebody may see it. */
  get #drawing(): Drawing | undefined {
    const content = this.#seen.is || this.#paper.is ? this.#shown(this.#owner.source.view)?.content : undefined;
    if (content?.is === 'bars') return this.#barsDrawing(content, this.#reading.slotIn(content.period, content.begun), this.#speech);
    return content?.is === 'sums' && content.sums.length ? this.#sumsDrawing(content, this.#speech) : undefined;
  }

  readonly #barsDrawing = remember((bars: Bars, slot: number | undefined, speech: Speech) =>
    barsDrawing(bars, this.#wordsOf(bars, speech).names, slot, amountsIn(bars.unit, speech, this.#kit), speech, this.#view.nameOfShare));

  readonly #sumsDrawing = remember(({sums}: Content & {is: 'sums'}, speech: Speech) => sumsDrawing(sums, speech, this.#view.nameOfShare));

  /** None where there are only rolling sums, and never was anything else. */
  #movesWith(content: Content, {devices}: ReadyView): Moves | undefined {
    const {period, isRunning} = this.#choice.now;
    if (content.is === 'sums' && period.name !== 'day' && !this.#hadBars) return undefined;
    const begins = devices.map(({createdAt}) => createdAt);
    const isKnown = begins.every((at): at is Date => at !== undefined);
    const isBare = content.is === 'bars' && !content.flows.some(({total}) => total);
    return {
      // Where data begin is the end: where all devices say since when they are there, or at the first time of which nothing is known.
      hasEarlier: isKnown && begins.length ? period.from > new Date(Math.min(...begins.map(Number))) : isRunning || !isBare,
      turn: name => this.#choice.turn(name),
      step: direction => this.#choice.step(direction),
      today: () => this.#choice.today(),
    };
  }

  #saverOf(content: Content, speech: Speech): (() => void) | undefined {
    const {nameOfShare} = this.#view;
    if (content.is === 'sums' && content.sums.length) return () => save(csvOfSums(content.sums, speech, nameOfShare), 'energy.csv');
    if (content.is !== 'bars') return undefined;
    return () => {
      const {period: {name, from}, sums} = content;
      const rest = sums.length ? `\r\n${csvOfSums(sums, speech, nameOfShare).slice(1)}` : '';
      save(csvOfBars(content, columnsOf(content, speech, nameOfShare), speech) + rest,
        `${this.#choice.now.metric}-${name}-${isoDayOf(from, speech.format.timeZone)}.csv`);
    };
  }

  readonly #toggleTable = (): void => {
    this.#isTableShown = !this.#isTableShown;
    this.#update();
  };
}

export const createBody = (kit: Kit, owner: Owner): ChartBody => new ChartBody(kit, owner);
