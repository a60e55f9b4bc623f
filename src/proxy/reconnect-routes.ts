import {Hono} from 'hono';
import * as z from 'zod/mini';
import {COLLECTION_OF} from '../api/routes.js';
import {DEVICE_KINDS} from '../domain/device.js';
import {refuseLate, type Env} from './answering.js';
import {answer, refuse, refuseForNow} from './answers.js';
import {findSignIn, resolvePathOf, type Cue} from './cue.js';
import {readBody} from './json-body.js';
import {forUser, type Parts} from './parts.js';
import {touchedBy} from './reads.js';
import {isOnHostOf} from './redirect-hosts.js';
import {RETURN_PATH} from './return-route.js';
import {createTickets, type Outcome} from './ticket.js';
import {faultOf, UpstreamError} from './upstream-error.js';
import type {UpstreamResult} from './upstream.js';
import {ID} from './user.js';

export {returnRoute} from './return-route.js';

/** As long as the secret of a cue lives. */
const TICKET_MS = 3_600_000;

const MOST_CHARACTERS = 2000;

const wanted = z.strictObject({
  returnUrl: z.string().check(z.maxLength(MOST_CHARACTERS)),
  language: z.optional(z.string().check(z.regex(/^[a-z]{2,3}(-[A-Za-z0-9]{2,8})*$/))),
});

type Wanted = z.infer<typeof wanted> & {readonly userPath: string; readonly device: string};

/** `POST {collection}/{id}/reconnect`: the page on which a customer signs in again at the manufacturer, and comes back from. */
export function reconnectRoutes(parts: Parts): Hono {
  const app = new Hono();
  const begin = createBegin(parts);
  for (const kind of DEVICE_KINDS) {
    app.post(`/${COLLECTION_OF[kind]}/:id{${ID}}/reconnect`, forUser(parts, async (userPath, {req, env}) => {
      const read = await readBody(req.raw, wanted,
        'The body has to be {"returnUrl": "https://…", "language": "de"}; the address may have 2000 characters, the language may be left out.');
      if ('refusal' in read) return read.refusal;
      if ((env as Env).isLate) return refuseLate();
      if (!parts.site.isPortals(read.body.returnUrl, req.raw)) return refuse(400, NOT_OF_PORTAL);
      // Encoded it may be nine times as long, and would come back as a ticket that is too long to be opened.
      if (new URL(read.body.returnUrl).href.length > MOST_CHARACTERS) return refuse(400, 'returnUrl is too long.');
      const device = `${COLLECTION_OF[kind]}/${req.param('id')}`;
      // Whatever was found: what is remembered of the device is older.
      return begin({...read.body, userPath, device}, req.raw).finally(() => parts.cache.touch(touchedBy(userPath, device)));
    }));
  }
  return app;
}

const NOT_OF_PORTAL = 'returnUrl has to be an http(s) address of the portal\'s own origin. Where browsers see another origin than the proxy does, '
  + 'it is named by `publicUrl` of createProxy; other origins of the portal by `allowedOrigins`.';

/** As where there is no such route (contract 1): the widgets then lead the customer to the provider. */
const refuseNoAction = () => refuse(404, 'The Podero API names no sign-in for this device, or not any more.');

function createBegin({settings, site, upstream}: Parts) {
  const tickets = createTickets(settings.clientSecret);

  /** Two ways back, of which one will be taken. */
  const ask = async ({userPath, device, returnUrl, language = 'en'}: Wanted, cue: Cue, request: Request) => {
    const flow = {userPath, device, cue, returnUrl: new URL(returnUrl).href, expiresAt: Date.now() + TICKET_MS, nonce: crypto.randomUUID()};
    const back = async (outcome: Outcome) => `${site.addressOf(request)}${RETURN_PATH}?ticket=${await tickets.seal({...flow, outcome})}`;
    const [successUrl, cancelUrl] = await Promise.all([back('ok'), back('cancelled')]);
    // The API's example names a language without its region.
    return upstream.write('POST', resolvePathOf(cue), {successUrl, cancelUrl, language: language.split('-')[0]});
  };

  /** The one field that passes, if it leads to where customers may be sent. */
  const answerPage = (json: unknown, request: Request) => {
    const {redirect_url: page} = json as {redirect_url?: unknown};
    if (typeof page !== 'string' || !URL.canParse(page)) throw new UpstreamError('malformed');
    const url = new URL(page);
    if (isOnHostOf(settings.redirectHosts, url) || site.isPortals(page, request)) return answer({redirect_url: url.href});
    settings.log({level: 'error', event: 'redirect-refused', host: url.host, message: 'The Podero API sends customers to a page whose host is not allowed, or not by https. '
      + 'If they are to sign in there, add the host to redirectHosts.'});
    throw new UpstreamError('foreign-link');
  };

  /** Read anew: the secret in the link lives an hour, and no browser ever sees it. */
  return async (what: Wanted, request: Request): Promise<Response> => {
    const found = await upstream.read(`${what.userPath}/${what.device}`);
    if (found.is !== 'found') return refuseResult(found, () => refuse(404, 'The Podero API does not know this.'));
    const cue = findCue(found.json);
    if (!cue) return refuseNoAction();
    const begun = await ask(what, cue, request);
    return begun.is === 'found' ? answerPage(begun.json, request) : refuseResult(begun, refuseNoAction);
  };

  function findCue(device: unknown): Cue | undefined {
    try {
      return findSignIn(device, settings.apiUrl);
    } catch (error) {
      if (faultOf(error) === 'foreign-link') settings.log({level: 'error', event: 'foreign-link', message: FOREIGN_LINK});
      throw error;
    }
  }
}

const FOREIGN_LINK = 'The Podero API names a link for signing in again that does not lead to cues/…/resolve under apiUrl. It was not asked: '
  + 'the portal\'s token would have gone with it. Check that apiUrl is the address by which the API calls itself.';

function refuseResult(result: Exclude<UpstreamResult, {is: 'found'}>, refuseMissing: () => Response): Response {
  switch (result.is) {
    case 'too-many': return refuseForNow(result);
    case 'not-found':
    case 'conflict': return refuseMissing();
    default: throw new UpstreamError('refused');
  }
}
