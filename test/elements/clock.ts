/** Turns the page's clock to an instant, from where it runs on; `restore` gives the real one back. */
export class Clock {
  readonly #real = Date;
  #ahead = 0;

  constructor(instant: string) {
    const [RealDate, ahead] = [this.#real, () => this.#ahead];
    this.turnTo(instant);
    window.Date = class extends RealDate {
      constructor(...given: []) {
        super(...(given.length ? given : [RealDate.now() + ahead()]) as []);
      }

      static override now = () => RealDate.now() + ahead();
    } as DateConstructor;
  }

  turnTo(instant: string): void {
    this.#ahead = this.#real.parse(instant) - this.#real.now();
  }

  restore(): void {
    window.Date = this.#real;
  }
}
