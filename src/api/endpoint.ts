import type {BatterySign} from './inverter-balance.js';
import type {DeviceKind} from '../domain/device.js';
import {PoderoError} from '../domain/errors.js';
import {parseUrl} from './parse-url.js';

export type GetToken = () => Promise<string>;
export type GetHeaders = () => HeadersInit;

/** Whom to ask and how: everything that makes two widgets' answers the same answer. */
export interface Endpoint {
  /** Absolute base address without trailing slash or hash. */
  readonly base: URL;
  readonly credentials: RequestCredentials;
  readonly batterySign: BatterySign;
  /** Two endpoints of one group read for the same customer; they wait and forget together. */
  readonly group: string;
  /** Two endpoints with one key give the same answers and share their requests. */
  readonly key: string;
  /** Read at each request: a function replaced later is used next time. */
  readonly getToken: () => GetToken | undefined;
  readonly getHeaders: () => GetHeaders | undefined;
  /** Tells the developer what is wrong with an answer. */
  readonly warn: (message: string) => void;
}

/** The proxy's base from what the page gave, or a `config` error in words for the developer. */
export function parseProxyUrl(given: string | undefined, pageUrl: string): URL {
  const text = String(given ?? '').trim();
  if (!text) throw new PoderoError('config', 'proxy-url is missing: give the address of your proxy.');
  const url = parseUrl(text, pageUrl);
  if (!url || !/^https?:$/.test(url.protocol) || url.username || url.password) {
    throw new PoderoError('config', `proxy-url="${given}" cannot be used: give an http(s) address or a path of this site.`);
  }
  if (url.protocol === 'http:' && pageUrl.startsWith('https:') && !/^(localhost|127(\.\d+){3}|\[::1\])$/.test(url.hostname)) {
    throw new PoderoError('config', `proxy-url="${given}" is not secure: a page on https cannot read from http.`);
  }
  url.hash = '';
  url.pathname = url.pathname.replace(/\/+$/, '');
  return url;
}

/** Under which name the page shares what is read of a kind, or of one of its devices. */
export const readKey = ({key}: Pick<Endpoint, 'key'>, ...read: readonly [DeviceKind, id?: string]): string => [key, ...read].join(' ');

/** `{base}/{segments…}`, each segment encoded. */
export function routeOf({base}: Endpoint, ...segments: readonly string[]): URL {
  const url = new URL(base);
  url.pathname = [base.pathname.replace(/\/$/, ''), ...segments.map(encodeURIComponent)].join('/');
  return url;
}
