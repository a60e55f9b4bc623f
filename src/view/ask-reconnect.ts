import type {Endpoint} from '../api/endpoint.js';
import type {Device} from '../domain/device.js';
import type {EmbedProperties} from '../elements/embed-properties.js';
import type {Wire} from '../elements/wire.js';
import {csrfOf} from './csrf.js';

type Host = HTMLElement & EmbedProperties & {refresh(): Promise<void>};

/**
 * The page where the customer signs in again at the manufacturer, asked for when it is wanted: its secret lives an hour. The
 * browser comes back to this page. Rejects with `not-found` where the proxy has no such route.
 */
export async function askReconnect(host: Host, endpoint: Endpoint, {kind, id}: Device, signal: AbortSignal, wire: Wire): Promise<string> {
  const {asPoderoError, COLLECTION_OF, isSignedOut, PoderoError, request, routeOf, usableLink} = wire;
  const url = routeOf(endpoint, COLLECTION_OF[kind], id, 'reconnect');
  // The API's example names a language without its region.
  const [language = 'en'] = wire.languageOf(host).split('-').filter(Boolean);
  const posting = {body: {returnUrl: location.href, language}, csrf: csrfOf(host, wire.warnUnusable)};
  const {text} = await request(url, endpoint, signal, posting).catch((thrown: unknown) => {
    // Who is signed out is so for everything: the next read says it.
    if (isSignedOut(asPoderoError(thrown).code)) void host.refresh();
    throw thrown;
  });
  const page = usableLink(redirectIn(text), location.origin);
  if (page === undefined) throw new PoderoError('malformed', 'The answer to a reconnect names no page that may be opened.');
  return page;
}

function redirectIn(text: string): string | undefined {
  try {
    const answer = JSON.parse(text) as {redirect_url?: unknown} | null;
    return typeof answer?.redirect_url === 'string' ? answer.redirect_url : undefined;
  } catch {
    return undefined;
  }
}
