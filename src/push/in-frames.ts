/** A page that is covered by others may get no frames. */
const LONGEST_MS = 250;
/** So many texts are not kept, whatever the frames do. */
const MOST = 1000;

/** Gathers what comes, and hands it on once a frame: a thousand messages a second are sixty updates. */
export class InFrames {
  readonly #take: (texts: readonly string[]) => void;
  #texts: string[] = [];
  #frame = 0;
  #timer: ReturnType<typeof setTimeout> | undefined;

  constructor(take: (texts: readonly string[]) => void) {
    this.#take = take;
  }

  put(text: string): void {
    if (!this.#texts.length) {
      this.#frame = requestAnimationFrame(() => this.#hand());
      this.#timer = setTimeout(() => this.#hand(), LONGEST_MS);
    }
    this.#texts.push(text);
    if (this.#texts.length >= MOST) this.#hand();
  }

  /** What was not handed on yet is nobody's any more. */
  drop(): void {
    cancelAnimationFrame(this.#frame);
    clearTimeout(this.#timer);
    this.#texts = [];
  }

  #hand(): void {
    const texts = this.#texts;
    this.drop();
    this.#take(texts);
  }
}
