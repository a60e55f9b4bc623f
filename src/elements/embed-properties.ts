import type {LitElement} from 'lit';
import type {GetHeaders, GetToken} from '../api/endpoint.js';
import type {BatterySign} from '../api/inverter-balance.js';
import {property} from '../internal/property.js';

type Constructor<T> = new (...args: any[]) => T; // eslint-disable-line @typescript-eslint/no-explicit-any -- TypeScript demands it of mixins (TS2545)

/**
 * What every element can be told by whoever embeds it (contract 3). Unusable values fall back to the default.
 *
 * @attr {string} lang - Language, followed live; default: the nearest ancestor's.
 * @attr {'ltr' | 'rtl' | 'auto'} dir - Direction, followed live; default: the nearest ancestor's.
 */
export interface EmbedProperties {
  /** Address of your proxy, absolute or relative to the page; required. */
  proxyUrl: string | undefined;
  /** Seconds between refreshes, at least 15; `0` = only on demand. */
  pollInterval: number;
  /** Seconds after which a device's own state counts as old. */
  staleAfter: number;
  /** Credentials mode of every request. */
  credentials: RequestCredentials;
  /** IANA time zone of the home; default: the browser's. */
  timeZone: string | undefined;
  /** What a positive battery power means, where the API leaves it open: `charging-positive` or `discharging-positive`. */
  batterySign: BatterySign;
  /** Level (1 to 6) of the topmost heading inside the element. */
  headingLevel: number;
  /** Gives a short-lived token of yours for `Authorization: Bearer`; asked once more after a 401. */
  getToken: GetToken | undefined;
  /** Headers added to every request. */
  getHeaders: GetHeaders | undefined;
}

/** Adds the shared properties: a mixin, so that each is declared (and documented) once for the three elements. */
export function withEmbedProperties<T extends Constructor<LitElement>>(Base: T): Constructor<EmbedProperties> & T {
  class Embedded extends Base implements EmbedProperties {
    @property({attribute: 'proxy-url'}) proxyUrl: string | undefined;
    @property({attribute: 'poll-interval', type: Number}) pollInterval = 300;
    @property({attribute: 'stale-after', type: Number}) staleAfter = 3600;
    @property() credentials: RequestCredentials = 'same-origin';
    @property({attribute: 'time-zone'}) timeZone: string | undefined;
    @property({attribute: 'battery-sign'}) batterySign: BatterySign = 'auto';
    @property({attribute: 'heading-level', type: Number}) headingLevel = 3;
    @property({attribute: false}) getToken: GetToken | undefined;
    @property({attribute: false}) getHeaders: GetHeaders | undefined;
  }
  return Embedded;
}
