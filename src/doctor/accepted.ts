import {problem, type Finding} from './finding.js';
import {idsIn} from './reads.js';
import type {Answer} from './send.js';

/**
 * Was an id that the browser sent used? An invented one shows by another answer than the plain one: other devices, none, or a
 * failure. To refuse it (400, 403, 422) is as good as to take no notice.
 */
export function isUsed(plain: Answer, answer: Answer): boolean {
  if (answer.status === 200) return idsIn(answer) !== idsIn(plain);
  return ![400, 403, 422].includes(answer.status);
}

export const idUsed = (where: string, {status}: Answer): Finding =>
  problem(`${where} changes the answer (${status === 200 ? 'other devices' : status}): the proxy uses an id that the browser sent.`,
    'Take user and organisation from the session alone: whoever sends an id reads another customer\'s home.');
