/** The simulated home's calendar: UTC+1 all year, so that no simulated day has 23 or 25 hours. Instants are epoch ms. */

export const MINUTE_MS = 60_000;
export const HOUR_MS = 60 * MINUTE_MS;
export const DAY_MS = 24 * HOUR_MS;

const ZONE_MS = HOUR_MS;

/** Number of the home's day that holds the instant. */
export const dayOf = (at: number): number => Math.floor((at + ZONE_MS) / DAY_MS);

/** Hours since the home's midnight: 13.5 is half past one. */
export const hourOf = (at: number): number => (at - instantOf(dayOf(at), 0)) / HOUR_MS;

export const instantOf = (day: number, hour: number): number => day * DAY_MS - ZONE_MS + hour * HOUR_MS;

/** 0 is Sunday; day 0 was a Thursday. */
export const weekdayOf = (day: number): number => (day + 4) % 7;

/** The last whole step at or before the instant. */
export const stepOf = (at: number, stepMs: number): number => Math.floor(at / stepMs) * stepMs;

/** 0 at New Year, 1 at the next, give or take a leap day. */
export const yearFraction = (at: number): number => ((at / DAY_MS) % 365.25) / 365.25;

/** Chance that repeats itself: a number from 0 to 1 that is always the same for the same `n`, subject and home's seed. */
export function chance(n: number, subject: number, seed: number): number {
  const x = Math.sin(n * 12.9898 + subject * 78.233 + seed * 37.719) * 43758.5453;
  return x - Math.floor(x);
}
