import {expect} from '@open-wc/testing';
import fc from 'fast-check';
import type {ReadSavings} from '../../src/api/savings.js';
import {readSavings} from '../../src/api/savings.js';
import {DEVICE_KINDS} from '../../src/domain/device.js';
import {savingsPayload, thisWeek} from '../fixtures/savings.js';
import {anyJson, spoiltJson} from './arbitraries.js';
import {expectSoundBuckets} from './invariants.js';

const WEEK = thisWeek('Europe/Vienna');
const kinds = fc.constantFrom(...DEVICE_KINDS);
const good = (kind: typeof DEVICE_KINDS[number]) => savingsPayload(kind, WEEK, [1000, 2000, 0, null, 5000, 6000, 7000], [1, 2, 3]);

/** Whatever was sent: it is told what it is, and every figure is one. */
function expectSound(answer: ReadSavings): void {
  expect(answer.is).to.be.oneOf(['read', 'refused', 'malformed']);
  if (answer.is !== 'read') return;
  expectSoundBuckets(answer.buckets);
  if (!answer.saved) return;
  expect(answer.saved.currency).to.match(/^[A-Z]{3}$/);
  expect(answer.saved.buckets.map(({from}) => from), 'the same spans').to.deep.equal(answer.buckets.map(({from}) => from));
  for (const bucket of answer.saved.buckets) expect('gap' in bucket || Number.isFinite(bucket.amount), JSON.stringify(bucket)).to.equal(true);
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
    const currency = fc.oneof(anyJson, fc.constantFrom('EUR', 'CHF', 'eur', '%', 'XYZ'));
    const metadata = fc.oneof(anyJson, fc.record({units: fc.oneof(anyJson, fc.record({savings: currency, consumption: anyJson}))}));
    const period = fc.oneof(anyJson, fc.constantFrom(...good('heat-pump').data.map(item => item.period)));
    const bucket = fc.record({period, heat_pump: anyJson, consumption: anyJson, savings: fc.oneof(anyJson, fc.record({total: anyJson}))}, {requiredKeys: []});
    const buckets = fc.record({metadata, data: fc.array(fc.oneof(anyJson, bucket))}, {requiredKeys: ['data']});
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
