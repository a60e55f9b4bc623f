import {expect} from '@open-wc/testing';
import {judge} from '../../src/api/retry-policy.js';
import type {ErrorCode} from '../../src/domain/errors.js';
import {PoderoError} from '../../src/domain/errors.js';

const error = (code: ErrorCode, facts = {}) => new PoderoError(code, '', facts);
/** At the end of the spread, so that delays are whole. */
const nextOf = (thrown: unknown, failures = 1) => judge(thrown, failures, 1).next;

describe('what becomes of a poll that failed', () => {
  it('N01, H10 is tried again soon, three times, then as usual', () => {
    for (const thrown of [error('network'), error('timeout'), error('server', {status: 503})]) {
      expect([1, 2, 3, 4].map(failures => nextOf(thrown, failures)), thrown.code).to.deep.equal([2_000, 8_000, 30_000, 'interval']);
    }
  });

  it('N01 spreads the retries over half of each delay', () => {
    expect([0, 0.5, 1].map(random => judge(error('network'), 1, random).next)).to.deep.equal([1_000, 1_500, 2_000]);
  });

  it('H05, H09 waits as usual for what asking again soon cannot mend', () => {
    for (const thrown of [error('server', {status: 400}), error('not-found', {status: 404}), error('malformed'), error('offline')]) {
      expect(nextOf(thrown), thrown.code).to.equal('interval');
    }
  });

  it('H06, H07 stops and forgets for who is signed out', () => {
    for (const code of ['unauthorized', 'forbidden'] as const) expect(judge(error(code), 1)).to.deep.equal({next: 'never', forget: true});
  });

  it('stops for what only the page can mend', () => {
    expect(judge(error('config'), 1)).to.deep.equal({next: 'never', forget: false});
  });

  it('H11 waits for as long as the server says, and tries then: three times, never sooner than it would have anyway', () => {
    const at = (retryAt: number, failures: number, status = 429) =>
      judge(error(status === 429 ? 'rate-limited' : 'server', {status, retryAt}), failures, 0.5, 10_000);
    expect(at(130_000, 1)).to.deep.equal({next: 120_000, notBefore: 130_000, forget: false});
    expect(at(15_000, 1, 503)).to.include({next: 5_000, notBefore: 15_000});
    expect(at(10_001, 1).next).to.equal(2_000);
    expect(at(10_001, 4).next).to.equal('interval');
    expect(at(130_000, 1, 400)).to.include({next: 'interval', notBefore: 130_000});
  });

  it('waits as usual where a server that is asked too often does not say for how long', () => {
    expect(judge(error('rate-limited', {status: 429}), 1).next).to.equal('interval');
  });

  it('takes what nobody foresaw for a broken answer', () => {
    expect(nextOf(new TypeError('x is not a function'))).to.equal('interval');
  });
});
