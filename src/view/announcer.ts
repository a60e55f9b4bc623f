import type {LitElement, ReactiveController} from 'lit';

/** The same change again is silent for so long. */
const SILENCE_MS = 3_600_000;

/**
 * A network that comes and goes must not talk all day (faults N15): each change of a host's live region is said aloud the first
 * time, its way back too, and then at most once an hour. The eye sees every one.
 */
export class Announcer implements ReactiveController {
  readonly #host: LitElement;
  /** When a change was last said. */
  readonly #saidAt = new Map<string, number>();
  #words = '';

  constructor(host: LitElement) {
    this.#host = host;
  }

  /** In the task that changed the words: whoever speaks them looks at the region later. */
  hostUpdated(): void {
    const region = this.#host.renderRoot.querySelector('[role="status"]');
    const words = region?.textContent ?? '';
    if (words === this.#words) return;
    const change = `${this.#words} → ${words}`;
    this.#words = words;
    const isSaid = performance.now() - (this.#saidAt.get(change) ?? -SILENCE_MS) >= SILENCE_MS;
    if (isSaid) this.#saidAt.set(change, performance.now());
    region?.setAttribute('aria-live', isSaid ? 'polite' : 'off');
  }
}
