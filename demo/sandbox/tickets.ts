import {isSignedBy, signatureOf} from './signed.js';

/** What the manufacturer's login page has to know: it stands, signed, in the page's address. */
export interface Ticket {
  readonly device: string;
  /** The API waits for the outcome of a cue: until then the action stays. */
  readonly awaitsOutcome: boolean;
  /** Paths on the origin that serves the page: nobody can be sent elsewhere. */
  readonly success: string;
  readonly cancel: string;
  readonly language: string;
}

export const LOGIN_PATH = '/manufacturer/sign-in';

export function loginPathOf(ticket: Ticket): string {
  const text = Buffer.from(JSON.stringify(ticket)).toString('base64url');
  return `${LOGIN_PATH}?ticket=${text}.${signatureOf(text)}`;
}

export function readTicket(text: string): Ticket | undefined {
  const [payload = '', signature = ''] = text.split('.');
  return isSignedBy(payload, signature) ? JSON.parse(Buffer.from(payload, 'base64url').toString()) as Ticket : undefined;
}

/** Path, query and fragment of a URL; without the slashes that a browser would take for another host. */
export function pathOf({pathname, search, hash}: URL): string {
  return `/${pathname.replace(/^[/\\]+/, '')}${search}${hash}`;
}
