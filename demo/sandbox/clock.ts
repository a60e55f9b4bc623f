/** The sandbox's idea of now: runs with the real clock until somebody stops or moves it. */
export interface Clock {
  now(): Date;
  isStopped(): boolean;
  /** Holds the present instant. */
  stop(): void;
  /** Runs on from where it stands; does not catch up with what it missed. */
  resume(): void;
  /** Jumps to an instant, and stays stopped or running. */
  set(instant: Date): void;
  advance(ms: number): void;
  /** Real time again, running. */
  reset(): void;
}

export function createClock(realNow: () => number = Date.now): Clock {
  let offsetMs = 0;
  let stoppedAt: number | undefined;
  const now = () => stoppedAt ?? realNow() + offsetMs;

  const moveTo = (instant: number) => {
    offsetMs = instant - realNow();
    if (stoppedAt !== undefined) stoppedAt = instant;
  };

  return {
    now: () => new Date(now()),
    isStopped: () => stoppedAt !== undefined,
    stop: () => { stoppedAt = now(); },
    resume: () => {
      offsetMs = now() - realNow();
      stoppedAt = undefined;
    },
    set: instant => moveTo(instant.getTime()),
    advance: ms => moveTo(now() + ms),
    reset: () => {
      offsetMs = 0;
      stoppedAt = undefined;
    },
  };
}
