import {Hono, type Context} from 'hono';
import {getCookie} from 'hono/cookie';
import {isAction} from './actions.js';
import type {Panel} from './panel.js';
import {SESSION_COOKIE} from './sessions.js';

/**
 * `GET /demo`: how things stand. `POST /demo` with `{"action": "hour"}`: presses that button. Only for the portal's own pages,
 * only as JSON, and only what is in the table of `actions.ts`.
 */
export function panelRoutes(panel: Panel): Hono {
  const app = new Hono();
  app.get('/', async c => answer(c, await panel.look(getCookie(c, SESSION_COOKIE))));
  app.post('/', async c => {
    if (c.req.header('origin') !== new URL(c.req.url).origin) return c.json({detail: 'Only the portal\'s own pages may do this.'}, 403);
    if (!c.req.header('content-type')?.startsWith('application/json')) return c.json({detail: 'Send an action as application/json.'}, 415);
    const body = await c.req.json<{action?: unknown} | null>().catch(() => null);
    const action = body?.action;
    if (!isAction(action)) return c.json({detail: 'There is no such action.'}, 404);
    return answer(c, await panel.press(getCookie(c, SESSION_COOKIE), action));
  });
  app.all('/', c => c.json({detail: 'Only GET and POST.'}, 405, {allow: 'GET, POST'}));
  return app;
}

function answer(c: Context, told: object | undefined): Response {
  c.header('cache-control', 'no-store');
  return told ? c.json(told) : c.json({detail: 'There is no such session. Open the page first.'}, 401);
}
