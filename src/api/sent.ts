/**
 * Single values of an answer that is read by hand: the chart's chunk shares no code with the entry, so it does without zod. Whatever
 * does not fit its field is missing.
 */

/** JSON in the form that was agreed on, as far as it keeps to it. */
export type Unverified<T> = T extends readonly (infer Item)[] ? readonly Unverified<NonNullable<Item>>[] : UnverifiedFields<T>;
type UnverifiedFields<T> = T extends object ? {readonly [Name in keyof T]?: Unverified<NonNullable<T[Name]>>} | null : unknown;

export type Warn = (what: string) => void;

export const GAP = {gap: true} as const;

/** More than a home could use, or win. */
const LIMIT = 1e12;

/** `"21.50"` counts as the number it spells, no other text does (faults, values). −0 is 0. */
export function numberOf(sent: unknown, warn: Warn): number | undefined {
  if (sent === null || sent === undefined) return undefined;
  const isText = typeof sent === 'string' && /^\s*-?\d+(\.\d+)?\s*$/.test(sent);
  const amount = isText || typeof sent === 'number' ? Number(sent) : NaN;
  const isUsable = Math.abs(amount) < LIMIT;
  if (!isUsable) warn('figures that cannot be read count as missing.');
  else if (isText) warn('figures came as text instead of numbers.');
  return isUsable ? amount || 0 : undefined;
}

/** kWh, of which `perKwh` of the unit are one. Energy has a direction of its own: it is never below 0. */
export function energyOf(sent: unknown, perKwh: number | undefined, warn: Warn): number | undefined {
  const amount = perKwh ? numberOf(sent, warn) : undefined;
  if (amount === undefined || !perKwh) return undefined;
  if (amount < 0) warn('figures that cannot be read count as missing.');
  return amount < 0 ? undefined : amount / perKwh;
}

/** Only a text is one: an object's own `toString` would be called, and may be anything. */
export const wordOf = (sent: unknown): string => typeof sent === 'string' ? sent.trim() : '';

/** ISO 8601; without a zone it is UTC, as all over the API. */
export function instantOf(sent: unknown): Date | undefined {
  const [, day, time, zone = 'Z'] = /^(\d{4}-\d\d-\d\d)(?:[T ](\d\d:\d\d(?::\d\d(?:\.\d+)?)?)(Z|[+-]\d\d:?\d\d)?)?$/i.exec(wordOf(sent)) ?? [];
  const instant = new Date(`${day}T${time ?? '00:00'}${zone.toUpperCase()}`);
  return Number.isNaN(instant.getTime()) ? undefined : instant;
}

/** An answer with an error in it is none: the API has failed, whatever the status says. Its text is nobody's business. */
export const isRefused = (sent: {readonly metadata?: {readonly error?: unknown} | null} | null): boolean => !!sent?.metadata?.error;
