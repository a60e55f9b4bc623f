import {CLIENT} from './users.js';

/** How every token begins: one that stands where it should not is found by it. */
export const TOKEN_MARK = 'sandbox-access-token-';

/** Tokens of the client credentials flow, as the API's facts describe them (section 1). */
export interface Tokens {
  /** `POST /oauth2/token/`: Basic credentials in the header, `{"grant_type":"client_credentials"}` as JSON. */
  answer(request: Request): Promise<Response>;
  isValid(authorization: string | undefined): boolean;
  /** Every token handed out so far is refused from now on. */
  expireAll(): void;
}

/** Real time, not the sandbox's clock: a test that moves the simulated home by a week does not sign everybody out. */
export function createTokens(lifetimeS: number): Tokens {
  const expiryOf = new Map<string, number>();

  const issue = () => {
    const token = TOKEN_MARK + crypto.randomUUID();
    expiryOf.set(token, Date.now() + lifetimeS * 1000);
    return {access_token: token, expires_in: lifetimeS, token_type: 'Bearer', scope: 'read write'};
  };

  return {
    async answer(request) {
      if (request.headers.get('authorization') !== EXPECTED) return Response.json({error: 'invalid_client'}, {status: 401});
      const body = await request.json().catch(() => undefined) as {grant_type?: unknown} | undefined;
      return body?.grant_type === 'client_credentials'
        ? Response.json(issue())
        : Response.json({error: 'unsupported_grant_type'}, {status: 400});
    },
    isValid: authorization => (expiryOf.get(authorization?.match(/^Bearer (.+)$/)?.[1] ?? '') ?? 0) > Date.now(),
    expireAll: () => expiryOf.clear(),
  };
}

const EXPECTED = `Basic ${btoa(`${CLIENT.id}:${CLIENT.secret}`)}`;
