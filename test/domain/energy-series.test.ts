import {expect} from '@open-wc/testing';
import type {Bucket} from '../../src/domain/energy-series.js';
import {amountOf, flowOf} from '../../src/domain/energy-series.js';

describe('a bucket', () => {
  const span = {from: new Date('2026-03-24T00:00:00Z'), to: new Date('2026-03-25T00:00:00Z')};

  for (const [bucket, expected] of [
    [{...span, kWh: 2, exportKwh: 9}, 2], [{...span, kWh: 0}, 0], [{...span, amount: -1.5}, -1.5], [{...span, amount: 0}, 0], [{...span, gap: true}, undefined],
  ] as readonly [Bucket, number | undefined][]) {
    it(`amounts to ${expected}: ${Object.keys(bucket).slice(2).join()}`, () => expect(amountOf(bucket)).to.equal(expected));
  }
});

describe('what flows', () => {
  it('is produced by an inverter, and consumed by all others', () => {
    expect((['heat-pump', 'electric-vehicle', 'inverter'] as const).map(kind => flowOf({kind}))).to.deep.equal(['consumption', 'consumption', 'production']);
  });
});
