import {Task} from '@lit/task';
import type {TemplateResult} from 'lit';
import {adoptStyles, css, html, LitElement, nothing} from 'lit';
import {property, query, queryAll, state} from 'lit/decorators.js';
import {DEVICE_KINDS} from '../domain/device.js';
import {PoderoError} from '../domain/errors.js';
import {define} from '../internal/define.js';
import {icon} from '../internal/icons.js';
import {warnOnce} from '../internal/warn-once.js';
import type {ChartBody} from '../later/chart-body.js';
import type {ChartPicture} from '../later/chart-picture.js';
import type {Kit} from '../later/kit.js';
import {AgeTicker} from '../polling/age-ticker.js';
import {base} from '../styles/base.js';
import {notice} from '../styles/notice.js';
import {panel} from '../styles/panel.js';
import {tokens} from '../styles/tokens.js';
import {inSentence} from '../text/speech.js';
import {renderAge} from './age-view.js';
import {CONNECTION_NOTICES} from './device-foot-view.js';
import {nameOf} from './device-name.js';
import type {Scope} from './device-source.js';
import {DeviceSource} from './device-source.js';
import {withEmbedProperties} from './embed-properties.js';
import {EventReporter} from './event-reporter.js';
import {oneDevice} from './one-device.js';
import {settingsOf} from './settings.js';
import type {ReadyView, SourceView} from './source-view.js';
import {failedView, noticeOf, PENDING} from './source-view.js';
import {renderFailure, renderLoading, renderPanel} from './status-views.js';
import {renderValue} from './value-view.js';
import {Voice} from './voice.js';

const TAG = 'podero-consumption-chart';

const KIT: Kit = {css, html, nothing, icon, inSentence, nameOf, renderAge, renderValue, looks: CONNECTION_NOTICES};

/** The place that a chart will take. */
const place = css`
  .panel { --_min: 27em; }
`;

const UNLOADABLE = new PoderoError('server', 'The chart could not be loaded: serve the folder "chunks" beside podero-widgets.js.');

/**
 * Energy of one device, or of all devices of the customer: three rolling sums as figures, and their daily averages as bars.
 * What was consumed is stacked, what was produced stands beside it; the two are never added up.
 *
 * @element podero-consumption-chart
 *
 * @fires podero-ready - The figures are shown for the first time. `{devices, series}`
 * @fires podero-update - A refresh changed something. `{devices, changed}`
 * @fires podero-error - An error begins. `{code, retryable, status?, collection?, deviceId?, retryAt?}`
 * @fires podero-recovered - It ended. `{code}`
 *
 * @csspart base - Everything.
 * @csspart header - Title and subtitle.
 * @csspart title - "Energy".
 * @csspart summary - The figures.
 * @csspart canvas - The picture.
 * @csspart legend - Which bar is whose.
 * @csspart table - All figures as a table.
 * @csspart notice - What is wrong; with `notice-upstream`, `-unreachable`, `-offline` or `-partial`.
 * @csspart empty - The screen without figures.
 * @csspart error - The screen when nothing could be loaded.
 * @csspart skeleton - The chart before its data.
 */
export class PoderoConsumptionChart extends withEmbedProperties(LitElement) {
  static override styles = [tokens, base, notice, panel, place];

  /** Kind of the one device to show: `heat-pump`, `electric-vehicle` or `inverter`. Default: all devices. */
  @property({attribute: 'device-type'}) deviceType: string | undefined;

  /** Id of the one device to show. */
  @property({attribute: 'device-id'}) deviceId: string | undefined;

  @state() private isTableShown = false;

  @query('canvas') private canvas!: HTMLCanvasElement | null;
  @query('.frame') private frame!: HTMLElement;
  @queryAll('.swatch') private swatches!: NodeListOf<HTMLElement>;

  readonly #source = new DeviceSource(this, () => this.#scope());
  readonly #voice = new Voice(this);

