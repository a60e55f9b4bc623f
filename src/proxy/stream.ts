import {createOutbox} from './outbox.js';
import type {Watch} from './watch.js';

/** Why a stream ended: its reader left, takes nothing, is signed out (or nobody can tell), or the proxy closes. */
export type Ending = 'left' | 'unread' | 'signed-out' | 'unsure' | 'closed';

/** One listener, over whichever transport. */
export interface Stream {
  /** The next message, as JSON; undefined: the stream is over. */
  take(): Promise<string | undefined>;
  end(why: Ending): void;
  readonly ended: Promise<Ending>;
}

/** Comments and pings no script can see; whoever hears nothing for longer than 30 s may take the stream for dead. */
export const HEARTBEAT = JSON.stringify({type: 'heartbeat'});
export const BEAT_MS = 25_000;

/** About a minute: the reader may be on a train. */
export const MOST_MISSED = 3;
/** Within a minute of signing out, the stream ends. */
const BEATS_A_CHECK = 2;

/** `isStillTheirs` asks again whose session it is; undefined: the portal could not tell. */
export function openStream(watch: Watch, isStillTheirs: () => Promise<boolean | undefined>): Stream {
  const outbox = createOutbox();
  let [beats, taken, missed, isChecking] = [0, 0, 0, false];
  let finish: (why: Ending) => void = () => {};
  const ended = new Promise<Ending>(resolve => { finish = resolve; });

  const check = async () => {
    if (isChecking) return end('unsure');
    isChecking = true;
    const isTheirs = await isStillTheirs();
    isChecking = false;
    if (!isTheirs) end(isTheirs === false ? 'signed-out' : 'unsure');
  };
  const beat = () => {
    beats++;
    missed = outbox.isEmpty || outbox.taken !== taken ? 0 : missed + 1;
    taken = outbox.taken;
    if (missed >= MOST_MISSED) return end('unread');
    outbox.put({about: 'heartbeat', text: HEARTBEAT});
    if (beats % BEATS_A_CHECK === 0) void check();
  };

  outbox.put({about: 'heartbeat', text: HEARTBEAT});
  const leave = watch.listen(outbox.put);
  const timer = setInterval(beat, BEAT_MS);
  timer.unref?.();
  const end = (why: Ending) => {
    clearInterval(timer);
    leave();
    outbox.end();
    finish(why);
  };
  return {take: outbox.take, end, ended};
}
