import {expect} from '@open-wc/testing';
import fc from 'fast-check';
import type {ReadSavings} from '../../src/api/savings.js';
import {readSavings} from '../../src/api/savings.js';
import {DEVICE_KINDS} from '../../src/domain/device.js';
import {savingsPayload, thisWeek} from '../fixtures/savings.js';
import {anyJson, spoiltJson} from './arbitraries.js';

const WEEK = thisWeek('Europe/Vienna');
const kinds = fc.constantFrom(...DEVICE_KINDS);
const good = (kind: typeof DEVICE_KINDS[number]) => savingsPayload(kind, WEEK, [1000, 2000, 0, null, 5000, 6000, 7000], [1, 2, 3]);

const isSum = (value: number | undefined) => value === undefined || (Number.isFinite(value) && value >= 0);

/** Whatever was sent: it is told what it is, and every figure is one. */
function expectSound(answer: ReadSavings): void {
  expect(answer.is).to.be.oneOf(['read', 'refused', 'malformed']);
  if (answer.is !== 'read') return;
  answer.buckets.forEach((bucket, index) => {
    expect(bucket.from < bucket.to && (answer.buckets[index + 1]?.from ?? bucket.to) > bucket.from, 'spans in their order').to.equal(true);
    expect('gap' in bucket || (isSum(bucket.kWh) && isSum(bucket.exportKwh)), JSON.stringify(bucket)).to.equal(true);
  });
}

describe('an answer of savings', () => {
  it('of which anything is wrong is still read in at least 70 of 100 cases, and never has a figure that is none', () => {
    let [cases, read] = [0, 0];
    fc.assert(fc.property(kinds.chain(kind => fc.tuple(fc.constant(kind), spoiltJson(good(kind)))), ([kind, json]) => {
      const answer = readSavings(JSON.parse(JSON.stringify(json)), kind, () => {});
      expectSound(answer);
      cases += 1;
      read += Number(answer.is === 'read' && answer.buckets.length > 0);
    }), {numRuns: 500});
    expect(read / cases, `${read} of ${cases}`).to.be.at.least(0.7);
  });

  it('may be anything, on the whole or in its parts', () => {
    const buckets = fc.record({metadata: anyJson, data: fc.array(fc.oneof(anyJson, fc.record({period: anyJson, heat_pump: anyJson, consumption: anyJson})))}, {requiredKeys: ['data']});
    fc.assert(fc.property(kinds, fc.oneof(anyJson, buckets), (kind, json) => {
      expectSound(readSavings(JSON.parse(JSON.stringify(json)), kind, () => {}));
    }), {numRuns: 500});
  });

  it('stays mended where a word or a day was an object with a form of its own', () => {
    const odd = {toString: 1, valueOf: null};
    const [first] = good('heat-pump').data;
    expect(readSavings({metadata: {units: {consumption: odd}}, data: [{...first, period: {start_period: odd, end_period: odd}}]}, 'heat-pump', () => {}))
      .to.deep.equal({is: 'read', buckets: []});
  });
});
