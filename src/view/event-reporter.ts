import type {ReactiveController} from 'lit';
import type {Collection} from '../api/routes.js';
import {countAttention} from '../domain/attention.js';
import type {Device, DeviceKind} from '../domain/device.js';
import type {Series} from '../domain/energy-series.js';
import type {PoderoError} from '../domain/errors.js';
import type {PoderoErrorDetail} from '../elements/events.js';
import type {Problem, ReadyView, SourceView} from '../elements/source-view.js';
import type {Wire} from '../elements/wire.js';
import {keyOf} from './device-key.js';

type Wires = Pick<Wire, 'fire' | 'isRetryable' | 'warnOnce'>;

/** What is on screen now. */
export interface Shown {
  readonly view: SourceView;
  /** Whose and which devices these are. */
  readonly identity: string;
  /** Of a chart. */
  readonly series?: readonly Series[];
  /** Which time its series are of: another's are no news. */
  readonly chapter?: string;
}

interface Trouble {
  readonly detail: PoderoErrorDetail;
  /** For the developer's console, where the reading has not said it already. */
  readonly message?: string;
}

/** Compares what is shown now with what was shown before, and tells the page: ready, update, attention, error, recovered. */
export class EventReporter implements ReactiveController {
  readonly #host: HTMLElement;
  readonly #shownNow: () => Shown | undefined;
  readonly #wires: Wires;
  #identity = '';
  #shown: readonly Device[] | undefined;
  #buckets: ReadonlyMap<string, unknown> = new Map();
  #chapter: string | undefined;
  #attention = '';
  #troubles = new Map<string, Trouble>();

  constructor(host: HTMLElement, shown: () => Shown | undefined, wires: Wires) {
    this.#host = host;
    this.#shownNow = shown;
    this.#wires = wires;
  }

  hostUpdated(): void {
    const shown = this.#shownNow();
    if (shown) this.#report(shown);
  }

  #report({view, identity, series, chapter}: Shown): void {
    // Devices that the page itself handed in are no news to it.
    if (identity === 'given') return;
    if (identity !== this.#identity) this.#reset(identity);
    if (view.is === 'ready') this.#reportDevices(view, series, chapter);
    this.#reportTroubles(new Map(this.#troublesOf(view).map(trouble => [troubleKey(trouble), trouble])));
  }

  #reset(identity: string): void {
    this.#identity = identity;
    this.#shown = undefined;
    this.#attention = '';
  }

  #reportDevices({devices, isRefreshing}: ReadyView, series: Shown['series'], chapter: string | undefined): void {
    const before = this.#shown;
    this.#shown = devices;
    const detail = {devices, ...series && {series}};
    const fresh = before && isRefreshing ? [] : this.#freshSeries(series, chapter);
    if (!before) this.#wires.fire(this.#host, 'podero-ready', detail);
    else if (before === devices && !fresh.length) return;
    else this.#reportUpdate(before, devices, fresh);
    const attention = countAttention(devices);
    if (this.#attention === JSON.stringify(attention)) return;
    this.#attention = JSON.stringify(attention);
    this.#wires.fire(this.#host, 'podero-attention', attention);
  }

  /** Devices whose series says something new; several that come one by one are told of when the last is there. */
  #freshSeries(series: readonly Series[] | undefined, chapter: string | undefined): readonly string[] {
    if (!series) return [];
    const [before, isSameChapter] = [this.#buckets, chapter === this.#chapter];
    this.#chapter = chapter;
    this.#buckets = new Map(series.map(({device, buckets}) => [keyOf(device), buckets]));
    return series.filter(({device, buckets}) => isSameChapter && before.get(keyOf(device)) !== buckets).map(({device}) => keyOf(device));
  }

  #reportUpdate(before: readonly Device[], devices: readonly Device[], fresh: readonly string[]): void {
    const old = new Map(before.map(device => [keyOf(device), device]));
    const now = new Map(devices.map(device => [keyOf(device), device]));
    // Compared by what they say: a read that starts anew gives equal devices that are not the same objects.
    const isChanged = (device: Device): boolean => {
      const shown = old.get(keyOf(device));
      return device !== shown && JSON.stringify(device) !== JSON.stringify(shown);
    };
    const changed = [
      ...devices.filter(device => fresh.includes(keyOf(device)) || isChanged(device)),
      ...before.filter(device => !now.has(keyOf(device))),
    ].map(({id}) => id);
    if (changed.length) this.#wires.fire(this.#host, 'podero-update', {devices, changed});
  }

  #reportTroubles(now: Map<string, Trouble>): void {
    const before = this.#troubles;
    this.#troubles = now;
    for (const [key, {detail, message}] of now) {
      if (before.has(key)) continue;
      this.#wires.fire(this.#host, 'podero-error', detail);
      if (message) this.#wires.warnOnce(`${detail.code}: ${message}`);
    }
    const codes = new Set([...now.values()].map(({detail}) => detail.code));
    const ended = [...before.values()].map(({detail}) => detail.code).filter(code => !codes.has(code));
    for (const code of new Set(ended)) this.#wires.fire(this.#host, 'podero-recovered', {code});
  }

  #troublesOf(view: SourceView): Trouble[] {
    switch (view.is) {
      case 'pending': return [];
      case 'failed': return view.problems?.map(this.#ofRead) ?? [this.#trouble(view.error, view.nextAttemptAt)];
      case 'ready': return [...view.problems.map(this.#ofRead), ...unreadable(view)];
    }
  }

  readonly #ofRead = ({error, kind, deviceId, nextAttemptAt}: Problem): Trouble =>
    this.#trouble(error, nextAttemptAt, {collection: collectionOf(kind), ...(deviceId && {deviceId})});

  #trouble(error: PoderoError, retryAt?: number, extra: Pick<PoderoErrorDetail, 'collection' | 'deviceId'> = {}): Trouble {
    return {
      message: error.message,
      detail: {
        code: error.code,
        retryable: this.#wires.isRetryable(error.code),
        ...(error.status === undefined ? {} : {status: error.status}),
        ...(retryAt === undefined ? {} : {retryAt: Math.round(retryAt)}),
        ...extra,
      },
    };
  }
}

const troubleKey = ({detail: {code, collection, deviceId}}: Trouble): string => [code, collection, deviceId].join(' ');

const collectionOf = (kind: DeviceKind): Collection => `${kind}s`;

/** Malformed parts of good answers. */
function unreadable({dropped, devices}: ReadyView): Trouble[] {
  const malformed = (kind: DeviceKind, extra = {}): Trouble =>
    ({detail: {code: 'malformed', retryable: true, collection: collectionOf(kind), ...extra}});
  return [
    ...dropped.map(({kind}) => malformed(kind)),
    ...devices.filter(device => device.unreadable.length).map(({kind, id}) => malformed(kind, {deviceId: id})),
  ];
}
