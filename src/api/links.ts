import {parseUrl} from './parse-url.js';

/**
 * A link of the API that may be followed: absolute `https:` without user info, or of the page's own origin. Anything
 * else (`javascript:`, `data:`, plain `http:` elsewhere, relative texts) is no link at all.
 */
export function usableLink(text: string | null | undefined, pageOrigin: string | undefined): string | undefined {
  const url = text ? parseUrl(text) : undefined;
  if (!url || url.username || url.password) return undefined;
  return url.protocol === 'https:' || (url.origin === pageOrigin && url.protocol === 'http:') ? url.href : undefined;
}
