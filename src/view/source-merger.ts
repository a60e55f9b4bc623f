import type {ReactiveControllerHost} from 'lit';
import type {DetailNeed, StateOf} from '../elements/detail-needs.js';
import type {KindState, SourceView} from '../elements/source-view.js';
import type {Wire} from '../elements/wire.js';
import {FlaggedDetails} from './flagged-details.js';
import {isSame} from './is-same.js';
import {mergeStates} from './merge-states.js';

/** After the first success of several, the others are waited for no longer than this (contract 5). */
const REVEAL_AFTER_MS = 1_000;

/** All that an element has read, and what it wants of it. */
export interface Reads {
  readonly states: readonly KindState[];
  readonly details: readonly DetailNeed[];
  readonly stateOf: StateOf;
  /** The one device wanted out of the answers. */
  readonly id: string | undefined;
  /** It was asked for by its id, not found in a list. */
  readonly isDetail: boolean;
  /** The only building wanted. */
  readonly building: string | undefined;
  /** What is shown now. */
  readonly before: SourceView;
}

/** While some of several reads are on their way, nobody knows whether one of them fails or all: until then it is said as before. */
function calmly(view: SourceView, before: SourceView): SourceView {
  if (view.is !== 'ready' || !view.isRefreshing || before.is !== 'ready') return view;
  const {devices, checkedAt, isIncomplete = false} = view;
  return {...before, devices, isIncomplete, isRefreshing: true, ...(checkedAt === undefined ? {} : {checkedAt})};
}

/** One element's reads as one view. */
export class SourceMerger {
  readonly #host: ReactiveControllerHost;
  readonly #wire: Wire;
  readonly #details = new FlaggedDetails();
  /** The first success was long enough ago to show what there is. */
  #isRevealed = false;
  #timer: ReturnType<typeof setTimeout> | undefined;

  constructor(host: ReactiveControllerHost, wire: Wire) {
    this.#host = host;
    this.#wire = wire;
  }

  merge(reads: Reads): SourceView {
    const {states, id, before} = reads;
    this.#watchReveal(states);
    const merged = this.#completed(calmly(mergeStates(states, this.#isRevealed, this.#wire), before), reads);
    if (id === undefined) return merged;
    // While one poller takes over from another, what is shown stays.
    if (merged.is === 'pending') return before.is === 'ready' ? before : merged;
    return merged.is === 'ready' ? this.#oneOf(merged, id, reads) : merged;
  }

  stop(): void {
    clearTimeout(this.#timer);
  }

  #watchReveal(states: readonly KindState[]): void {
    const firstAt = Math.min(...states.map(([, state]) => state.status === 'ready' ? state.at : Infinity));
    if (this.#isRevealed || this.#timer || firstAt === Infinity) return;
    this.#timer = setTimeout(() => {
      this.#isRevealed = true;
      this.#host.requestUpdate();
    }, Math.min(REVEAL_AFTER_MS, firstAt + REVEAL_AFTER_MS - Date.now()));
  }

  /** With what the details say, and only of the building that is asked for. */
  #completed(view: SourceView, {details, stateOf, building, before}: Reads): SourceView {
    if (view.is !== 'ready') return view;
    const all = this.#details.complete(view.devices, details, stateOf);
    const devices = building === undefined ? all : all.filter(device => device.building === building);
    // The same devices stay the same list: whoever has looked at it need not look again.
    return {...view, devices: before.is === 'ready' && isSame(before.devices, devices) ? before.devices : devices};
  }

  /** The one device. A detail that is not there any more is no problem of a refresh: the device is gone. */
  #oneOf(view: SourceView & {is: 'ready'}, id: string, {isDetail}: Reads): SourceView {
    const isGone = isDetail && view.problems.some(({error}) => error.code === 'not-found');
    const device = isGone ? undefined : view.devices.find(candidate => candidate.id === id);
    if (device) return {...view, devices: [device], dropped: []};
    const error = new this.#wire.PoderoError('not-found', `The user has no device with the id ${id}.`);
    return {is: 'failed', error, isRefreshing: false};
  }
}
