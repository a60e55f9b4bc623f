import {expect} from '@open-wc/testing';
import type {Verdict} from '../../src/polling/poll-state.js';
import {Poller} from '../../src/polling/poller.js';
import {settle, START, World} from './world.js';

const MINUTE = 60_000;
const RETRY: Verdict = {next: 5000, forget: false};

let world: World;
/** When each request went out, ms from the start. */
let asked: number[];
/** How each next request ends, in order; without an entry it is answered with its number. */
let failures: (Verdict | undefined)[];
let verdicts: number[];

beforeEach(() => {
  world = new World();
  [asked, failures, verdicts] = [[], [], []];
});

const load = (): Promise<number> => {
  asked.push(world.wallMs() - START);
  const verdict = failures.shift();
  // A test says what a failure means; what makes up verdicts in the house is tested in retry-policy.
  return verdict ? Promise.reject(verdict) : Promise.resolve(asked.length);
};

const judge = (error: unknown, count: number): Verdict => {
  verdicts.push(count);
  return error as Verdict;
};

const pollerOf = (differences: Partial<ConstructorParameters<typeof Poller<number>>[0]> = {}): Poller<number> =>
  new Poller({load, judge, surroundings: world, ...differences});

const nothing = () => {};

describe('a poller that works', () => {
  it('asks in a later task than the one in which somebody subscribes', async () => {
    const poller = pollerOf();
    poller.subscribe(nothing, MINUTE);
    await settle();
    expect(poller.state.status).to.equal('idle');
    expect(asked).to.deep.equal([]);
    await world.pass(0);
    expect(asked).to.deep.equal([0]);
    expect(poller.state).to.deep.equal({status: 'ready', value: 1, at: START, isRefreshing: false});
  });

  it('tells every subscriber of every step', async () => {
    const seen: string[] = [];
    const poller = pollerOf();
    poller.subscribe(() => seen.push(`a ${poller.state.status}`), MINUTE);
    poller.subscribe(() => seen.push(`b ${poller.state.status}`), MINUTE);
    await world.pass(0);
    expect(seen).to.deep.equal(['a pending', 'b pending', 'a ready', 'b ready']);
  });

  for (const [chance, ms] of [[0, 54_000], [0.5, 60_000], [1, 66_000]] as const) {
    it(`M14 asks again after ${ms / 1000} of 60 s when chance says ${chance}: a jitter of ± 10 %`, async () => {
      world.chance = chance;
      pollerOf().subscribe(nothing, MINUTE);
      await world.pass(ms);
      expect(asked).to.deep.equal([0, ms]);
    });
  }

  it('M11 follows the smallest interval that somebody wants, with one timer, and forgets it with them', async () => {
    const poller = pollerOf();
    const slow = poller.subscribe(nothing, 5 * MINUTE);
    const fast = poller.subscribe(nothing, MINUTE);
    poller.subscribe(nothing, 0);
    await world.pass(MINUTE);
    expect(asked).to.deep.equal([0, MINUTE]);
    expect(world.leftovers, 'a timer and a listener').to.equal(2);
    fast.release();
    slow.setInterval(2 * MINUTE);
    await world.pass(2 * MINUTE);
    expect(asked).to.deep.equal([0, MINUTE, 3 * MINUTE]);
  });

  it('M12 asks once for fifty who come within two seconds', async () => {
    const poller = pollerOf();
    for (let i = 0; i < 50; i++) {
      poller.subscribe(nothing, 5 * MINUTE);
      await world.pass(40);
    }
    expect([asked, world.leftovers]).to.deep.equal([[0], 2]);
  });

  it('asks once and then only on demand at interval 0', async () => {
    const poller = pollerOf();
    poller.subscribe(nothing, 0);
    await world.pass(1000 * MINUTE);
    expect(asked).to.deep.equal([0]);
    await poller.refresh();
    expect(asked).to.have.length(2);
  });

  it('T15 never asks for a timer longer than browsers can count', async () => {
    const days = 30 * 24 * 60 * MINUTE;
    pollerOf().subscribe(nothing, days);
    await world.pass(60 * MINUTE);
    expect(asked).to.deep.equal([0]);
    expect(world.longestTimerMs).to.be.at.most(2 ** 31 - 1);
    world.sleep(days);
    await world.pass(MINUTE);
    expect(asked).to.have.length(2);
  });

  it('hands the value read before to the next request', async () => {
    const handed: unknown[] = [];
    pollerOf({load: (_signal, previous) => (handed.push(previous), Promise.resolve(handed.length))}).subscribe(nothing, MINUTE);
    await world.pass(2 * MINUTE);
    expect(handed).to.deep.equal([undefined, 1, 2]);
  });
});

