import type {LitElement, ReactiveController} from 'lit';
import type {Snapshot} from '../api/client.js';
import {readCollection, readDevice} from '../api/client.js';
import type {Endpoint} from '../api/endpoint.js';
import {readKey} from '../api/endpoint.js';
import {judge} from '../api/retry-policy.js';
import type {Device, DeviceKind} from '../domain/device.js';
import type {PoderoError} from '../domain/errors.js';
import {asPoderoError} from '../domain/errors.js';
import {PollController} from '../polling/poll-controller.js';
import type {PollState} from '../polling/poll-state.js';
import {isLed} from '../polling/shared-poller.js';
import type {SourceMerger} from '../view/source-merger.js';
import {loadChunk, mayLoadAgain} from './chunk.js';
import type {EmbedProperties} from './embed-properties.js';
import type {DetailNeed, Need} from './detail-needs.js';
import {detailNeeds} from './detail-needs.js';
import {EndpointKeeper} from './endpoint-keeper.js';
import {settingsOf} from './settings.js';
import type {KindState, SourceView} from './source-view.js';
import {failedView, PENDING} from './source-view.js';
import {viewOfPage} from './view-loader.js';
import {WIRE} from './wire.js';

/** What an element wants to show. */
export type Scope =
  | {readonly is: 'all'; readonly kinds: readonly DeviceKind[]}
  | {readonly is: 'one'; readonly kind: DeviceKind; readonly id: string}
  /** Handed in by the page: nothing is asked. */
  | {readonly is: 'given'; readonly devices: readonly Device[]}
  | {readonly is: 'unusable'; readonly error: PoderoError};

type Host = LitElement & EmbedProperties;

interface Plan {
  readonly identity: string;
  readonly needs: readonly Need[];
  readonly details: readonly DetailNeed[];
  /** Whom they ask. */
  readonly endpoint?: Endpoint;
  /** The one device wanted out of the answers. */
  readonly id?: string;
  /** Where nothing has to be asked. */
  readonly view?: SourceView;
}

/**
 * The devices of an element, as a view that is recomputed before each of its updates. A list leads: it reads whole
 * collections. An element for one device follows: it uses a list's collection while there is one, else it reads the detail.
 */
export class DeviceSource implements ReactiveController {
  readonly #host: Host;
  readonly #scope: () => Scope;
  readonly #isWhole: boolean;
  readonly #endpoints: EndpointKeeper;
  readonly #polls: PollController<Snapshot>;
  #plan: Plan = NOTHING;
  #view: SourceView = PENDING;
  #identity = '';
  #merger: SourceMerger | undefined;

  /** Set by whoever brings the news otherwise (`push/`): how often is to be read what was read like this. */
  pace: ((intervalMs: number, state: PollState<Snapshot>) => number) | undefined;
  #hasPush = false;

