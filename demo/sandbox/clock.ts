/** Where the clock stood at a known moment of real time (epoch ms both), and how it has run since. */
export interface Run {
  readonly atMs: number;
  readonly sinceRealMs: number;
  readonly factor: number;
}

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
  /** How many seconds pass here in one of real time; nothing jumps when it changes. */
  speed(): number;
  setSpeed(factor: number): void;
  /** Real time again, running, at its own speed. */
  reset(): void;
  /** How it has run, the oldest first: which instant here was when in real time. What lies before a jump back is forgotten. */
  runs(): readonly Run[];
}

export function createClock(realNow: () => number = Date.now): Clock {
  const realTime = (): Run => ({atMs: realNow(), sinceRealMs: realNow(), factor: 1});
  let run = realTime();
  let runs: readonly Run[] = [run];
  let stoppedAt: number | undefined;
  const now = () => stoppedAt ?? run.atMs + (realNow() - run.sinceRealMs) * run.factor;

  const runFrom = (atMs: number, factor = run.factor) => {
    run = {atMs, sinceRealMs: realNow(), factor};
    runs = [...runs.filter(earlier => earlier.atMs <= atMs), run];
    if (stoppedAt !== undefined) stoppedAt = atMs;
  };

  return {
    now: () => new Date(now()),
    isStopped: () => stoppedAt !== undefined,
    stop: () => { stoppedAt = now(); },
    resume: () => {
      runFrom(now());
      stoppedAt = undefined;
    },
    set: instant => runFrom(instant.getTime()),
    advance: ms => runFrom(now() + ms),
    speed: () => run.factor,
    setSpeed: factor => runFrom(now(), factor),
    reset: () => {
      run = realTime();
      runs = [run];
      stoppedAt = undefined;
    },
    runs: () => runs,
  };
}
