/**
 * The partner's server side of the widgets: a Web-standard handler that stands for the signed-in user of the Partner API.
 * Mount it in any server that speaks `Request` and `Response`:
 *
 *     const proxy = createProxy({apiUrl, tokenUrl, clientId, clientSecret, user: request => sessionOf(request)});
 *     app.all('/podero/*', c => proxy(c.req.raw));   // hono; other frameworks alike
 */
import {Hono, type Context, type Handler, type HonoRequest, type Next} from 'hono';
import type {IncomingMessage} from 'node:http';
import type {Duplex} from 'node:stream';
import * as z from 'zod/mini';
import {COLLECTION_OF} from '../api/routes.js';
import {savingsSchema} from '../api/savings-schema.js';
import {deviceSchemas} from '../api/schemas.js';
import {DEVICE_KINDS} from '../domain/device.js';
import {allowFields, type Picker} from './allow-fields.js';
import {answer, refuse} from './answers.js';
import {withComplaint} from './complaint.js';
import {checkOptions, type ProxyOptions} from './options.js';
import {savingsQuery} from './savings-query.js';
import {createTokenSource} from './token.js';
import {UpstreamError} from './upstream-error.js';
import {createUpstream, type UpstreamResult} from './upstream.js';
import {ID, UserError, userPath} from './user.js';

export type {ProxyOptions} from './options.js';
export type {ProxyUser} from './user.js';

export interface PoderoProxy {
  (request: Request): Promise<Response>;
  upgrade(request: IncomingMessage, socket: Duplex, head: Buffer): void;
  close(): Promise<void>;
}

/**
 * Serves the reads of the contract (`GET {basePath}/{collection}`, `…/{id}` and `…/{id}/savings`) for the user that
 * `options.user` names, with only the fields the widgets read. Never rejects: whatever goes wrong is an answer with a `{detail}`. Throws a `TypeError`
 * at once for options that cannot work.
 */
export function createProxy(options: ProxyOptions): PoderoProxy {
  const {basePath, user, ...api} = checkOptions(options);
  const read = withComplaint(createUpstream({...api, tokens: createTokenSource(api)}));
  const app = new Hono().basePath(basePath).notFound(() => refuse(404, 'The proxy has no such route.')).onError(answerError);

  /** The route says *what* is read, the session says *whose*; nothing else of a request goes upstream. */
  const serve = (picker: Picker, locate: (req: HonoRequest) => string | Response): Handler => async ({req}) => {
    const whose = await userPath(user, req.raw);
    if (!whose) return refuse(401, 'Nobody is signed in.');
    const what = locate(req);
    return typeof what === 'string' ? pass(await read(`${whose}/${what}`), picker) : what;
  };

  app.use(refuseOtherSites);
  for (const kind of DEVICE_KINDS) {
    const collection = COLLECTION_OF[kind];
    const device = deviceSchemas[kind];
    const one = (req: HonoRequest) => `${collection}/${encodeURIComponent(req.param('id') ?? '')}`;
    app.get(`/${collection}`, serve(allowFields(z.array(device)), () => collection));
    app.get(`/${collection}/:id{${ID}}`, serve(allowFields(device), one));
    app.get(`/${collection}/:id{${ID}}/savings`, serve(allowFields(savingsSchema), req => {
      const asked = savingsQuery(new URL(req.url).searchParams);
      return 'fault' in asked ? refuse(400, asked.fault) : `${one(req)}/savings?${asked.query}`;
    }));
  }
  return Object.assign((request: Request) => withinDeadline(Promise.resolve(app.fetch(request))), {
    upgrade: (_: IncomingMessage, socket: Duplex) => { socket.end('HTTP/1.1 426 Upgrade Required\r\nconnection: close\r\n\r\n'); },
    close: async () => {},
  });
}

/** The widgets give up after 15 s, and would tell the customer that the portal cannot be reached. */
const DEADLINE_MS = 12_000;

/** Whatever hangs, `user` included: the answer comes in time, and says that it is not the portal that is silent. */
async function withinDeadline(answering: Promise<Response>): Promise<Response> {
  let timer: ReturnType<typeof setTimeout> | undefined;
  const late = new Promise<Response>(resolve => {
    timer = setTimeout(() => resolve(refuse(502, new UpstreamError('timeout').message)), DEADLINE_MS);
  });
  return Promise.race([answering, late]).finally(() => clearTimeout(timer));
}

/** A page of another site that the customer happens to have open could not read the answer, but has no business asking. */
async function refuseOtherSites({req}: Context, next: Next): Promise<Response | undefined> {
  if (req.header('sec-fetch-site') === 'cross-site') return refuse(403, 'Only the portal\'s own pages may ask.');
  await next();
  return undefined;
}

function pass(result: UpstreamResult, picker: Picker): Response {
  if (result.is === 'not-found') return refuse(404, 'The Podero API does not know this.');
  if (result.is === 'too-many') return refuse(429, 'Too many requests.', result.retryAfterS ? {'retry-after': result.retryAfterS} : {});
  const allowed = picker(result.json);
  if (allowed === undefined) throw new UpstreamError('malformed');
  return answer(allowed);
}

function answerError(error: Error): Response {
  if (error instanceof UpstreamError) return refuse(502, error.message);
  const isUsers = error instanceof UserError;
  console.error(`podero-widgets/proxy: ${isUsers ? '`user` of createProxy failed, the customer sees an error.' : 'an error that nobody foresaw.'}`, error);
  return refuse(500, isUsers ? error.message : 'The proxy has failed.');
}
