import type {DeviceKind} from '../domain/device.js';
import {PoderoError} from '../domain/errors.js';
import type {Endpoint} from './endpoint.js';
import {routeOf} from './endpoint.js';
import {usableLink} from './links.js';
import {parseJson} from './pages.js';
import {request} from './request.js';
import {COLLECTION_OF} from './routes.js';

/**
 * The page where the customer signs in again at the manufacturer, asked for when it is wanted: its secret lives an hour. The
 * browser comes back to `returnUrl`. Rejects with `not-found` where the proxy has no such route.
 */
export async function requestReconnect(
  endpoint: Endpoint, kind: DeviceKind, id: string, body: {readonly returnUrl: string; readonly language: string},
): Promise<string> {
  const {text} = await request(routeOf(endpoint, COLLECTION_OF[kind], id, 'reconnect'), endpoint, new AbortController().signal, body);
  const answer = parseJson(text) as {redirect_url?: unknown} | null;
  const url = usableLink(String(answer?.redirect_url), location.origin);
  if (url === undefined) throw new PoderoError('malformed', 'The answer to a reconnect names no page that may be opened.');
  return url;
}
