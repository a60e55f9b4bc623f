import type {Endpoint, GetHeaders, GetToken} from '../api/endpoint.js';
import {parseProxyUrl} from '../api/endpoint.js';
import {warnOnce} from '../internal/warn-once.js';
import type {EmbedProperties} from './embed-properties.js';
import {settingsOf} from './settings.js';

/**
 * Whom a host asks, by what it is told now. Two hosts share their requests only when they got the very same functions; one that
 * replaces another later (frameworks hand in new ones at every render) is used next time and changes nothing else (faults M03, L18).
 */
export class EndpointKeeper {
  readonly #host: HTMLElement & EmbedProperties;
  /** The first that were given: they stand for the customer. */
  readonly #functions: {token?: GetToken; headers?: GetHeaders} = {};
  #last: Endpoint | undefined;

  constructor(host: HTMLElement & EmbedProperties) {
    this.#host = host;
  }

  /** The same object as long as it is the same to ask. Throws a `config` error where the proxy's address cannot be used. */
  now(): Endpoint {
    const host = this.#host;
    const {session, credentials, batterySign, getToken, getHeaders} = settingsOf(host);
    const base = parseProxyUrl(host.proxyUrl, document.baseURI);
    if (getToken) this.#functions.token ??= getToken;
    if (getHeaders) this.#functions.headers ??= getHeaders;
    const group = [base.href, session, credentials, numberOf(this.#functions.token), numberOf(this.#functions.headers)].join(' ');
    const key = `${group} ${batterySign}`;
    return this.#last?.key === key ? this.#last : this.#last = {
      base, credentials, batterySign, group, key, warn: warnOnce,
      getToken: () => settingsOf(host).getToken,
      getHeaders: () => settingsOf(host).getHeaders,
    };
  }
}

const numbers = new WeakMap<object, number>();
let last = 0;

/** Functions have no name to tell them apart by; 0 stands for none. */
function numberOf(handed: object | undefined): number {
  if (!handed) return 0;
  const number = numbers.get(handed) ?? ++last;
  numbers.set(handed, number);
  return number;
}
