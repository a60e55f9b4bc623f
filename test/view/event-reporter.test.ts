import {expect} from '@open-wc/testing';
import type {Device} from '../../src/domain/device.js';
import {isRetryable, PoderoError} from '../../src/domain/errors.js';
import {fire} from '../../src/elements/events.js';
import type {ReadyView, SourceView} from '../../src/elements/source-view.js';
import {failedView, PENDING} from '../../src/elements/source-view.js';
import {warnOnce} from '../../src/internal/warn-once.js';
import type {Shown} from '../../src/view/event-reporter.js';
import {EventReporter} from '../../src/view/event-reporter.js';
import type {Listening} from '../elements/shown.js';
import {listen} from '../elements/shown.js';
import {heatPump, inverter, vehicle} from './devices.js';

const ready = (devices: readonly Device[], differences: Partial<ReadyView> = {}): ReadyView =>
  ({is: 'ready', devices, isRefreshing: false, problems: [], good: 1, isServedStale: false, dropped: [], ...differences});

const [HP, EV] = [heatPump({id: 'h'}), vehicle({id: 'v'})];
const OUT = heatPump({id: 'h', reconnect: {}});

/** Something that shows one view after the other, and reports as the elements do. */
function makeStage() {
  const host = document.body.appendChild(document.createElement('div'));
  let shown: Shown | undefined;
  const reporter = new EventReporter(host, () => shown, {fire, isRetryable, warnOnce});
  let identity = 'a customer';
  return {
    host,
    /** The events of this one update. */
    show(view: SourceView, next = identity, told: Pick<Shown, 'series' | 'chapter'> = {}): Listening['heard'] {
      identity = next;
      const page = listen();
      shown = {view, identity, ...told};
      reporter.hostUpdated();
      page.stop();
      return page.heard;
    },
  };
}

let stage: ReturnType<typeof makeStage>;

beforeEach(() => {
  stage = makeStage();
});

afterEach(() => {
  stage.host.remove();
});

describe('EventReporter', () => {
  it('says nothing while nothing is known', () => {
    expect(stage.show(PENDING)).to.deep.equal([]);
  });

  it('says that it is ready, then how many need somebody, also with no device at all', () => {
    expect(stage.show(ready([]))).to.deep.equal([['podero-ready', {devices: []}], ['podero-attention', {total: 0, actionRequired: 0}]]);
  });

  it('says of a chart which series it is ready with', () => {
    expect(stage.show(ready([HP]), undefined, {series: []})[0]).to.deep.equal(['podero-ready', {devices: [HP], series: []}]);
  });

  it('tells of a series that says something new, but not of another time that the user turned to', () => {
    const told = (chapter: string, kWh: number): Pick<Shown, 'series' | 'chapter'> =>
      ({chapter, series: [{device: HP, flow: 'consumption', buckets: [{from: new Date(0), to: new Date(1), kWh}]}]});
    const devices = ready([HP]);
    stage.show(devices, undefined, told('week 1', 1));
    expect(stage.show(devices, undefined, told('week 0', 2))).to.deep.equal([]);
    expect(stage.show(devices, undefined, told('week 0', 3))).to.deep.equal([['podero-update', {devices: devices.devices, changed: ['h']}]]);
  });

  it('says nothing of an update without news', () => {
    const view = ready([HP, EV]);
    stage.show(view);
    expect(stage.show(view)).to.deep.equal([]);
    expect(stage.show(ready([HP, EV]))).to.deep.equal([]);
    expect(stage.show(ready([EV, HP]))).to.deep.equal([]);
  });

  it('names devices that are new, other than before, or gone', () => {
    stage.show(ready([HP, EV]));
    const [changed, added] = [heatPump({id: 'h', outdoorC: -3}), inverter({id: 'i'})];
    expect(stage.show(ready([changed, added]))).to.deep.equal([['podero-update', {devices: [changed, added], changed: ['h', 'i', 'v']}]]);
  });

  it('tells two kinds with one id apart', () => {
    const [pump, roof] = [heatPump({id: '1'}), inverter({id: '1'})];
    stage.show(ready([pump, roof]));
    expect(stage.show(ready([roof]))).to.deep.equal([['podero-update', {devices: [roof], changed: ['1']}]]);
  });

  it('counts anew only when a number changes', () => {
    stage.show(ready([HP, EV]));
    expect(stage.show(ready([OUT, EV])).at(-1)).to.deep.equal(['podero-attention', {total: 1, actionRequired: 1}]);
    expect(stage.show(ready([heatPump({id: 'h', reconnect: {}, outdoorC: 1}), EV])).map(([name]) => name)).to.deep.equal(['podero-update']);
    expect(stage.show(ready([heatPump({id: 'h', hasMessage: true}), EV])).at(-1)).to.deep.equal(['podero-attention', {total: 1, actionRequired: 0}]);
  });

  it('starts over with another customer or device', () => {
    stage.show(ready([HP]));
    expect(stage.show(ready([EV]), 'another customer').map(([name]) => name)).to.deep.equal(['podero-ready', 'podero-attention']);
  });

  it('is ready no second time when data come back after an error', () => {
    stage.show(ready([HP]));
    stage.show(failedView(new PoderoError('unauthorized', 'out')));
    expect(stage.show(ready([HP])).map(([name]) => name)).to.deep.equal(['podero-recovered']);
  });

  it('says nothing of devices that the page itself has given', () => {
    expect(stage.show(ready([OUT], {dropped: [{kind: 'inverter', count: 1}]}), 'given')).to.deep.equal([]);
  });
});

