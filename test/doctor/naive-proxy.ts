import {createServer, type Server} from 'node:http';
import type {AddressInfo} from 'node:net';
import {getRequestListener} from '@hono/node-server';
import {Hono, type Context} from 'hono';
import type {Sandbox} from '../../demo/sandbox/server.js';
import {USERS} from '../../demo/sandbox/users.js';
import {COLLECTION_OF} from '../../src/api/routes.js';
import {savingsSchema} from '../../src/api/savings-schema.js';
import {seriesSchema} from '../../src/api/series-schema.js';
import {DEVICE_KINDS, type DeviceKind} from '../../src/domain/device.js';
import {PORTAL, type Holes} from './holes.js';
import {corsOf, headersOf, html, pick, pickDevice, PREFLIGHT, refuse} from './naive-answers.js';
import {events, serveSocket} from './naive-push.js';
import {createUpstream, userPath, type Passed, type Upstream} from './naive-upstream.js';
import {bodyOf, mayWrite} from './naive-writes.js';

/** Who is signed in with `COOKIE`: his heat pump waits to be reconnected, and his inverter has a message. */
const EMIL = USERS.emil;
export const COOKIE = 'session=emil';
const isSignedIn = (cookie: string | undefined): boolean => cookie === COOKIE;

/** What a partner could have written in an afternoon: right, but for its holes. In front of a real sandbox, over real HTTP. */
export async function startNaive(sandbox: Sandbox, holes: Holes): Promise<{url: string; close(): Promise<void>}> {
  let own = '';
  const listener = getRequestListener(naive(createUpstream(sandbox, holes), () => own, holes).fetch);
  const server: Server = createServer((request, response) => {
    if (holes.has('no clock')) response.sendDate = false;
    void listener(request, response);
  });
  serveSocket(server, () => own, isSignedIn, holes);
  await new Promise<void>(resolve => server.listen(0, '127.0.0.1', resolve));
  own = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  const close = () => new Promise<void>(resolve => {
    server.close(() => resolve());
    server.closeAllConnections();
  });
  return {url: `${own}/podero`, close};
}

function naive(upstream: Upstream, own: () => string, holes: Holes): Hono {
  const app = new Hono().basePath('/podero').notFound(() => refuse(404, 'The proxy has no such route.'));
  app.use(async (c, next) => {
    const origin = c.req.header('origin');
    const cors = origin ? corsOf(origin, own(), holes) : {};
    const answer = c.req.method === 'OPTIONS' && origin ? preflight(cors, holes) : signedOut(c, holes);
    if (answer) c.res = answer;
    else await next();
    for (const [name, value] of Object.entries({...headersOf(holes), ...cors})) c.res.headers.set(name, value);
  });
  app.get('/events', async () => events(pickDevice('heat-pump', await heatPump(upstream), new Set()), holes));
  oddRoutes(app, upstream, holes);
  for (const kind of DEVICE_KINDS) deviceRoutes(app, kind, upstream, own, holes);
  return app;
}

const heatPump = async (upstream: Upstream) => (await upstream.read(EMIL.id, `heat-pumps/${EMIL.devices!['heat-pump']}`)).json as Record<string, unknown>;

const preflight = (cors: object, holes: Holes): Response =>
  (Object.keys(cors).length && !holes.has('no preflight') ? new Response(null, {status: 204, headers: PREFLIGHT}) : refuse(403, 'Not from there.'));

function signedOut({req}: Context, holes: Holes): Response | undefined {
  if (isSignedIn(req.header('cookie')) || (req.path.endsWith('/events') && holes.has('push without a session'))) return undefined;
  if (holes.has('login page instead of 401')) return Response.redirect(`${PORTAL}/login`);
  return holes.has('HTML at 401') ? html(401) : refuse(401, 'Nobody is signed in.');
}

function oddRoutes(app: Hono, upstream: Upstream, holes: Holes): void {
  if (holes.has('another user by path')) {
    app.get('/users/:user/:collection', async ({req}) => asIs(await upstream.read(req.param('user'), req.param('collection'))));
  }
  if (holes.has('route /users')) app.get('/users', () => Response.json([]));
  if (holes.has('route /devices/savings')) app.get('/devices/savings', () => Response.json({total_savings: 1}));
  if (holes.has('PATCH of a device')) app.patch('/:collection/:id', () => Response.json({}));
  if (holes.has('DELETE of a device')) app.delete('/:collection/:id', () => new Response(null, {status: 204}));
  if (holes.has('POST to a collection')) app.post('/:collection', () => refuse(422, 'device_model is missing.'));
}

const asIs = ({status, text}: Passed): Response => new Response(text, {status, headers: {'content-type': 'application/json'}});

function userOf({req}: Context, holes: Holes): string {
  const byQuery = holes.has('another user by query') ? req.query('user_id') : undefined;
  const byHeader = holes.has('another user by header') ? req.header('x-user-id') : undefined;
  return byQuery ?? byHeader ?? EMIL.id;
}

