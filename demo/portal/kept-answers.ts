import type {Kept, ProxyStore} from '../../src/proxy/index.js';

/** What the portal's proxy keeps; forgotten when somebody has changed something in the panel, who wants to see it now. */
export interface KeptAnswers extends ProxyStore {
  forget(): void;
}

/** For the few customers of a demonstration: nothing is ever thrown away by itself. */
export function createKeptAnswers(): KeptAnswers {
  const answers = new Map<string, Kept>();
  const claims = new Set<string>();
  return {
    get: key => answers.get(key),
    set: (key, kept) => void answers.set(key, kept),
    delete: key => void answers.delete(key),
    claim: key => !claims.has(key) && Boolean(claims.add(key)),
    forget: () => answers.clear(),
  };
}
