import type {PropertyValues, TemplateResult} from 'lit';
import {html, LitElement} from 'lit';
import type {Device, DeviceKind} from '../domain/device.js';
import {DEVICE_KINDS} from '../domain/device.js';
import {define} from '../internal/define.js';
import {isOn, property} from '../internal/property.js';
import {place} from '../styles/place.js';
import type {Speech} from '../text/speech.js';
import type {Arrangement} from '../view/arrangement.js';
import type {ListModel} from '../view/list-view.js';
import type {View} from '../view/view.js';
import type {Scope} from './device-source.js';
import {DeviceSource} from './device-source.js';
import {withEmbedProperties} from './embed-properties.js';
import {givenDevices} from './given-devices.js';
import './podero-device-card.js';
import {reconnectorOf} from './reconnector.js';
import {numberOr, warnUnusable} from './settings.js';
import {ViewLoader} from './view-loader.js';
import {Voice} from './voice.js';

const TAG = 'podero-device-list';
const NONE: readonly Device[] = [];

/** The room that head and cards will take. */
const renderPlace = (cards: number): TemplateResult => html`
  <div class="head-place"></div>
  <ul class="cards" role="list" aria-hidden="true">${Array.from({length: cards}, () => html`<li><div class="box"><div class="place"></div></div></li>`)}</ul>`;

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
 * @fires podero-select - A card's title was activated, where it can be. `{device}`
 * @fires podero-reconnect - The customer asked to reconnect a device; `preventDefault()` hands it to the page. `{device, url?}`
 *
 * @slot - Shown until the first data, or the first error.
 * @slot heading - A heading instead of "Your devices".
 * @slot empty - What is shown when there is no device.
 * @slot error - What is shown when nothing could be loaded, also when the customer is signed out.
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
 * @csspart pager - The line under the cards of a page: back, where we are, and on.
 * @csspart empty - The screen without devices.
 * @csspart error - The screen when nothing could be loaded.
 * @csspart skeleton - The cards before their data.
 */
export class PoderoDeviceList extends withEmbedProperties(LitElement) {
  static override styles = [place];

  /** Which kinds are asked for and shown: any of `heat-pump electric-vehicle inverter`, separated by spaces. Default: all. */
  @property() types: string | undefined;

  /** How many cards stand on a page; more devices get a pager. */
  @property({attribute: 'page-size', type: Number}) pageSize = 24;

  /** How many cards are drawn while the devices are being loaded. */
  @property({type: Number}) expected = 3;

  /** Each card's title is a button that fires `podero-select`. */
  @property({converter: isOn}) selectable = false;

  /** Devices to show instead of those that are fetched; `null` returns to fetching. */
  @property({attribute: false}) devices: readonly Device[] | null | undefined;

  readonly #source = new DeviceSource(this, () => this.#scope());
  readonly #voice = new Voice(this);
  readonly #loader = new ViewLoader(this, 'list', this.#voice, () => this.#source);
  readonly #askReconnect = reconnectorOf(this, this.#source, this.#loader);
  #arrangement: Arrangement | undefined;
  #isAsked = false;
  /** Whose and which devices stand in their order. */
  #arranged = '';

  /** Reads now, and puts the devices in order again; resolves when the new state, or an error, is shown. Never rejects. */
  async refresh(): Promise<void> {
    // Outside a page nothing is shown, and nothing would ever settle.
    if (!this.isConnected) return;
    await this.#loader.load();
    this.#isAsked = true;
    await this.#source.refresh();
    this.#isAsked = false;
    this.#arrangement?.putInOrder();
    this.requestUpdate();
    await this.updateComplete;
    await this.#arrangement?.drawn;
  }

  /** Other devices begin on the first page, in an order of their own. */
  protected override update(changes: PropertyValues): void {
    const {identity, view} = this.#source;
    if (identity !== this.#arranged || view.is !== 'ready') this.#arrangement?.begin();
    this.#arranged = identity;
    super.update(changes);
  }

  override render(): TemplateResult {
    const view = this.#loader.felt;
    if (!view) return html`<div class="base" part="base">${this.#loader.renderWithout(renderPlace(this.#expected), this.#onRetry)}</div>`;
    const speech = this.#voice.speechBy(view);
    const list = view.renderList(this.#source.view, speech, this.#model(view, speech));
    return html`<div class="base" part="base" lang=${speech.locale}>${this.#loader.render(list)}</div>`;
  }

  #model({Arrangement, displayOf}: View, speech: Speech): ListModel {
    const {view} = this.#source;
    const {headingLevel, staleAfterS, timeZone, supportUrl} = displayOf(this);
    const size = numberOr(this, 'page-size', this.pageSize, 24, {from: 1, to: 1000, isWhole: true});
    this.#arrangement ??= new Arrangement(this, DEVICE_KINDS);
    return {
      headingLevel, supportUrl,
      ...this.#arrangement.of(view.is === 'ready' ? view.devices : NONE, speech, size),
      expected: this.#expected,
      now: Date.now(),
      onRetry: this.#onRetry,
      isAsked: this.#isAsked,
      card: {
        staleAfter: staleAfterS, timeZone, labels: this.labels, supportUrl, selectable: isOn(this.selectable),
        reconnector: this.#askReconnect, endpoint: this.#source.endpoint,
      },
    };
  }

  get #expected(): number {
    return numberOr(this, 'expected', this.expected, 3, {from: 0, to: 24, isWhole: true});
  }

  #scope(): Scope {
    return this.devices ? givenDevices(TAG, 'devices', this.devices) : {is: 'all', kinds: kindsOf(this)};
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
