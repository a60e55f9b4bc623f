import type {TemplateResult} from 'lit';
import {html, LitElement, nothing} from 'lit';
import {repeat} from 'lit/directives/repeat.js';
import type {Device, DeviceKind} from '../domain/device.js';
import {DEVICE_KINDS, deviceKey} from '../domain/device.js';
import {countAttention} from '../domain/attention.js';
import {define} from '../internal/define.js';
import {keepFocus} from '../internal/keep-focus.js';
import {property} from '../internal/property.js';
import {AgeTicker} from '../polling/age-ticker.js';
import {place} from '../styles/place.js';
import type {Speech} from '../text/speech.js';
import type {ListHead} from '../view/list-head-view.js';
import type {View} from '../view/view.js';
import {DeviceOrder} from './device-order.js';
import {DeviceSource} from './device-source.js';
import {withEmbedProperties} from './embed-properties.js';
import {EventReporter} from './event-reporter.js';
import './podero-device-card.js';
import {settingsOf, warnUnusable} from './settings.js';
import type {ReadyView, SourceView} from './source-view.js';
import {failureOf, nextTryAtOf, noticeOf, retryAtOf} from './source-view.js';
import {ViewLoader} from './view-loader.js';
import {Voice} from './voice.js';

const TAG = 'podero-device-list';

/** While nothing is known about the devices, so many cards are drawn. */
const EXPECTED = 3;

const renderCards = (part: string | typeof nothing, renderCard: () => TemplateResult): TemplateResult => html`
  <ul class="cards" part=${part} role="list" aria-hidden="true">${Array.from({length: EXPECTED}, () => html`
    <li><div class="box">${renderCard()}</div></li>`)}</ul>`;

/** The room that head and cards will take. */
const PLACE = html`<div class="head-place"></div>${renderCards(nothing, () => html`<div class="place"></div>`)}`;

/** A card's parts under their names on the list: those that a list has too get `card-` before them (contract 4). */
const CARD_PARTS = [
  'base:card', ...['footer', 'notice', 'error', 'skeleton'].map(part => `${part}:card-${part}`),
  'header', 'icon', 'title', 'subtitle', 'status', 'activity', 'reason', 'readings', 'reading', 'label', 'value', 'unit', 'totals',
  'updated', 'action', 'notice-stale', 'notice-reconnect',
].join();

/**
 * All devices of the signed-in customer, one card each: those that need the customer first, then heat pumps, electric
 * vehicles, inverters, then by name. Nobody's card moves while it is read: the order is decided at first show and on `refresh()`.
 *
 * @element podero-device-list
 *
 * @fires podero-ready - The devices are shown for the first time (also none at all). `{devices}`
 * @fires podero-update - A refresh changed something. `{devices, changed}`
 * @fires podero-attention - After the first data, then when a number changes. `{total, actionRequired}`
 * @fires podero-error - An error begins. `{code, retryable, status?, collection?, deviceId?, retryAt?}`
 * @fires podero-recovered - It ended. `{code}`
 * @fires podero-reconnect - The customer asked to reconnect a device; `preventDefault()` hands it to the page. `{device, url?}`
 *
 * @csspart base - Everything.
 * @csspart heading - "Your devices".
 * @csspart footer - The line under it: how many devices there are, when they were last checked, and the refresh button.
 * @csspart notice - That line while something is wrong; it wears one of the next names too.
 * @csspart notice-upstream - The provider's system does not answer.
 * @csspart notice-unreachable - The portal cannot be reached.
 * @csspart notice-offline - The browser is offline.
 * @csspart notice-partial - Some could not be read.
 * @csspart refresh - The quiet button that reads again.
 * @csspart list - The cards.
 * @csspart card - One card.
 * @csspart card-footer - Its strip at the bottom.
 * @csspart card-notice - That strip while something is wrong.
 * @csspart card-skeleton - A card before its data.
 * @csspart empty - The screen without devices.
 * @csspart error - The screen when nothing could be loaded.
 * @csspart skeleton - The cards before their data.
 */
export class PoderoDeviceList extends withEmbedProperties(LitElement) {
  static override styles = [place];

  /** Which kinds are asked for and shown: any of `heat-pump electric-vehicle inverter`, separated by spaces. Default: all. */
  @property() types: string | undefined;

  readonly #source = new DeviceSource(this, () => ({is: 'all', kinds: kindsOf(this)}));
  readonly #voice = new Voice(this);
  readonly #loader = new ViewLoader(this, 'list');
  readonly #order = new DeviceOrder();

