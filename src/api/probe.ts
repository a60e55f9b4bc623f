import {PoderoError} from '../domain/errors.js';

/** A proxy that stays away is not looked at again before. */
const REST_MS = 60_000;

/** A request that failed, and the way to send it once more. */
export interface Asked {
  readonly url: URL;
  readonly proxy: string;
  /** Aborted when the request is over. */
  readonly signal: AbortSignal;
  readonly again: (otherwise: RequestInit) => Promise<Response>;
}

const looks = new Map<string, {readonly at: number; readonly isSignIn: Promise<boolean>}>();

/**
 * A redirect to another origin's login page fails like a dead host (faults N11): one look a minute at the proxy tells them apart.
 * Throws what was thrown where nothing better is known.
 */
export async function explain(thrown: unknown, asked: Asked): Promise<never> {
  if (thrown instanceof TypeError && navigator.onLine) {
    const now = performance.now();
    let look = looks.get(asked.proxy);
    if (!look || now - look.at >= REST_MS) looks.set(asked.proxy, look = {at: now, isSignIn: leadsAway(asked).catch(() => false)});
    if (await beforeEnd(asked.signal, look.isSignIn)) throw new PoderoError('unauthorized', 'The proxy answered with a redirect to another origin, probably its login page.', {cause: thrown});
  }
  throw thrown;
}

/** Who has answered sends nobody to a login page; what is looked at again is so after its rest. */
export function believe(proxy: string): void {
  const look = looks.get(proxy);
  if (look) looks.set(proxy, {...look, isSignIn: Promise.resolve(false)});
}

/** Whoever waits for another's look waits no longer than for its own answer. */
const beforeEnd = (signal: AbortSignal, isSignIn: Promise<boolean>): Promise<boolean> =>
  Promise.race([isSignIn, new Promise<boolean>(resolve => signal.addEventListener('abort', () => resolve(false)))]);

/**
 * Is there a redirect, and something behind it? A loop (faults N12) is a redirect too, and no engine says where one leads: neither
 * the answer nor, in Chromium and WebKit, resource timing. Followed without CORS, the way to a login page ends at that page, or at
 * the page's own policy, which allows this address but not the next; a loop just fails.
 */
async function leadsAway({url, signal, again}: Asked): Promise<boolean> {
  if ((await again({redirect: 'manual'})).type !== 'opaqueredirect') return false;
  // A proxy may redirect within its own origin, and have failed by chance: then it can be read by now, or is no stranger.
  if (url.origin !== location.origin && await again({}).then(() => true, () => false)) return false;
  return new Promise(resolve => {
    addEventListener('securitypolicyviolation', ({blockedURI}) => blockedURI === url.href && resolve(true), {signal});
    again({mode: 'no-cors'}).then(({type}) => resolve(type === 'opaque'), () => setTimeout(resolve, 100, false));
  });
}
