import {expect} from '@open-wc/testing';
import {retryAtOf} from '../../src/api/status-error.js';

const NOW = Date.parse('2026-11-24T12:00:00Z');

/** Header, ms from now. */
const RETRY_AFTER: readonly [string | null, number | undefined][] = [
  [null, undefined],
  ['', undefined],
  ['0', undefined],
  ['-5', undefined],
  ['soon', undefined],
  ['120', 120_000],
  [' 120 ', 120_000],
  ['86400', 3_600_000],
  ['Tue, 24 Nov 2026 12:05:00 GMT', 300_000],
  ['Tue, 24 Nov 2026 11:00:00 GMT', undefined],
  ['Wed, 25 Nov 2026 12:00:00 GMT', 3_600_000],
];

describe('Retry-After', () => {
  for (const [header, ms] of RETRY_AFTER) {
    it(`H12 "${header}" means ${ms === undefined ? 'nothing' : `${ms / 1000} s`}`, () => {
      expect(retryAtOf(header, NOW)).to.equal(ms === undefined ? undefined : NOW + ms);
    });
  }

  it('H12 is a date of the server\'s clock, however wrong the customer\'s is', () => {
    const [in5Minutes, days] = ['Tue, 24 Nov 2026 12:05:00 GMT', 3 * 86_400_000];
    for (const wrong of [days, -days]) expect(retryAtOf(in5Minutes, NOW + wrong, NOW)).to.equal(NOW + wrong + 300_000);
    expect(retryAtOf(in5Minutes, NOW, NaN)).to.equal(NOW + 300_000);
  });
});
