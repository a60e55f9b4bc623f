import type {Span} from './calendar.js';
import type {Device} from './device.js';

/** Energy of one stretch of time. A figure that was not sent, or cannot be one, is a gap: never 0. */
export type EnergyBucket = Span & (
  | {
      readonly kWh: number;
      /** How much of what was produced went to the grid. */
      readonly exportKwh?: number;
    }
  | {readonly gap: true}
);

/** Money of one stretch of time; below 0 where it was lost. */
export type SavingsBucket = Span & ({readonly amount: number} | {readonly gap: true});

export type Bucket = EnergyBucket | SavingsBucket;

/** Never added up. */
export const FLOWS = ['consumption', 'production', 'savings'] as const;
export type Flow = typeof FLOWS[number];

/** What one device consumed, or produced, bucket by bucket in their order. The two are never added up. */
export interface EnergySeries {
  readonly device: Device;
  readonly flow: 'consumption' | 'production';
  readonly buckets: readonly EnergyBucket[];
  /** How the figures came about, where they were not sent as energy: the API's own estimate of each step, or mean power by time. */
  readonly derived?: 'estimated' | 'calculated';
}

/** What Podero saved with one device. */
export interface SavingsSeries {
  readonly device: Device;
  readonly flow: 'savings';
  readonly buckets: readonly SavingsBucket[];
  /** ISO 4217. */
  readonly currency: string;
}

export type Series = EnergySeries | SavingsSeries;

export const flowOf = ({kind}: Pick<Device, 'kind'>): EnergySeries['flow'] => kind === 'inverter' ? 'production' : 'consumption';

/** kWh, or money; `undefined` is a gap. */
export const amountOf = (bucket: Bucket): number | undefined =>
  'kWh' in bucket ? bucket.kWh : 'amount' in bucket ? bucket.amount : undefined;
