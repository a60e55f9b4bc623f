import {Task} from '@lit/task';
import type {TemplateResult} from 'lit';
import {html, LitElement, nothing} from 'lit';
import {property, query, queryAll, state} from 'lit/decorators.js';
import {DEVICE_KINDS} from '../domain/device.js';
import type {Device} from '../domain/device.js';
import type {EnergyShare} from '../domain/energy.js';
import {dailyKwh, ENERGY_WINDOWS, energyShares} from '../domain/energy.js';
import {define} from '../internal/define.js';
import {icon} from '../internal/icons.js';
import {warnOnce} from '../internal/warn-once.js';
import {AgeTicker} from '../polling/age-ticker.js';
import {base} from '../styles/base.js';
import {notice} from '../styles/notice.js';
import {panel} from '../styles/panel.js';
import {tokens} from '../styles/tokens.js';
import {renderAge} from './age-view.js';
import {nameOfShare, renderLegend, renderSummary, renderTable, WINDOW_LABEL} from './chart-view.js';
import {CONNECTION_NOTICES} from './device-foot-view.js';
import {nameOf} from './device-name.js';
import type {Scope} from './device-source.js';
import {DeviceSource} from './device-source.js';
import {withEmbedProperties} from './embed-properties.js';
import {EventReporter} from './event-reporter.js';
import {oneDevice} from './one-device.js';
import {chartStyles} from './podero-consumption-chart.styles.js';
import {settingsOf} from './settings.js';
import type {ReadyView, SourceView} from './source-view.js';
import {noticeOf} from './source-view.js';
import {renderFailure, renderLoading, renderPanel} from './status-views.js';
import {Voice} from './voice.js';

const TAG = 'podero-consumption-chart';

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
  static override styles = [tokens, base, notice, panel, chartStyles];

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
  /** The library comes only when there is something to draw. */
  readonly #picture = new Task(this, {
    task: async ([isNeeded]) => isNeeded ? (await import('./chart-runtime.js')).createPicture() : undefined,
    args: () => [this.#shares.length > 0] as const,
    onError: () => warnOnce('the chart\u2019s library could not be loaded: serve the folder "chunks" beside podero-widgets.js.'),
  });

  constructor() {
    super();
    new EventReporter(this, this.#source, devices => ({devices, series: energyShares(devices)}));
    new AgeTicker(this);
  }

  /** Reads now; resolves when the new state, or an error, is shown. Never rejects. */
  refresh(): Promise<void> {
    return this.#source.refresh();
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.#picture.value?.clear();
  }

  override updated(): void {
    const {canvas, frame, swatches} = this;
    if (canvas) this.#picture.value?.draw({canvas, frame, swatches, ...this.#drawing});
    else this.#picture.value?.clear();
  }

  override render(): TemplateResult {
    return html`<div class="base" lang=${this.#voice.speech.locale}>${this.#renderView(this.#source.view)}</div>`;
  }

  get #shares(): readonly EnergyShare[] {
    const {view} = this.#source;
    return view.is === 'ready' ? energyShares(view.devices) : [];
  }

  get #drawing() {
    const {speech} = this.#voice;
    return {
      bars: this.#shares.map(share => ({
        name: nameOfShare(share, speech),
        stack: share.flow,
        values: ENERGY_WINDOWS.map(window => dailyKwh(share, window)),
      })),
      words: {labels: ENERGY_WINDOWS.map(window => speech.say(WINDOW_LABEL[window])), number: speech.format.number},
    };
  }

  #renderView(view: SourceView): TemplateResult {
    switch (view.is) {
      case 'pending': return this.#renderSkeleton();
      case 'failed': return this.#renderFailure(view);
      case 'ready': return this.#shares.length ? this.#renderChart(view, this.#shares) : this.#renderEmpty();
    }
  }

  #renderChart(view: ReadyView, shares: readonly EnergyShare[]): TemplateResult {
    const {speech} = this.#voice;
    const isPictureMissing = this.#picture.error !== undefined;
    return html`
      <article class="chart" part="base">
        ${this.#renderHead(view.devices)}
        ${renderSummary(shares, speech)}
        ${isPictureMissing ? html`<p class="axis" part="notice">${speech.say('no-picture')}</p>` : this.#renderPicture()}
        ${renderLegend(shares, speech)}
        ${renderTable(shares, speech, this.isTableShown || isPictureMissing)}
        ${this.#renderFoot(view)}
      </article>`;
  }

  #renderHead(devices: readonly Device[]): TemplateResult {
    const {say} = this.#voice.speech;
    const [device] = devices;
    return html`
      <header class="chart-head" part="header">
        <div class="title" part="title" role="heading" aria-level=${settingsOf(this).headingLevel}>${say('energy')}</div>
        <p class="subtitle"><bdi>${this.deviceId && device ? nameOf(device, say) : say('all-devices')}</bdi></p>
      </header>`;
  }

  #renderPicture(): TemplateResult {
    return html`
      <div aria-hidden="true">
        <p class="axis">${this.#voice.speech.say('daily-average')}</p>
        <div class="frame" part="canvas"><canvas></canvas></div>
      </div>`;
  }

  #renderFoot(view: ReadyView): TemplateResult {
    const {speech} = this.#voice;
    const kind = noticeOf(view);
    const trouble = kind && (kind === 'partial' ? {tone: 'warn', icon: 'alert', title: 'some-missing'} as const : CONNECTION_NOTICES[kind]);
    const checked = renderAge(trouble ? 'last-answer' : 'checked', new Date(view.checkedAt ?? Date.now()), speech, Date.now());
    return html`
      <footer class="foot ${kind ? 'notice' : ''}" part=${kind ? `notice notice-${kind}` : nothing} data-tone=${trouble?.tone ?? nothing}>
        <p class="say">${icon(trouble?.icon ?? 'clock')}<span>${trouble ? html`<b role="status">${speech.say(trouble.title)}</b> ` : nothing}${checked}</span></p>
        <button class="button" type="button" aria-expanded=${this.isTableShown} aria-controls="table" @click=${this.#onToggle}>${speech.say('table')}</button>
      </footer>`;
  }

  #renderSkeleton(): TemplateResult {
    return html`
      ${renderLoading(this.#voice.speech)}
      <article class="chart skeleton" part="base skeleton" aria-hidden="true">
        <header class="chart-head"><div class="title"><span class="blank"></span></div><p class="subtitle"><span class="blank"></span></p></header>
        <div class="summary"><p class="flow-name"><span class="blank"></span></p><p class="figure"><span class="blank"></span></p></div>
        <div class="frame blank"></div>
        <p class="legend"></p>
        <footer class="foot"><p class="say"><span class="blank"></span></p></footer>
      </article>`;
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
