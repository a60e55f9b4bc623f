import type {TemplateResult} from 'lit';
import {html, LitElement} from 'lit';
import type {Device} from '../domain/device.js';
import {needsUser} from '../domain/attention.js';
import {define} from '../internal/define.js';
import {property} from '../internal/property.js';
import {AgeTicker} from '../polling/age-ticker.js';
import {place} from '../styles/place.js';
import type {Speech} from '../text/speech.js';
import type {View} from '../view/view.js';
import type {Scope} from './device-source.js';
import {DeviceSource} from './device-source.js';
import {withEmbedProperties} from './embed-properties.js';
import {EventReporter} from './event-reporter.js';
import {fire} from './events.js';
import {givenDevice, oneDevice} from './one-device.js';
import {settingsOf} from './settings.js';
import type {ReadyView, SourceView} from './source-view.js';
import {failureOf, noticeOf} from './source-view.js';
import {ViewLoader} from './view-loader.js';
import {Voice} from './voice.js';

const TAG = 'podero-device-card';

/**
 * One device: what it is, whether it is connected and optimised, what it is doing, its readings and its energy, how fresh all
 * that is, and the one thing to do when something is wrong.
 *
 * @element podero-device-card
 *
 * @fires podero-ready - The device is shown for the first time. `{devices}`
 * @fires podero-update - A refresh changed the device. `{devices, changed}`
 * @fires podero-attention - After the first data, then when a number changes. `{total, actionRequired}`
 * @fires podero-error - An error begins. `{code, retryable, status?, collection?, deviceId?, retryAt?}`
 * @fires podero-recovered - It ended. `{code}`
 * @fires podero-reconnect - The customer asked to reconnect the device; `preventDefault()` hands it to the page. `{device, url?}`
 *
 * @csspart base - The card.
 * @csspart header - Icon, name and kind.
 * @csspart icon - The kind's picture.
 * @csspart title - Manufacturer and model.
 * @csspart subtitle - The kind in words.
 * @csspart status - Connection and optimisation.
 * @csspart activity - What the device is doing now.
 * @csspart reason - The sentence under it.
 * @csspart readings - All readings.
 * @csspart reading - One reading: label, value and unit.
 * @csspart label - A reading's or total's name.
 * @csspart value - Its number.
 * @csspart unit - Its unit.
 * @csspart totals - Consumption or production of 24 hours, 7 and 30 days.
 * @csspart footer - The strip at the bottom.
 * @csspart updated - How old the device's own state is.
 * @csspart notice - The strip while something is wrong; it wears one of the next names too.
 * @csspart notice-stale - The device's own state is old.
 * @csspart notice-upstream - The provider's system does not answer.
 * @csspart notice-unreachable - The portal cannot be reached.
 * @csspart notice-offline - The browser is offline.
 * @csspart notice-partial - Some could not be read.
 * @csspart notice-reconnect - The customer has to reconnect it.
 * @csspart action - The link or button that helps.
 * @csspart error - The screen instead of a card that could not be loaded.
 * @csspart skeleton - The card before its data.
 */
export class PoderoDeviceCard extends withEmbedProperties(LitElement) {
  static override styles = [place];

  /** `heat-pump`, `electric-vehicle` or `inverter`. */
  @property({attribute: 'device-type'}) deviceType: string | undefined;

  /** The device's id as the proxy lists it. */
  @property({attribute: 'device-id'}) deviceId: string | undefined;

  /** A device to show instead of one that is fetched; `null` returns to fetching. */
  @property({attribute: false}) device: Device | null | undefined;

  readonly #source = new DeviceSource(this, () => this.#scope());
  readonly #voice = new Voice(this);
  readonly #loader = new ViewLoader(this, 'card');

  constructor() {
    super();
    new EventReporter(this, this.#source, () => this.#loader.shown(this.#source.view));
    new AgeTicker(this);
  }

  /** Reads now; resolves when the new state, or an error, is shown. Never rejects. */
  async refresh(): Promise<void> {
    // Outside a page nothing is shown, and nothing would ever settle.
    if (!this.isConnected) return;
    await this.#loader.load();
    await this.#source.refresh();
  }

  override render(): TemplateResult {
    const {view} = this.#loader;
    return view ? this.#renderBy(view) : html`<div class="base">${this.#loader.renderWithout(html`<div class="place"></div>`, this.#onRetry)}</div>`;
  }

  #renderBy(view: View): TemplateResult {
    const speech = this.#voice.speechBy(view);
    return html`<div class="base" lang=${speech.locale}>${this.#renderState(this.#source.view, view, speech)}</div>`;
  }

  #renderState(state: SourceView, view: View, speech: Speech): unknown {
    const {staleAfterS, headingLevel} = settingsOf(this);
    const now = Date.now();
    switch (state.is) {
      case 'pending': return [view.renderLoading(speech), view.renderSkeleton()];
      case 'failed': return view.renderFailure(speech, {...failureOf(state), subject: 'device', headingLevel, now, onRetry: this.#onRetry});
      case 'ready': return state.devices.map(device => view.renderDevice(device, {
        ...speech, ...troubleOf(state), staleAfterS, headingLevel, now, needsUser: needsUser(device), onReconnect: this.#onReconnect,
      }));
    }
  }

  #scope(): Scope {
    return this.device ? givenDevice(TAG, this.device) : oneDevice(TAG, this.deviceType, this.deviceId);
  }

  readonly #onRetry = (): void => {
    void this.refresh();
  };

  readonly #onReconnect = (event: Event, device: Device): void => {
    const url = device.reconnect?.url;
    const detail = {device, ...(url === undefined ? {} : {url})};
    if (!fire(this, 'podero-reconnect', detail, {cancelable: true})) event.preventDefault();
  };
}

/** What a card that stands alone says of the network. */
function troubleOf(state: ReadyView) {
  const notice = noticeOf(state);
  return notice ? {problem: {notice}} : {};
}

define(TAG, PoderoDeviceCard);

declare global {
  interface HTMLElementTagNameMap {
    'podero-device-card': PoderoDeviceCard;
  }
}