  constructor() {
    super();
    new EventReporter(this, this.#source, () => this.#loader.shown(this.#source.view));
    new AgeTicker(this);
  }

  /** Reads now, and puts the devices in order again; resolves when the new state, or an error, is shown. Never rejects. */
  async refresh(): Promise<void> {
    // Outside a page nothing is shown, and nothing would ever settle.
    if (!this.isConnected) return;
    await this.#loader.load();
    await this.#source.refresh();
    this.#order.forget();
    this.requestUpdate();
    await keepFocus(this.renderRoot, this.updateComplete);
  }

  override updated(): void {
    if (this.#source.view.is !== 'ready') this.#order.forget();
  }

  override render(): TemplateResult {
    const {view} = this.#loader;
    return view ? this.#renderBy(view) : html`<div class="base" part="base">${this.#loader.renderWithout(PLACE, this.#onRetry)}</div>`;
  }

  #renderBy(view: View): TemplateResult {
    const speech = this.#voice.speechBy(view);
    return html`<div class="base" part="base" lang=${speech.locale}>${this.#renderState(this.#source.view, view, speech)}</div>`;
  }

  #renderState(state: SourceView, view: View, speech: Speech): unknown {
    switch (state.is) {
      case 'pending': return [view.renderListHead(speech, {...this.#common(), isRetrying: true, attention: 0}), renderCards('skeleton', () => view.renderSkeleton('card card-skeleton'))];
      case 'failed': return view.renderFailure(speech, {...this.#common(), ...failureOf(state), subject: 'devices'});
      case 'ready': return this.#renderDevices(state, view, speech);
    }
  }

  #renderDevices(state: ReadyView, {renderListHead, renderEmpty, nameOf}: View, speech: Speech): unknown {
    const devices = this.#order.arrange(state.devices, device => nameOf(device, speech.say), speech.locale);
    return [
      devices.length || noticeOf(state) ? renderListHead(speech, this.#headOf(state)) : nothing,
      devices.length ? this.#renderCards(devices) : renderEmpty(speech, settingsOf(this).headingLevel),
    ];
  }

  #headOf(state: ReadyView): ListHead {
    const notice = noticeOf(state);
    return {
      ...this.#common(),
      total: state.devices.length,
      attention: countAttention(state.devices).total,
      missing: state.problems.map(problem => problem.kind),
      dropped: state.dropped.reduce((sum, {count}) => sum + count, 0),
      isRetrying: state.isRefreshing,
      nextTryAt: nextTryAtOf(state.problems),
      retryAt: retryAtOf(state.problems),
      ...(state.checkedAt === undefined ? {} : {checkedAt: state.checkedAt}),
      ...(notice ? {notice} : {}),
    };
  }

  #renderCards(devices: readonly Device[]): TemplateResult {
    const {staleAfterS, timeZone, headingLevel} = settingsOf(this);
    return html`<ul class="cards" part="list" role="list">${repeat(devices, deviceKey, device => html`
      <li><podero-device-card exportparts=${CARD_PARTS} device-type=${device.kind} device-id=${device.id} .device=${device}
        .staleAfter=${staleAfterS} .timeZone=${timeZone} .headingLevel=${Math.min(6, headingLevel + 1)}
      ></podero-device-card></li>`)}</ul>`;
  }

  #common() {
    return {headingLevel: settingsOf(this).headingLevel, now: Date.now(), onRetry: this.#onRetry};
  }

  readonly #onRetry = (): void => {
    void this.refresh();
  };
}

/** The kinds named by a `types` attribute, in the order of a list; words that name none are said to the developer. */
function kindsOf(list: PoderoDeviceList): readonly DeviceKind[] {
  // Whatever a page sets: an array of kinds is taken for their list.
  const words = String(list.types ?? '').split(/[\s,]+/).filter(Boolean);
  const kinds = DEVICE_KINDS.filter(kind => words.includes(kind));
  const used = kinds.length ? kinds : DEVICE_KINDS;
  if (words.some(word => !(DEVICE_KINDS as readonly string[]).includes(word))) {
    warnUnusable(list, 'types', list.types, `any of ${DEVICE_KINDS.join(', ')}`, used.join(' '));
  }
  return used;
}

define(TAG, PoderoDeviceList);

declare global {
  interface HTMLElementTagNameMap {
    'podero-device-list': PoderoDeviceList;
  }
}
