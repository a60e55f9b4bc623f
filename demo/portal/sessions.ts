import {randomBytes} from 'node:crypto';
import type {UserName} from '../sandbox/users.js';

/** Whose session it is: a customer's, or that of somebody who signed out. */
export type Visitor = UserName | 'nobody';

/** Who is signed in at the portal: known here and nowhere else; the browser holds an opaque random id. */
export interface Sessions {
  /** Nothing where there is no such session (any more). */
  find(id: string | undefined): Visitor | undefined;
  /** Ends the old session, if any, and begins another under a new id. */
  begin(visitor: Visitor, oldId: string | undefined): string;
}

export function createSessions(): Sessions {
  const visitors = new Map<string, Visitor>();
  return {
    find: (id = '') => visitors.get(id),
    begin(visitor, oldId = '') {
      visitors.delete(oldId);
      const id = randomBytes(24).toString('base64url');
      visitors.set(id, visitor);
      return id;
    },
  };
}
