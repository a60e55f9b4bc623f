import type {LitElement, ReactiveController} from 'lit';
import type {Snapshot} from '../api/client.js';
import {readCollection, readDevice} from '../api/client.js';
import type {Endpoint, GetHeaders, GetToken} from '../api/endpoint.js';
import {parseProxyUrl, readKey} from '../api/endpoint.js';
import {judge} from '../api/retry-policy.js';
import type {Device, DeviceKind} from '../domain/device.js';
import {asPoderoError, PoderoError} from '../domain/errors.js';
import {warnOnce} from '../internal/warn-once.js';
import {PollController} from '../polling/poll-controller.js';
import type {PollState} from '../polling/poll-state.js';
import {isLed} from '../polling/shared-poller.js';
import type {FlaggedDetails} from '../view/flagged-details.js';
import type {View} from '../view/view.js';
import {loadChunk, mayLoadAgain} from './chunk.js';
import type {EmbedProperties} from './embed-properties.js';
import type {DetailNeed, Need} from './detail-needs.js';
import {detailNeeds} from './detail-needs.js';
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

/** After the first success of several, the others are waited for no longer than this (contract 5). */
const REVEAL_AFTER_MS = 1_000;

/**
 * The devices of an element, as a view that is recomputed before each of its updates. A list leads: it reads whole
 * collections. An element for one device follows: it uses a list's collection while there is one, else it reads the detail.
 */
export class DeviceSource implements ReactiveController {
  readonly #host: Host;
  readonly #scope: () => Scope;
  readonly #isWhole: boolean;
  readonly #polls: PollController<Snapshot>;
  #plan: Plan = NOTHING;
  #view: SourceView = PENDING;
  #identity = '';
  #isRevealed = false;
  #revealTimer: ReturnType<typeof setTimeout> | undefined;
  #functions: {token?: GetToken; headers?: GetHeaders} = {};
  #details: FlaggedDetails | undefined;

  /** Set by whoever brings the news otherwise (`push/`): how often is to be read what was read like this. */
  pace: ((intervalMs: number, state: PollState<Snapshot>) => number) | undefined;
  #hasPush = false;

  /** @param isWhole whether to read what only details say, where a device is flagged */
  constructor(host: Host, scope: () => Scope, isWhole = true) {
    this.#host = host;
    this.#scope = scope;
    this.#isWhole = isWhole;
    // Asked for its needs before each update; registered first, so that the view below is made of their states.
    this.#polls = new PollController<Snapshot>(host, () => {
      const {needs, details} = this.#replan();
      return [...needs, ...details];
    });
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

  /** Resolves when the state is settled: new data, or an error shown. */
  async refresh(): Promise<void> {
    let read: string;
    do {
      await this.#host.updateComplete;
      read = this.#identity;
      await this.#polls.refresh();
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
    this.#stopWaiting();
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
      const endpoint = this.endpointNow();
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
    this.#isRevealed = false;
    this.#stopWaiting();
  }

  #stopWaiting(): void {
    clearTimeout(this.#revealTimer);
    this.#revealTimer = undefined;
  }

  readonly #stateOf = (key: string): PollState<Snapshot> => this.#polls.stateOf(key);

  #viewOf({needs, details, id}: Plan): SourceView {
    const states = needs.map(({kind, key}): KindState => [kind, this.#stateOf(key)]);
    this.#watchReveal(states);
    const page = viewOfPage();
    // Without anything to show it in there is nothing to make out.
    if (!page) return PENDING;
    const merged = this.#completed(page, page.mergeStates(states, this.#isRevealed), details);
    if (id === undefined) return merged;
    // While one poller takes over from another, what is shown stays.
    if (merged.is === 'pending') return this.#view.is === 'ready' ? this.#view : merged;
    return merged.is === 'ready' ? oneOf(merged, id, needs) : merged;
  }

  /** With what the details say, and only of the building that is asked for. */
  #completed({FlaggedDetails}: View, view: SourceView, details: readonly DetailNeed[]): SourceView {
    if (view.is !== 'ready') return view;
    const {building} = settingsOf(this.#host);
    const devices = (this.#details ??= new FlaggedDetails()).complete(view.devices, details, this.#stateOf);
    return {...view, devices: building === undefined ? devices : devices.filter(device => device.building === building)};
  }

  #watchReveal(states: readonly KindState[]): void {
    if (this.#isRevealed || this.#revealTimer || !states.some(([, {status}]) => status === 'ready')) return;
    this.#revealTimer = setTimeout(() => {
      this.#isRevealed = true;
      this.#revealTimer = undefined;
      this.#host.requestUpdate();
    }, REVEAL_AFTER_MS);
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

  /**
   * Two elements share their requests only when they got the very same functions; a function that replaces another later
   * (frameworks hand in new ones at every render) is used next time and changes nothing else (faults M03, L18).
   */
  endpointNow(): Endpoint {
    const host = this.#host;
    const {session, credentials, batterySign, getToken, getHeaders} = settingsOf(host);
    const base = parseProxyUrl(host.proxyUrl, document.baseURI);
    if (getToken) this.#functions.token ??= getToken;
    if (getHeaders) this.#functions.headers ??= getHeaders;
    const group = [base.href, session, credentials, numberOf(this.#functions.token), numberOf(this.#functions.headers)].join(' ');
    return {
      base, credentials, batterySign, group, key: `${group} ${batterySign}`, warn: warnOnce,
      getToken: () => settingsOf(host).getToken,
      getHeaders: () => settingsOf(host).getHeaders,
    };
  }
}

const NOTHING: Plan = {identity: '', needs: [], details: []};

const givenView = (devices: readonly Device[]): SourceView =>
  ({is: 'ready', devices, isRefreshing: false, problems: [], good: 1, isServedStale: false, dropped: []});

/** The element's one device out of an answer. A detail that is not there any more is no problem of a refresh: the device is gone. */
function oneOf(view: SourceView & {is: 'ready'}, id: string, needs: readonly Need[]): SourceView {
  const isGone = needs.some(({isDetail}) => isDetail) && view.problems.some(({error}) => error.code === 'not-found');
  const device = isGone ? undefined : view.devices.find(candidate => candidate.id === id);
  return device ? {...view, devices: [device], dropped: []} : failedView(notFound(id));
}

const notFound = (id: string): PoderoError => new PoderoError('not-found', `The user has no device with the id ${id}.`);

const numbers = new WeakMap<object, number>();
let last = 0;

/** Functions have no name to tell them apart by; 0 stands for none. */
function numberOf(handed: object | undefined): number {
  if (!handed) return 0;
  const number = numbers.get(handed) ?? ++last;
  numbers.set(handed, number);
  return number;
}
