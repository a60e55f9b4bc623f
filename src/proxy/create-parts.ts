import {createCache} from './cache.js';
import {createFindExternal} from './external-user.js';
import {createLimits} from './limits.js';
import {placeOf} from './log.js';
import type {Settings} from './options.js';
import type {Parts} from './parts.js';
import {createReads} from './reads.js';
import {createSite} from './site.js';
import {createTokenSource} from './token.js';
import {createUpstream} from './upstream.js';
import {askPortal, locate} from './user.js';
import {withWatch} from './upstream-watch.js';

export function createParts(settings: Settings): Parts {
  const {cacheSeconds, staleSeconds, store, log, user, requestsPerMinute} = settings;
  const upstream = withWatch(createUpstream({...settings, tokens: createTokenSource(settings)}), log);
  const cache = createCache({
    store, freshSeconds: cacheSeconds, staleSeconds,
    onStoreFailure: error => log({level: 'warn', event: 'store-failed', message: 'The store of `createProxy` failed; answers are not kept.', at: placeOf(error)}),
  });
  const findExternal = createFindExternal(upstream);
  return {
    settings, upstream, cache,
    site: createSite(settings),
    reads: createReads(upstream, cache),
    limits: createLimits(requestsPerMinute),
    userOf: request => askPortal(user, request),
    placeOf: known => locate(findExternal, known),
  };
}
