/**
 * The partner's server side of the widgets: a Web-standard handler that stands for the signed-in user of the Partner API.
 * Mount it in any server that speaks `Request` and `Response`, or by `podero-widgets/proxy/node` in any of Node's:
 *
 *     const podero = createProxy({apiUrl, tokenUrl, clientId, clientSecret, user: request => sessionOf(request)});
 *     app.all('/podero/*', c => podero(c.req.raw));   // hono; other frameworks alike
 */
import {Hono} from 'hono';
import {cors} from 'hono/cors';
import {methodNotAllowed} from 'hono/method-not-allowed';
import type {IncomingMessage} from 'node:http';
import type {Duplex} from 'node:stream';
import {answerError, logTo, withinDeadline} from './answering.js';
import {answer, refuse} from './answers.js';
import {controlRoutes} from './control-routes.js';
import {createParts} from './create-parts.js';
import {checkOptions, type ProxyOptions} from './options.js';
import type {Parts} from './parts.js';
import {pushRoutes, type Push} from './push-routes.js';
import {readRoutes} from './read-routes.js';
import {reconnectRoutes, returnRoute} from './reconnect-routes.js';

export type {Log, LogEntry} from './log.js';
export type {ProxyOptions} from './options.js';
export type {Kept, ProxyStore} from './store.js';
export type {ProxyUser} from './user.js';

/** The handler. Never rejects: whatever goes wrong is an answer with a `{detail}`. */
export interface PoderoProxy {
  (request: Request): Promise<Response>;
  /**
   * For the `upgrade` event of a Node server: `{basePath}/socket` becomes a WebSocket. Other paths are left to other
   * listeners; where there is none, they are answered as if nothing but a page had been asked for.
   * Without it the route answers 426, and `/events` does the same over plain HTTP.
   */
  upgrade(request: IncomingMessage, socket: Duplex, head: Buffer): void;
  /** Ends all streams and stops asking the API. Requests are answered for as long as there are any. */
  close(): Promise<void>;
}

/** A handler for the routes of the contract. Throws a `TypeError` at once for options that cannot work. */
export function createProxy(options: ProxyOptions): PoderoProxy {
  const settings = checkOptions(options);
  const parts = createParts(settings);
  const push = pushRoutes(parts);
  const app = routes(parts, push);
  const proxy = (request: Request) => withinDeadline(env => app.fetch(request, env), settings.log);
  return Object.assign(proxy, {upgrade: push.upgrade, close: push.close});
}

/** What a page on another origin may see of an answer beside its body (contract 1). */
const EXPOSED = ['Date', 'Age', 'Retry-After', 'ETag', 'Podero-Stale'];

function routes(parts: Parts, push: Push): Hono {
  const {settings: {basePath, allowedOrigins, log}, site} = parts;
  const app = new Hono().basePath(basePath);
  app.notFound(() => refuse(404, 'The proxy has no such route.'));
  app.onError(error => answerError(error, log));
  app.use(logTo(log));
  app.get('/healthz', () => answer({status: 'ok'}));
  // The customer comes back from another site: the ticket in the address is what counts.
  app.route('/', returnRoute(parts));
  app.use(async ({req}, next) => site.mayAsk(req.raw) ? next() : refuse(403, 'Only the portal\'s own pages may ask.'));
  if (allowedOrigins.length) {
    app.use(cors({origin: [...allowedOrigins], credentials: true, exposeHeaders: EXPOSED, allowMethods: ['GET', 'PUT', 'POST', 'DELETE'], maxAge: 600}));
  }
  app.use(methodNotAllowed({app, onMethodNotAllowed: (_, methods) => refuse(405, `Only ${methods.join(', ')}.`, {allow: methods.join(', ')})}));
  for (const part of [readRoutes(parts), controlRoutes(parts), reconnectRoutes(parts), push.routes]) app.route('/', part);
  return app;
}
