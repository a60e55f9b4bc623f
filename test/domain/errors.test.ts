import {expect} from '@open-wc/testing';
import type {ErrorCode} from '../../src/domain/errors.js';
import {asPoderoError, ERROR_CODES, isRetryable, isSignedOut, PoderoError, worstError} from '../../src/domain/errors.js';

/** What contract 5 says of each code. */
const CODES: Readonly<Record<ErrorCode, {retryable: boolean; signedOut: boolean}>> = {
  config: {retryable: false, signedOut: false},
  offline: {retryable: true, signedOut: false},
  network: {retryable: true, signedOut: false},
  timeout: {retryable: true, signedOut: false},
  unauthorized: {retryable: false, signedOut: true},
  forbidden: {retryable: false, signedOut: true},
  'not-found': {retryable: false, signedOut: false},
  'rate-limited': {retryable: true, signedOut: false},
  server: {retryable: true, signedOut: false},
  malformed: {retryable: true, signedOut: false},
};

const errors = (...codes: ErrorCode[]) => codes.map(code => new PoderoError(code, code));

describe('errors', () => {
  for (const [code, {retryable, signedOut}] of Object.entries(CODES) as [ErrorCode, (typeof CODES)[ErrorCode]][]) {
    it(`${code}: ${retryable ? '' : 'not '}retryable${signedOut ? ', signed out' : ''}`, () => {
      expect([isRetryable(code), isSignedOut(code)]).to.deep.equal([retryable, signedOut]);
    });
  }

  it('of several, the most telling counts, whatever came first', () => {
    expect(worstError(errors('malformed', 'server', 'offline', 'timeout'))?.code).to.equal('offline');
    expect(worstError(errors(...ERROR_CODES).reverse())?.code).to.equal(ERROR_CODES[0]);
    expect(worstError([])).to.equal(undefined);
  });

  it('keep their facts, and have no others', () => {
    const cause = new Error('why');
    expect({...new PoderoError('server', 'Down.', {status: 502, cause})}).to.deep.include({code: 'server', status: 502});
    expect(new PoderoError('server', 'Down.', {cause}).cause === cause).to.equal(true);
    expect(Object.keys(new PoderoError('network', 'Gone.'))).not.to.include.members(['status', 'retryAt']);
  });
});

describe('whatever was thrown', () => {
  it('stays itself when it is one of ours, also one of another copy of the bundle', () => {
    const own = new PoderoError('timeout', 'Late.');
    const foreign = Object.assign(new Error('Late.'), {code: 'timeout'});
    expect([asPoderoError(own) === own, asPoderoError(foreign) === (foreign as unknown)]).to.deep.equal([true, true]);
  });

  for (const thrown of [new TypeError('x'), Object.assign(new Error('x'), {code: 'ECONNREFUSED'}), 'x', undefined, null, 7]) {
    it(`is a broken answer that keeps its cause: ${String(thrown)}`, () => {
      const error = asPoderoError(thrown);
      expect(error.code).to.equal('malformed');
      expect(error.cause === thrown).to.equal(true);
    });
  }
});
