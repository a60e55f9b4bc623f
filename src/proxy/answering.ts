import type {Context, Next} from 'hono';
import {matchedRoutes} from 'hono/route';
import {refuse} from './answers.js';
import {inTime} from './in-time.js';
import {placeOf, type Log} from './log.js';
import {UpstreamError} from './upstream-error.js';
import {UserError} from './user.js';

/** The widgets give up after 15 s, and would tell the customer that the portal cannot be reached. */
const DEADLINE_MS = 12_000;

/** What a request carries along, beside what the browser sent. */
export interface Env {
  /** The browser has been answered already: nothing may be changed or opened any more. */
  isLate: boolean;
}

export const refuseLate = (): Response => refuse(503, 'The proxy did not answer in time.');

/** Whatever hangs, `user` and a slow sender included: the answer comes in time, and the widgets need not guess. */
export async function withinDeadline<T>(begin: (env: Env) => T | Promise<T>, log: Log): Promise<T | Response> {
  const env = {isLate: false};
  return inTime(begin(env), DEADLINE_MS, () => {
    env.isLate = true;
    log({level: 'warn', event: 'deadline', message: 'An answer took longer than 12 s: `user` of createProxy, a sender, or the Podero API is that slow.'});
    return refuseLate();
  });
}

/** One entry a request: the route, not the address, in which ids stand. */
export const logTo = (log: Log) => async (c: Context, next: Next): Promise<void> => {
  const start = performance.now();
  await next();
  log({
    level: 'info', event: 'request', method: c.req.method, route: routeOf(c), status: c.res.status,
    ms: Math.round(performance.now() - start),
    ...(c.res.headers.has('date') ? {cached: true} : {}),
    ...(c.res.headers.get('podero-stale') === '1' ? {stale: true} : {}),
  });
};

/** What is mounted for all methods are guards, not routes. */
const routeOf = (c: Context): string => (matchedRoutes(c).findLast(({method}) => method !== 'ALL') ?? matchedRoutes(c)[0])?.path ?? '';

export function answerError(error: Error, log: Log): Response {
  // What is wrong with the API has been told where it was seen.
  if (error instanceof UpstreamError) return refuse(502, error.message);
  if (error instanceof UserError) {
    log({level: 'error', event: 'user-failed', message: '`user` of createProxy failed, the customer sees an error.', at: placeOf(error.cause)});
    return refuse(500, error.message);
  }
  log({level: 'error', event: 'unforeseen', message: 'An error that nobody foresaw; the customer sees an error.', at: placeOf(error)});
  return refuse(500, 'The proxy has failed.');
}
