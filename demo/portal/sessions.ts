import {randomBytes} from 'node:crypto';
import type {UserName} from '../sandbox/users.js';

/** Who is signed in at the portal: known here and nowhere else; the browser holds an opaque random id. */
export interface Sessions {
  find(id: string | undefined): UserName | undefined;
  /** Ends the old session, if any, and begins another under a new id. */
  begin(user: UserName, oldId: string | undefined): string;
  end(id: string | undefined): void;
}

export function createSessions(): Sessions {
  const users = new Map<string, UserName>();
  const end = (id = '') => { users.delete(id); };
  return {
    find: (id = '') => users.get(id),
    begin(user, oldId) {
      end(oldId);
      const id = randomBytes(24).toString('base64url');
      users.set(id, user);
      return id;
    },
    end,
  };
}
