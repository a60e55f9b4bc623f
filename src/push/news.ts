import type {Snapshot} from '../api/client.js';
import type {Endpoint} from '../api/endpoint.js';
import type {DeviceKind} from '../domain/device.js';
import type {Wire} from '../elements/wire.js';
import type {Poller} from '../polling/poller.js';
import {withDevice, withoutDevice} from './amendments.js';
import type {Message} from './message.js';

type Wires = Pick<Wire, 'findPoller' | 'readKey' | 'understand'>;

/** Hints of a while are one read, and a portal that tells all customers at once must not be asked by all at once. */
const GATHER_MS = {least: 200, most: 1_000};
/** A stream that hints all the time must not make the polls a storm. */
const READ_AGAIN_AFTER_MS = 5_000;

/** Carries what a stream says to the pollers of those who listen: what is known already, and what has to be read. */
export class News {
  readonly #wires: Wires;
  readonly #endpoints: () => readonly Endpoint[];
  readonly #hints = new Map<string, readonly [kind: DeviceKind, id: string]>();
  #timer: ReturnType<typeof setTimeout> | undefined;
  #readAt = 0;

  constructor(wires: Wires, endpoints: () => readonly Endpoint[]) {
    this.#wires = wires;
    this.#endpoints = endpoints;
  }

  tell(messages: readonly Message[]): void {
    for (const endpoint of this.#distinct()) this.#amendAll(endpoint, messages);
    for (const message of messages) if (message.is === 'hint') this.#hints.set(`${message.kind} ${message.id}`, [message.kind, message.id]);
    if (this.#hints.size) this.#timer ??= setTimeout(() => this.#readHinted(), this.#pauseMs());
  }

  /** What was hinted at is not read any more. */
  drop(): void {
    clearTimeout(this.#timer);
    this.#timer = undefined;
    this.#hints.clear();
  }

  /** Two with one key share their pollers: told twice, a change would be made twice. */
  #distinct(): readonly Endpoint[] {
    return [...new Map(this.#endpoints().map(endpoint => [endpoint.key, endpoint])).values()];
  }

  #pauseMs(): number {
    const spread = GATHER_MS.least + Math.random() * (GATHER_MS.most - GATHER_MS.least);
    return Math.max(spread, this.#readAt + READ_AGAIN_AFTER_MS - performance.now());
  }

  /** All that is new for one poller at once: it tells its listeners once. */
  #amendAll(endpoint: Endpoint, messages: readonly Message[]): void {
    const changes = new Map<Poller<Snapshot>, ((before: Snapshot) => Snapshot)[]>();
    for (const message of messages) {
      for (const [poller, change] of this.#changesOf(endpoint, message)) changes.set(poller, [...changes.get(poller) ?? [], change]);
    }
    for (const [poller, made] of changes) poller.amend(before => made.reduce((snapshot, change) => change(snapshot), before));
  }

  #changesOf(endpoint: Endpoint, message: Message): (readonly [Poller<Snapshot>, (before: Snapshot) => Snapshot])[] {
    const {kind} = message;
    if (message.is === 'hint') return [];
    const list = this.#poller(endpoint, kind);
    if (message.is === 'deleted') {
      const {id} = message;
      // One device's own poller hears from the proxy what has become of it.
      void this.#poller(endpoint, kind, id)?.refresh();
      return list ? [[list, before => withoutDevice(before, id)]] : [];
    }
    const change = (before: Snapshot) => withDevice(before, this.#wires.understand([message.device], endpoint, kind, before));
    const detail = this.#poller(endpoint, kind, String((message.device as {id?: unknown}).id));
    return [list, detail].flatMap(poller => poller ? [[poller, change] as const] : []);
  }

  #readHinted(): void {
    const hints = [...this.#hints.values()];
    this.drop();
    this.#readAt = performance.now();
    const pollers = this.#distinct().flatMap(endpoint => hints.flatMap(([kind, id]) => [this.#poller(endpoint, kind), this.#poller(endpoint, kind, id)]));
    for (const poller of new Set(pollers)) void poller?.refresh();
  }

  #poller(endpoint: Endpoint, ...read: readonly [DeviceKind, id?: string]): Poller<Snapshot> | undefined {
    return this.#wires.findPoller(endpoint.group, this.#wires.readKey(endpoint, ...read)) as Poller<Snapshot> | undefined;
  }
}
