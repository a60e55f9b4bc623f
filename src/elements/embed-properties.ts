import type {LitElement} from 'lit';
import type {GetHeaders, GetToken} from '../api/endpoint.js';
import type {BatterySign} from '../api/inverter-balance.js';
import {property} from '../internal/property.js';
import type {Labels} from '../text/messages.js';

type Constructor<T> = new (...args: any[]) => T; // eslint-disable-line @typescript-eslint/no-explicit-any -- TypeScript demands it of mixins (TS2545)

/**
 * What every element can be told by whoever embeds it (contract 3). Unusable values fall back to the default.
 *
 * @attr {'light' | 'dark' | 'auto'} color-scheme - Colours for light or dark, or as the system is set; default: the page's own `color-scheme`.
 * @attr {string} lang - Language, followed live; default: the nearest ancestor's.
 * @attr {'ltr' | 'rtl' | 'auto'} dir - Direction, followed live; default: the nearest ancestor's.
 */
export interface EmbedProperties {
  /** Address of your proxy, absolute or relative to the page; required. */
  proxyUrl: string | undefined;
  /** Any text that the page changes on login and logout: what was shown is dropped, and read anew. */
  session: string | undefined;
  /** Seconds between refreshes, at least 15; `0` = only on demand. */
  pollInterval: number;
  /** Seconds after which a device's own state counts as old. */
  staleAfter: number;
  /** Address of a stream of changes, beside the refreshes: `http(s):` of server-sent events, `ws(s):` of a WebSocket; as a path, of events. */
  pushUrl: string | undefined;
  /** Credentials mode of every request. */
  credentials: RequestCredentials;
  /** Name of a request header for PUT, POST and DELETE that carries the page's token against forged requests. */
  csrfHeader: string | undefined;
  /** Name of the page's `<meta>` whose content goes into that header. */
  csrfMeta: string | undefined;
  /** IANA time zone of the home; default: the browser's. */
  timeZone: string | undefined;
  /** What a positive battery power means, where the API leaves it open: `charging-positive` or `discharging-positive`. */
  batterySign: BatterySign;
  /** Your own words for single texts, as JSON or an object: `{"your-devices": "At home"}`. Keys: the exported type `LabelKey`; same `{placeholders}`. */
  labels: Labels | string | undefined;
  /** Only devices of the building with this id. */
  building: string | undefined;
  /** Where "contact your provider" leads: https, mailto, tel, or your own origin. */
  supportUrl: string | undefined;
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
    @property() session: string | undefined;
    @property({attribute: 'poll-interval', type: Number}) pollInterval = 300;
    @property({attribute: 'stale-after', type: Number}) staleAfter = 3600;
    @property({attribute: 'push-url'}) pushUrl: string | undefined;
    @property() credentials: RequestCredentials = 'same-origin';
    @property({attribute: 'csrf-header'}) csrfHeader: string | undefined;
    @property({attribute: 'csrf-meta'}) csrfMeta: string | undefined;
    @property({attribute: 'time-zone'}) timeZone: string | undefined;
    @property({attribute: 'battery-sign'}) batterySign: BatterySign = 'auto';
    @property() labels: Labels | string | undefined;
    @property() building: string | undefined;
    @property({attribute: 'support-url'}) supportUrl: string | undefined;
    @property({attribute: 'heading-level', type: Number}) headingLevel = 3;
    @property({attribute: false}) getToken: GetToken | undefined;
    @property({attribute: false}) getHeaders: GetHeaders | undefined;
  }
  return Embedded;
}
