import {request, type Fetch} from './request.js';
import {UpstreamError} from './upstream-error.js';

export interface TokenSource {
  /** The token in force; asks for one when there is none or it is about to expire. */
  get(): Promise<string>;
  /** The API refused this token: another; undefined where one was refused a moment ago, so that another would not help. */
  replace(refused: string): Promise<string | undefined>;
}

export interface TokenOptions {
  readonly tokenUrl: string;
  readonly clientId: string;
  readonly clientSecret: string;
  readonly fetch: Fetch;
  readonly timeoutSeconds: number;
}

interface Token {
  readonly value: string;
  /** Epoch ms; the last tenth of its life is left unused. */
  readonly renewAt: number;
}

/** A token is withdrawn once; credentials without rights are refused with every token. */
const REPLACE_EVERY_MS = 30_000;

/** What the API's documentation names, should an answer not say it. */
const USUAL_LIFETIME_S = 36_000;

/**
 * Tokens of the client credentials flow: kept until shortly before they expire; whoever asks while a request for one is
 * under way gets that one's result. Rejects with an `UpstreamError`; a failure is not remembered.
 */
export function createTokenSource(options: TokenOptions): TokenSource {
  let token: Token | undefined;
  let pending: Promise<string> | undefined;
  let replacedAt = -Infinity;

  const renew = async () => {
    token = await requestToken(options);
    return token.value;
  };
  const get = () => {
    if (token && Date.now() < token.renewAt) return Promise.resolve(token.value);
    pending ??= renew().finally(() => { pending = undefined; });
    return pending;
  };

  return {
    get,
    replace: refused => {
      if (token && token.value !== refused) return Promise.resolve(token.value);
      if (pending) return pending;
      if (Date.now() - replacedAt < REPLACE_EVERY_MS) return Promise.resolve(undefined);
      replacedAt = Date.now();
      token = undefined;
      return get();
    },
  };
}

async function requestToken({tokenUrl, clientId, clientSecret, fetch, timeoutSeconds}: TokenOptions): Promise<Token> {
  const askedAt = Date.now();
  const {status, json} = await request(fetch, tokenUrl, {
    method: 'POST',
    headers: {authorization: `Basic ${base64(`${clientId}:${clientSecret}`)}`, 'content-type': 'application/json'},
    body: JSON.stringify({grant_type: 'client_credentials'}),
  }, 1000 * timeoutSeconds);
  if ([400, 401, 403].includes(status)) throw new UpstreamError('credentials');
  if (status >= 500) throw new UpstreamError('failing');
  if (status !== 200) throw new UpstreamError('refused');
  const {access_token: value, expires_in: lifetimeS} = (json ?? {}) as {access_token?: unknown; expires_in?: unknown};
  if (typeof value !== 'string' || value === '') throw new UpstreamError('malformed');
  const lifeMs = 1000 * (typeof lifetimeS === 'number' && lifetimeS > 0 ? lifetimeS : USUAL_LIFETIME_S);
  return {value, renewAt: askedAt + 0.9 * lifeMs};
}

/** `btoa` takes only Latin-1; a secret may be any text. */
const base64 = (text: string): string => btoa(String.fromCharCode(...new TextEncoder().encode(text)));
