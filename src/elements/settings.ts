import type {BatterySign} from '../api/inverter-balance.js';
import {warnOnce} from '../internal/warn-once.js';
import type {EmbedProperties} from './embed-properties.js';

/** The embedder's properties, checked: every value can be used as it is. */
export interface Settings {
  readonly pollIntervalMs: number;
  readonly staleAfterS: number;
  readonly credentials: RequestCredentials;
  readonly timeZone: string | undefined;
  readonly batterySign: BatterySign;
  readonly headingLevel: number;
}

const SHORTEST_POLL_S = 15;
const LONGEST_POLL_S = 86_400;

/** A value that cannot be used warns once, names its attribute, and falls back to the default (contract 3). */
export function settingsOf(host: HTMLElement & EmbedProperties): Settings {
  const tag = host.localName;
  const pollS = numberOr(tag, 'poll-interval', host.pollInterval, 300, {from: 0, to: Infinity});
  return {
    pollIntervalMs: pollS === 0 ? 0 : 1000 * Math.min(LONGEST_POLL_S, Math.max(SHORTEST_POLL_S, pollS)),
    staleAfterS: numberOr(tag, 'stale-after', host.staleAfter, 3600, {from: 0, to: Infinity}),
    credentials: oneOf(tag, 'credentials', host.credentials, ['same-origin', 'include', 'omit']),
    timeZone: timeZoneOr(tag, host.timeZone),
    batterySign: oneOf(tag, 'battery-sign', host.batterySign, ['auto', 'charging-positive', 'discharging-positive']),
    headingLevel: numberOr(tag, 'heading-level', host.headingLevel, 3, {from: 1, to: 6}),
  };
}

/** Names a value that cannot be used, and what stands in for it. */
export function warnUnusable(tag: string, attribute: string, value: unknown, expected: string, used: string): void {
  warnOnce(`<${tag} ${attribute}="${String(value)}"> cannot be used: give ${expected}. Now ${used} is used.`);
}

/** A removed attribute leaves `null`, which is no wrong value. */
function numberOr(tag: string, attribute: string, value: unknown, fallback: number, {from, to}: {from: number; to: number}): number {
  if (value === null || value === undefined) return fallback;
  const number = Number(value);
  if (number >= from && number <= to) return number;
  warnUnusable(tag, attribute, value, to === Infinity ? `a number from ${from}` : `a number from ${from} to ${to}`, String(fallback));
  return fallback;
}

/** The first of the words is the default. */
function oneOf<T extends string>(tag: string, attribute: string, value: unknown, words: readonly [T, ...T[]]): T {
  const found = words.find(word => word === value);
  if (found === undefined && value !== null && value !== undefined) {
    warnUnusable(tag, attribute, value, words.join(', '), words[0]);
  }
  return found ?? words[0];
}

const zones = new Map<string, boolean>();

function timeZoneOr(tag: string, zone: string | null | undefined): string | undefined {
  if (!zone) return undefined;
  if (!zones.has(zone)) zones.set(zone, isTimeZone(zone));
  if (zones.get(zone)) return zone;
  warnUnusable(tag, 'time-zone', zone, 'an IANA name such as Europe/Vienna', "the browser's zone");
  return undefined;
}

function isTimeZone(zone: string): boolean {
  try {
    return !!new Intl.DateTimeFormat('en', {timeZone: zone});
  } catch {
    return false;
  }
}
