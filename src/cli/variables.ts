import {asList, asNearUrl, asOneOf, asOrigin, asSafeUrl, asText, asWhole, matching, type Reader} from './readers.js';

export interface Variable<Value = unknown> {
  /** What it is, in a few words. */
  readonly is: string;
  /** What its text has to be. */
  readonly form: string;
  readonly example: string;
  readonly read: Reader<Value>;
  readonly default?: string;
  readonly isRequired?: true;
}

const variable = <Value>(is: string, form: string, example: string, read: Reader<Value>, more: Pick<Variable, 'default' | 'isRequired'> = {}): Variable<Value> =>
  ({is, form, example, read, ...more});

const seconds = (is: string, fallback: string, least = 0): Variable<number> =>
  variable(is, `has to be a whole number of seconds from ${least} to 86400`, fallback, asWhole(least, 86_400), {default: fallback});

const URL_FORM = 'has to be an https address (http only on this machine), without user and password';
const HEADER = /^[a-z\d-]{1,64}$/i;

/** Everything that `podero-widgets proxy` can be told. */
export const VARIABLES = {
  PODERO_CLIENT_ID: variable('client id of the organisation\'s application at Podero', 'has to be a text', 'a1b2c3', asText, {isRequired: true}),
  PODERO_CLIENT_SECRET: variable('its secret (this or the next is required)', 'has to be a text', 'the one from your vault', asText),
  PODERO_CLIENT_SECRET_FILE: variable('file that has the secret, instead of PODERO_CLIENT_SECRET', 'has to be a path', '/run/secrets/podero', asText),
  PODERO_ORG_ID: variable('the organisation\'s id at Podero', 'has to be an id of letters, digits and hyphens', '5b2f6f3e-8c1d-4c0e-9a53-6f1f0a4d7e11', matching(/^[A-Za-z\d-]{1,64}$/), {isRequired: true}),
  PODERO_SESSION_URL: variable('address of yours that says who is signed in (this or the next two are required)', 'has to be an https address (http only on this machine or in a private network), without user and password', 'http://127.0.0.1:8080/podero-session', asNearUrl),
  PODERO_USER_HEADER: variable('header in which your gateway sends your own id of the customer', 'has to be the name of a header', 'x-customer-id', matching(HEADER)),
  PODERO_GATEWAY_SECRET: variable('text that the gateway sends in x-podero-gateway', 'has to have 16 characters at least, of those that a header can carry', 'the output of openssl rand -hex 32', matching(/^[\x21-\x7e]{16,256}$/)),
  PODERO_API_URL: variable('the Partner API', URL_FORM, 'https://app.podero.com/api/partners/v2.0/', asSafeUrl, {default: 'https://app.podero.com/api/partners/v2.0/'}),
  PODERO_TOKEN_URL: variable('where its tokens come from', URL_FORM, 'https://app.podero.com/oauth2/token/', asSafeUrl, {default: 'https://app.podero.com/oauth2/token/'}),
  PORT: variable('port to listen on', 'has to be a whole number from 0 to 65535', '3000', asWhole(0, 65_535), {default: '3000'}),
  HOST: variable('address to listen on; 0.0.0.0 in a container', 'has to be a host name or address', '127.0.0.1', matching(/^[\w.:-]+$/), {default: '127.0.0.1'}),
  PODERO_BASE_PATH: variable('path of the proxy', 'has to be a plain path', '/podero', matching(/^\/[\w./~-]*$/), {default: '/podero'}),
  PODERO_PUBLIC_URL: variable('address under which browsers reach the proxy', URL_FORM, 'https://portal.example/podero', asSafeUrl),
  PODERO_ALLOWED_ORIGINS: variable('other origins whose pages may ask', 'has to list origins with commas between, without paths and "*"', 'https://portal.example,https://app.portal.example', asList(asOrigin)),
  PODERO_REDIRECT_HOSTS: variable('hosts that a reconnect may lead to', 'has to list hosts with commas between', '*.podero.com', asList(matching(/^(\*\.)?[a-z\d-]+(\.[a-z\d-]+)+$/i))),
  PODERO_CACHE_SECONDS: seconds('how long an answer serves all who ask the same', '30'),
  PODERO_STALE_SECONDS: seconds('how much longer it serves while the API fails', '3600'),
  PODERO_PUSH_SECONDS: seconds('how often the API is asked for those who listen; 0: no push', '30'),
  PODERO_TIMEOUT_SECONDS: variable('time limit of a request to the API', 'has to be a whole number of seconds from 1 to 10', '5', asWhole(1, 10), {default: '5'}),
  PODERO_REQUESTS_PER_USER: variable('requests of one customer per minute', 'has to be a whole number above 0', '300', asWhole(1, 1_000_000), {default: '300'}),
  PODERO_REQUESTS_ALL: variable('requests of all customers together per minute', 'has to be a whole number above 0', '12000', asWhole(1, 100_000_000), {default: '12000'}),
  PODERO_STREAMS_PER_USER: variable('streams that a customer may have open at once', 'has to be a whole number above 0', '8', asWhole(1, 1000), {default: '8'}),
  PODERO_LOG_LEVEL: variable('what is logged', 'has to be one of info, warn, error', 'info', asOneOf('info', 'warn', 'error'), {default: 'info'}),
};

export type VariableName = keyof typeof VARIABLES;

/** What the variables say; undefined where one says nothing. */
export type Values = {readonly [Name in VariableName]: (typeof VARIABLES)[Name] extends Variable<infer Value> ? Value | undefined : never};
