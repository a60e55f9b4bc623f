import type {GetToken} from './endpoint.js';
import {PoderoError} from '../domain/errors.js';

const TOKEN_DEADLINE_MS = 10_000;

/** Tokens are kept while their function is; a new function is asked anew. */
const tokens = new WeakMap<GetToken, Promise<string>>();

/** The function's token, asked for once however many need it. */
export function tokenOf(getToken: GetToken): Promise<string> {
  const kept = tokens.get(getToken) ?? withinDeadline(getToken);
  tokens.set(getToken, kept);
  kept.catch(() => tokens.get(getToken) === kept && tokens.delete(getToken));
  return kept;
}

/** The next request asks for a new one; others may have got it already. */
export function discardToken(getToken: GetToken, refused: Promise<string>): void {
  if (tokens.get(getToken) === refused) tokens.delete(getToken);
}

function withinDeadline(getToken: GetToken): Promise<string> {
  return new Promise((resolve, reject) => {
    const late = () => reject(new PoderoError('timeout', 'getToken did not answer within 10 seconds.'));
    const timer = setTimeout(late, TOKEN_DEADLINE_MS);
    new Promise<string>(start => start(getToken()))
      .then(resolve, (cause: unknown) => reject(new PoderoError('network', 'getToken failed; without a token nothing is read.', {cause})))
      .finally(() => clearTimeout(timer));
  });
}
