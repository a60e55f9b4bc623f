import {randomBytes} from 'node:crypto';
import type {UserName} from '../sandbox/users.js';
import type {PushWay} from './push.js';
import type {Language} from './words.js';

export const SESSION_COOKIE = 'alpenstrom_session';

/** Whose session it is: a customer's, or that of somebody who signed out. */
export type Visitor = UserName | 'nobody';

export interface Session {
  readonly visitor: Visitor;
  readonly lang: Language;
  readonly scheme: 'auto' | 'light' | 'dark';
  readonly push: PushWay;
  /** What the portal does with the widgets' requests: `cut` drops the connection, `expired` knows nobody any more. */
  readonly proxy: 'open' | 'cut' | 'expired';
}

/** Who is signed in at the portal: known here and nowhere else; the browser holds an opaque random id. */
export interface Sessions {
  /** Nothing where there is no such session (any more). */
  find(id: string | undefined): Session | undefined;
  /** Ends the old session, if any, and begins another under a new id; language, colours and the way of push are kept. */
  begin(visitor: Visitor, oldId: string | undefined): string;
  change(id: string | undefined, changes: Partial<Session>): void;
}

const FIRST: Omit<Session, 'visitor'> = {lang: 'en', scheme: 'auto', push: 'events', proxy: 'open'};

export function createSessions(): Sessions {
  const sessions = new Map<string, Session>();
  return {
    find: (id = '') => sessions.get(id),
    begin(visitor, oldId = '') {
      const {lang, scheme, push} = sessions.get(oldId) ?? FIRST;
      sessions.delete(oldId);
      const id = randomBytes(24).toString('base64url');
      sessions.set(id, {...FIRST, lang, scheme, push, visitor});
      return id;
    },
    change(id = '', changes) {
      const session = sessions.get(id);
      if (session) sessions.set(id, {...session, ...changes});
    },
  };
}
