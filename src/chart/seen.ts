import type {LitElement, ReactiveController} from 'lit';

/** One more screen around what is seen: whoever scrolls there finds it drawn. */
const AROUND = '100%';

/** Whether a host has been seen, or nearly so, since it was first in the page; it updates when it is. */
export class Seen implements ReactiveController {
  readonly #host: LitElement;
  #observer: IntersectionObserver | undefined;

  /** Not in a part of the page that is not shown. */
  is = false;

  constructor(host: LitElement) {
    this.#host = host;
    host.addController(this);
  }

  hostConnected(): void {
    if (this.is) return;
    this.#observer = new IntersectionObserver(entries => {
      if (entries.some(({isIntersecting}) => isIntersecting)) this.#onSeen();
    }, {rootMargin: AROUND});
    this.#observer.observe(this.#host);
  }

  hostDisconnected(): void {
    this.#observer?.disconnect();
  }

  #onSeen(): void {
    this.is = true;
    this.#observer?.disconnect();
    this.#host.requestUpdate();
  }
}
