import {createHash, timingSafeEqual} from 'node:crypto';
import type {Customer} from './ask-session.js';

/** The customer whom a gateway names in a header; nobody unless the gateway shows its secret: a browser could send the header too. */
export function trustGateway(userHeader: string, secret: string): (request: Request) => Customer | null {
  const expected = digest(secret);
  return ({headers}) => {
    const shown = headers.get('x-podero-gateway');
    if (shown === null || !timingSafeEqual(digest(shown), expected)) return null;
    const externalUserId = headers.get(userHeader) ?? '';
    // A comma: the header came twice, from the browser too.
    return externalUserId && !externalUserId.includes(',') ? {externalUserId} : null;
  };
}

/** Of one length whatever it is of, so that comparing takes one time. */
const digest = (text: string): Buffer => createHash('sha256').update(text).digest();
