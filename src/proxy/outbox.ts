/** What a listener is told, as JSON; of what is about the same, only the latest counts. */
export interface Message {
  readonly about: string;
  readonly text: string;
}

/** What one listener has yet to be told: never more than one message a device, however slowly it reads. */
export interface Outbox {
  put(message: Message): void;
  /** The next, as soon as there is one; undefined: there will be none. One taker at a time. */
  take(): Promise<string | undefined>;
  /** What was not taken is forgotten. */
  end(): void;
  readonly isEmpty: boolean;
  /** How many were taken so far. */
  readonly taken: number;
}

export function createOutbox(): Outbox {
  const waiting = new Map<string, string>();
  let [isOver, taken] = [false, 0];
  let wake = () => {};
  const next = () => {
    for (const [about, text] of waiting) {
      waiting.delete(about);
      taken++;
      return text;
    }
    return undefined;
  };
  return {
    put({about, text}) {
      if (isOver) return;
      waiting.set(about, text);
      wake();
    },
    async take() {
      while (!isOver && waiting.size === 0) await new Promise<void>(resolve => { wake = resolve; });
      return next();
    },
    end() {
      isOver = true;
      waiting.clear();
      wake();
    },
    get isEmpty() { return waiting.size === 0; },
    get taken() { return taken; },
  };
}
