import type {ReactiveController, ReactiveControllerHost} from 'lit';
import {COLLECTION_OF} from '../api/routes.js';
import type {Device, DeviceKind} from '../domain/device.js';
import {deviceKey} from '../domain/device.js';
import type {PoderoError} from '../domain/errors.js';
import {isRetryable} from '../domain/errors.js';
import {countAttention} from '../domain/attention.js';
import {warnOnce} from '../internal/warn-once.js';
import type {DeviceSource} from './device-source.js';
import type {PoderoErrorDetail, PoderoEventDetails} from './events.js';
import {fire} from './events.js';
import type {ReadyView, SourceView} from './source-view.js';

interface Trouble {
  readonly detail: PoderoErrorDetail;
  /** For the developer's console, where the reading has not said it already. */
  readonly message?: string;
}

interface ReporterOptions {
  /** Detail of `podero-ready`, where it says more than the devices. */
  readonly ready?: (devices: readonly Device[]) => PoderoEventDetails['podero-ready'];
}

/** Compares what is shown now with what was shown before, and tells the page: ready, update, attention, error, recovered. */
export class EventReporter implements ReactiveController {
  readonly #host: HTMLElement;
  readonly #source: DeviceSource;
  readonly #viewNow: () => SourceView;
  readonly #options: ReporterOptions;
  #identity = '';
  #shown: readonly Device[] | undefined;
  #attention = '';
  #troubles = new Map<string, Trouble>();

  constructor(
    host: HTMLElement & ReactiveControllerHost,
    source: DeviceSource,
    shown: () => SourceView,
    options: ReporterOptions = {},
  ) {
    this.#viewNow = shown;
    this.#options = options;
    this.#host = host;
    this.#source = source;
    host.addController(this);
  }

  hostUpdated(): void {
    const {identity} = this.#source;
    const view = this.#viewNow();
    // Devices that the page itself handed in are no news to it.
    if (identity === 'given') return;
    if (identity !== this.#identity) this.#reset(identity);
    if (view.is === 'ready') this.#reportDevices(view.devices);
    this.#reportTroubles(new Map(troublesOf(view).map(trouble => [keyOf(trouble), trouble])));
  }

  #reset(identity: string): void {
    this.#identity = identity;
    this.#shown = undefined;
    this.#attention = '';
  }

  #reportDevices(devices: readonly Device[]): void {
    const before = this.#shown;
    this.#shown = devices;
    if (!before) fire(this.#host, 'podero-ready', this.#options.ready?.(devices) ?? {devices});
    else if (before !== devices) this.#reportUpdate(before, devices);
    const attention = countAttention(devices);
    if (this.#attention === JSON.stringify(attention)) return;
    this.#attention = JSON.stringify(attention);
    fire(this.#host, 'podero-attention', attention);
  }

  #reportUpdate(before: readonly Device[], devices: readonly Device[]): void {
    const old = new Map(before.map(device => [deviceKey(device), device]));
    const now = new Map(devices.map(device => [deviceKey(device), device]));
    // Compared by what they say: a read that starts anew gives equal devices that are not the same objects.
    const changed = [
      ...devices.filter(device => JSON.stringify(device) !== JSON.stringify(old.get(deviceKey(device)))),
      ...before.filter(device => !now.has(deviceKey(device))),
    ].map(({id}) => id);
    if (changed.length) fire(this.#host, 'podero-update', {devices, changed});
  }

  #reportTroubles(now: Map<string, Trouble>): void {
    const before = this.#troubles;
    this.#troubles = now;
    for (const [key, {detail, message}] of now) {
      if (before.has(key)) continue;
      fire(this.#host, 'podero-error', detail);
      if (message) warnOnce(`${detail.code}: ${message}`);
    }
    const codes = new Set([...now.values()].map(({detail}) => detail.code));
    const ended = [...before.values()].map(({detail}) => detail.code).filter(code => !codes.has(code));
    for (const code of new Set(ended)) fire(this.#host, 'podero-recovered', {code});
  }
}

const keyOf = ({detail: {code, collection, deviceId}}: Trouble): string => [code, collection, deviceId].join(' ');

function troublesOf(view: SourceView): Trouble[] {
  switch (view.is) {
    case 'pending': return [];
    case 'failed': return [trouble(view.error, view.nextAttemptAt)];
    case 'ready': return [
      ...view.problems.map(({error, kind, deviceId, nextAttemptAt}) => trouble(error, nextAttemptAt, {collection: COLLECTION_OF[kind], ...(deviceId && {deviceId})})),
      ...unreadable(view),
    ];
  }
}

/** Malformed parts of good answers. */
function unreadable({dropped, devices}: ReadyView): Trouble[] {
  const malformed = (kind: DeviceKind, extra = {}): Trouble =>
    ({detail: {code: 'malformed', retryable: true, collection: COLLECTION_OF[kind], ...extra}});
  return [
    ...dropped.map(({kind}) => malformed(kind)),
    ...devices.filter(device => device.unreadable.length).map(({kind, id}) => malformed(kind, {deviceId: id})),
  ];
}

function trouble(error: PoderoError, retryAt?: number, extra: Pick<PoderoErrorDetail, 'collection' | 'deviceId'> = {}): Trouble {
  return {
    message: error.message,
    detail: {
      code: error.code,
      retryable: isRetryable(error.code),
      ...(error.status === undefined ? {} : {status: error.status}),
      ...(retryAt === undefined ? {} : {retryAt: Math.round(retryAt)}),
      ...extra,
    },
  };
}
