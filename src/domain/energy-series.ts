import type {Device} from './device.js';

/** Energy of one stretch of time. A figure that was not sent, or cannot be one, is a gap: never 0. */
export type EnergyBucket = {readonly from: Date; readonly to: Date} & (
  | {
      readonly kWh: number;
      /** How much of what was produced went to the grid. */
      readonly exportKwh?: number;
    }
  | {readonly gap: true}
);

/** Never added up. */
export const FLOWS = ['consumption', 'production'] as const;

/** What one device consumed, or produced, bucket by bucket in their order. The two are never added up. */
export interface EnergySeries {
  readonly device: Device;
  readonly flow: (typeof FLOWS)[number];
  readonly buckets: readonly EnergyBucket[];
}

export const flowOf = ({kind}: Pick<Device, 'kind'>): EnergySeries['flow'] => kind === 'inverter' ? 'production' : 'consumption';
