import type {Verdict} from '../polling/poll-state.js';
import type {Surroundings} from '../polling/surroundings.js';

/** Reads a stream to its end, and hands on each text; rejects where it breaks. */
export type ReadStream = (signal: AbortSignal, hear: (text: string) => void) => Promise<void>;

export interface PushStreamOptions {
  readonly read: ReadStream;
  readonly judge: (error: unknown, failures: number) => Verdict;
  readonly surroundings: Surroundings;
  readonly onText: (text: string) => void;
  /** The stream has become lively, or is so no more. */
  readonly onChange: () => void;
  /** What broke it; not that it merely ended. */
  readonly onFailure: (error: unknown) => void;
}

/** Heartbeats come every 30 s at least (contract 1): whoever is silent for so long is dead. */
const SILENCE_MS = 60_000;
/** After the delays that a failed poll has, too. */
const LAST_DELAY_MS = 5 * 60_000;
/** A network that comes and goes is no reason to open streams all the time, nor to poll (faults N09). */
const ONLINE_AGAIN_MS = 15_000;

type State =
  /** Nobody listens, or the page is hidden. */
  | {readonly is: 'closed'}
  | {readonly is: 'waiting'; readonly timer: unknown}
  | {readonly is: 'stopped'}
  | {readonly is: 'open'; readonly abort: AbortController};

/** Keeps a stream open while somebody listens and the page can be seen; knows neither its transport nor what it says. */
export class PushStream {
  readonly #options: PushStreamOptions;
  readonly #world: Surroundings;
  #state: State = {is: 'closed'};
  #silence: unknown;
  #livelySince: number | undefined;
  #failures = 0;
  /** Not before this instant (epoch ms): a page that is hidden and shown again must not hurry. */
  #notBefore = 0;
  /** When the network's return was last believed, or will be, by the monotonic clock. */
  #onlineAt = -ONLINE_AGAIN_MS;
  #stopListening: (() => void) | undefined;

  constructor(options: PushStreamOptions) {
    this.#options = options;
    this.#world = options.surroundings;
  }

  /** Since when (epoch ms) it has spoken without a pause. */
  get livelySince(): number | undefined {
    return this.#livelySince;
  }

  start(): void {
    this.#stopListening ??= this.#world.listen(change => this.#onChange(change));
    if (this.#state.is === 'stopped') this.#state = {is: 'closed'};
    this.#open();
  }

  stop(): void {
    this.#stopListening?.();
    this.#stopListening = undefined;
    this.#close();
    this.#failures = this.#notBefore = 0;
  }

  #onChange(change: 'shown' | 'online' | 'offline'): void {
    if (this.#world.isHidden()) return this.#close();
    if (change === 'online') this.#onOnline();
    // One try for what had stopped: the customer may have signed in elsewhere (contract 6).
    else if (change === 'shown' && this.#state.is === 'stopped') this.#state = {is: 'closed'};
    this.#open();
  }

  /** What broke because the network had gone is tried at once, and with new patience; within 15 s of that, at their end. */
  #onOnline(): void {
    if (!this.#failures) return;
    const now = this.#world.monotonicMs();
    if (this.#onlineAt <= now) this.#onlineAt = Math.max(now, this.#onlineAt + ONLINE_AGAIN_MS);
    if (this.#state.is === 'waiting') this.#close();
    this.#notBefore = Math.min(this.#notBefore, this.#world.wallMs() + this.#onlineAt - now);
    if (this.#onlineAt === now) this.#failures = 0;
  }

  #close(): void {
    const state = this.#state;
    this.#state = {is: 'closed'};
    if (state.is === 'waiting') this.#world.clearTimer(state.timer);
    if (state.is === 'open') state.abort.abort();
    this.#fallSilent();
  }

  #open(): void {
    if (this.#state.is !== 'closed' || this.#world.isHidden()) return;
    const waitMs = this.#notBefore - this.#world.wallMs();
    if (waitMs > 0) return this.#wait(waitMs);
    const abort = new AbortController();
    this.#state = {is: 'open', abort};
    this.#watchSilence(abort);
    this.#options.read(abort.signal, text => this.#hear(text, abort)).then(
      () => this.#onEnd(abort),
      (error: unknown) => this.#onEnd(abort, error),
    );
  }

  #wait(ms: number): void {
    this.#state = {is: 'waiting', timer: this.#world.setTimer(() => {
      this.#state = {is: 'closed'};
      // A clock that was set back meanwhile must not make it wait again (faults T12).
      this.#notBefore = 0;
      this.#open();
    }, ms)};
  }

  #hear(text: string, abort: AbortController): void {
    if (abort.signal.aborted) return;
    this.#watchSilence(abort);
    this.#options.onText(text);
    if (this.#livelySince === undefined) {
      this.#livelySince = this.#world.wallMs();
      this.#options.onChange();
    }
    // One that has lived on was no failure, whatever ends it.
    if (this.#world.wallMs() - this.#livelySince > SILENCE_MS) this.#failures = 0;
  }

  #watchSilence(abort: AbortController): void {
    this.#world.clearTimer(this.#silence);
    this.#silence = this.#world.setTimer(() => this.#onEnd(abort), SILENCE_MS);
  }

  #fallSilent(): void {
    this.#world.clearTimer(this.#silence);
    if (this.#livelySince === undefined) return;
    this.#livelySince = undefined;
    this.#options.onChange();
  }

  /** However it came to its end: it is opened again, after a pause that grows with every failure. */
  #onEnd(abort: AbortController, error?: unknown): void {
    if (this.#state.is !== 'open' || this.#state.abort !== abort) return;
    this.#state = {is: 'closed'};
    // What was refused or is silent must not be sent any longer.
    abort.abort();
    this.#fallSilent();
    if (error !== undefined) this.#options.onFailure(error);
    const {next, notBefore = 0} = this.#options.judge(error ?? ENDED, ++this.#failures);
    if (next === 'never') return void (this.#state = {is: 'stopped'});
    const delayMs = next === 'interval' ? LAST_DELAY_MS * (0.9 + 0.2 * this.#world.random()) : next;
    this.#notBefore = Math.max(this.#world.wallMs() + delayMs, notBefore);
    this.#open();
  }
}

/** What a stream that merely ended counts as. */
const ENDED = {code: 'network', message: 'The stream ended.'} as const;
