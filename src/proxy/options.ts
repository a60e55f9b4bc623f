import type {FindUser} from './user.js';

export interface ProxyOptions {
  /** Base of the Partner API with its version: `https://app.podero.com/api/partners/v2.0/`. Keep it to https outside a test. */
  readonly apiUrl: string;
  /** Where tokens come from: `https://app.podero.com/oauth2/token/`. */
  readonly tokenUrl: string;
  /** Of the organisation's confidential application. They have an administrator's rights: keep them in a vault. */
  readonly clientId: string;
  readonly clientSecret: string;
  /** Path under which the portal serves the proxy; the widgets' `proxy-url`. Default `/podero`. */
  readonly basePath?: string;
  /**
   * Who is signed in, from the portal's *own* session (a cookie or token that it checks itself). Null: nobody, the answer
   * is 401. Never take the ids from anything else the browser sent. If it throws, the answer is 500 and the error is logged.
   */
  readonly user: FindUser;
  /** Replaces `globalThis.fetch` for requests to the API, for instance to go through a forward proxy. */
  readonly fetch?: (url: string, init: RequestInit) => Promise<Response>;
}

/** The options with defaults and normal forms. Throws a TypeError that names the option that cannot be used. */
export function checkOptions(options: ProxyOptions): Required<ProxyOptions> {
  for (const name of ['clientId', 'clientSecret'] as const) {
    if (!options[name]) throw new TypeError(`createProxy: \`${name}\` is missing.`);
  }
  if (typeof options.user !== 'function') throw new TypeError('createProxy: `user` has to be a function that says who is signed in.');
  const basePath = options.basePath ?? '/podero';
  if (!/^[\w./~-]*$/.test(basePath)) throw new TypeError('createProxy: `basePath` has to be a plain path such as "/podero".');
  return {
    ...options,
    apiUrl: `${checkUrl(options, 'apiUrl').replace(/\/+$/, '')}/`,
    tokenUrl: checkUrl(options, 'tokenUrl'),
    basePath: `/${basePath.replace(/^\/+|\/+$/g, '')}`,
    fetch: options.fetch ?? ((url, init) => globalThis.fetch(url, init)),
  };
}

function checkUrl(options: ProxyOptions, name: 'apiUrl' | 'tokenUrl'): string {
  const url = options[name];
  if (URL.canParse(url)) {
    const {protocol, username, search, hash} = new URL(url);
    if (/^https?:$/.test(protocol) && !username && !search && !hash) return url;
  }
  throw new TypeError(`createProxy: \`${name}\` has to be an absolute http(s) URL without user, query and hash.`);
}
