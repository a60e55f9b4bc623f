import {Task, TaskStatus} from '@lit/task';
import type {TemplateResult} from 'lit';
import {adoptStyles, css, html, LitElement, nothing, unsafeCSS} from 'lit';
import type {ChartBody} from '../chart/chart-body.js';
import {DEVICE_KINDS} from '../domain/device.js';
import {define} from '../internal/define.js';
import {isOn, property} from '../internal/property.js';
import {place} from '../styles/place.js';
import type {Speech} from '../text/speech.js';
import type {View} from '../view/view.js';
import {WIRE} from './wire.js';
import {loadChunk, mayLoadAgain, missingPart} from './chunk.js';
import type {Scope} from './device-source.js';
import {DeviceSource} from './device-source.js';
import {withEmbedProperties} from './embed-properties.js';
import {oneDevice} from './one-device.js';
import type {SourceView} from './source-view.js';
import {failedView, PENDING} from './source-view.js';
import {renderUnloadable, ViewLoader} from './view-loader.js';
import {Voice} from './voice.js';

const TAG = 'podero-consumption-chart';

/** The room of a chart of all devices, which has two rows of figures, and of one. The lengths are measured, as in `place.ts`. */
const chartPlace = css`
  .base * { --_min: 35.375em; }
  @container (max-width: 45.99em) { .all * { --_min: 39.75em; } }
  @container (max-width: 33.99em) { .all * { --_min: 42.5em; } }
  @container (max-width: 24em) { .one * { --_min: 38.5em; } .all * { --_min: 45em; } }
  @container (max-width: 17em) { .one * { --_min: 40.25em; } .all * { --_min: 48.75em; } }
`;

/**
 * Energy of one device, or of all devices of the customer, over a day, a week, a month or a year of their home; where the proxy
 * offers no series, three rolling sums as figures, and their daily averages as bars. What was consumed is stacked, what was
 * produced stands beside it; the two are never added up. The time that is shown begins as the attributes say; the user turns to
 * others, and no attribute is written.
 *
 * @element podero-consumption-chart
 *
 * @fires podero-ready - The figures are shown for the first time. `{devices, series}`
 * @fires podero-update - A refresh changed something. `{devices, changed}`
 * @fires podero-attention - After the first data, then when a number changes. `{total, actionRequired}`
 * @fires podero-error - An error begins. `{code, retryable, status?, collection?, deviceId?, retryAt?}`
 * @fires podero-recovered - It ended. `{code}`
 * @fires podero-period - The user turned to another time. `{period, date}`
 *
 * @slot - Shown until the first data, or the first error.
 *
 * @csspart base - Everything.
 * @csspart header - Title and subtitle.
 * @csspart title - "Energy", or "Savings".
 * @csspart periods - The switch between day, week, month and year.
 * @csspart navigation - The ways to earlier and later times, and which it is.
 * @csspart summary - The figures in words.
 * @csspart value - A number in the figures or the table.
 * @csspart unit - Its unit.
 * @csspart canvas - The picture.
 * @csspart legend - Which bar is whose.
 * @csspart table - All figures as a table.
 * @csspart notice - What is wrong; it wears one of the next names too.
 * @csspart notice-upstream - The provider's system does not answer.
 * @csspart notice-unreachable - The portal cannot be reached.
 * @csspart notice-offline - The browser is offline.
 * @csspart notice-partial - Some could not be read.
 * @csspart updated - How old the figures are.
 * @csspart action - The button that helps.
 * @csspart export - The button that saves the figures as a file.
 * @csspart empty - The screen without figures.
 * @csspart error - The screen when nothing could be loaded.
 * @csspart skeleton - The chart before its data.
 */
export class PoderoConsumptionChart extends withEmbedProperties(LitElement) {
  static override styles = [place, chartPlace];

  /** Kind of the one device to show: `heat-pump`, `electric-vehicle` or `inverter`. Default: all devices. */
  @property({attribute: 'device-type'}) deviceType: string | undefined;

  /** Id of the one device to show. */
  @property({attribute: 'device-id'}) deviceId: string | undefined;

  /** The time that is shown: `day`, `week`, `month` or `year`. */
  @property() period: string | null = 'week';