  /** All that a chart is comes after the first card: its words and numbers with the first data, its picture with the first figures. */
  readonly #body = new Task(this, {
    task: async ([isNeeded]): Promise<ChartBody | undefined> => isNeeded ? (await import('../later/chart-body.js')).createBody(KIT) : undefined,
    args: () => [this.#source.view.is === 'ready'] as const,
    onComplete: body => body && adoptStyles(this.renderRoot as ShadowRoot, [...PoderoConsumptionChart.styles, body.styles]),
  });
  readonly #picture = new Task(this, {
    task: async ([isNeeded]): Promise<ChartPicture | undefined> => isNeeded ? (await import('../later/chart-runtime.js')).createPicture() : undefined,
    args: () => [this.#shares.length > 0] as const,
    onError: () => warnOnce(UNLOADABLE.message),
  });

  constructor() {
    super();
    new EventReporter(this, this.#source, {view: () => this.#view, ready: devices => ({devices, series: this.#shares})});
    new AgeTicker(this);
  }

  /** Reads now; resolves when the new state, or an error, is shown. Never rejects. */
  async refresh(): Promise<void> {
    if (this.#body.error) await this.#body.run();
    await this.#source.refresh();
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.#picture.value?.clear();
  }

  override updated(): void {
    const {canvas, frame, swatches} = this;
    const drawing = this.#body.value?.drawingOf(this.#shares, this.#voice.speech);
    if (canvas && drawing) this.#picture.value?.draw({canvas, frame, swatches, ...drawing});
    else this.#picture.value?.clear();
  }

  override render(): TemplateResult {
    return html`<div class="base" lang=${this.#voice.speech.locale}>${this.#renderView(this.#view)}</div>`;
  }

  /** Data without anything to show it in are still to come. */
  get #view(): SourceView {
    const {view} = this.#source;
    if (view.is !== 'ready' || this.#body.value) return view;
    return this.#body.error ? failedView(UNLOADABLE) : PENDING;
  }

  get #shares() {
    const {view} = this.#source;
    return view.is === 'ready' ? this.#body.value?.sharesOf(view.devices) ?? [] : [];
  }

  #renderView(view: SourceView): TemplateResult | undefined {
    switch (view.is) {
      case 'pending': return html`${renderLoading(this.#voice.speech)}<div class="panel skeleton" part="base skeleton" aria-hidden="true"></div>`;
      case 'failed': return this.#renderFailure(view);
      case 'ready': return this.#shares.length ? this.#renderBody(view) : this.#renderEmpty();
    }
  }

  #renderBody(view: ReadyView): TemplateResult | undefined {
    return this.#body.value?.render(view, this.#shares, {
      speech: this.#voice.speech,
      headingLevel: settingsOf(this).headingLevel,
      notice: noticeOf(view),
      isOne: !!this.deviceId,
      isTableShown: this.isTableShown,
      isPictureMissing: this.#picture.error !== undefined,
      onToggleTable: this.#onToggle,
    });
  }

  #renderEmpty(): TemplateResult {
    const {say} = this.#voice.speech;
    const {headingLevel} = settingsOf(this);
    return renderPanel({part: 'empty', icon: 'clock', title: say('no-energy'), hint: say('no-energy-hint'), headingLevel});
  }

  #renderFailure({error, isRefreshing, nextAttemptAt = 0}: SourceView & {is: 'failed'}): TemplateResult {
    return renderFailure(this.#voice.speech, {
      code: error.code, headingLevel: settingsOf(this).headingLevel, now: Date.now(), isRetrying: isRefreshing,
      nextTryAt: nextAttemptAt, retryAt: error.retryAt ?? 0, onRetry: this.#onRetry,
    });
  }

  #scope(): Scope {
    return this.deviceType || this.deviceId ? oneDevice(TAG, this.deviceType, this.deviceId) : {is: 'all', kinds: DEVICE_KINDS};
  }

  readonly #onRetry = (): void => {
    void this.refresh();
  };

  readonly #onToggle = (): void => {
    this.isTableShown = !this.isTableShown;
  };
}

define(TAG, PoderoConsumptionChart);

declare global {
  interface HTMLElementTagNameMap {
    'podero-consumption-chart': PoderoConsumptionChart;
  }
}