  /** @param isWhole whether to read what only details say, where a device is flagged */
  constructor(host: Host, scope: () => Scope, isWhole = true) {
    this.#host = host;
    this.#scope = scope;
    this.#isWhole = isWhole;
    this.#endpoints = new EndpointKeeper(host);
    // Asked for its needs before each update; registered first, so that the view below is made of their states.
    this.#polls = new PollController<Snapshot>(host, () => {
      const {needs, details} = this.#replan();
      return [...needs, ...details];
    }, () => !!this.pace);
    host.addController(this);
  }

  get view(): SourceView {
    return this.#view;
  }

  /** Whose and which devices these are: when it changes, what was shown before has nothing to do with what comes. */
  get identity(): string {
    return this.#identity;
  }

  /** Whom else to ask about these devices. */
  get endpoint(): Endpoint | undefined {
    return this.#plan.endpoint;
  }

  /** Whom to ask by what the host is told now. Throws a `config` error where it names nobody. */
  endpointNow(): Endpoint {
    return this.#endpoints.now();
  }

  /** Resolves when the state is settled: new data, or an error shown. */
  async refresh(): Promise<void> {
    let read: string;
    do {
      await this.#host.updateComplete;
      read = this.#identity;
      const settled = this.#polls.refresh();
      // Who asked sees that something is done.
      this.#host.requestUpdate();
      await settled;
      await this.#host.updateComplete;
      // Whose devices are shown may have changed meanwhile: then those are read too.
    } while (read !== this.#identity);
  }

  hostUpdate(): void {
    this.#view = this.#plan.view ?? this.#viewOf(this.#plan);
  }

  /** Push begins once something is shown, and comes in a part of its own. */
  hostUpdated(): void {
    if (this.#hasPush || !this.#host.pushUrl || this.#view.is !== 'ready' || !mayLoadAgain()) return;
    this.#hasPush = true;
    loadChunk(this.#host, () => import('../push/push.js')).then(({createPush}) => createPush(this.#host, this, WIRE), () => {
      this.#hasPush = false;
    });
  }

  hostDisconnected(): void {
    this.#forget();
    // Whoever sees the element next may be another customer: only what a poller still keeps is shown again.
    this.#view = PENDING;
  }

  #replan(): Plan {
    this.#plan = this.#planFor(this.#scope());
    if (this.#plan.identity !== this.#identity) this.#reset(this.#plan.identity);
    return this.#plan;
  }

  #planFor(scope: Scope): Plan {
    if (scope.is === 'given') return {...NOTHING, identity: 'given', view: givenView(scope.devices)};
    try {
      if (scope.is === 'unusable') throw scope.error;
      const endpoint = this.#endpoints.now();
      const selection = scope.is === 'one' ? `${scope.kind}:${scope.id}` : scope.kinds.join();
      const identity = [endpoint.key, selection, settingsOf(this.#host).building].join(' ');
      const needs = this.#needsOf(scope, endpoint);
      const id = scope.is === 'one' ? scope.id : undefined;
      const details = this.#isWhole ? detailNeeds(needs, this.#stateOf, endpoint).filter(need => id === undefined || need.id === id) : [];
      return {identity, endpoint, needs, details, ...(id === undefined ? {} : {id})};
    } catch (thrown) {
      const error = asPoderoError(thrown);
      return {...NOTHING, identity: error.message, view: failedView(error)};
    }
  }

  #reset(identity: string): void {
    this.#identity = identity;
    this.#view = PENDING;
    this.#forget();
  }

  /** What was made out for one customer is nothing for the next. */
  #forget(): void {
    this.#merger?.stop();
    this.#merger = undefined;
  }

  readonly #stateOf = (key: string): PollState<Snapshot> => this.#polls.stateOf(key);

  #viewOf({needs, details, id}: Plan): SourceView {
    const states = needs.map(({kind, key}): KindState => [kind, this.#stateOf(key)]);
    const page = viewOfPage();
    // Without anything to show it in there is nothing to make out.
    if (!page) return PENDING;
    this.#merger ??= page.createMerger(this.#host);
    return this.#merger.merge({
      states, details, id,
      stateOf: this.#stateOf,
      isDetail: needs.some(({isDetail}) => isDetail),
      building: settingsOf(this.#host).building,
      before: this.#view,
    });
  }

  #needsOf(scope: Scope & {is: 'all' | 'one'}, endpoint: Endpoint): readonly Need[] {
    const shared = {group: endpoint.group, judge};
    const collection = (kind: DeviceKind, leads: boolean): Need => ({
      ...shared, kind, leads, ...this.#paced(readKey(endpoint, kind)),
      load: (signal, previous) => readCollection(endpoint, kind, signal, previous),
    });
    if (scope.is === 'all') return scope.kinds.map(kind => collection(kind, true));
    const {kind, id} = scope;
    const followed = collection(kind, false);
    if (isLed(followed.key)) return [followed];
    return [{
      ...shared, kind, leads: false, isDetail: true, ...this.#paced(readKey(endpoint, kind, id)),
      load: (signal, previous) => readDevice(endpoint, kind, id, signal, previous),
    }];
  }

  /** How often it is read: as the page says, more seldom while a stream brings the news. */
  #paced(key: string): {key: string; intervalMs: number} {
    const {pollIntervalMs} = settingsOf(this.#host);
    return {key, intervalMs: this.pace?.(pollIntervalMs, this.#stateOf(key)) ?? pollIntervalMs};
  }
}

const NOTHING: Plan = {identity: '', needs: [], details: []};

const givenView = (devices: readonly Device[]): SourceView =>
  ({is: 'ready', devices, isRefreshing: false, problems: [], good: 1, isServedStale: false, dropped: []});
