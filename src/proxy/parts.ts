import type {Context, Handler} from 'hono';
import {refuseLate, type Env} from './answering.js';
import {refuse} from './answers.js';
import type {Cache} from './cache.js';
import type {Limits} from './limits.js';
import type {Settings} from './options.js';
import type {Reads} from './reads.js';
import type {Site} from './site.js';
import type {Upstream} from './upstream.js';
import {idsOf, type ProxyUser, type Whose} from './user.js';

/** What the routes are made of. */
export interface Parts {
  readonly settings: Settings;
  readonly site: Site;
  readonly upstream: Upstream;
  readonly reads: Reads;
  readonly cache: Cache;
  readonly limits: Limits;
  /** Who asks, as the portal says; null: nobody. Rejects with a `UserError`. */
  userOf(request: Request): Promise<ProxyUser | null>;
  /** The user's place in the API. Rejects with an `UpstreamError`. */
  placeOf(user: ProxyUser): Promise<Whose>;
}

/** Answers a customer whom the API knows; `userPath` is the customer's place there. */
export type UserHandler = (userPath: string, c: Context) => Promise<Response> | Response;

/** What needs a customer: whoever is nobody, or asks too often, gets no further. `unknown` answers a customer without a place in the API. */
export function forUser(parts: Parts, handle: UserHandler, unknown?: () => Response): Handler {
  return async c => {
    const admitted = await admit(parts, c.req.raw, unknown);
    if (typeof admitted !== 'string') return admitted;
    return (c.env as Env).isLate ? refuseLate() : handle(admitted, c);
  };
}

/** The customer's place in the API, or the refusal. */
export async function admit({userOf, placeOf, limits}: Parts, request: Request, unknown = () => refuse(404, 'Podero does not know this customer.')): Promise<string | Response> {
  const user = await userOf(request);
  if (!user) return refuse(401, 'Nobody is signed in.');
  // Before anything is asked for: a look into the API's register of users counts, too.
  const waitS = await limits(idsOf(user));
  if (waitS !== undefined) return refuse(429, `Too many requests. Ask again in ${waitS} s.`, {'retry-after': String(waitS)});
  const place = await placeOf(user);
  return place.is === 'known' ? place.path : unknown();
}

/** Who asks, and the place in the API, as one. */
export async function whose({userOf, placeOf}: Parts, request: Request): Promise<Whose | {readonly is: 'nobody'}> {
  const user = await userOf(request);
  return user ? placeOf(user) : {is: 'nobody'};
}
