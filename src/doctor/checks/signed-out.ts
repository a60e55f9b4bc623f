import type {Check} from '../check.js';
import {note, problem, type Finding} from '../finding.js';
import {knock} from '../push-stream.js';
import {isNotOffered} from '../reads.js';
import type {Answer} from '../send.js';

export const signedOut: Check = {
  id: 'signed-out',
  holds: 'without a session everything is a 401 in JSON',
  needs: ['session', 'answers'],
  async *run(exam) {
    for (const {name, path} of exam.reads.filter(({part, answer}) => part !== 'data' && answer.status === 200)) {
      const finding = judge(name, await exam.ask({path, isSignedOut: true}));
      if (finding) yield finding;
    }
    const status = await knock(exam.settings, exam.headersFor({isSignedOut: true, headers: {accept: 'text/event-stream'}}));
    if (status === 200 || status === 101) {
      yield problem(`The push stream opens without a session (${status}).`, 'Ask who is signed in before the stream opens, and answer 401.');
    }
  },
};

function judge(name: string, answer: Answer): Finding | undefined {
  const {status, json} = answer;
  if (status === 200) {
    return problem(`${name} answers 200 without a session.`, 'Take the user from the session, and answer 401 where there is none.');
  }
  if (status >= 300 && status < 400) {
    return problem(`${name} sends whoever is not signed in to another page (${status}).`, 'Answer 401 with JSON: a widget cannot show a login page.');
  }
  if (status === 401 && json === undefined) return problem(`${name} answers 401 without JSON.`, 'Send JSON such as {"detail": "Nobody is signed in."}.');
  if (status === 403) return note(`${name} answers 403 without a session; 401 would tell the widgets that signing in helps.`);
  return status === 401 || isNotOffered(answer) ? undefined
    : problem(`${name} answers ${status} without a session.`, 'Answer 401: only then do the widgets show that the customer is signed out.');
}
