import type {EmbedProperties} from '../elements/embed-properties.js';
import type {Wire} from '../elements/wire.js';

/** How the embedder wants it shown, checked: every value can be used as it is. What is read, and how: `elements/settings.ts`. */
export interface Display {
  readonly staleAfterS: number;
  readonly timeZone: string | undefined;
  readonly supportUrl: string | undefined;
  readonly headingLevel: number;
}

type Host = HTMLElement & EmbedProperties;
type Wires = Pick<Wire, 'numberOr' | 'oneOf' | 'parseUrl' | 'warnUnusable'>;

/** A value that cannot be used warns once, names its attribute, and falls back to the default (contract 3). */
export function displayOf(host: Host, wires: Wires): Display {
  const {numberOr, oneOf} = wires;
  // The style sheet reads it; here it is only checked.
  oneOf(host, 'color-scheme', host.getAttribute('color-scheme'), ['', 'light', 'dark', 'auto']);
  return {
    staleAfterS: numberOr(host, 'stale-after', host.staleAfter, 3600, {from: 0, to: Infinity}),
    timeZone: timeZoneOr(host, host.timeZone, wires),
    supportUrl: supportUrlOr(host, host.supportUrl, wires),
    headingLevel: numberOr(host, 'heading-level', host.headingLevel, 3, {from: 1, to: 6, isWhole: true}),
  };
}

const zones = new Map<string, boolean>();

function timeZoneOr(host: HTMLElement, zone: string | null | undefined, {warnUnusable}: Wires): string | undefined {
  if (!zone) return undefined;
  if (!zones.has(zone)) zones.set(zone, isTimeZone(zone));
  if (zones.get(zone)) return zone;
  warnUnusable(host, 'time-zone', zone, 'an IANA name such as Europe/Vienna', "the browser's zone");
  return undefined;
}

/** Does the browser know this IANA name? */
function isTimeZone(name: string): boolean {
  try {
    return !!new Intl.DateTimeFormat('en', {timeZone: name});
  } catch {
    return false;
  }
}

/** Where a customer gets help; by mail and telephone too. */
function supportUrlOr(host: HTMLElement, given: string | null | undefined, {parseUrl, warnUnusable}: Wires): string | undefined {
  if (!given) return undefined;
  const url = parseUrl(String(given), document.baseURI);
  if (url && (/^(https|mailto|tel):$/.test(url.protocol) || (url.origin === location.origin && url.protocol.startsWith('http')))) return url.href;
  warnUnusable(host, 'support-url', given, 'an https:, mailto: or tel: address, or one of this site', 'none');
  return undefined;
}
