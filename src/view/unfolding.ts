import type {LitElement, TemplateResult} from 'lit';
import type {ChildPart} from 'lit/directive.js';
import {isSame} from './is-same.js';
import {noChange, theLit} from './lit.js';
import {pause, SLICE_MS} from './pause.js';

/** A wide screen's row, and all that a phone shows: more would be one task with their list that is felt. */
const FIRST = 3;
/** A page behind another draws no frames. */
const NO_FRAME_MS = 100;
/** As often a frame is drawn meanwhile: a browser that is asked to go on goes on, and draws nothing. */
const FRAME_MS = 24;

const frame = (): Promise<unknown> => Promise.race([
  new Promise(resolve => requestAnimationFrame(resolve)),
  new Promise(resolve => setTimeout(resolve, NO_FRAME_MS)),
]);

/**
 * Draws a list's cards: the first with it, so that something is seen soon; the others in slices, as many at a time as the machine
 * draws in 8 ms, so that a thousand devices do not keep the page from its user. What waits is drawn in its place, and the list is
 * not gone through again.
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
    let framed = -Infinity;
    // What has left the page goes on when it is back.
    while (this.#waiting.length && this.#host.isConnected) {
      // At first, too: what is seen is painted before there is more.
      if (performance.now() - framed >= FRAME_MS) {
        await frame();
        framed = performance.now();
      }
      await pause();
      const from = performance.now();
      for (const draw of this.#waiting.splice(0, step)) drawn(draw);
      // Cards update themselves in the same task, but later.
      await Promise.resolve();
      step = Math.max(1, Math.min(2 * step, Math.round(step * SLICE_MS / (performance.now() - from))));
    }
    this.#going = undefined;
  }
}

/** One that cannot be drawn is told to the developer, and keeps none of the others. */
function drawn(draw: () => void): void {
  try {
    draw();
  } catch (error) {
    queueMicrotask(() => {
      throw error;
    });
  }
}

type Unfold = (unfolding: Unfolding, index: number, inputs: readonly unknown[], draw: () => TemplateResult, place: unknown) => unknown;

let made: Unfold | undefined;

/** What is drawn when its turn comes, and again when it is drawn from something else; until then its place. */
export const unfold: Unfold = (...given) => (made ??= createUnfold())(...given);

function createUnfold(): Unfold {
  const {directive, Directive, setChildPartValue} = theLit();
  // By their place, in which nothing else is ever drawn: a directive does not outlive a value that is set without it.
  const drawnFrom = new WeakMap<ChildPart, readonly unknown[]>();
  return directive(class extends Directive {
    render(...[,,, draw]: Parameters<Unfold>): unknown {
      return draw();
    }

    override update(part: ChildPart, [unfolding, index, inputs, draw, place]: Parameters<Unfold>): unknown {
      const before = drawnFrom.get(part);
      if (before && isSame(before, inputs)) return noChange;
      const drawNow = (): TemplateResult => {
        drawnFrom.set(part, inputs);
        return draw();
      };
      if (before || index < FIRST) return drawNow();
      unfolding.wait(() => setChildPartValue(part, drawNow()));
      return place;
    }
  });
}
