import type {LitElement, ReactiveController} from 'lit';

/** The same again is silent for so long. */
const SILENCE_MS = 3_600_000;

/**
 * A network that comes and goes must not talk all day (faults N15): what a host's live region says of trouble is said aloud at most
 * once an hour, and so is its end. The eye sees every change.
 */
export class Announcer implements ReactiveController {
  readonly #host: LitElement;
  readonly #saidAt = new Map<string, number>();
  #words = '';
  #wasTrouble = false;
  /** Who asks wants to hear what comes of it. */
  readonly #onClick = () => this.#saidAt.clear();

  constructor(host: LitElement) {
    this.#host = host;
  }

  hostConnected(): void {
    this.#host.addEventListener('click', this.#onClick);
  }

  hostDisconnected(): void {
    this.#host.removeEventListener('click', this.#onClick);
  }

  /** In the task that changed the words: whoever speaks them looks at the region later. */
  hostUpdated(): void {
    const region = this.#host.renderRoot.querySelector('[role="status"]');
    const words = region?.textContent ?? '';
    if (words === this.#words) return;
    this.#words = words;
    const isTrouble = !!region?.closest('[part~="notice"]');
    const isSaid = !(isTrouble || this.#wasTrouble) || this.#isNew(isTrouble ? words : `${words} again`);
    region?.setAttribute('aria-live', isSaid ? 'polite' : 'off');
    this.#wasTrouble = isTrouble;
  }

  #isNew(message: string): boolean {
    const now = performance.now();
    const saidAt = this.#saidAt.get(message);
    if (saidAt !== undefined && now - saidAt < SILENCE_MS) return false;
    this.#saidAt.set(message, now);
    return true;
  }
}
