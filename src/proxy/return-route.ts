import {Hono} from 'hono';
import {HEADERS, refuse} from './answers.js';
import {statePathOf} from './cue.js';
import {inTime} from './in-time.js';
import {placeOf} from './log.js';
import {whose, type Parts} from './parts.js';
import {touchedBy} from './reads.js';
import {createTickets, type Outcome, type Ticket} from './ticket.js';
import type {UpstreamResult} from './upstream.js';

export const RETURN_PATH = '/reconnect/return';

/** The ticket stands in the address: nobody keeps the answer. */
const NO_STORE = {'cache-control': 'no-store'};

/** `GET reconnect/return?ticket=…`: where a customer comes back to from signing in at the manufacturer, and is sent on to the portal's page. */
export function returnRoute(parts: Parts): Hono {
  const {site, settings} = parts;
  const tickets = createTickets(settings.clientSecret);
  const app = new Hono();
  app.get(RETURN_PATH, async ({req}) => {
    const stop = (status: number, detail: string, headers = {}) => refuse(status, detail, {...NO_STORE, ...headers});
    if (req.method !== 'GET') return stop(405, 'Only GET.', {allow: 'GET'});
    if (isAhead(req.raw)) return stop(503, 'Not ahead of its time.');
    const ticket = await tickets.open(req.query('ticket') ?? '');
    if (!ticket) return stop(400, 'This link was not given out by this portal, or is not complete. Go back to the portal and try again.');
    // Whoever made the first request may have claimed that the portal is somewhere else.
    if (!site.isPortals(ticket.returnUrl, req.raw)) return stop(400, 'This link does not lead back to this portal.');
    if (await isSomebodyElses(ticket, parts, req.raw)) return stop(403, 'Somebody else is signed in by now.');
    const isFirst = Date.now() < ticket.expiresAt && await claim(ticket, parts);
    if (isFirst) await settle(ticket, parts);
    return sendBack(ticket, isFirst);
  });
  return app;
}

/** A browser that fetches what might be clicked next, or a preview of it: nobody has come back yet. */
const isAhead = ({headers}: Request): boolean => /prefetch|preview/i.test(`${headers.get('sec-purpose')} ${headers.get('purpose')}`);

/**
 * A session is not asked for: cookies of the strictest kind do not come along from another site, nor does a token of the
 * page's. The ticket says whose it is; but whoever is signed in must not finish what somebody else began.
 */
async function isSomebodyElses({userPath}: Ticket, parts: Parts, request: Request): Promise<boolean> {
  const who = await whose(parts, request).catch(() => undefined);
  if (who === undefined || who.is === 'nobody') return false;
  return who.is !== 'known' || who.path !== userPath;
}

/** A customer who goes back in the browser comes twice. */
async function claim({nonce, expiresAt}: Ticket, {settings: {store, log}}: Parts): Promise<boolean> {
  try {
    return await store.claim(`reconnect ${nonce}`, Math.ceil((expiresAt - Date.now()) / 1000));
  } catch (error) {
    // Reporting twice does no harm, since the API knows which actions are active; not reporting would leave the device disconnected.
    log({level: 'warn', event: 'store-failed', message: 'The store of `createProxy` failed; a return from a sign-in was taken for the first.', at: placeOf(error)});
    return true;
  }
}

const STATES: Readonly<Record<Outcome, string>> = {ok: 'success', cancelled: 'fail'};

/** For so long a customer waits until the API has heard of it; then it hears of it without the customer. */
const PATIENCE_MS = 8000;

/** Whatever comes of it, the customer goes on: the device's card says how it stands. */
async function settle({cue, outcome, userPath, device}: Ticket, {upstream, cache, settings: {log}}: Parts): Promise<void> {
  const failed: UpstreamResult = {is: 'not-found'};
  const reporting = upstream.report(statePathOf(cue), {state: STATES[outcome]}).catch(() => failed);
  const result = await inTime(reporting, PATIENCE_MS, () => failed);
  if (result.is !== 'found' && result.is !== 'done') {
    log({level: 'warn', event: 'outcome-unreported', outcome, message: 'The Podero API did not take the outcome of a sign-in. If it goes on to ask for one, the customer tries again.'});
  }
  await cache.touch(touchedBy(userPath, device));
}

/** To the page from which the customer came, which reads the outcome from the fragment; once. */
function sendBack({returnUrl, outcome, device}: Ticket, isFirst: boolean): Response {
  const url = new URL(returnUrl);
  url.hash = isFirst ? `podero-reconnect=${outcome}:${device.slice(device.indexOf('/') + 1)}` : '';
  return new Response(null, {status: 303, headers: {...HEADERS, ...NO_STORE, location: url.href}});
}
