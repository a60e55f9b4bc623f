import {chance, dayOf, DAY_MS, HOUR_MS, hourOf, yearFraction} from './home-time.js';

const LATITUDE = (48.2 * Math.PI) / 180;
const LONGITUDE_DEG = 16.4;
const CLOUDS = 1;
const WARMTH = 2;

/** Air in °C: coldest in mid January and at 5:00, warmest in mid July and at 15:00 to 17:00; ± 2 K from day to day. */
export function outdoorC(at: number, seed: number): number {
  const season = 10 - 10.5 * Math.cos(2 * Math.PI * (yearFraction(at) - 15 / 365));
  const time = -3.5 * Math.cos((2 * Math.PI * (hourOf(at) - 5)) / 24);
  return season + time + blendDays(at, WARMTH, seed) * 4 - 2;
}

/** Sine of the sun's height over the horizon of Vienna, 0 at night. */
export function sunHeight(at: number): number {
  const declination = -0.409 * Math.cos(2 * Math.PI * (yearFraction(at) + 10 / 365));
  const solarHour = (((at % DAY_MS) / HOUR_MS) + LONGITUDE_DEG / 15);
  const hourAngle = (2 * Math.PI * (solarHour - 12)) / 24;
  return Math.max(0,
    Math.sin(LATITUDE) * Math.sin(declination) + Math.cos(LATITUDE) * Math.cos(declination) * Math.cos(hourAngle));
}

/** What the clouds leave of the light: 0.45 on a dull day to 1, with clouds that pass in about forty minutes. */
export function clearness(at: number, seed: number): number {
  const passing = 0.5 + 0.5 * Math.sin(at / (6.5 * 60_000)) * Math.sin(at / (17 * 60_000));
  return (0.55 + 0.45 * blendDays(at, CLOUDS, seed)) * (0.82 + 0.18 * passing);
}

/** A day's chance, moving over to the next day's without a jump at midnight. */
function blendDays(at: number, subject: number, seed: number): number {
  const day = dayOf(at);
  const share = hourOf(at) / 24;
  return chance(day, subject, seed) * (1 - share) + chance(day + 1, subject, seed) * share;
}
