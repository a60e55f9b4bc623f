import type {LitElement, TemplateResult} from 'lit';
import type {ChildPart} from 'lit/directive.js';
import {isSame} from './is-same.js';
import {noChange, theLit} from './lit.js';
import {pause, SLICE_MS} from './pause.js';

/** As many as a phone shows at once: more would keep it from showing any. */
const FIRST = 2;
/** A page behind another draws no frames. */
const NO_FRAME_MS = 100;
/** As often a frame is drawn meanwhile: a browser that is asked to go on goes on, and draws nothing. */
const FRAME_MS = 24;

const frame = (): Promise<unknown> => Promise.race([
  new Promise(resolve => requestAnimationFrame(resolve)),
  new Promise(resolve => setTimeout(resolve, NO_FRAME_MS)),
]);

/**
 * Draws a list's cards after the list: first as many as are seen, so that they are seen soon; the others in slices, as many at a
 * time as the machine draws in 8 ms, so that a thousand devices do not keep the page from its user. What waits is drawn in its
 * place, and the list is not gone through again.
 */
export class Unfolding {
  readonly #host: LitElement;
  /** What waits, in its order. */
  #waiting: (() => void)[] = [];
  #going: Promise<void> | undefined;

  constructor(host: LitElement) {
    this.#host = host;
  }

  /** Resolves when all are drawn. */
  get drawn(): Promise<void> {
    return this.#going ?? Promise.resolve();
  }

  /** All are gone through: whatever still waits says so again. */
  restart(): void {
    this.#waiting = [];
  }

  hostUpdated(): void {
    if (this.#waiting.length) this.#going ??= this.#goOn();
  }

  wait(draw: () => void): void {
    this.#waiting.push(draw);
  }

  async #goOn(): Promise<void> {
    let step = FIRST;
    // Those that are seen are painted before there are more.
    let framed = -Infinity;
    await pause();
    // What has left the page goes on when it is back.
    while (this.#waiting.length && this.#host.isConnected) {
      const from = performance.now();
      for (let i = 0; i < step; i++) this.#waiting.shift()?.();
      // Cards update themselves in the same task, but later.
      await Promise.resolve();
      step = Math.max(1, Math.min(2 * step, Math.round(step * SLICE_MS / (performance.now() - from))));
      if (performance.now() - framed >= FRAME_MS) {
        await frame();
        framed = performance.now();
      }
      await pause();
    }
    this.#going = undefined;
  }
}

type Unfold = (unfolding: Unfolding, inputs: readonly unknown[], draw: () => TemplateResult, place: unknown) => unknown;

let made: Unfold | undefined;

/** What is drawn when its turn comes, and again when it is drawn from something else; until then its place. */
export const unfold: Unfold = (...given) => (made ??= createUnfold())(...given);

function createUnfold(): Unfold {
  const {directive, Directive, setChildPartValue} = theLit();
  // By their place, in which nothing else is ever drawn: a directive does not outlive a value that is set without it.
  const drawn = new WeakMap<ChildPart, readonly unknown[]>();
  return directive(class extends Directive {
    render(...[,, draw]: Parameters<Unfold>): unknown {
      return draw();
    }

    override update(part: ChildPart, [unfolding, inputs, draw, place]: Parameters<Unfold>): unknown {
      const before = drawn.get(part);
      if (before && isSame(before, inputs)) return noChange;
      const drawNow = (): TemplateResult => {
        drawn.set(part, inputs);
        return draw();
      };
      if (before) return drawNow();
      unfolding.wait(() => setChildPartValue(part, drawNow()));
      return place;
    }
  });
}
