import {expect} from '@open-wc/testing';
import type {Snapshot} from '../../src/api/client.js';
import type {Device, DeviceKind} from '../../src/domain/device.js';
import type {ErrorCode} from '../../src/domain/errors.js';
import {PoderoError} from '../../src/domain/errors.js';
import type {KindState, ReadyView} from '../../src/elements/source-view.js';
import {PENDING} from '../../src/elements/source-view.js';
import {WIRE} from '../../src/elements/wire.js';
import {mergeStates} from '../../src/view/merge-states.js';
import {heatPump, inverter, vehicle} from './devices.js';

const error = (code: ErrorCode, retryAt?: number) => new PoderoError(code, code, retryAt === undefined ? {} : {retryAt});

const snapshot = (devices: readonly Device[], differences: Partial<Snapshot> = {}): Snapshot =>
  ({devices, flagged: new Map(), dropped: 0, isServedStale: false, ageMs: 0, text: '', ...differences});

const idle = (kind: DeviceKind): KindState => [kind, {status: 'idle'}];
const pending = (kind: DeviceKind): KindState => [kind, {status: 'pending'}];
const failed = (kind: DeviceKind, code: ErrorCode, nextAttemptAt?: number): KindState =>
  [kind, {status: 'failed', isRefreshing: false, failure: {error: error(code), ...(nextAttemptAt === undefined ? {} : {nextAttemptAt})}}];

interface Differences extends Partial<Snapshot> {
  readonly at?: number;
  readonly problem?: ErrorCode;
  readonly isRefreshing?: boolean;
}

function ready(device: Device, {at = 1000, problem, isRefreshing = false, ...differences}: Differences = {}): KindState {
  const value = snapshot([device], differences);
  return [device.kind, {status: 'ready', value, at, isRefreshing, ...(problem ? {problem: {error: error(problem)}} : {})}];
}

const [HP, EV, INV] = [heatPump({id: 'h'}), vehicle({id: 'v'}), inverter({id: 'i'})];

const merged = (...states: KindState[]) => mergeStates(states, false, WIRE);
const readyView = (...states: KindState[]): ReadyView => {
  const view = mergeStates(states, true, WIRE);
  if (view.is !== 'ready') throw new Error(view.is);
  return view;
};
const codeOf = (...states: KindState[]) => {
  const view = merged(...states);
  return view.is === 'failed' ? view.error.code : view.is;
};

describe('mergeStates', () => {
  it('waits until all have settled, or until it is told that the wait was long enough', () => {
    expect(merged(idle('heat-pump'))).to.deep.equal(PENDING);
    for (const waiting of [pending('heat-pump'), idle('heat-pump')]) {
      expect(merged(waiting, ready(EV))).to.deep.equal(PENDING);
      expect(readyView(waiting, ready(EV)).devices).to.deep.equal([EV]);
    }
    expect(mergeStates([pending('heat-pump'), failed('inverter', 'server')], true, WIRE)).to.deep.equal(PENDING);
  });

  it('puts the devices of all together, as old as the oldest answer', () => {
    const view = readyView(ready(HP, {at: 3000}), ready(EV, {at: 2000}), ready(INV, {at: 4000}));
    expect([view.devices, view.checkedAt, view.good, view.problems]).to.deep.equal([[HP, EV, INV], 2000, 3, []]);
  });

  it('H06, H07 is signed out when one of them says so, whatever the others have', () => {
    for (const code of ['unauthorized', 'forbidden'] as const) {
      expect(codeOf(ready(HP), failed('inverter', code)), code).to.equal(code);
      expect(codeOf(pending('heat-pump'), failed('inverter', code)), code).to.equal(code);
    }
  });

  it('has failed when all have, with the most telling error and the first of their next tries', () => {
    expect(codeOf(failed('heat-pump', 'malformed'), failed('inverter', 'timeout'), failed('electric-vehicle', 'server'))).to.equal('timeout');
    expect(codeOf(failed('heat-pump', 'not-found'), failed('inverter', 'server'))).to.equal('not-found');
    const view = merged(failed('heat-pump', 'server', 5000), failed('inverter', 'server', 4000), failed('electric-vehicle', 'server'));
    expect(view).to.deep.include({is: 'failed', nextAttemptAt: 4000, isRefreshing: false});
    expect(merged(failed('heat-pump', 'server'))).not.to.have.property('nextAttemptAt');
  });

  it('H08 counts a collection that was never there as not offered, one that is there no more as a problem', () => {
    expect(readyView(ready(HP), failed('inverter', 'not-found')).problems).to.deep.equal([]);
    const kinds = readyView(ready(HP), ready(INV, {problem: 'not-found'}), failed('electric-vehicle', 'server')).problems;
    expect(kinds.map(({kind, error: {code}}) => [kind, code])).to.deep.equal([['inverter', 'not-found'], ['electric-vehicle', 'server']]);
  });

  it('H17 keeps devices whose refresh has failed, but does not count their answer as good', () => {
    const view = readyView(ready(HP, {problem: 'network'}), ready(EV));
    expect([view.devices, view.good]).to.deep.equal([[HP, EV], 1]);
  });

  it('refreshes while one of them does', () => {
    expect(readyView(ready(HP), ready(EV)).isRefreshing).to.equal(false);
    expect(readyView(ready(HP), ready(EV, {isRefreshing: true})).isRefreshing).to.equal(true);
    expect(readyView(ready(HP), pending('inverter')).isRefreshing).to.equal(true);
  });

  it('counts what was dropped by its kind, and knows of an answer that was served stale', () => {
    const view = readyView(ready(HP, {dropped: 2}), ready(EV, {isServedStale: true}));
    expect([view.dropped, view.isServedStale]).to.deep.equal([[{kind: 'heat-pump', count: 2}], true]);
  });

  it('is as old as what the proxy had kept', () => {
    expect(readyView(ready(HP, {at: 9000}), ready(EV, {at: 9000, ageMs: 5000})).checkedAt).to.equal(4000);
  });

  it('takes what nobody foresaw for a broken answer', () => {
    expect(codeOf(['heat-pump', {status: 'failed', isRefreshing: false, failure: {error: new Error('oops')}}])).to.equal('malformed');
  });

  it('names of several problems the one that matters most, and when the first next try comes', () => {
    const kept = (kind: DeviceKind, code: ErrorCode, nextAttemptAt: number): KindState =>
      [kind, {status: 'ready', value: snapshot([]), at: 0, isRefreshing: false, problem: {error: error(code), nextAttemptAt}}];
    const view = readyView(kept('inverter', 'server', 9500), kept('heat-pump', 'offline', 6500), ready(EV));
    expect([view.worst?.code, view.nextAttemptAt]).to.deep.equal(['offline', 6500]);
    expect(readyView(ready(EV))).to.not.have.any.keys('worst', 'nextAttemptAt');
  });
});
