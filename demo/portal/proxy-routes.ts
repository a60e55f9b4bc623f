import type {HttpBindings} from '@hono/node-server';
import {Hono} from 'hono';
import {getCookie} from 'hono/cookie';
import {parse} from 'hono/utils/cookie';
import {createProxy} from '../../src/proxy/index.js';
import {CLIENT, ORG_ID, USERS} from '../sandbox/users.js';
import {SESSION_COOKIE, type Sessions} from './sessions.js';
import {fetchInRealTime} from './shown-time.js';

/** The portal's part of the widgets, with what the panel has done to it. */
export function proxyRoutes(sandboxUrl: string, sessions: Sessions): Hono<{Bindings: HttpBindings}> {
  const proxy = createPortalProxy(sandboxUrl, sessions);
  const app = new Hono<{Bindings: HttpBindings}>();
  app.all('/podero/*', c => {
    if (sessions.find(getCookie(c, SESSION_COOKIE))?.proxy !== 'cut') return proxy(c.req.raw);
    c.env.incoming.socket.destroy();
    return c.body(null);
  });
  return app;
}

/** Whoever the session says, in the portal's organisation. */
function createPortalProxy(sandboxUrl: string, sessions: Sessions) {
  return createProxy({
    apiUrl: `${sandboxUrl}/api/partners/v2.0/`,
    tokenUrl: `${sandboxUrl}/oauth2/token/`,
    clientId: CLIENT.id,
    clientSecret: CLIENT.secret,
    fetch: fetchInRealTime(sandboxUrl),
    user: ({headers}) => {
      const session = sessions.find(parse(headers.get('cookie') ?? '', SESSION_COOKIE)[SESSION_COOKIE]);
      return session && session.visitor !== 'nobody' && session.proxy !== 'expired'
        ? {orgId: ORG_ID, userId: USERS[session.visitor].id}
        : null;
    },
  });
}
