import {createBounded} from './bounded.js';
import {type FindExternal, isId} from './user.js';
import {UpstreamError} from './upstream-error.js';
import type {Upstream} from './upstream.js';

const MOST_USERS = 100_000;
/** Somebody may be registered anew, under another id. */
const KNOWN_MS = 3_600_000;
/** Somebody who was not there may be registered at any moment. */
const UNKNOWN_MS = 60_000;

/**
 * `GET org/{org_id}/users/by-ext-id/{external_id}`, asked once an hour for each customer: the ids of both sides stay together. Of the
 * record, with name and address, only the id is taken.
 */
export function createFindExternal(upstream: Upstream): FindExternal {
  const found = createBounded<Promise<string | undefined>>({max: MOST_USERS, ttl: KNOWN_MS});
  return (orgId, externalUserId) => {
    const key = `${orgId}/${externalUserId}`;
    const known = found.get(key);
    if (known) return known;
    const asked = ask(upstream, orgId, externalUserId);
    found.set(key, asked);
    asked.then(id => { if (id === undefined) found.set(key, asked, {ttl: UNKNOWN_MS}); }, () => found.delete(key));
    return asked;
  };
}

async function ask(upstream: Upstream, orgId: string, externalUserId: string): Promise<string | undefined> {
  const result = await upstream.read(`org/${orgId}/users/by-ext-id/${encodeURIComponent(externalUserId)}`);
  if (result.is === 'not-found') return undefined;
  if (result.is !== 'found') throw new UpstreamError('refused');
  const {id} = result.json as {id?: unknown};
  if (!isId(id)) throw new UpstreamError('malformed');
  return id;
}
