import type {GetHeaders, GetToken} from '../api/endpoint.js';
import type {BatterySign} from '../api/inverter-balance.js';
import {warnOnce} from '../internal/warn-once.js';
import type {EmbedProperties} from './embed-properties.js';

/** What is read, and how: the embedder's properties, checked, so that every value can be used as it is. How it is shown: `view/display.ts`. */
export interface Settings {
  readonly pollIntervalMs: number;
  readonly session: string;
  readonly credentials: RequestCredentials;
  readonly batterySign: BatterySign;
  readonly building: string | undefined;
  readonly getToken: GetToken | undefined;
  readonly getHeaders: GetHeaders | undefined;
}

const SHORTEST_POLL_S = 15;
const LONGEST_POLL_S = 86_400;

/** A value that cannot be used warns once, names its attribute, and falls back to the default (contract 3). */
export function settingsOf(host: HTMLElement & EmbedProperties): Settings {
  const pollS = numberOr(host, 'poll-interval', host.pollInterval, 300, {from: 0, to: Infinity});
  return {
    pollIntervalMs: pollS === 0 ? 0 : 1000 * Math.min(LONGEST_POLL_S, Math.max(SHORTEST_POLL_S, pollS)),
    session: host.session ?? '',
    credentials: oneOf(host, 'credentials', host.credentials, ['same-origin', 'include', 'omit']),
    batterySign: oneOf(host, 'battery-sign', host.batterySign, ['auto', 'charging-positive', 'discharging-positive']),
    building: host.building || undefined,
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
export function oneOf<T extends string>(host: HTMLElement, attribute: string, value: unknown, words: readonly [T, ...T[]]): T {
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