  /** A day within it, as the home counts days: `2026-03-29`. Default, and where it is no day or one to come: today. */
  @property() date: string | undefined;

  /** Also shows the period before, of the same length; while a period runs, the same part of it. */
  @property({converter: isOn}) compare = false;

  /** What is shown: `energy`, or `savings` where the API names their currency. */
  @property() metric: string | null = 'energy';

  readonly #source = new DeviceSource(this, () => this.#scope(), false);
  readonly #voice = new Voice(this);
  readonly #loader: ViewLoader = new ViewLoader(this, 'chart', this.#voice, () => ({
    view: this.#shown,
    identity: this.#source.identity,
    ...this.#body.value?.told,
  }));

  /** A chart's words and numbers come with its first data, its picture with the first figures that somebody may see. */
  readonly #body: Task<readonly [View | undefined], ChartBody | undefined> = new Task(this, {
    task: async ([view]) => view && (await loadChunk(this, () => import('../chart/chart-body.js'))).createBody(
      {html, nothing, ...view, ...WIRE}, {
        host: this, source: this.#source, speech: () => this.#voice.speechBy(view),
        loadPicture: async () => (await loadChunk(this, () => import('../chart/chart-runtime.js'))).createPicture(),
      }),
    // Once there it stays: it keeps the series.
    args: () => [this.#body.value || this.#source.view.is === 'ready' ? this.#loader.view : undefined] as const,
    onComplete: body => body && adoptStyles(this.renderRoot as ShadowRoot,
      [...PoderoConsumptionChart.styles, ...this.#loader.view?.styles.chart ?? [], unsafeCSS(body.styles)]),
  });

  /** Reads now; resolves when the new state, or an error, is shown. Never rejects. */
  async refresh(): Promise<void> {
    // Outside a page nothing is shown, and nothing would ever settle.
    if (!this.isConnected) return;
    await this.#loader.load();
    if (this.#isMissing) await this.#body.run();
    await this.#source.refresh();
    await this.#body.taskComplete.catch(() => {});
    await this.#body.value?.refresh();
  }

  override willUpdate(): void {
    if (this.#isMissing && mayLoadAgain()) void this.#body.run();
  }

  override render(): TemplateResult {
    const view = this.#loader.felt;
    const speech = view && this.#voice.speechBy(view);
    return html`<div class="base ${this.deviceId ? 'one' : 'all'}" lang=${speech?.locale ?? nothing}>${speech
      ? this.#loader.render(this.#renderState(this.#shown, view, speech))
      : this.#loader.renderWithout(html`<div class="place"></div>`, this.#onRetry)}</div>`;
  }

  /** Data without anything to show it in are still to come. */
  get #shown(): SourceView {
    const {view} = this.#source;
    if (view.is !== 'ready') return view;
    return this.#body.value?.viewOf(view) ?? (this.#body.error ? failedView(missingPart()) : PENDING);
  }

  /** The part of the script that did not come. */
  get #isMissing(): boolean {
    return this.#body.status === TaskStatus.ERROR;
  }

  #renderState(state: SourceView, view: View, speech: Speech): unknown {
    const {headingLevel, supportUrl} = view.displayOf(this);
    switch (state.is) {
      case 'pending': return view.renderPending(speech);
      case 'failed': return this.#body.error ? renderUnloadable(this.#onRetry) : view.renderFailure(speech, {
        ...view.failureOf(state), subject: 'energy', headingLevel, supportUrl, now: Date.now(), onRetry: this.#onRetry,
      });
      case 'ready': return this.#body.value?.render(state, {
        headingLevel, supportUrl, notice: view.noticeOf(state), isOne: !!this.deviceId, onRetry: this.#onRetry,
      });
    }
  }

  #scope(): Scope {
    return this.deviceType || this.deviceId ? oneDevice(TAG, this.deviceType, this.deviceId) : {is: 'all', kinds: DEVICE_KINDS};
  }

  readonly #onRetry = (): void => {
    void this.refresh();
  };
}

define(TAG, PoderoConsumptionChart);

declare global {
  interface HTMLElementTagNameMap {
    'podero-consumption-chart': PoderoConsumptionChart;
  }
}
