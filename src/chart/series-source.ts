import type {LitElement, ReactiveController} from 'lit';
import type {Period} from '../domain/calendar.js';
import type {Device} from '../domain/device.js';
import type {Series} from '../domain/energy-series.js';
import {flowOf} from '../domain/energy-series.js';
import type {DeviceSource} from '../elements/device-source.js';
import type {Problem, ReadyView} from '../elements/source-view.js';
import type {PollController} from '../polling/poll-controller.js';
import type {PollState} from '../polling/poll-state.js';
import type {PollNeed} from '../polling/shared-poller.js';
import type {Chosen, Metric} from './choice.js';
import type {Kit} from './kit.js';
import {keep, releaseAll} from './past.js';
import {remember, rememberList} from './remember.js';
import type {ReadSeries, SeriesReading} from './series-reader.js';
import {isSettled, READ_AGAIN_AFTER_MS, seriesReader} from './series-reader.js';

/** Pollers spread their polls by a tenth: the shortest of them still leaves the pause that is asked for. */
const INTERVAL_MS = READ_AGAIN_AFTER_MS / 0.9;
/** After the first series the others are waited for no longer than this, as a list waits for its kinds (contract 5). */
const REVEAL_AFTER_MS = 1_000;

/** What was read of the devices in one period, told apart by what can be shown of them. */
export interface PeriodReading {
  readonly period: Period;
  readonly series: readonly Series[];
  /** Devices whose proxy has no such route: all there is of them are the rolling sums. */
  readonly unserved: readonly Device[];
  /** Devices whose series failed to come, or that have none of what is to be shown. */
  readonly missing: readonly Device[];
  /** How many are still to come. */
  readonly awaited: number;
}

/** What is known by now of what was chosen. */
export interface ChartReading {
  readonly devices: readonly Device[];
  readonly now: PeriodReading;
  readonly before: PeriodReading | undefined;
  readonly problems: readonly Problem[];
  readonly isRefreshing: boolean;
  readonly isServedStale: boolean;
  /** When the oldest of the series was true, epoch ms. */
  readonly checkedAt: number;
}

type State = PollState<SeriesReading>;

/** Reads the series of each of a chart's devices, by the same pollers as everything else: visibility, backoff and sign-out are theirs. */
export class SeriesSource implements ReactiveController {
  readonly #host: LitElement;
  readonly #source: DeviceSource;
  readonly #chosen: () => Chosen;
  readonly #polls: PollController<SeriesReading>;
  readonly #kit: Kit;
  readonly #read: ReadSeries;
  readonly #sameDevices = rememberList<Device>();
  readonly #sameStates = rememberList<State>();
  readonly #sameBefore = rememberList<State>();
  #revealed = '';
  #revealTimer: ReturnType<typeof setTimeout> | undefined;
  #whom: string | undefined;

  constructor(kit: Kit, host: LitElement, source: DeviceSource, chosen: () => Chosen) {
    this.#host = host;
    this.#source = source;
    this.#chosen = chosen;
    this.#kit = kit;
    this.#read = seriesReader(kit);
    this.#polls = new kit.PollController<SeriesReading>(host, () => this.#needs(), () => false);
    host.addController(this);
  }