describe('a poller on a page that is hidden or frozen', () => {
  it('M04, L15 asks for nothing while hidden or frozen, not even first', async () => {
    world.isAway = true;
    pollerOf().subscribe(nothing, MINUTE);
    await world.pass(10 * MINUTE);
    expect(asked).to.deep.equal([]);
    await world.show();
    expect(asked).to.deep.equal([10 * MINUTE]);
  });

  it('M05 asks once on return when a request is due, else at its time', async () => {
    pollerOf().subscribe(nothing, MINUTE);
    await world.pass(0);
    await world.hide();
    await world.pass(20_000);
    await world.show();
    expect(asked).to.deep.equal([0]);
    await world.hide();
    await world.pass(10 * MINUTE);
    await world.show();
    await world.show();
    expect(asked).to.deep.equal([0, 10 * MINUTE + 20_000]);
  });
});

describe('a poller and the clocks', () => {
  it('T12 keeps its rhythm when the clock is set back', async () => {
    pollerOf().subscribe(nothing, MINUTE);
    await world.pass(30_000);
    world.setWall(-60 * MINUTE);
    await world.pass(30_000);
    expect(asked).to.have.length(2);
  });

  it('T11 asks once, at once, when the page is shown after the machine slept', async () => {
    pollerOf().subscribe(nothing, 10 * MINUTE);
    await world.pass(MINUTE);
    world.sleep(8 * 60 * MINUTE);
    await world.show();
    await world.show();
    expect(asked).to.have.length(2);
  });

  it('T11 notices within a minute that the machine slept, where nothing tells it', async () => {
    pollerOf().subscribe(nothing, 10 * MINUTE);
    await world.pass(MINUTE);
    world.sleep(8 * 60 * MINUTE);
    await world.pass(MINUTE);
    expect(asked).to.have.length(2);
  });
});

