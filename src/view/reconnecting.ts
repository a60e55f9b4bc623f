import type {Task} from '@lit/task';
import type {LitElement, ReactiveController} from 'lit';
import type {Device} from '../domain/device.js';
import type {Wire} from '../elements/wire.js';
import type {Reconnector, ReconnectStep} from './device-foot-view.js';
import type {Lit} from './lit.js';

type Given = Pick<Lit, 'Task'> & Pick<Wire, 'asPoderoError' | 'fire'>;

/** How it ended. Without the route, or without a proxy at all, there is nobody to ask. */
export const failedStepOf = (error: unknown, {asPoderoError}: Pick<Wire, 'asPoderoError'>): ReconnectStep =>
  ['not-found', 'config'].includes(asPoderoError(error).code) ? 'no-way' : 'failed';

/** Takes a card's user to the page where the device is signed in again; made when somebody first wants to go there. */
export class Reconnecting implements ReactiveController {
  readonly #host: LitElement;
  /** Whose and which device the card shows. */
  readonly #subject: () => string;
  readonly #given: Given;
  readonly #task: Task<readonly [Device, Reconnector], void>;
  /** Whose page was asked for last: another device's card knows nothing of it. */
  #asker = '';

  constructor(host: LitElement, subject: () => string, given: Given) {
    this.#host = host;
    this.#subject = subject;
    this.#given = given;
    this.#task = new given.Task(host, {
      autoRun: false,
      task: async ([device, ask]: readonly [Device, Reconnector], {signal}) => {
        const url = await ask(device, signal);
        if (!signal.aborted) location.assign(url);
      },
    });
    host.addController(this);
  }

  get step(): ReconnectStep {
    if (this.#asker !== this.#subject()) return 'ask';
    return this.#task.render({pending: () => 'asking' as const, error: (error: unknown) => failedStepOf(error, this.#given)}) ?? 'ask';
  }

  /** The next customer must not be taken to a page that the one before asked for. */
  hostUpdated(): void {
    if (this.#asker !== this.#subject()) this.#task.abort();
  }

  hostDisconnected(): void {
    this.#task.abort();
  }

  /** The page around may do it itself. A device with an address of its own has a link, which is followed. */
  begin(event: Event, device: Device, ask: Reconnector): void {
    const url = device.reconnect?.url;
    const detail = {device, ...(url === undefined ? {} : {url})};
    if (!this.#given.fire(this.#host, 'podero-reconnect', detail, {cancelable: true})) event.preventDefault();
    else if (url === undefined) void this.#askFor(device, ask);
  }

  async #askFor(device: Device, ask: Reconnector): Promise<void> {
    this.#asker = this.#subject();
    await this.#task.run([device, ask]);
    await this.#host.updateComplete;
    // The button is gone: who pressed it hears why.
    if (this.step === 'no-way') this.#host.renderRoot.querySelector<HTMLElement>('[part~="reason"]')?.focus();
  }
}
