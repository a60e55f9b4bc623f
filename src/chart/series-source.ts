import type {LitElement, ReactiveController} from 'lit';
import type {Span, Weekday} from '../domain/calendar.js';
import {weekOf} from '../domain/calendar.js';
import type {Device} from '../domain/device.js';
import type {EnergySeries} from '../domain/energy-series.js';
import {flowOf} from '../domain/energy-series.js';
import type {DeviceSource} from '../elements/device-source.js';
import type {Problem, ReadyView} from '../elements/source-view.js';
import type {PollController} from '../polling/poll-controller.js';
import type {PollState} from '../polling/poll-state.js';
import type {PollNeed} from '../polling/shared-poller.js';
import type {Kit} from './kit.js';
import type {ReadSeries, SavingsReading} from './savings-reader.js';
import {remember, rememberList} from './remember.js';
import {READ_AGAIN_AFTER_MS, savingsReader} from './savings-reader.js';

/** Pollers spread their polls by a tenth: the shortest of them still leaves the pause that is asked for. */
const INTERVAL_MS = READ_AGAIN_AFTER_MS / 0.9;
/** After the first series the others are waited for no longer than this, as a list waits for its kinds (contract 5). */
const REVEAL_AFTER_MS = 1_000;

/** The home whose days are counted. */
export interface Home {
  readonly zone: string | undefined;
  readonly firstWeekday: Weekday;
}

/** What was read of the devices, told apart by what can be shown of them. */
export interface SeriesReading {
  readonly devices: readonly Device[];
  /** The period's days. */
  readonly days: readonly Span[];
  readonly series: readonly EnergySeries[];
  /** Devices whose proxy has no such route: all there is of them are the rolling sums. */
  readonly unserved: readonly Device[];
  /** Devices whose series failed to come. */
  readonly missing: readonly Device[];
  /** How many are still to come. */
  readonly awaited: number;
  readonly problems: readonly Problem[];
  readonly isRefreshing: boolean;
  readonly isServedStale: boolean;
  /** When the oldest of the series was true, epoch ms. */
  readonly checkedAt: number;
}

type State = PollState<SavingsReading>;

/** Reads the savings of each of a chart's devices, by the same pollers as everything else: visibility, backoff and sign-out are theirs. */
export class SeriesSource implements ReactiveController {
  readonly #host: LitElement;
  readonly #source: DeviceSource;
  readonly #home: () => Home;
  readonly #polls: PollController<SavingsReading>;
  readonly #kit: Kit;
  readonly #read: ReadSeries;
  readonly #sameDevices = rememberList<Device>();
  readonly #sameStates = rememberList<State>();
  #revealed = '';
  #revealTimer: ReturnType<typeof setTimeout> | undefined;

  constructor(kit: Kit, host: LitElement, source: DeviceSource, home: () => Home) {
    this.#host = host;
    this.#source = source;
    this.#home = home;
    this.#kit = kit;
    this.#read = savingsReader(kit);
    this.#polls = new kit.PollController<SavingsReading>(host, () => this.#needs(), () => false);
    host.addController(this);
  }

