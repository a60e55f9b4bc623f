import type {LitElement, ReactiveController, TemplateResult} from 'lit';
import {adoptStyles, html, svg, unsafeCSS} from 'lit';
import type {View} from '../view/view.js';
import {loadChunk, mayLoadAgain, missingPart} from './chunk.js';
import type {SourceView} from './source-view.js';
import {failedView, PENDING} from './source-view.js';
import type {Voice} from './voice.js';

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
  loaded = createView({html, svg, sheet: unsafeCSS});
}).finally(() => {
  loading = undefined;
});

/**
 * Brings a host the words, templates and styles it shows itself with. They come beside the data, not before them: the entry
 * with both would be half as large again, and the first request would leave that much later.
 */
export class ViewLoader implements ReactiveController {
  readonly #host: LitElement;
  readonly #wears: keyof View['styles'];
  readonly #voice: Pick<Voice, 'isReady' | 'learning'>;
  #hasFailed = false;
  #isDressed = false;

  constructor(host: LitElement, wears: keyof View['styles'], voice: Pick<Voice, 'isReady' | 'learning'>) {
    this.#host = host;
    this.#wears = wears;
    this.#voice = voice;
    host.addController(this);
  }

  /** Nothing before there are words to show it in. */
  get view(): View | undefined {
    return this.#voice.isReady ? loaded : undefined;
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

  async load(): Promise<void> {
    if (!loaded) {
      await loadChunk(this.#host, load).catch(() => {});
      this.#hasFailed = !loaded;
      this.#host.requestUpdate();
    }
    await this.#voice.learning;
  }

  /** What of the data can be shown so far. */
  shown(view: SourceView): SourceView {
    return this.view ? view : this.#hasFailed ? failedView(missingPart()) : PENDING;
  }

  /** Until there is a view: the element's place, or why there is nothing in it. */
  renderWithout(place: TemplateResult, onRetry: () => void): TemplateResult {
    return this.#hasFailed ? renderUnloadable(onRetry) : place;
  }
}
