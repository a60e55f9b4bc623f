import type {EmbedProperties} from '../elements/embed-properties.js';
import type {Wire} from '../elements/wire.js';

/** The stream's address, if there is one that can be used: an unusable one is told to the developer, and the polls go on as ever. */
export function pushUrlOf(host: HTMLElement & EmbedProperties, {warnUnusable}: Pick<Wire, 'warnUnusable'>): URL | undefined {
  const given = String(host.pushUrl ?? '').trim();
  if (!given) return undefined;
  const url = parse(given);
  if (url && /^(https?|wss?):$/.test(url.protocol) && !url.username && !url.password && isSafe(url)) return url;
  warnUnusable(host, 'push-url', given, 'an http(s), ws(s) or relative address, secure on a secure page', 'no stream');
  return undefined;
}

function parse(given: string): URL | undefined {
  try {
    const url = new URL(given, document.baseURI);
    url.hash = '';
    return url;
  } catch {
    return undefined;
  }
}

/** A browser blocks `http:` and `ws:` on a page of https, save on the own machine. */
const isSafe = ({protocol, hostname}: URL): boolean =>
  location.protocol !== 'https:' || /^(https|wss):$/.test(protocol) || /^(localhost|127(\.\d+){3}|\[::1\])$/.test(hostname);