  /** What is known by now; `undefined` while it is too early to show it. */
  reading({devices}: ReadyView): SeriesReading | undefined {
    const days = this.#days();
    const states = this.#sameStates(this.#statesOf(devices, days));
    if (this.#revealed !== this.#periodKey(days) && !states.every(isSettled)) return undefined;
    return this.#readingOf(this.#sameDevices(devices), states, days);
  }

  readonly #readingOf = remember((devices: readonly Device[], states: readonly State[], days: readonly Span[]): SeriesReading => {
    const reads = devices.flatMap((device, index) => states.slice(index, index + 1).map(state => ({device, state})));
    const ready = reads.flatMap(({device, state}) => state.status === 'ready' ? [{device, value: state.value}] : []);
    return {
      devices,
      days,
      series: ready.flatMap(({device, value: {buckets}}) => buckets ? [{device, flow: flowOf(device), buckets}] : []),
      unserved: ready.filter(({value: {buckets}}) => !buckets).map(({device}) => device),
      missing: reads.filter(({state: {status}}) => status === 'failed').map(({device}) => device),
      awaited: states.filter(state => !isSettled(state)).length,
      problems: reads.flatMap(({device, state}) => problemOf(device, state, this.#kit)),
      isRefreshing: reads.some(({state}) => state.status === 'pending' || state.isRefreshing),
      isServedStale: ready.some(({value}) => value.isServedStale),
      checkedAt: Math.min(...ready.map(({value: {askedAt, ageMs}}) => askedAt - ageMs)),
    };
  });

  /** Resolves when every series has settled. */
  async refresh(): Promise<void> {
    await this.#host.updateComplete;
    await this.#polls.refresh();
    await this.#host.updateComplete;
  }

  hostUpdated(): void {
    const {view} = this.#source;
    if (view.is !== 'ready') return;
    const days = this.#days();
    const key = this.#periodKey(days);
    const states = this.#statesOf(view.devices, days);
    if (states.every(isSettled)) this.#revealed = key;
    if (this.#revealed === key || this.#revealTimer || !states.some(({status}) => status === 'ready')) return;
    this.#revealTimer = setTimeout(() => {
      this.#revealTimer = undefined;
      this.#revealed = key;
      this.#host.requestUpdate();
    }, REVEAL_AFTER_MS);
  }

  hostDisconnected(): void {
    clearTimeout(this.#revealTimer);
    this.#revealTimer = undefined;
    this.#revealed = '';
  }

  #needs(): readonly PollNeed<SavingsReading>[] {
    const {view, endpoint} = this.#source;
    if (view.is !== 'ready' || !endpoint) return [];
    const days = this.#days();
    const keys = this.#keysOf(this.#sameDevices(view.devices), days, endpoint.key);
    return view.devices.map((device, index) => ({
      key: keys[index] ?? '',
      group: endpoint.group,
      intervalMs: INTERVAL_MS,
      leads: false,
      judge: this.#kit.judge,
      load: (signal, previous) => this.#read(endpoint, device, askedOf(days), signal, previous),
    }));
  }

  #days(): readonly Span[] {
    const {zone, firstWeekday} = this.#home();
    return this.#daysAt(Math.floor(Date.now() / 60_000), zone, firstWeekday);
  }

  /** No zone begins a day within a minute. */
  readonly #daysAt = remember((minute: number, zone: string | undefined, firstWeekday: Weekday) =>
    weekOf(new Date(minute * 60_000), zone, firstWeekday));

  #statesOf(devices: readonly Device[], days: readonly Span[]): readonly State[] {
    return this.#keysOf(this.#sameDevices(devices), days, this.#source.endpoint?.key).map(key => this.#polls.stateOf(key));
  }

  readonly #keysOf = remember((devices: readonly Device[], days: readonly Span[], whom: string | undefined): readonly string[] => {
    const {from, to} = wholeOf(days);
    return devices.map(({kind, id}) => `${whom} savings ${kind} ${id} ${from.toISOString()} ${to.toISOString()}`);
  });

  /** Once shown, a period stays shown while more of it comes. */
  readonly #periodKey = (days: readonly Span[]): string => `${this.#source.identity} ${days[0]?.from.getTime()}`;
}

const wholeOf = (days: readonly Span[]): Span => ({from: days[0]?.from ?? new Date(0), to: days.at(-1)?.to ?? new Date(0)});

const DAY_MS = 86_400_000;

/** Days that are not the home's may begin before its first: asked for without them, the API would leave them out. */
const askedOf = (days: readonly Span[]): Span => {
  const {from, to} = wholeOf(days);
  return {from: new Date(from.getTime() - DAY_MS), to};
};

const isSettled = ({status}: State): boolean => status === 'ready' || status === 'failed';

function problemOf({kind, id}: Device, state: State, {asPoderoError}: Kit): Problem[] {
  const failure = state.status === 'failed' ? state.failure : state.status === 'ready' ? state.problem : undefined;
  if (!failure) return [];
  const {error, nextAttemptAt} = failure;
  return [{kind, deviceId: id, error: asPoderoError(error), ...(nextAttemptAt === undefined ? {} : {nextAttemptAt})}];
}
