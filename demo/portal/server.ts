import type {HttpBindings} from '@hono/node-server';
import {serveStatic} from '@hono/node-server/serve-static';
import {Hono, type Context} from 'hono';
import {getCookie, setCookie} from 'hono/cookie';
import {csrf} from 'hono/csrf';
import {existsSync} from 'node:fs';
import {readFile} from 'node:fs/promises';
import {join} from 'node:path';
import {fileURLToPath} from 'node:url';
import {listen, type Listening} from '../listen.js';
import {USER_NAMES} from '../sandbox/users.js';
import {forward} from './forward.js';
import {renderDevicePage, renderHome} from './page.js';
import {panelRoutes} from './panel-routes.js';
import {createPanel} from './panel.js';
import {createProxyRoutes} from './proxy-routes.js';
import {pushWayOf, socketOrigin} from './push.js';
import {createSessions, SESSION_COOKIE, type Session, type Sessions, type Visitor} from './sessions.js';

export interface PortalOptions {
  readonly port: number;
  /** Default `127.0.0.1`. */
  readonly host?: string;
  /** Where the sandbox is, without a slash at the end. */
  readonly sandboxUrl: string;
  /** The folder with the built bundle. Default: `dist/cdn` of this repository. */
  readonly distDir?: string;
}

/** Whoever comes for the first time sees a customer's devices at once, without having to sign in. */
const FIRST_CUSTOMER: Visitor = 'anna';
/** What comes with the page, beside the widgets. */
const FILES = {
  'portal.css': 'text/css; charset=utf-8',
  'panel.css': 'text/css; charset=utf-8',
  'portal.js': 'text/javascript; charset=utf-8',
  'favicon.svg': 'image/svg+xml',
};
const DIST = fileURLToPath(new URL('../../dist/cdn/', import.meta.url));

/** Nothing from elsewhere, nothing inline: a widget that needs more would show it here. */
const policyOf = ({push}: Session, pageUrl: string) => [
  'default-src \'none\'', 'script-src \'self\'', 'style-src \'self\'', 'img-src \'self\' data:',
  // Not every browser counts a WebSocket of the same host as its own.
  `connect-src 'self'${push === 'socket' ? ` ${socketOrigin(pageUrl)}` : ''}`,
  'form-action \'self\'', 'base-uri \'none\'', 'frame-ancestors \'none\'', 'require-trusted-types-for \'script\'', 'trusted-types podero-lit',
].join('; ');

/** The customer portal of an invented utility. Rejects with `EADDRINUSE` when the port is taken. */
export async function startPortal({port, host = '127.0.0.1', sandboxUrl, distDir = DIST}: PortalOptions): Promise<Listening> {
  const sessions = createSessions();
  const app = new Hono<{Bindings: HttpBindings}>();
  const proxy = createProxyRoutes(sandboxUrl, sessions);
  const panel = createPanel(sandboxUrl, sessions, proxy);
  app.route('/', proxy.routes);
  app.route('/demo', panelRoutes(panel));
  app.all('/manufacturer/*', ({req}) => forward(req.raw, sandboxUrl));
  app.get('/widgets/*', serveBundle(distDir));
  app.get('/widgets/*', c => c.text(explainMissing(distDir), 404));
  const answer = (c: Context, render: Render) => sendPage(c, sessionOf(c, sessions), render);
  app.get('/', c => answer(c, session => renderHome(session, c.req.url)));
  app.get('/device/:kind/:id', c => answer(c, session => renderDevicePage(session, c.req.url, c.req.param('kind'), c.req.param('id'))));
  for (const [name, type] of Object.entries(FILES)) app.get(`/${name}`, c => sendFile(c, name, type));
  app.post('/session', csrf(), c => changeUser(c, sessions));
  const listening = await listen(app.fetch, {port, host, upgrade: proxy.upgrade});
  return {...listening, close: async () => { await Promise.all([proxy.close(), listening.close()]); }};
}

type Render = (session: Session) => Promise<string | undefined>;

/** Under the policy; a device that is not the customer's leads to the others. */
async function sendPage(c: Context, session: Session, render: Render): Promise<Response> {
  const html = await render(session);
  if (html === undefined) return c.redirect('/', 303);
  c.header('content-security-policy', policyOf(session, c.req.url));
  c.header('cache-control', 'no-store');
  return c.html(html);
}

function sessionOf(c: Context, sessions: Sessions): Session {
  const known = getCookie(c, SESSION_COOKIE);
  const id = sessions.find(known) ? known : signIn(c, sessions, FIRST_CUSTOMER);
  const push = pushWayOf(c.req.query('push'));
  if (push) sessions.change(id, {push});
  return sessions.find(id) as Session;
}

/** `POST /session` with `customer=anna` or another customer's name; anything else signs out. */
async function changeUser(c: Context, sessions: Sessions): Promise<Response> {
  const {customer} = await c.req.parseBody();
  signIn(c, sessions, USER_NAMES.find(name => name === customer) ?? 'nobody');
  return c.redirect('/', 303);
}

function signIn(c: Context, sessions: Sessions, visitor: Visitor): string {
  const id = sessions.begin(visitor, getCookie(c, SESSION_COOKIE));
  setCookie(c, SESSION_COOKIE, id, {httpOnly: true, sameSite: 'Lax', path: '/'});
  return id;
}

const serveBundle = (distDir: string) => serveStatic({
  root: distDir,
  rewriteRequestPath: path => path.replace(/^\/widgets/, ''),
  onFound: (_, c) => {
    c.header('cache-control', 'no-cache');
    c.header('x-content-type-options', 'nosniff');
  },
});

const explainMissing = (distDir: string): string => existsSync(join(distDir, 'podero-widgets.js'))
  ? 'The bundle has no such file.'
  : 'The widgets are not built yet. Run "npm run build" and reload this page.';

async function sendFile(c: Context, name: string, type: string): Promise<Response> {
  return c.body(await readFile(new URL(name, import.meta.url)), 200, {'content-type': type, 'cache-control': 'no-cache'});
}