describe('an error', () => {
  const network = new PoderoError('network', 'no answer');
  const server = new PoderoError('server', 'it answered 503', {status: 503});
  const problem = (error: PoderoError, kind: Device['kind'] = 'inverter') => ({kind, error});

  it('is told when it begins, with all that is known of it, and once', () => {
    const view: SourceView = {is: 'failed', error: server, nextAttemptAt: 5000, isRefreshing: false};
    expect(stage.show(view)).to.deep.equal([['podero-error', {code: 'server', retryable: true, status: 503, retryAt: 5000}]]);
    expect(stage.show({...view, isRefreshing: true})).to.deep.equal([]);
    expect(stage.show({...view, nextAttemptAt: 9000})).to.deep.equal([]);
  });

  it('can be one that only somebody can end', () => {
    for (const code of ['config', 'unauthorized', 'forbidden', 'not-found'] as const) {
      expect(stage.show(failedView(new PoderoError(code, code)))[0], code).to.deep.equal(['podero-error', {code, retryable: false}]);
    }
  });

  it('is told for each collection, and ends when none has it any more', () => {
    stage.show(ready([HP]));
    const told = stage.show(ready([HP], {problems: [problem(network), problem(network, 'heat-pump'), problem(server, 'electric-vehicle')]}));
    expect(told).to.deep.equal([
      ['podero-error', {code: 'network', retryable: true, collection: 'inverters'}],
      ['podero-error', {code: 'network', retryable: true, collection: 'heat-pumps'}],
      ['podero-error', {code: 'server', retryable: true, status: 503, collection: 'electric-vehicles'}],
    ]);
    expect(stage.show(ready([HP], {problems: [problem(network)]}))).to.deep.equal([['podero-recovered', {code: 'server'}]]);
    expect(stage.show(ready([HP]))).to.deep.equal([['podero-recovered', {code: 'network'}]]);
  });

  it('may take another\'s place: the new one begins, then the old one ends', () => {
    stage.show(failedView(network));
    expect(stage.show(failedView(server)).map(([name, detail]) => [name, (detail as {code: string}).code]))
      .to.deep.equal([['podero-error', 'server'], ['podero-recovered', 'network']]);
  });

  it('is also a device that cannot be read, or only in part', () => {
    const broken = heatPump({id: 'b', unreadable: ['dhw_temperature']});
    expect(stage.show(ready([broken], {dropped: [{kind: 'inverter', count: 2}]})).slice(2)).to.deep.equal([
      ['podero-error', {code: 'malformed', retryable: true, collection: 'inverters'}],
      ['podero-error', {code: 'malformed', retryable: true, collection: 'heat-pumps', deviceId: 'b'}],
    ]);
  });

  it('comes after the news of the same moment', () => {
    stage.show(ready([HP]));
    expect(stage.show(ready([OUT], {problems: [problem(network)]})).map(([name]) => name))
      .to.deep.equal(['podero-update', 'podero-attention', 'podero-error']);
  });
});