describe('a poller that fails', () => {
  it('keeps the value, says what is wrong and when it tries again, and is well again after a success', async () => {
    failures = [undefined, RETRY, {...RETRY}];
    const poller = pollerOf();
    poller.subscribe(nothing, MINUTE);
    await world.pass(MINUTE);
    const nextAttemptAt = START + MINUTE + 5000;
    expect(poller.state).to.deep.equal({status: 'ready', value: 1, at: START, isRefreshing: false, problem: {error: RETRY, nextAttemptAt}});
    await world.pass(5000);
    expect(verdicts).to.deep.equal([1, 2]);
    await world.pass(5000);
    expect(poller.state).to.deep.equal({status: 'ready', value: 4, at: START + MINUTE + 10_000, isRefreshing: false});
    failures = [RETRY];
    await world.pass(MINUTE);
    expect(verdicts, 'counted anew after a success').to.deep.equal([1, 2, 1]);
  });

  it('goes on at its interval where that is the verdict', async () => {
    failures = [{next: 'interval', forget: false}];
    pollerOf().subscribe(nothing, MINUTE);
    await world.pass(MINUTE);
    expect(asked).to.deep.equal([0, MINUTE]);
  });

  it('stops where nothing will change by itself, and tries once when the page is shown again', async () => {
    const never: Verdict = {next: 'never', forget: false};
    failures = [never, never];
    const poller = pollerOf();
    poller.subscribe(nothing, MINUTE);
    await world.pass(60 * MINUTE);
    expect(asked).to.deep.equal([0]);
    expect(poller.state).to.deep.equal({status: 'failed', failure: {error: never}, isRefreshing: false});
    await world.hide();
    await world.show();
    await world.pass(60 * MINUTE);
    expect(asked).to.deep.equal([0, 60 * MINUTE]);
  });

  it('N08 tries at once when the network is back', async () => {
    failures = [undefined, {next: 10 * MINUTE, forget: false}];
    pollerOf().subscribe(nothing, MINUTE);
    await world.pass(MINUTE + 1000);
    await world.tell('online');
    expect(asked).to.deep.equal([0, MINUTE, MINUTE + 1000]);
  });

  it('leaves a poll that works alone when the network is said to be back', async () => {
    pollerOf().subscribe(nothing, MINUTE);
    await world.pass(1000);
    await world.tell('online');
    expect(asked).to.deep.equal([0]);
  });

  it('N09 asks no more than every 15 s because of a connection that comes and goes', async () => {
    failures = Array.from({length: 60}, () => ({next: 'interval', forget: false}));
    pollerOf().subscribe(nothing, 10 * MINUTE);
    for (let n = 0; n < 24; n++) {
      await world.pass(2500);
      await world.tell('online');
    }
    expect(asked).to.deep.equal([0, 2500, 17_500, 32_500, 47_500]);
  });

  it('counts an error that it has been given before as no other failure (H11)', async () => {
    failures = [RETRY, RETRY, {next: 5000, forget: false}];
    pollerOf().subscribe(nothing, MINUTE);
    await world.pass(10_000);
    expect(verdicts).to.deep.equal([1, 1, 2]);
  });

  it('counts it as the first after the network was back', async () => {
    failures = [RETRY, RETRY];
    pollerOf().subscribe(nothing, MINUTE);
    await world.pass(0);
    await world.tell('online');
    expect(verdicts).to.deep.equal([1, 1]);
  });

  it('M05 asks for nothing because a hidden page goes offline', async () => {
    pollerOf().subscribe(nothing, MINUTE);
    await world.pass(1000);
    await world.hide();
    await world.tell('offline');
    await world.show();
    expect(asked).to.deep.equal([0]);
  });

  it('tries at once when the browser goes offline, so that the page can say it', async () => {
    pollerOf().subscribe(nothing, MINUTE);
    await world.pass(1000);
    await world.tell('offline');
    expect(asked).to.deep.equal([0, 1000]);
  });

  it('drops the value where it must not be shown any more, and tells its group', async () => {
    const gone: Verdict = {next: 'never', forget: true};
    failures = [undefined, gone];
    const told: unknown[] = [];
    const poller = pollerOf({onForget: error => told.push(error)});
    poller.subscribe(nothing, MINUTE);
    await world.pass(MINUTE);
    expect(poller.state).to.deep.equal({status: 'failed', failure: {error: gone}, isRefreshing: false});
    expect(told).to.deep.equal([gone]);
  });

  it('takes a load that throws at once as a failure', async () => {
    const poller = pollerOf({load: () => { throw RETRY; }});
    poller.subscribe(nothing, MINUTE);
    await world.pass(0);
    expect(poller.state.status).to.equal('failed');
  });
});

describe('a poller whose value is amended', () => {
  const plus = (n: number) => (value: number) => value + n;

  it('keeps its time and tells its subscribers, unless nothing is new', async () => {
    let told = 0;
    const poller = pollerOf();
    poller.subscribe(() => told++, MINUTE);
    await world.pass(1000);
    told = 0;
    poller.amend([['a', plus(100)]]);
    poller.amend([['a', value => value]]);
    expect([poller.state, told]).to.deep.equal([{status: 'ready', value: 101, at: START, isRefreshing: false}, 1]);
  });

  it('amends what is under way as well, once', async () => {
    const answers: ((value: number) => void)[] = [];
    const poller = pollerOf({load: () => new Promise(resolve => answers.push(resolve))});
    poller.subscribe(nothing, MINUTE);
    await world.pass(0);
    poller.amend([['a', plus(100)]]);
    answers.shift()!(1);
    await settle();
    expect(poller.state).to.have.property('value', 101);
    await world.pass(MINUTE);
    answers.shift()!(2);
    await settle();
    expect(poller.state).to.have.property('value', 2);
  });

  it('has nothing to amend where nothing was read', () => {
    const poller = pollerOf();
    poller.amend([['a', plus(1)]]);
    expect(poller.state.status).to.equal('idle');
  });
});

