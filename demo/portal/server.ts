import {serveStatic} from '@hono/node-server/serve-static';
import {Hono, type Context} from 'hono';
import {getCookie, setCookie} from 'hono/cookie';
import {csrf} from 'hono/csrf';
import {parse} from 'hono/utils/cookie';
import {existsSync} from 'node:fs';
import {readFile} from 'node:fs/promises';
import {join} from 'node:path';
import {fileURLToPath} from 'node:url';
import {createProxy} from '../../src/proxy/index.js';
import {listen, type Listening} from '../listen.js';
import {CLIENT, ORG_ID, USERS, USER_NAMES} from '../sandbox/users.js';
import {forward} from './forward.js';
import {renderPage} from './page.js';
import {createSessions, type Sessions, type Visitor} from './sessions.js';

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
const SESSION_COOKIE = 'alpenstrom_session';
const DIST = fileURLToPath(new URL('../../dist/cdn/', import.meta.url));

/** Nothing from elsewhere, nothing inline: a widget that needs more would show it here. */
const CONTENT_SECURITY_POLICY = [
  'default-src \'none\'', 'script-src \'self\'', 'style-src \'self\'', 'img-src \'self\' data:', 'connect-src \'self\'',
  'form-action \'self\'', 'base-uri \'none\'', 'frame-ancestors \'none\'', 'require-trusted-types-for \'script\'', 'trusted-types podero-lit',
].join('; ');

/** The customer portal of an invented utility. Rejects with `EADDRINUSE` when the port is taken. */
export async function startPortal({port, host = '127.0.0.1', sandboxUrl, distDir = DIST}: PortalOptions): Promise<Listening> {
  const sessions = createSessions();
  const proxy = createPortalProxy(sandboxUrl, sessions);
  const app = new Hono();
  app.all('/podero/*', ({req}) => proxy(req.raw));
  app.all('/manufacturer/*', ({req}) => forward(req.raw, sandboxUrl));
  app.get('/widgets/*', serveBundle(distDir));
  app.get('/widgets/*', c => c.text(explainMissing(distDir), 404));
  app.get('/', async c => {
    c.header('content-security-policy', CONTENT_SECURITY_POLICY);
    c.header('cache-control', 'no-store');
    return c.html(await renderPage(sessions.find(getCookie(c, SESSION_COOKIE)) ?? signIn(c, sessions, FIRST_CUSTOMER)));
  });
  app.get('/portal.css', c => sendFile(c, 'portal.css', 'text/css; charset=utf-8'));
  app.get('/favicon.svg', c => sendFile(c, 'favicon.svg', 'image/svg+xml'));
  app.post('/session', csrf(), c => changeUser(c, sessions));
  return listen(app.fetch, {port, host});
}

/** The portal's part of the widgets: whoever the session says, in the portal's organisation. */
function createPortalProxy(sandboxUrl: string, sessions: Sessions) {
  return createProxy({
    apiUrl: `${sandboxUrl}/api/partners/v2.0/`,
    tokenUrl: `${sandboxUrl}/oauth2/token/`,
    clientId: CLIENT.id,
    clientSecret: CLIENT.secret,
    user: ({headers}) => {
      const name = sessions.find(parse(headers.get('cookie') ?? '', SESSION_COOKIE)[SESSION_COOKIE]);
      return name && name !== 'nobody' ? {orgId: ORG_ID, userId: USERS[name].id} : null;
    },
  });
}

/** `POST /session` with `customer=anna` or another customer's name; anything else signs out. */
async function changeUser(c: Context, sessions: Sessions): Promise<Response> {
  const {customer} = await c.req.parseBody();
  signIn(c, sessions, USER_NAMES.find(name => name === customer) ?? 'nobody');
  return c.redirect('/', 303);
}

function signIn(c: Context, sessions: Sessions, visitor: Visitor): Visitor {
  setCookie(c, SESSION_COOKIE, sessions.begin(visitor, getCookie(c, SESSION_COOKIE)), {httpOnly: true, sameSite: 'Lax', path: '/'});
  return visitor;
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
