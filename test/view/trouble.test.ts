import {expect} from '@open-wc/testing';
import type {ErrorCode} from '../../src/domain/errors.js';
import {PoderoError} from '../../src/domain/errors.js';
import type {ReadyView} from '../../src/elements/source-view.js';
import {failedView} from '../../src/elements/source-view.js';
import type {ConnectionNotice} from '../../src/view/device-foot-view.js';
import {failureOf, noticeOf, retryAtOf} from '../../src/view/trouble.js';

const error = (code: ErrorCode, options: {retryAt?: number; status?: number} = {}) => new PoderoError(code, code, options);

const view = (differences: Partial<ReadyView> = {}): ReadyView =>
  ({is: 'ready', devices: [], isRefreshing: false, problems: [], good: 1, isServedStale: false, dropped: [], ...differences});

/** Nothing could be refreshed. */
const allFailed = (code: ErrorCode, status?: number): ReadyView => view({good: 0, worst: error(code, status === undefined ? {} : {status})});

describe('noticeOf', () => {
  const NOTICES: readonly (readonly [what: string, view: ReadyView, notice: ConnectionNotice | undefined])[] = [
    ['nothing', view(), undefined],
    ['a stale answer', view({isServedStale: true}), 'upstream'],
    ['a device that could not be read', view({dropped: [{kind: 'inverter', count: 1}]}), 'partial'],
    ['one kind of several that failed', view({worst: error('offline')}), 'partial'],
    ['no network anywhere', allFailed('offline'), 'offline'],
    ['a portal that does not answer', allFailed('network'), 'unreachable'],
    ['a portal that is too slow', allFailed('timeout'), 'unreachable'],
    ['a provider that does not answer', allFailed('server'), 'upstream'],
    ['an answer that cannot be read', allFailed('malformed'), 'partial'],
    ['an answer that is asked for too often', allFailed('rate-limited'), 'partial'],
    ['a collection that is there no more', allFailed('not-found'), 'partial'],
  ];

  for (const [what, given, notice] of NOTICES) {
    it(`is ${notice ?? 'none'} with ${what}`, () => expect(noticeOf(given)).to.equal(notice));
  }

  it('tells a provider that does not answer from an answer that refuses', () => {
    expect([400, 409, 422, 500, 502, 504].map(status => noticeOf(allFailed('server', status))))
      .to.deep.equal(['partial', 'partial', 'partial', 'upstream', 'upstream', 'upstream']);
  });
});

describe('what a failed view tells', () => {
  it('is its code and when somebody may ask again, 0 where nobody knows', () => {
    expect(failureOf({is: 'failed', error: error('rate-limited', {retryAt: 7000}), nextAttemptAt: 8000, isRefreshing: true}))
      .to.deep.equal({code: 'rate-limited', isRetrying: true, nextTryAt: 8000, retryAt: 7000});
    const bare = failedView(error('server'));
    expect(bare.is === 'failed' && failureOf(bare)).to.deep.equal({code: 'server', isRetrying: false, nextTryAt: 0, retryAt: 0});
  });

  it('is of several problems the last ban', () => {
    const problems = [9000, 6000, undefined].map(retryAt => ({kind: 'inverter', error: error('rate-limited', retryAt === undefined ? {} : {retryAt})} as const));
    expect([retryAtOf(problems), retryAtOf([])]).to.deep.equal([9000, 0]);
  });
});
