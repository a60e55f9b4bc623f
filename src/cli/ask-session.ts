import {LRUCache} from 'lru-cache';
import {createHash} from 'node:crypto';

/** The customer as Podero knows it, or as the portal does. */
export type Customer = {readonly userId: string} | {readonly externalUserId: string};

type Fetch = (url: string, init: RequestInit) => Promise<Response>;

const KEPT_MS = 10_000;
const KEPT_SESSIONS = 10_000;
const TIME_LIMIT_MS = 3_000;
const NOBODY = [204, 401, 403];

/**
 * Asks the portal who is signed in, as nginx does with `auth_request`: it gets the browser's cookie and token and nothing
 * else. Rejects where it says neither who nor that it is nobody. An answer is kept for 10 s, under a hash of what was sent.
 */
export function askSession(url: string, fetch: Fetch = globalThis.fetch): (request: Request) => Promise<Customer | null> {
  const known = new LRUCache<string, Promise<Customer | null>>({max: KEPT_SESSIONS, ttl: KEPT_MS});
  return async ({headers}) => {
    const sent = ['cookie', 'authorization'].flatMap(name => (headers.has(name) ? [[name, headers.get(name) ?? '']] : []));
    if (sent.length === 0) return null;
    const key = createHash('sha256').update(JSON.stringify(sent)).digest('base64');
    const kept = known.get(key);
    if (kept) return kept;
    const asked = ask(fetch, url, Object.fromEntries(sent) as Record<string, string>);
    known.set(key, asked);
    return asked.catch(error => {
      known.delete(key);
      throw error;
    });
  };
}

async function ask(fetch: Fetch, url: string, headers: Record<string, string>): Promise<Customer | null> {
  const answer = await fetch(url, {headers: {accept: 'application/json', ...headers}, redirect: 'manual', signal: AbortSignal.timeout(TIME_LIMIT_MS)});
  if (answer.status !== 200) {
    await answer.body?.cancel();
    if (NOBODY.includes(answer.status)) return null;
    throw new Error(`PODERO_SESSION_URL answered with ${answer.status}, and not with 200, 204, 401 or 403.`);
  }
  const {userId, externalUserId} = (await answer.json() ?? {}) as Record<string, unknown>;
  if (typeof userId === 'string' && userId) return {userId};
  if (typeof externalUserId === 'string' && externalUserId) return {externalUserId};
  throw new Error('PODERO_SESSION_URL answered with 200, but with neither a userId nor an externalUserId.');
}
