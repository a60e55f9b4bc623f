import type {GetHeaders, GetToken} from '../api/endpoint.js';
import type {BatterySign} from '../api/inverter-balance.js';
import {parseUrl} from '../api/parse-url.js';
import {warnOnce} from '../internal/warn-once.js';
import {isTimeZone} from '../internal/time-zone.js';
import type {EmbedProperties} from './embed-properties.js';

/** The embedder's properties, checked: every value can be used as it is. */
export interface Settings {
  readonly pollIntervalMs: number;
  readonly staleAfterS: number;
  readonly session: string;
  readonly credentials: RequestCredentials;
  readonly timeZone: string | undefined;
  readonly batterySign: BatterySign;
  readonly building: string | undefined;
  readonly supportUrl: string | undefined;
  readonly headingLevel: number;
  readonly getToken: GetToken | undefined;
  readonly getHeaders: GetHeaders | undefined;
}

const SHORTEST_POLL_S = 15;
const LONGEST_POLL_S = 86_400;

/** A value that cannot be used warns once, names its attribute, and falls back to the default (contract 3). */
export function settingsOf(host: HTMLElement & EmbedProperties): Settings {
  // The style sheet reads it; here it is only checked.
  oneOf(host, 'color-scheme', host.getAttribute('color-scheme'), ['', 'light', 'dark', 'auto']);
  const pollS = numberOr(host, 'poll-interval', host.pollInterval, 300, {from: 0, to: Infinity});
  return {
    pollIntervalMs: pollS === 0 ? 0 : 1000 * Math.min(LONGEST_POLL_S, Math.max(SHORTEST_POLL_S, pollS)),
    staleAfterS: numberOr(host, 'stale-after', host.staleAfter, 3600, {from: 0, to: Infinity}),
    session: host.session ?? '',
    credentials: oneOf(host, 'credentials', host.credentials, ['same-origin', 'include', 'omit']),
    timeZone: timeZoneOr(host, host.timeZone),
    batterySign: oneOf(host, 'battery-sign', host.batterySign, ['auto', 'charging-positive', 'discharging-positive']),
    building: host.building || undefined,
    supportUrl: supportUrlOr(host, host.supportUrl),
    headingLevel: numberOr(host, 'heading-level', host.headingLevel, 3, {from: 1, to: 6, isWhole: true}),
    getToken: functionOr(host, 'getToken', host.getToken),
    getHeaders: functionOr(host, 'getHeaders', host.getHeaders),
  };
}

/** Names a value that cannot be used, and what stands in for it. */
export function warnUnusable(host: HTMLElement, attribute: string, value: unknown, expected: string, used: string): void {
  // As it was written: a converted "often" would read NaN.
  const written = host.getAttribute(attribute) ?? String(value);
  warnOnce(`<${host.localName} ${attribute}="${written}"> cannot be used: give ${expected}. Now ${used} is used.`);
}

interface Limits {
  readonly from: number;
  readonly to: number;
  readonly isWhole?: boolean;
}

/** A removed attribute leaves `null`, which is no wrong value. */
export function numberOr(host: HTMLElement, attribute: string, value: unknown, fallback: number, {from, to, isWhole = false}: Limits): number {
  if (value === null || value === undefined) return fallback;
  // An empty attribute arrives as 0, which would switch polling off.
  const number = value === 0 && host.getAttribute(attribute)?.trim() === '' ? NaN : Number(value);
  if (number >= from && number <= to && (!isWhole || Number.isInteger(number))) return number;
  const kind = isWhole ? 'a whole number' : 'a number';
  warnUnusable(host, attribute, value, to === Infinity ? `${kind} from ${from}` : `${kind} from ${from} to ${to}`, String(fallback));
  return fallback;
}

/** The first of the words is the default. */
function oneOf<T extends string>(host: HTMLElement, attribute: string, value: unknown, words: readonly [T, ...T[]]): T {
  const found = words.find(word => word === value);
  if (found === undefined && value !== null && value !== undefined) {
    warnUnusable(host, attribute, value, words.join(', '), words[0]);
  }
  return found ?? words[0];
}

function functionOr<T>(host: HTMLElement, property: string, value: T): T | undefined {
  if (typeof value === 'function') return value;
  if (value !== null && value !== undefined) warnUnusable(host, property, value, 'a function', 'none');
  return undefined;
}

const zones = new Map<string, boolean>();

function timeZoneOr(host: HTMLElement, zone: string | null | undefined): string | undefined {
  if (!zone) return undefined;
  if (!zones.has(zone)) zones.set(zone, isTimeZone(zone));
  if (zones.get(zone)) return zone;
  warnUnusable(host, 'time-zone', zone, 'an IANA name such as Europe/Vienna', "the browser's zone");
  return undefined;
}

/** Where a customer gets help; by mail and telephone too. */
function supportUrlOr(host: HTMLElement, given: string | null | undefined): string | undefined {
  if (!given) return undefined;
  const url = parseUrl(String(given), document.baseURI);
  if (url && (/^(https|mailto|tel):$/.test(url.protocol) || (url.origin === location.origin && url.protocol.startsWith('http')))) return url.href;
  warnUnusable(host, 'support-url', given, 'an https:, mailto: or tel: address, or one of this site', 'none');
  return undefined;
}