describe('a failure that names an instant', () => {
  it('holds back what would come by itself, and says when it comes', async () => {
    failures = [{next: 5000, notBefore: START + MINUTE, forget: false}];
    const poller = pollerOf();
    poller.subscribe(nothing, MINUTE);
    await world.pass(0);
    expect(poller.state).to.have.nested.property('failure.nextAttemptAt', START + MINUTE);
    world.tell('online');
    await world.pass(MINUTE - 1);
    expect(asked).to.deep.equal([0]);
    await world.pass(1);
    expect(asked).to.deep.equal([0, MINUTE]);
  });
});

describe('refresh()', () => {
  it('joins a request that is under way', async () => {
    const poller = pollerOf();
    poller.subscribe(nothing, MINUTE);
    await world.pass(0);
    await Promise.all([poller.refresh(), poller.refresh()]);
    expect(asked).to.deep.equal([0, 0]);
  });

  it('starts the interval anew', async () => {
    const poller = pollerOf();
    poller.subscribe(nothing, MINUTE);
    await world.pass(40_000);
    await poller.refresh();
    await world.pass(59_999);
    expect(asked).to.deep.equal([0, 40_000]);
    await world.pass(1);
    expect(asked).to.deep.equal([0, 40_000, 100_000]);
  });

  it('resolves when a request fails', async () => {
    failures = [undefined, RETRY];
    const poller = pollerOf();
    poller.subscribe(nothing, MINUTE);
    await world.pass(0);
    await poller.refresh();
    expect(poller.state).to.have.nested.property('problem.error', RETRY);
  });
});

describe('the end of a poller', () => {
  it('L02 costs neither a request nor another timer when an element is only moved', async () => {
    let stops = 0;
    const poller = pollerOf({onStop: () => stops++});
    const subscription = poller.subscribe(nothing, MINUTE);
    await world.pass(1000);
    subscription.release();
    await world.pass(99);
    poller.subscribe(nothing, MINUTE);
    await world.pass(30_000);
    expect([asked, stops, world.leftovers]).to.deep.equal([[0], 0, 2]);
    expect(poller.state).to.have.property('value', 1);
  });

  it('leaves neither timer nor request nor listener nor value with its last subscriber', async () => {
    let stops = 0;
    const poller = pollerOf({onStop: () => stops++});
    const subscription = poller.subscribe(nothing, MINUTE);
    await world.pass(1000);
    subscription.release();
    subscription.release();
    await world.pass(100);
    expect([stops, world.leftovers, poller.state.status]).to.deep.equal([1, 0, 'idle']);
  });

  it('L01, N10 aborts what is under way, and drops an answer that comes late all the same', async () => {
    let answer: (value: number) => void = nothing;
    let signal: AbortSignal | undefined;
    const poller = pollerOf({load: given => (signal = given, new Promise(resolve => (answer = resolve)))});
    const subscription = poller.subscribe(nothing, MINUTE);
    await world.pass(0);
    subscription.release();
    await world.pass(100);
    expect(signal?.aborted).to.equal(true);
    answer(1);
    await settle();
    expect([poller.state.status, world.leftovers]).to.deep.equal(['idle', 0]);
  });

  it('N10 drops an answer that comes after it was told to forget', async () => {
    let answer: (value: number) => void = nothing;
    const poller = pollerOf({load: () => new Promise(resolve => (answer = resolve))});
    poller.subscribe(nothing, MINUTE);
    await world.pass(0);
    poller.forget('signed out');
    answer(1);
    await settle();
    expect(poller.state).to.deep.equal({status: 'failed', failure: {error: 'signed out'}, isRefreshing: false});
  });

  it('is not put off by a refresh on the way', async () => {
    let stops = 0;
    const poller = pollerOf({onStop: () => stops++});
    const subscription = poller.subscribe(nothing, MINUTE);
    await world.pass(1000);
    subscription.release();
    await poller.refresh();
    await world.pass(100);
    expect([stops, world.leftovers, poller.state.status]).to.deep.equal([1, 0, 'idle']);
  });

  it('does not start a request that is due while it is stopping', async () => {
    const poller = pollerOf();
    const subscription = poller.subscribe(nothing, MINUTE);
    await world.pass(MINUTE - 50);
    subscription.release();
    await world.pass(10 * MINUTE);
    expect(asked).to.deep.equal([0]);
  });
});
