import {logToConsole, withoutFailing, type Log} from './log.js';
import {createMemoryStore, type ProxyStore} from './store.js';
import type {FindUser} from './user.js';

export interface ProxyOptions {
  /** Base of the Partner API with its version: `https://app.podero.com/api/partners/v2.0/`. Keep it to https outside a test. */
  readonly apiUrl: string;
  /** Where tokens come from: `https://app.podero.com/oauth2/token/`. */
  readonly tokenUrl: string;
  /** Of the organisation's confidential application. They have an administrator's rights: keep them in a vault. */
  readonly clientId: string;
  readonly clientSecret: string;
  /**
   * Who is signed in, from the portal's *own* session (a cookie or token that it checks itself). Null: nobody, the answer
   * is 401. Never take the ids from anything else the browser sent. If it throws, the answer is 500 and the place of the error is logged.
   */
  readonly user: FindUser;
  /** Path under which the portal serves the proxy; the widgets' `proxy-url`. Default `/podero`. */
  readonly basePath?: string;
  /**
   * Address under which browsers reach the proxy, `https://portal.example/podero`. Default: as the request says, https allowed
   * for. Needed where a server in front changes the host.
   */
  readonly publicUrl?: string;
  /** Other origins whose pages may ask with the customer's cookies, and to which a reconnect may lead back. Default: none. */
  readonly allowedOrigins?: readonly string[];
  /** Hosts to which the API may send a customer to sign in at a manufacturer; `*.` stands for any subdomain. Default `*.podero.com`. */
  readonly redirectHosts?: readonly string[];
  /** For how long an answer of the API serves all who ask the same. Default 30. */
  readonly cacheSeconds?: number;
  /** For how much longer the last answer serves while the API fails. Default 3600. */
  readonly staleSeconds?: number;
  /** Where answers are kept. Default: in this process's memory, bounded. */
  readonly store?: ProxyStore;
  /** How often the API is asked for a user whose pages listen to `/events` or `/socket`. Default 30; 0: no push. */
  readonly pushSeconds?: number;
  /** How many streams a user may have open at once. Default 8. */
  readonly streamsPerUser?: number;
  /** Requests that are answered per minute; beyond, 429 with `Retry-After`. Default 300 per user, 12 000 for all. */
  readonly requestsPerMinute?: {readonly perUser?: number; readonly all?: number};
  /** Time limit of one request to the API, at most 10. A read is tried twice, within 10.5 s in all. Default 5. */
  readonly timeoutSeconds?: number;
  /** Gets what happens, one entry a request, without personal data. Default: warnings and errors to the console, as JSON. */
  readonly log?: Log;
  /** Replaces `globalThis.fetch` for requests to the API, for instance to go through a forward proxy. */
  readonly fetch?: (url: string, init: RequestInit) => Promise<Response>;
}

export interface Settings extends Required<Omit<ProxyOptions, 'publicUrl' | 'requestsPerMinute'>> {
  /** Without a slash at the end. */
  readonly publicUrl: string | undefined;
  readonly requestsPerMinute: {readonly perUser: number; readonly all: number};
}

const SECONDS = {cacheSeconds: 30, staleSeconds: 3600, pushSeconds: 30, timeoutSeconds: 5} as const;

/** The options with defaults and normal forms. Throws a TypeError that names the option that cannot be used. */
export function checkOptions(options: ProxyOptions): Settings {
  for (const name of ['clientId', 'clientSecret'] as const) check(Boolean(options[name]), name, 'is missing');
  check(typeof options.user === 'function', 'user', 'has to be a function that says who is signed in');
  const {basePath = '/podero', allowedOrigins = [], redirectHosts = ['*.podero.com'], streamsPerUser = 8, requestsPerMinute: {perUser = 300, all = 12_000} = {}} = options;
  check(/^[\w./~-]*$/.test(basePath), 'basePath', 'has to be a plain path such as "/podero"');
  check(allowedOrigins.every(isOrigin), 'allowedOrigins', 'has to list origins such as "https://portal.example", without a path and without "*"');
  check(redirectHosts.every(host => /^(\*\.)?[a-z\d-]+(\.[a-z\d-]+)+$/i.test(host)), 'redirectHosts', 'has to list hosts such as "connect.podero.com" or "*.podero.com"');
  for (const [name, count] of Object.entries({streamsPerUser, 'requestsPerMinute.perUser': perUser, 'requestsPerMinute.all': all})) {
    check(Number.isInteger(count) && count > 0, name, 'has to be a whole number above 0');
  }
  return {
    ...options, streamsPerUser, allowedOrigins,
    ...checkSeconds(options),
    apiUrl: `${checkUrl(options, 'apiUrl').replace(/\/+$/, '')}/`,
    tokenUrl: checkUrl(options, 'tokenUrl'),
    basePath: `/${basePath.replace(/^\/+|\/+$/g, '')}`,
    publicUrl: options.publicUrl === undefined ? undefined : checkUrl(options, 'publicUrl').replace(/\/+$/, ''),
    redirectHosts: redirectHosts.map(host => host.toLowerCase()),
    requestsPerMinute: {perUser, all},
    store: options.store ?? createMemoryStore(),
    log: withoutFailing(options.log ?? logToConsole),
    fetch: options.fetch ?? ((url, init) => globalThis.fetch(url, init)),
  };
}

function checkSeconds(options: ProxyOptions): Record<keyof typeof SECONDS, number> {
  const seconds = {...SECONDS} as Record<keyof typeof SECONDS, number>;
  for (const name of Object.keys(SECONDS) as (keyof typeof SECONDS)[]) {
    seconds[name] = options[name] ?? SECONDS[name];
    check(Number.isFinite(seconds[name]) && seconds[name] >= 0, name, 'has to be a number of seconds');
  }
  check(seconds.timeoutSeconds > 0 && seconds.timeoutSeconds <= 10, 'timeoutSeconds', 'has to be above 0, and 10 at most');
  return seconds;
}

function checkUrl(options: ProxyOptions, name: 'apiUrl' | 'tokenUrl' | 'publicUrl'): string {
  const url = options[name] ?? '';
  const parsed = URL.canParse(url) ? new URL(url) : undefined;
  const isPlain = parsed !== undefined && /^https?:$/.test(parsed.protocol) && !parsed.username && !parsed.search && !parsed.hash;
  check(isPlain, name, 'has to be an absolute http(s) URL without user, query and hash');
  return url;
}

const isOrigin = (text: string): boolean => URL.canParse(text) && new URL(text).origin === text;

function check(isUsable: boolean, name: string, otherwise: string): void {
  if (!isUsable) throw new TypeError(`createProxy: \`${name}\` ${otherwise}.`);
}
