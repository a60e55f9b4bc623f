import {UpstreamError} from './upstream-error.js';
import {ID} from './user.js';

/** What the API waits for somebody to do. The secret is the API's signature: whoever has it may report the outcome. */
export interface Cue {
  readonly id: string;
  /** As it stands in the address, in ASCII. */
  readonly secret: string;
}

/** Where a cue is begun, and where its outcome is reported; relative to the API's base. */
export const resolvePathOf = ({id, secret}: Cue): string => `cues/${id}/resolve?secret=${secret}`;
export const statePathOf = ({id, secret}: Cue): string => `cues/${id}/state?secret=${secret}`;

/**
 * The sign-in for which a device waits, from its detail; undefined: for none. Throws an `UpstreamError` where the link leads
 * anywhere but into the API itself: the token goes with the request, and nobody else may be given it.
 */
export function findSignIn(device: unknown, apiUrl: string): Cue | undefined {
  const {actions} = device as {actions?: unknown};
  const action = (Array.isArray(actions) ? actions as unknown[] : []).find(isSignIn);
  return action && parseLink(action.resolution_link, apiUrl);
}

interface SignIn {
  readonly code: 'reauthenticate';
  readonly resolution_link?: unknown;
}

const isSignIn = (action: unknown): action is SignIn => (action as {code?: unknown} | null)?.code === 'reauthenticate';

/** The secret: ASCII that can be seen, without `#`, `&` and `\`. */
const REST = new RegExp(`^cues/(?<id>${ID})/resolve\\?secret=(?<secret>[!-"$%'-\\[\\]-~]{1,1000})$`);

/** One generation of the API sends the address alone, another within an object. */
function parseLink(link: unknown, apiUrl: string): Cue {
  const url = typeof link === 'string' ? link : (link as {url?: unknown} | null | undefined)?.url;
  if (typeof url !== 'string') throw new UpstreamError('malformed');
  // Compared as text: nothing is left to what a parser would make of `..`, `@` or a second host.
  const base = new URL(apiUrl).href;
  const {id, secret} = (url.startsWith(base) && REST.exec(url.slice(base.length))?.groups) || {};
  if (id === undefined || secret === undefined) throw new UpstreamError('foreign-link');
  return {id, secret};
}
