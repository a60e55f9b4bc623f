import {aTimeout, expect} from '@open-wc/testing';
import type {PollNeed} from '../../src/polling/shared-poller.js';
import {addLeader, isLed, onLeadersChange, sharedPoller} from '../../src/polling/shared-poller.js';

/** A little more than the grace in which somebody may come back. */
const AFTER_GRACE_MS = 150;

let asked: string[];
let answers: Map<string, () => Promise<string>>;

beforeEach(() => {
  asked = [];
  answers = new Map();
});

const need = (key: string, group: string): PollNeed<string> => ({
  key, group, intervalMs: 0, leads: true,
  load: () => {
    asked.push(key);
    return (answers.get(key) ?? (() => Promise.resolve(key)))();
  },
  judge: error => error as ReturnType<PollNeed<string>['judge']>,
});

const join = (key: string, group: string) => {
  const poller = sharedPoller(need(key, group));
  return {poller, ...poller.subscribe(() => {}, 0)};
};

describe('the pollers of a page', () => {
  it('are one per key, and ask once for all who want the same', async () => {
    const [a, b] = [join('heat', 'one'), join('heat', 'one')];
    await aTimeout(0);
    expect(a.poller === b.poller).to.equal(true);
    expect(asked).to.deep.equal(['heat']);
    a.release();
    b.release();
    await aTimeout(AFTER_GRACE_MS);
  });

  it('begin anew when the last has gone: what was read for one customer is not shown to the next', async () => {
    const first = join('heat', 'two');
    await aTimeout(0);
    first.release();
    await aTimeout(AFTER_GRACE_MS);
    const second = join('heat', 'two');
    expect(second.poller === first.poller).to.equal(false);
    expect(second.poller.state.status).to.equal('idle');
    second.release();
    await aTimeout(AFTER_GRACE_MS);
  });

  it('forget together within a group, and leave other groups alone', async () => {
    const [heat, car, other] = [join('heat', 'three'), join('car', 'three'), join('other', 'four')];
    await aTimeout(0);
    const gone = {next: 'never', forget: true} as const;
    answers.set('heat', () => Promise.reject(gone));
    await heat.poller.refresh();
    expect([heat, car, other].map(({poller}) => poller.state.status)).to.deep.equal(['failed', 'failed', 'ready']);
    expect(car.poller.state).to.have.nested.property('failure.error', gone);
    for (const {release} of [heat, car, other]) release();
    await aTimeout(AFTER_GRACE_MS);
  });
});

describe('leaders of a poll', () => {
  it('are counted, and every change is told until nobody wants to hear it', () => {
    const listening = new AbortController();
    let told = 0;
    onLeadersChange(() => told++, listening.signal);
    const led = [1, 1, -1, -1].map(change => {
      addLeader('heat', change as 1 | -1);
      return isLed('heat');
    });
    expect(led).to.deep.equal([true, true, true, false]);
    expect(told).to.equal(4);
    listening.abort();
    addLeader('heat', 1);
    addLeader('heat', -1);
    expect(told).to.equal(4);
  });
});
