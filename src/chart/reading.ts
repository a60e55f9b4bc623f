import type {LitElement} from 'lit';
import type {Slider} from './picture-view.js';

/** Where the arrows lead. The time axis runs from left to right in every language, and so do they. */
const STEPS: Readonly<Record<string, (slot: number, last: number) => number | undefined>> = {
  ArrowLeft: slot => slot - 1,
  ArrowDown: slot => slot - 1,
  ArrowRight: slot => slot + 1,
  ArrowUp: slot => slot + 1,
  Home: () => 0,
  End: (_, last) => last,
  Escape: () => undefined,
};

/** Which bar is read: by the pointer that is over it, or by arrow keys. */
export class Reading {
  readonly #host: LitElement;
  readonly #slotAt: (clientX: number) => number | undefined;
  #slot: number | undefined;
  #of: unknown;
  #isFocused = false;

  /** @param slotAt which slot of the picture stands there; nothing where there is no picture */
  constructor(host: LitElement, slotAt: (clientX: number) => number | undefined) {
    this.#host = host;
    this.#slotAt = slotAt;
  }

  /** Of the period that is shown; that of another says nothing. */
  slotIn(period: unknown, count: number): number | undefined {
    if (this.#of !== period) this.#slot = undefined;
    this.#of = period;
    return this.#slot === undefined ? undefined : Math.min(this.#slot, count - 1);
  }

  sliderFor(period: unknown, count: number, wordsOf: (slot: number) => string): Omit<Slider, 'labelledBy'> | undefined {
    if (!count) return undefined;
    const slot = this.slotIn(period, count) ?? count - 1;
    return {
      count,
      slot,
      words: wordsOf(slot),
      onFocus: () => {
        this.#isFocused = true;
        // By a pointer it is that bar.
        if ((this.#host.renderRoot as ShadowRoot).activeElement?.matches(':focus-visible')) this.#choose(slot);
      },
      onBlur: () => {
        this.#isFocused = false;
        // Where it is taken out of the page that is in the middle of an update.
        void Promise.resolve().then(() => this.#choose(undefined));
      },
      onKey: event => {
        const step = STEPS[event.key];
        if (!step || event.ctrlKey || event.metaKey || event.altKey) return;
        event.preventDefault();
        const next = step(slot, count - 1);
        this.#choose(next === undefined ? undefined : Math.max(0, Math.min(count - 1, next)));
      },
      onPoint: ({clientX}) => {
        const pointed = this.#slotAt(clientX);
        if (pointed !== undefined) this.#choose(Math.min(pointed, count - 1));
      },
      onLeave: ({pointerType}) => {
        // A finger that is lifted has chosen.
        if (pointerType === 'mouse' && !this.#isFocused) this.#choose(undefined);
      },
    };
  }

  #choose(slot: number | undefined): void {
    if (slot === this.#slot) return;
    this.#slot = slot;
    this.#host.requestUpdate();
  }
}
