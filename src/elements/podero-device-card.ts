import type {TemplateResult} from 'lit';
import {html, LitElement} from 'lit';
import type {Endpoint} from '../api/endpoint.js';
import {serverNow} from '../api/server-clock.js';
import type {Device} from '../domain/device.js';
import {define} from '../internal/define.js';
import {isOn, property} from '../internal/property.js';
import {place} from '../styles/place.js';
import type {CardModel} from '../view/card-view.js';
import type {Reconnector} from '../view/device-foot-view.js';
import type {Reconnecting} from '../view/reconnecting.js';
import type {View} from '../view/view.js';
import type {Scope} from './device-source.js';
import {DeviceSource} from './device-source.js';
import {withEmbedProperties} from './embed-properties.js';
import {fire} from './events.js';
import {givenDevices} from './given-devices.js';
import {oneDevice} from './one-device.js';
import {reconnectorOf} from './reconnector.js';
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
 * @fires podero-select - The title was activated, where it can be. `{device}`
 * @fires podero-reconnect - The customer asked to reconnect the device; `preventDefault()` hands it to the page. `{device, url?}`
 *
 * @slot - Shown until the first data, or the first error.
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

  /** The title is a button that fires `podero-select`. */
  @property({converter: isOn}) selectable = false;

  /** @internal Of the list that the card stands in: asks where the user can sign in again. */
  reconnector: Reconnector | undefined;

  /** @internal Of the list that the card stands in: whose clock the device's ages are told by. */
  endpoint: Endpoint | undefined;

  readonly #source = new DeviceSource(this, () => this.#scope());
  readonly #voice = new Voice(this);
  readonly #loader = new ViewLoader(this, 'card', this.#voice, () => this.#source);
  readonly #ask = reconnectorOf(this, this.#source, this.#loader);

  #reconnecting: Reconnecting | undefined;

  /** Reads now; resolves when the new state, or an error, is shown. Never rejects. */
  async refresh(): Promise<void> {
    // Outside a page nothing is shown, and nothing would ever settle.
    if (!this.isConnected) return;
    await this.#loader.load();
    await this.#source.refresh();
  }

  override render(): TemplateResult {
    const view = this.#loader.felt;
    if (!view) return html`<div class="base">${this.#loader.renderWithout(html`<div class="place"></div>`, this.#onRetry)}</div>`;
    const speech = this.#voice.speechBy(view);
    const card = view.renderCard(this.#source.view, speech, this.#model(view));
    return html`<div class="base" lang=${speech.locale}>${this.#loader.render(card)}</div>`;
  }

  #model(view: View): CardModel {
    const {staleAfterS, headingLevel, supportUrl} = view.displayOf(this);
    return {
      staleAfterS, headingLevel, supportUrl, now: serverNow(this.endpoint ?? this.#source.endpoint), reconnectStep: this.#reconnecting?.step ?? 'ask',
      isAlone: !this.reconnector, onRetry: this.#onRetry, onReconnect: this.#onReconnect, onSelect: isOn(this.selectable) ? this.#onSelect : undefined,
    };
  }

  /** Whose and which device this is. */
  get #subject(): string {
    return [this.#source.identity, this.deviceType, this.deviceId, this.device?.id].join(' ');
  }

  #scope(): Scope {
    return this.device ? givenDevices(TAG, 'device', [this.device]) : oneDevice(TAG, this.deviceType, this.deviceId);
  }

  readonly #onRetry = (): void => {
    void this.refresh();
  };

  readonly #onSelect = (device: Device): void => {
    fire(this, 'podero-select', {device});
  };

  readonly #onReconnect = (event: Event, device: Device): void => {
    this.#reconnecting ??= this.#loader.view?.createReconnecting(this, () => this.#subject);
    this.#reconnecting?.begin(event, device, this.reconnector ?? this.#ask);
  };
}

define(TAG, PoderoDeviceCard);

declare global {
  interface HTMLElementTagNameMap {
    'podero-device-card': PoderoDeviceCard;
  }
}