function deviceRoutes(app: Hono, kind: DeviceKind, upstream: Upstream, own: () => string, holes: Holes): void {
  const collection = COLLECTION_OF[kind];
  const id = holes.has('encoded slashes decoded') || holes.has('null byte') ? '/:id' : '/:id{[A-Za-z0-9-]{1,64}}';
  const readOwn = async (c: Context, path: string) => {
    const answer = await upstream.read(userOf(c, holes), path);
    return answer.status === 404 && holes.has('another customer\'s device') ? upstream.read(USERS.ben.id, path) : answer;
  };
  const failed = async ({status}: Passed) => (status !== 404 ? refuse(502, 'The API fails.')
    : holes.has('token in an error') ? refuse(404, `The API does not know this: Bearer ${await upstream.token}`) : refuse(404, 'The API does not know this.'));
  const device = (sent: Record<string, unknown>) => pickDevice(kind, sent, holes);

  app.get(`/${collection}`, async c => {
    const answer = await readOwn(c, collection);
    return answer.status === 200 ? Response.json((answer.json as Record<string, unknown>[]).map(device)) : failed(answer);
  });
  app.get(`/${collection}${id}`, async c => {
    const asked = c.req.param('id') ?? '';
    if (asked.includes('\0')) return refuse(holes.has('null byte') ? 500 : 404, 'No such device.');
    if (/[^\w-]/.test(asked) && !holes.has('encoded slashes decoded')) return refuse(404, 'No such device.');
    if (holes.has('detail missing')) return refuse(405, 'There are only lists.');
    const answer = await readOwn(c, `${collection}/${asked}`);
    return answer.status === 200 ? Response.json(Array.isArray(answer.json) ? answer.json : device(answer.json)) : failed(answer);
  });
  app.get(`/${collection}${id}/savings`, async c => {
    if (holes.has('HTML with 200')) return html(200);
    if (holes.has('redirect passed on')) return Response.redirect(`${PORTAL}/savings`);
    const asked = new URL(c.req.url).searchParams;
    if (!/^\d{4}/.test(asked.get('from') ?? '')) return refuse(400, 'from has to be a date-time.');
    const answer = await readOwn(c, `${collection}/${c.req.param('id')}/savings?${asked}`);
    if (answer.status !== 200) return failed(answer);
    if (answer.json === undefined) return new Response(answer.text, {headers: {'content-type': 'text/html'}});
    return Response.json(holes.has('out: savings') ? answer.json : pick(savingsSchema, answer.json));
  });
  app.get(`/${collection}${id}/data`, async c => {
    const answer = await readOwn(c, `${collection}/${c.req.param('id')}/data?${new URL(c.req.url).searchParams}`);
    if (answer.status !== 200) return failed(answer);
    return Response.json(holes.has('out: data') ? {...answer.json as object, internal: 1} : pick(seriesSchema, answer.json));
  });
  app.put(`/${collection}${id}`, async c => {
    const body = await bodyOf(c, own(), holes);
    if (body instanceof Response) return body;
    if (!mayWrite(body, holes)) return refuse(400, 'Only is_smart_optimization_active may be written.');
    const answer = await upstream.send(userPath(EMIL.id, `${collection}/${c.req.param('id')}`), 'PUT', body);
    if (answer.status !== 200) return failed(answer);
    return Response.json({...device(answer.json), ...(holes.has('out: the updated device') ? {steering_log: 'internal'} : {})});
  });
  app.delete(`/${collection}${id}/boost`, c => {
    const isOwn = [own(), PORTAL].includes(c.req.header('origin') ?? '');
    if (collection !== 'electric-vehicles') return refuse(404, 'Only vehicles can be charged.');
    return isOwn || holes.has('boost from another site') ? c.body(null, 204) : refuse(403, 'Only the portal\'s own pages may write.');
  });
  app.post(`/${collection}${id}/reconnect`, async c => {
    const body = await bodyOf(c, own(), holes);
    if (body instanceof Response) return body;
    if (!isOwnPage(body.returnUrl, own()) && !holes.has('foreign returnUrl')) return refuse(400, 'returnUrl has to be a page of the portal.');
    return beginReconnect(await upstream.read(EMIL.id, `${collection}/${c.req.param('id')}`), upstream, pageOf(body.returnUrl, own()), holes);
  });
}

const isOwnPage = (url: unknown, own: string): boolean =>
  typeof url === 'string' && URL.canParse(url) && [own, PORTAL].includes(new URL(url).origin);

const pageOf = (url: unknown, own: string): string => (isOwnPage(url, own) ? new URL(String(url)).origin : own);

async function beginReconnect({json}: Passed, upstream: Upstream, origin: string, holes: Holes): Promise<Response> {
  const actions = (json?.actions ?? []) as {code: string; resolution_link: {url: string}}[];
  const link = actions.find(({code}) => code === 'reauthenticate')?.resolution_link.url;
  if (!link) return refuse(404, 'There is nothing to reconnect.');
  const answer = await upstream.send(link, 'POST', {successUrl: `${origin}/podero/return`, cancelUrl: `${origin}/podero/return`});
  return Response.json({redirect_url: answer.json.redirect_url, ...(holes.has('cue\'s secret') ? {resolution_link: link} : {})});
}
