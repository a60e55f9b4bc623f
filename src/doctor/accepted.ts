import type {Exam} from './exam.js';
import {problem, type Finding} from './finding.js';
import type {Question} from './question.js';
import {idsIn, readOf} from './reads.js';
import type {Answer} from './send.js';

/**
 * Was an id that the browser sent used? An invented one shows by another answer than the plain one: other devices, none, or a
 * failure. To refuse it (400, 403, 422) is as good as to take no notice.
 */
function isUsed(plain: Answer, answer: Answer): boolean {
  if (answer.status === 200) return idsIn(answer) !== idsIn(plain);
  return ![400, 403, 422].includes(answer.status);
}

const idUsed = (where: string, {status}: Answer): Finding =>
  problem(`${where} changes the answer (${status === 200 ? 'other devices' : status}): the proxy uses an id that the browser sent.`,
    'Take user and organisation from the session alone: whoever sends an id reads another customer\'s home.');

/** An invented id, put into a read of a list by each of the ways: `where` says which, and `with` what is asked. */
export async function* tryIds(exam: Exam, ways: readonly {readonly where: string; readonly with: (path: string) => Question}[]): AsyncIterable<Finding> {
  const {path, answer: plain, name} = readOf(exam, 'list');
  for (const way of ways) {
    const answer = await exam.ask(way.with(path));
    if (isUsed(plain, answer)) yield idUsed(`${name}${way.where}`, answer);
  }
}
