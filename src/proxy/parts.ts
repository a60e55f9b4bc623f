import type {Context, Handler} from 'hono';
import {refuse} from './answers.js';
import type {Cache} from './cache.js';
import type {Limits} from './limits.js';
import type {Settings} from './options.js';
import type {Reads} from './reads.js';
import type {Site} from './site.js';
import type {Upstream} from './upstream.js';
import type {Whose} from './user.js';

/** What the routes are made of. */
export interface Parts {
  readonly settings: Settings;
  readonly site: Site;
  readonly upstream: Upstream;
  readonly reads: Reads;
  readonly cache: Cache;
  readonly limits: Limits;
  /** Who asks. Rejects with a `UserError` or an `UpstreamError`. */
  whose(request: Request): Promise<Whose>;
}

/** Answers a customer whom the API knows; `userPath` is the customer's place there. */
export type UserHandler = (userPath: string, c: Context) => Promise<Response> | Response;

/** What needs a customer: whoever is nobody, or asks too often, gets no further. `unknown` answers a customer without a place in the API. */
export function forUser(parts: Parts, handle: UserHandler, unknown?: () => Response): Handler {
  return async c => {
    const admitted = await admit(parts, c.req.raw, unknown);
    return typeof admitted === 'string' ? handle(admitted, c) : admitted;
  };
}

/** The customer's place in the API, or the refusal. */
export async function admit({whose, limits}: Parts, request: Request, unknown = () => refuse(404, 'Podero does not know this customer.')): Promise<string | Response> {
  const found = await whose(request);
  if (found.is === 'nobody') return refuse(401, 'Nobody is signed in.');
  if (found.is === 'unknown') return unknown();
  const waitS = await limits(found.path);
  return waitS === undefined ? found.path : refuse(429, `Too many requests. Ask again in ${waitS} s.`, {'retry-after': String(waitS)});
}
