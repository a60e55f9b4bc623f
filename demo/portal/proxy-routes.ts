import type {HttpBindings} from '@hono/node-server';
import {Hono} from 'hono';
import {parse} from 'hono/utils/cookie';
import type {Writable} from 'node:stream';
import {setTimeout as pause} from 'node:timers/promises';
import {createProxy, type PoderoProxy, type ProxyOptions} from '../../src/proxy/index.js';
import {CLIENT, ORG_ID, USERS} from '../sandbox/users.js';
import {createFreshAnswers} from './fresh-answers.js';
import {createKeptAnswers} from './kept-answers.js';
import {SESSION_COOKIE, type Sessions} from './sessions.js';
import {fetchInRealTime} from './shown-time.js';

/** The portal's part of the widgets, with what the panel has done to it. */
export interface ProxyRoutes extends Pick<PoderoProxy, 'upgrade' | 'close'> {
  readonly routes: Hono<{Bindings: HttpBindings}>;
  /** Nothing is told afterwards of what was before: neither what the proxy has kept, nor what it is being answered. */
  whileChanging<T>(change: () => Promise<T>): Promise<T>;
  /** Ends a visitor's push streams, and waits until nothing that the API said before is remembered anywhere. */
  beginAnew(sessionId: string | undefined): Promise<void>;
}

/** A demonstration has few customers, who look closely. */
const REMEMBERED_S = 1;

type Stream = Pick<Writable, 'destroy' | 'once'>;

export function createProxyRoutes(sandboxUrl: string, sessions: Sessions): ProxyRoutes {
  const kept = createKeptAnswers();
  const fresh = createFreshAnswers(fetchInRealTime(sandboxUrl));
  const proxy = createPortalProxy(sandboxUrl, sessions, {store: kept, fetch: fresh.fetch});
  const streams = new Map<string, Set<Stream>>();
  const hangUp = (id = '') => streams.get(id)?.forEach(stream => stream.destroy());
  const isCut = (id: string | undefined) => {
    if (sessions.find(id)?.proxy !== 'cut') return false;
    hangUp(id);
    return true;
  };
  const keep = (stream: Stream, id = '') => {
    const own = streams.get(id) ?? new Set();
    streams.set(id, own.add(stream.once('close', () => own.delete(stream))));
  };
  const routes = new Hono<{Bindings: HttpBindings}>();
  routes.all('/podero/*', c => {
    const {incoming, outgoing} = c.env;
    const id = sessionIdIn(incoming.headers.cookie);
    if (c.req.path === '/podero/events') keep(outgoing, id);
    if (!isCut(id)) return proxy(c.req.raw);
    incoming.socket.destroy();
    return c.body(null);
  });
  return {
    routes,
    whileChanging: change => fresh.whileChanging(async () => {
      const done = await change();
      kept.forget();
      return done;
    }),
    async beginAnew(id) {
      hangUp(id);
      // A stream that comes at once is first told what the one before knew: only the next look at the API changes that.
      await pause(1500 * REMEMBERED_S);
      kept.forget();
    },
    upgrade(request, socket, head) {
      const id = sessionIdIn(request.headers.cookie);
      keep(socket, id);
      if (isCut(id)) socket.destroy();
      else proxy.upgrade(request, socket, head);
    },
    close: proxy.close,
  };
}

const sessionIdIn = (cookies: string | undefined | null): string | undefined => parse(cookies ?? '', SESSION_COOKIE)[SESSION_COOKIE];

/** Whoever the session says, in the portal's organisation. */
function createPortalProxy(sandboxUrl: string, sessions: Sessions, own: Pick<ProxyOptions, 'store' | 'fetch'>) {
  return createProxy({
    apiUrl: `${sandboxUrl}/api/partners/v2.0/`,
    tokenUrl: `${sandboxUrl}/oauth2/token/`,
    clientId: CLIENT.id,
    clientSecret: CLIENT.secret,
    ...own,
    cacheSeconds: REMEMBERED_S,
    pushSeconds: REMEMBERED_S,
    // Each press of the panel reads everything again.
    requestsPerMinute: {perUser: 3_000},
    user: ({headers}) => {
      const session = sessions.find(sessionIdIn(headers.get('cookie')));
      return session && session.visitor !== 'nobody' && session.proxy !== 'expired'
        ? {orgId: ORG_ID, userId: USERS[session.visitor].id}
        : null;
    },
  });
}
