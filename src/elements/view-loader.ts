import type {LitElement, ReactiveController, TemplateResult} from 'lit';
import {adoptStyles, html, svg, unsafeCSS} from 'lit';
import {repeat} from 'lit/directives/repeat.js';
import {isRetryable} from '../domain/errors.js';
import {warnOnce} from '../internal/warn-once.js';
import type {EventReporter, Shown} from '../view/event-reporter.js';
import type {View} from '../view/view.js';
import {loadChunk, mayLoadAgain, missingPart} from './chunk.js';
import {fire} from './events.js';

let loaded: View | undefined;
let loading: Promise<void> | undefined;

/** Where a chunk is missing there are no words but these. */
export const renderUnloadable = (onRetry: () => void): TemplateResult => html`
  <div class="panel" part="error" role="alert">
    <p>${missingPart().code === 'offline' ? 'You are offline.' : 'This part of the page could not be loaded.'}</p>
    <button class="button" part="action" type="button" @click=${onRetry}>Try again</button>
  </div>`;

/** Asked for in the same moment as the first data, and with them once for the whole page; again after a failure. */
const load = (): Promise<void> => loading ??= import('../view/view.js').then(({createView}) => {
  loaded = createView({html, svg, repeat, sheet: unsafeCSS, fire, isRetryable, warnOnce});
}).finally(() => {
  loading = undefined;
});

/**
 * Brings a host all that it shows itself with and tells the page of it: words, templates, styles, events. It comes beside the
 * data, not before them: the entry with it would be half as large again, and the first request would leave that much later.
 */
export class ViewLoader implements ReactiveController {
  readonly #host: LitElement;
  readonly #wears: keyof View['styles'];
  readonly #shown: () => Shown;
  #reporter: EventReporter | undefined;
  #hasFailed = false;
  #isMissed = false;
  #isDressed = false;

  /** @param shown what the host shows, once it has something to show it with */
  constructor(host: LitElement, wears: keyof View['styles'], shown: () => Shown) {
    this.#host = host;
    this.#wears = wears;
    this.#shown = shown;
    host.addController(this);
  }

  get view(): View | undefined {
    return loaded;
  }

  hostConnected(): void {
    void this.load();
  }

  hostUpdate(): void {
    if (this.#hasFailed && mayLoadAgain()) void this.load();
    if (!loaded || this.#isDressed) return;
    this.#isDressed = true;
    const {elementStyles} = this.#host.constructor as typeof LitElement;
    adoptStyles(this.#host.renderRoot as ShadowRoot, [...elementStyles, ...loaded.styles[this.#wears]]);
  }

  hostUpdated(): void {
    if (!loaded) return this.#reportMissing(this.#hasFailed);
    this.#reportMissing(false);
    (this.#reporter ??= loaded.createReporter(this.#host)).report(this.#shown());
  }

  async load(): Promise<void> {
    if (loaded) return;
    await loadChunk(this.#host, load).catch(() => {});
    this.#hasFailed = !loaded;
    this.#host.requestUpdate();
  }

  /** Until there is a view: the element's place, or why there is nothing in it. */
  renderWithout(place: unknown, onRetry: () => void): unknown {
    return this.#hasFailed ? renderUnloadable(onRetry) : place;
  }

  /** The one event that does not need a view: that there is none. */
  #reportMissing(isMissed: boolean): void {
    if (isMissed === this.#isMissed) return;
    this.#isMissed = isMissed;
    const {code, message} = missingPart();
    if (!isMissed) return void fire(this.#host, 'podero-recovered', {code});
    warnOnce(`${code}: ${message}`);
    fire(this.#host, 'podero-error', {code, retryable: true});
  }
}
