import type {Settings} from './options.js';

/** Which pages are the portal's: where requests may come from, and where a customer may be sent. */
export interface Site {
  /** Whether the address is on an origin of the portal's. */
  isPortals(address: string, request: Request): boolean;
  /** Whether a page that the portal trusts has asked; a browser cannot be made to lie about it. */
  mayAsk(request: Request): boolean;
  /** Address under which the browser that asks reaches the proxy, without a slash at the end. */
  addressOf(request: Request): string;
}

export function createSite({publicUrl, allowedOrigins, basePath}: Pick<Settings, 'publicUrl' | 'allowedOrigins' | 'basePath'>): Site {
  const isOwn = (url: URL, request: Request) => {
    if (publicUrl !== undefined) return url.origin === new URL(publicUrl).origin;
    const {host, protocol} = new URL(request.url);
    // Whoever takes https off in front of us asks by http; nobody takes http for https.
    return url.host === host && (url.protocol === protocol || url.protocol === 'https:');
  };
  const isPortals = (address: string, request: Request) => {
    const url = URL.canParse(address) ? new URL(address) : undefined;
    // A `blob:` has the origin of its page, and is no place to be sent to.
    return url !== undefined && /^https?:$/.test(url.protocol) && !url.username && !url.password
      && (isOwn(url, request) || ((allowedOrigins as readonly string[]).includes(url.origin)));
  };
  return {
    isPortals,
    mayAsk(request) {
      const {headers, method} = request;
      const [site, origin] = [headers.get('sec-fetch-site'), headers.get('origin')];
      const isReading = ['GET', 'HEAD'].includes(method);
      if (site === 'same-origin') return true;
      if (origin !== null) return isPortals(origin, request);
      // Typed into the address bar; or no browser that would have a customer's cookies, nor one that knows whose page asks.
      return isReading && (site === null || site === 'none');
    },
    addressOf(request) {
      if (publicUrl !== undefined) return publicUrl;
      const own = new URL(request.url);
      const origin = request.headers.get('origin');
      const isSeenAs = origin !== null && URL.canParse(origin) && isOwn(new URL(origin), request);
      return `${isSeenAs ? origin : own.origin}${basePath.replace(/\/$/, '')}`;
    },
  };
}
