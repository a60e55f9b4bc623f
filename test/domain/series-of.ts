/** Series as the tests write them: a number is a figure, `null` a gap, and `undefined` leaves the bucket out. */
import type {Home, Span} from '../../src/domain/calendar.js';
import type {Device, DeviceKind} from '../../src/domain/device.js';
import type {EnergyBucket, EnergySeries, SavingsSeries} from '../../src/domain/energy-series.js';
import {flowOf} from '../../src/domain/energy-series.js';
import type {Figure, Share} from '../../src/domain/shares.js';

export const VIENNA: Home = {zone: 'Europe/Vienna', firstWeekday: 1};

/** Steps of one length, from one end of a span to the other. */
export const stepsOf = ({from, to}: Span, stepMs: number): readonly Span[] => Array.from({length: (to.getTime() - from.getTime()) / stepMs}, (_, index) => {
  const start = from.getTime() + index * stepMs;
  return {from: new Date(start), to: new Date(start + stepMs)};
});

export type Amount = number | null | undefined;

export const bucketsOf = (spans: readonly Span[], amounts: readonly Amount[]): readonly EnergyBucket[] => spans.flatMap(({from, to}, index) => {
  const kWh = amounts[index];
  return kWh === undefined ? [] : kWh === null ? {from, to, gap: true as const} : {from, to, kWh};
});

export function seriesOf(id: string, spans: readonly Span[], amounts: readonly Amount[], kind: DeviceKind = 'heat-pump'): EnergySeries {
  const device = {kind, id} as Device;
  return {device, flow: flowOf(device), buckets: bucketsOf(spans, amounts)};
}

export const savingsOf = (id: string, spans: readonly Span[], amounts: readonly Amount[]): SavingsSeries => ({
  device: {kind: 'heat-pump', id} as Device,
  flow: 'savings',
  currency: 'EUR',
  buckets: bucketsOf(spans, amounts).map(({from, to, ...bucket}) => 'kWh' in bucket ? {from, to, amount: bucket.kWh} : {from, to, gap: true}),
});

/** `5?` where some of the devices gave none. */
export const short = (figure: Figure): number | string => figure.is === 'known' ? (figure.isPartial ? `${figure.amount}?` : figure.amount) : figure.is;

/** The way back: what `short` makes of it. */
export function figureOf(shown: number | string): Figure {
  if (shown === 'gap' || shown === 'ahead') return {is: shown};
  return {is: 'known', amount: parseFloat(`${shown}`), isPartial: String(shown).endsWith('?')};
}

export const shareOf = (...shown: readonly (number | string)[]): Share => ({flow: 'consumption', devices: [], figures: shown.map(figureOf)});
