import {Task} from '@lit/task';
import type {LitElement, ReactiveController, TemplateResult} from 'lit';
import {adoptStyles, html, svg, unsafeCSS} from 'lit';
import {directive, Directive} from 'lit/directive.js';
import {setChildPartValue} from 'lit/directive-helpers.js';
import {repeat} from 'lit/directives/repeat.js';
import {deviceSchemas} from '../api/schemas.js';
import {warnOnce} from '../internal/warn-once.js';
import type {Shown} from '../view/event-reporter.js';
import type {View} from '../view/view.js';
import {loadChunk, mayLoadAgain, missingPart} from './chunk.js';
import {fire} from './events.js';
import {hasFallback} from './fallback.js';
import {WIRE} from './wire.js';
import type {Voice} from './voice.js';

let loaded: View | undefined;
let loading: Promise<void> | undefined;

/** What the page shows with, once it is there. */
export const viewOfPage = (): View | undefined => loaded;

/** Where a chunk is missing there are no words but these. */
export const renderUnloadable = (onRetry: () => void): TemplateResult => html`
  <div class="panel" part="error" role="alert">
    <p>${missingPart().code === 'offline' ? 'You are offline.' : 'This part of the page could not be loaded.'}</p>
    <button class="button" part="action" type="button" @click=${onRetry}>Try again</button>
  </div>`;

/** Asked for in the same moment as the first data, and with them once for the whole page; again after a failure. */
const load = (): Promise<void> => loading ??= import('../view/view.js').then(({createView}) => {
  loaded = createView({html, svg, repeat, directive, Directive, setChildPartValue, Task, sheet: unsafeCSS, ...WIRE});
}).finally(() => {
  loading = undefined;
});

/** A shorter wait is not felt: nothing is drawn for it, where nothing stood before (contract 2). */
const FELT_MS = 150;

let warmingUp: unknown;

/**
 * What a page first reads, sorts and counts with costs 30 ms: paid in two halves while the first data are on their way, and after
 * their requests have left.
 */
const warmUp = (): unknown => warmingUp ??= setTimeout(() => {
  deviceSchemas();
  new Intl.Collator();
  setTimeout(() => new Intl.NumberFormat());
});

/**
 * Brings a host all that it shows itself with and tells the page of it: words, templates, styles, events. It comes beside the
 * data, not before them: the entry with it would be half as large again, and the first request would leave that much later.
 */
export class ViewLoader implements ReactiveController {
  readonly #host: LitElement;
  readonly #wears: keyof View['styles'];
  readonly #voice: Pick<Voice, 'isReady' | 'learning'>;
  readonly #shown: () => Shown;
  #hasFailed = false;
  #isMissed = false;
  #isDressed = false;
  #wait: ReturnType<typeof setTimeout> | undefined;
  #isFelt = false;
  #hasBegun = false;

  /** @param shown what the host shows, once it has something to show it with */
  constructor(host: LitElement, wears: keyof View['styles'], voice: Pick<Voice, 'isReady' | 'learning'>, shown: () => Shown) {
    this.#host = host;
    this.#wears = wears;
    this.#voice = voice;
    this.#shown = shown;
    host.addController(this);
  }

  /** Nothing before there are words to show it in. */
  get view(): View | undefined {
    return this.#voice.isReady ? loaded : undefined;
  }

  /**
   * Nothing while what it would show is a first wait that is too short to be felt, or has the page's own words: then the element's
   * place is enough. A later wait is drawn at once: where something stood there is never nothing.
   */
  get felt(): View | undefined {
    return this.#hasBegun || (this.#isFelt && !hasFallback(this.#host)) || !this.#isPending ? this.view : undefined;
  }

  hostConnected(): void {
    void this.load();
  }

  hostUpdate(): void {
    if (this.#hasFailed && mayLoadAgain()) void this.load();
    this.#timeWait();
    if (!loaded || this.#isDressed) return;
    this.#isDressed = true;
    for (const companion of loaded.companionsOf(this.#host, () => this.view && this.#shown())) this.#host.addController(companion);
    const {elementStyles} = this.#host.constructor as typeof LitElement;
    adoptStyles(this.#host.renderRoot as ShadowRoot, [...elementStyles, ...loaded.styles[this.#wears]]);
  }

  hostUpdated(): void {
    warmUp();
    this.#reportMissing(!loaded && this.#hasFailed);
  }

  async load(): Promise<void> {
    if (!loaded) {
      await loadChunk(this.#host, load).catch(() => {});
      await viewOfPage()?.takeTurn();
      this.#hasFailed = !loaded;
      this.#host.requestUpdate();
    }
    await this.#voice.learning;
  }

  get #isPending(): boolean {
    return this.#shown().view.is === 'pending';
  }

  #timeWait(): void {
    if (this.#isPending) {
      this.#wait ??= setTimeout(() => {
        this.#isFelt = true;
        this.#host.requestUpdate();
      }, FELT_MS);
    } else {
      clearTimeout(this.#wait);
      this.#wait = undefined;
      this.#isFelt = false;
    }
  }

  /**
   * What there is to show. Before the first time the element shows its children, in the room that it will need; without any, what
   * holds the place (contract 2).
   */
  render(content: unknown): unknown {
    this.#hasBegun ||= !!this.view && !this.#isPending;
    return this.#hasBegun ? content
      : html`<div class="wait"><slot @slotchange=${() => this.#host.requestUpdate()}></slot><div>${content}</div></div>`;
  }

  /** Until there is a view: the element's place, or why there is nothing in it. */
  renderWithout(place: unknown, onRetry: () => void): unknown {
    return this.#hasFailed ? renderUnloadable(onRetry) : this.render(place);
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
