import {expect} from '@open-wc/testing';
import type {PollState} from '../../src/polling/poll-state.js';
import {begin, fail, IDLE, succeed, valueOf} from '../../src/polling/poll-state.js';

const READY = {status: 'ready', value: 'a', at: 1, isRefreshing: false} as const;
const FAILURE = {error: 'x', nextAttemptAt: 9};
const FAILED = {status: 'failed', failure: FAILURE, isRefreshing: false} as const;

const STEPS: readonly (readonly [name: string, got: PollState<string>, wanted: PollState<string>])[] = [
  ['a first request is pending', begin(IDLE), {status: 'pending'}],
  ['a further request keeps the value', begin(READY), {...READY, isRefreshing: true}],
  ['a further request keeps the problem of the last until it is answered', begin({...READY, problem: FAILURE}), {...READY, problem: FAILURE, isRefreshing: true}],
  ['a request after a failure keeps the failure until it is answered', begin(FAILED), {...FAILED, isRefreshing: true}],
  ['a success forgets problems', succeed('b', 2), {status: 'ready', value: 'b', at: 2, isRefreshing: false}],
  ['a failure without a value is a failure', fail({status: 'pending'}, FAILURE, false), FAILED],
  ['a failure keeps the value and its age', fail({...READY, isRefreshing: true}, FAILURE, false), {...READY, problem: FAILURE}],
  ['a failure that forgets drops the value', fail(READY, FAILURE, true), FAILED],
];

describe('the state of a poll', () => {
  for (const [name, got, wanted] of STEPS) it(name, () => expect(got).to.deep.equal(wanted));

  it('has a value only when it is ready', () => {
    expect([IDLE, begin(IDLE), FAILED, READY].map(valueOf)).to.deep.equal([undefined, undefined, undefined, 'a']);
  });
});
