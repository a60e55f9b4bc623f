/** An answer of `data` → buckets of kWh, one a step. */
import type * as z from 'zod/mini';
import type {DeviceKind} from '../domain/device.js';
import type {EnergyBucket} from '../domain/energy-series.js';
import type {Unverified, Warn} from './sent.js';
import {energyOf, GAP, instantOf, isRefused} from './sent.js';
import type {seriesSchema} from './series-schema.js';

type Sent = NonNullable<Unverified<z.infer<typeof seriesSchema>>>;
type SentStep = NonNullable<Sent['data']>[number];

export type ReadSteps = {readonly is: 'read'; readonly buckets: readonly EnergyBucket[]} | {readonly is: 'refused' | 'malformed'};

/** Which fields are asked for: energy in Wh of a step; of an inverter mean power in W. */
export const KEYWORDS: Readonly<Record<DeviceKind, string>> = {
  'heat-pump': 'estimated_consumption', 'electric-vehicle': 'estimated_consumption', inverter: 'solar_production_w,export_power_to_grid_w',
};

/** Buckets in their order. A step has no end of its own: it is as long as was asked for, or it is a gap. */
export function readSteps(json: unknown, kind: DeviceKind, stepMs: number, warn: Warn): ReadSteps {
  const sent = (typeof json === 'object' ? json : null) as Sent | null;
  if (isRefused(sent)) return {is: 'refused'};
  if (!Array.isArray(sent?.data)) return {is: 'malformed'};
  const steps = stepsOf(sent.data as readonly SentStep[], warn);
  const lengths = steps.map(({from}, index) => (steps[index + 1]?.from ?? from + stepMs) - from);
  // A longer one is followed by a hole where others are as asked for; where none is, all are of another length.
  const isKept = lengths.length < 2 || lengths.slice(0, -1).includes(stepMs);
  if (!isKept) warn('steps are not as long as was asked for.');
  return {
    is: 'read',
    buckets: steps.map(({from, step}, index) => Object.freeze({
      from: new Date(from),
      to: new Date(from + stepMs),
      ...(isKept && (lengths[index] ?? 0) >= stepMs ? figureOf(step, kind, stepMs, warn) : GAP),
    })),
  };
}

function stepsOf(sent: readonly SentStep[], warn: Warn): readonly {readonly from: number; readonly step: SentStep}[] {
  const steps = new Map<number, SentStep>();
  for (const step of sent) {
    const from = instantOf(step?.time)?.getTime();
    if (from === undefined) warn('the time of a step cannot be read, its figures belong nowhere.');
    else if (!steps.has(from)) steps.set(from, step);
  }
  return [...steps].sort(([a], [b]) => a - b).map(([from, step]) => ({from, step}));
}

const HOUR_MS = 3_600_000;

function figureOf(step: SentStep, kind: DeviceKind, stepMs: number, warn: Warn) {
  if (kind !== 'inverter') {
    const kWh = energyOf(step?.estimated_consumption, 1000, warn);
    return kWh === undefined ? GAP : {kWh};
  }
  const wattsPerKwh = 1000 * HOUR_MS / stepMs;
  const [kWh, exportKwh] = [step?.solar_production_w, step?.export_power_to_grid_w].map(sent => energyOf(sent, wattsPerKwh, warn));
  return kWh === undefined ? GAP : {kWh, ...(exportKwh === undefined ? {} : {exportKwh})};
}
