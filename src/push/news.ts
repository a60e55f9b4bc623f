import type {Snapshot} from '../api/client.js';
import type {Endpoint} from '../api/endpoint.js';
import type {DeviceKind} from '../domain/device.js';
import type {Wire} from '../elements/wire.js';
import type {Poller} from '../polling/poller.js';
import {withDevice, withoutDevice} from './amendments.js';
import type {Message} from './message.js';

type Wires = Pick<Wire, 'browserSurroundings' | 'findPoller' | 'readKey' | 'understand'>;
/** A collection, or one of its devices. */
type Read = readonly [kind: DeviceKind, id?: string];

/** Hints of a while are one read, and a portal that tells all customers at once must not be asked by all at once. */
const GATHER_MS = {least: 200, most: 1_000};
/** A stream that hints all the time must not make the polls a storm. */
const READ_AGAIN_AFTER_MS = 5_000;

/** Carries what a stream says to the pollers of those who listen: what is known already, and what has to be read. */
export class News {
  readonly #wires: Wires;
  readonly #endpoints: () => readonly Endpoint[];
  /** What is to be read again. */
  readonly #hinted = new Map<string, Read>();
  #timer: ReturnType<typeof setTimeout> | undefined;
  #readAt = -Infinity;

  constructor(wires: Wires, endpoints: () => readonly Endpoint[]) {
    this.#wires = wires;
    this.#endpoints = endpoints;
  }

  tell(messages: readonly Message[]): void {
    for (const endpoint of this.#distinct()) this.#amendAll(endpoint, messages);
    for (const read of messages.flatMap(hintsOf)) this.#hinted.set(read.join(' '), read);
    if (this.#hinted.size) this.#timer ??= setTimeout(() => this.#readHinted(), this.#pauseMs());
  }

  /** What was hinted at is not read any more. */
  drop(): void {
    clearTimeout(this.#timer);
    this.#timer = undefined;
    this.#hinted.clear();
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
    const changes = new Map<Poller<Snapshot>, (readonly [about: string, change: (before: Snapshot) => Snapshot])[]>();
    for (const message of messages) {
      if (message.is === 'hint') continue;
      const change = this.#changeBy(endpoint, message);
      for (const poller of this.#toldOf(endpoint, message)) {
        const made = changes.get(poller) ?? [];
        made.push([message.id, change]);
        changes.set(poller, made);
      }
    }
    for (const [poller, made] of changes) poller.amend(made);
  }

  #changeBy(endpoint: Endpoint, message: Exclude<Message, {is: 'hint'}>): (before: Snapshot) => Snapshot {
    const {id, kind} = message;
    if (message.is === 'deleted') return before => withoutDevice(before, id);
    return before => withDevice(before, this.#wires.understand([message.device], endpoint, kind, before));
  }

  /** The list, and a device's own poller, unless that has to read what only a detail says. */
  #toldOf(endpoint: Endpoint, message: Message): readonly Poller<Snapshot>[] {
    const list = this.#poller(endpoint, message.kind);
    const detail = message.is === 'device' && message.isWhole ? this.#poller(endpoint, message.kind, message.id) : undefined;
    return [list, detail].flatMap(poller => poller ?? []);
  }

  #readHinted(): void {
    this.#timer = undefined;
    // Nothing is asked while the page is hidden (faults M04); the first word of the stream that is opened then reminds of it.
    if (this.#wires.browserSurroundings.isHidden()) return;
    const reads = [...this.#hinted.values()];
    this.drop();
    this.#readAt = performance.now();
    const pollers = this.#distinct().flatMap(endpoint => reads.map(read => this.#poller(endpoint, ...read)));
    for (const poller of new Set(pollers)) if (poller) void readAgain(poller);
  }

  #poller(endpoint: Endpoint, ...read: Read): Poller<Snapshot> | undefined {
    return this.#wires.findPoller(endpoint.group, this.#wires.readKey(endpoint, ...read)) as Poller<Snapshot> | undefined;
  }
}

/** What is under way was asked before the hint. Who fails tries again after delays of its own (faults N01). */
async function readAgain(poller: Poller<Snapshot>): Promise<void> {
  const {state} = poller;
  if (state.status === 'failed' || (state.status === 'ready' && state.problem)) return;
  await poller.refresh();
  if (state.isRefreshing) await poller.refresh();
}

/** Of a device that is gone, its own poller hears from the proxy what has become of it; the collection is known without it. */
function hintsOf(message: Message): readonly Read[] {
  const {kind, is} = message;
  if (is === 'device') return message.isWhole ? [] : [[kind, message.id]];
  return is === 'hint' ? [[kind], [kind, message.id]] : [[kind, message.id]];
}