  /** What is known by now; `undefined` while it is too early to show it. */
  reading({devices}: ReadyView): ChartReading | undefined {
    const chosen = this.#chosen();
    const states = this.#sameStates(this.#statesOf(devices, chosen.period));
    if (this.#revealed !== this.#periodKey(chosen.period) && !states.every(hasEnded)) return undefined;
    const before = this.#sameBefore(chosen.before ? this.#statesOf(devices, chosen.before) : []);
    return this.#readingOf(this.#sameDevices(devices), states, before, chosen);
  }

  readonly #readingOf = remember((
    devices: readonly Device[], states: readonly State[], statesBefore: readonly State[], {period, before, metric}: Chosen,
  ): ChartReading => {
    const all = [...states, ...statesBefore];
    const ready = states.flatMap(state => state.status === 'ready' ? state.value : []);
    return {
      devices,
      now: readingIn(period, devices, states, metric),
      before: before && readingIn(before, devices, statesBefore, metric),
      problems: devices.flatMap((device, index) => [states[index], statesBefore[index]].flatMap(state => problemOf(device, state, this.#kit)).slice(0, 1)),
      isRefreshing: all.some(({status, isRefreshing}) => status === 'pending' || isRefreshing),
      isServedStale: ready.some(({isServedStale}) => isServedStale),
      checkedAt: Math.min(...ready.map(({askedAt, ageMs}) => askedAt - ageMs)),
    };
  });

  /** Resolves when every series has settled. */
  async refresh(): Promise<void> {
    await this.#host.updateComplete;
    await this.#polls.refresh();
    await this.#host.updateComplete;
  }

  hostUpdated(): void {
    const {view, endpoint} = this.#source;
    if (this.#whom !== undefined && endpoint?.key !== this.#whom) releaseAll(this.#whom);
    this.#whom = endpoint?.key;
    if (view.is !== 'ready') return;
    const {period, before} = this.#chosen();
    for (const one of [period, before]) if (one) this.#keepPast(view.devices, one);
    this.#reveal(this.#periodKey(period), this.#statesOf(view.devices, period));
  }

  hostDisconnected(): void {
    clearTimeout(this.#revealTimer);
    this.#revealTimer = undefined;
    this.#revealed = '';
  }

  #reveal(key: string, states: readonly State[]): void {
    if (states.every(hasEnded)) this.#revealed = key;
    if (this.#revealed === key || this.#revealTimer || !states.some(({status}) => status === 'ready')) return;
    this.#revealTimer = setTimeout(() => {
      this.#revealTimer = undefined;
      this.#revealed = key;
      this.#host.requestUpdate();
    }, REVEAL_AFTER_MS);
  }

  #keepPast(devices: readonly Device[], period: Period): void {
    const {endpoint} = this.#source;
    if (!endpoint) return;
    for (const key of this.#keysOf(devices, period)) {
      const state = this.#polls.stateOf(key);
      if (state.status === 'ready' && isSettled(state.value, period)) keep(key, this.#kit.findPoller(endpoint.group, key));
    }
  }

  #needs(): readonly PollNeed<SeriesReading>[] {
    const {view, endpoint} = this.#source;
    if (view.is !== 'ready' || !endpoint) return [];
    const {period, before, home} = this.#chosen();
    const read = this.#read;
    return [period, before].flatMap(one => one ? view.devices.map((device, index) => {
      const key = this.#keysOf(view.devices, one)[index] ?? '';
      const state = this.#polls.stateOf(key);
      return {
        key,
        group: endpoint.group,
        intervalMs: state.status === 'ready' && isSettled(state.value, one) ? 0 : INTERVAL_MS,
        leads: false,
        judge: this.#kit.judge,
        // Kept with the period, which may outlive this element.
        load: (signal: AbortSignal, previous: SeriesReading | undefined) => read({endpoint, device, period: one, home}, signal, previous),
      };
    }) : []);
  }

  #statesOf(devices: readonly Device[], period: Period): readonly State[] {
    return this.#keysOf(devices, period).map(key => this.#polls.stateOf(key));
  }

  #keysOf(devices: readonly Device[], period: Period): readonly string[] {
    const {zone} = this.#chosen().home;
    const keysOf = period === this.#chosen().period ? this.#keysNow : this.#keysBefore;
    return keysOf(this.#sameDevices(devices), period, zone, this.#source.endpoint?.key);
  }

  readonly #keysNow = remember(keysOf);
  readonly #keysBefore = remember(keysOf);

  /** Once shown, a period stays shown while more of it comes. */
  readonly #periodKey = ({name, from}: Period): string => `${this.#source.identity} ${name} ${from.getTime()}`;
}

const keysOf = (devices: readonly Device[], {name, from, to}: Period, zone: string | undefined, whom: string | undefined): readonly string[] =>
  devices.map(({kind, id}) => `${whom} series ${kind} ${id} ${name} ${from.toISOString()} ${to.toISOString()} ${zone}`);

function readingIn(period: Period, devices: readonly Device[], states: readonly State[], metric: Metric): PeriodReading {
  const told = devices.map((device, index) => {
    const state = states[index];
    const value = state?.status === 'ready' ? state.value : undefined;
    return {device, value, series: value && seriesIn(value, device, metric), isFailed: state?.status === 'failed'};
  });
  const isUnserved = (value: SeriesReading | undefined) => !!value && !value.energy;
  return {
    period,
    series: told.flatMap(({series}) => series ?? []),
    unserved: told.filter(({value}) => isUnserved(value)).map(({device}) => device),
    missing: told.filter(({value, series, isFailed}) => isFailed || (value && !series && !isUnserved(value))).map(({device}) => device),
    awaited: states.filter(state => !hasEnded(state)).length,
  };
}

function seriesIn({energy, saved}: SeriesReading, device: Device, metric: Metric): Series | undefined {
  if (metric === 'savings') return saved && {device, flow: 'savings', ...saved};
  return energy && {device, flow: flowOf(device), ...energy};
}

const hasEnded = ({status}: State): boolean => status === 'ready' || status === 'failed';

function problemOf({kind, id}: Device, state: State | undefined, {asPoderoError}: Kit): Problem[] {
  const failure = state?.status === 'failed' ? state.failure : state?.status === 'ready' ? state.problem : undefined;
  if (!failure) return [];
  const {error, nextAttemptAt} = failure;
  return [{kind, deviceId: id, error: asPoderoError(error), ...(nextAttemptAt === undefined ? {} : {nextAttemptAt})}];
}
