import type {HttpBindings} from '@hono/node-server';
import {Hono} from 'hono';
import {parse} from 'hono/utils/cookie';
import {createProxy, type PoderoProxy, type ProxyStore} from '../../src/proxy/index.js';
import {CLIENT, ORG_ID, USERS} from '../sandbox/users.js';
import {SESSION_COOKIE, type Session, type Sessions} from './sessions.js';
import {fetchInRealTime} from './shown-time.js';

/** The portal's part of the widgets, with what the panel has done to it. */
export interface ProxyRoutes extends Pick<PoderoProxy, 'upgrade' | 'close'> {
  readonly routes: Hono<{Bindings: HttpBindings}>;
}

export function createProxyRoutes(sandboxUrl: string, sessions: Sessions, store: ProxyStore): ProxyRoutes {
  const proxy = createPortalProxy(sandboxUrl, sessions, store);
  const isCut = (cookie: string | undefined) => sessionIn(cookie, sessions)?.proxy === 'cut';
  const routes = new Hono<{Bindings: HttpBindings}>();
  routes.all('/podero/*', c => {
    if (!isCut(c.req.header('cookie'))) return proxy(c.req.raw);
    c.env.incoming.socket.destroy();
    return c.body(null);
  });
  return {
    routes,
    upgrade: (request, socket, head) => isCut(request.headers.cookie) ? socket.destroy() : proxy.upgrade(request, socket, head),
    close: proxy.close,
  };
}

const sessionIn = (cookies: string | undefined | null, sessions: Sessions): Session | undefined =>
  sessions.find(parse(cookies ?? '', SESSION_COOKIE)[SESSION_COOKIE]);

/** Whoever the session says, in the portal's organisation. */
function createPortalProxy(sandboxUrl: string, sessions: Sessions, store: ProxyStore) {
  return createProxy({
    apiUrl: `${sandboxUrl}/api/partners/v2.0/`,
    tokenUrl: `${sandboxUrl}/oauth2/token/`,
    clientId: CLIENT.id,
    clientSecret: CLIENT.secret,
    fetch: fetchInRealTime(sandboxUrl),
    // A demonstration has few customers, who look closely.
    store,
    cacheSeconds: 1,
    pushSeconds: 1,
    user: ({headers}) => {
      const session = sessionIn(headers.get('cookie'), sessions);
      return session && session.visitor !== 'nobody' && session.proxy !== 'expired'
        ? {orgId: ORG_ID, userId: USERS[session.visitor].id}
        : null;
    },
  });
}
