import {expect} from '@open-wc/testing';
import fc from 'fast-check';
import type {ReadSteps} from '../../src/api/series.js';
import {readSteps} from '../../src/api/series.js';
import {DEVICE_KINDS} from '../../src/domain/device.js';
import {seriesPayload} from '../fixtures/series.js';
import {anyJson, spoiltJson} from './arbitraries.js';
import {expectSoundBuckets} from './invariants.js';

const [HOUR_MS, QUARTER_MS] = [3_600_000, 900_000];
const HOURS = Array.from({length: 23}, (_, hour) => new Date(Date.parse('2026-03-28T23:00:00Z') + hour * HOUR_MS));
const kinds = fc.constantFrom(...DEVICE_KINDS);
const lengths = fc.constantFrom(HOUR_MS, QUARTER_MS);
const good = (kind: typeof DEVICE_KINDS[number]) => seriesPayload(kind, HOURS, HOURS.map((_, hour) => hour % 5 ? hour * 100 : null), [1, 2, 3]);

/** Whatever was sent: it is told what it is, every figure is one, and every step as long as was asked for. */
function expectSound(answer: ReadSteps, stepMs: number): void {
  expect(answer.is).to.be.oneOf(['read', 'refused', 'malformed']);
  if (answer.is !== 'read') return;
  expectSoundBuckets(answer.buckets);
  for (const [index, bucket] of answer.buckets.entries()) {
    expect(bucket.to.getTime() - bucket.from.getTime()).to.equal(stepMs);
    const next = answer.buckets[index + 1];
    if ('kWh' in bucket && next) expect(next.from >= bucket.to, 'none with a figure overlaps the next').to.equal(true);
  }
}

describe('an answer of data', () => {
  it('of which anything is wrong is still read in at least 70 of 100 cases, and never has a figure that is none', () => {
    let [cases, read] = [0, 0];
    fc.assert(fc.property(kinds.chain(kind => fc.tuple(fc.constant(kind), spoiltJson(good(kind)))), lengths, ([kind, json], stepMs) => {
      const answer = readSteps(JSON.parse(JSON.stringify(json)), kind, stepMs, () => {});
      expectSound(answer, stepMs);
      cases += 1;
      read += Number(answer.is === 'read' && answer.buckets.length > 0);
    }), {numRuns: 300});
    expect(read / cases, `${read} of ${cases}`).to.be.at.least(0.7);
  });

  it('may be anything, on the whole or in its parts', () => {
    const time = fc.oneof(anyJson, fc.constantFrom(...HOURS.map(hour => hour.toISOString())));
    const step = fc.record({time, estimated_consumption: anyJson, solar_production_w: anyJson, export_power_to_grid_w: anyJson}, {requiredKeys: []});
    const steps = fc.record({metadata: anyJson, data: fc.array(fc.oneof(anyJson, step))}, {requiredKeys: ['data']});
    fc.assert(fc.property(kinds, lengths, fc.oneof(anyJson, steps), (kind, stepMs, json) => {
      expectSound(readSteps(JSON.parse(JSON.stringify(json)), kind, stepMs, () => {}), stepMs);
    }), {numRuns: 500});
  });
});
