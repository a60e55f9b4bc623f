import type {Check} from '../check.js';
import type {Exam} from '../exam.js';
import {note, problem, type Finding} from '../finding.js';
import type {Answer} from '../send.js';
import {STRANGE_ORIGIN} from '../strangers.js';

export const cors: Check = {
  id: 'cors',
  holds: 'no page of another site can read an answer',
  needs: ['answers'],
  async *run(exam) {
    for (const {origin, is} of strangers(exam)) {
      const headers = {origin, 'sec-fetch-site': 'cross-site'};
      const path = exam.reads.find(({answer}) => answer.status === 200)?.path ?? '/';
      const read = await exam.ask({path, headers});
      const preflight = await exam.ask({method: 'OPTIONS', path, headers: {...headers, 'access-control-request-method': 'PUT'}});
      const finding = judge(is, origin, read) ?? judge(is, origin, preflight);
      if (finding) yield finding;
    }
  },
};

/** Also those that a careless comparison takes for the portal. */
function strangers({settings: {origin}}: Exam): {origin: string; is: string}[] {
  const {protocol, host} = new URL(origin);
  return [
    {origin: STRANGE_ORIGIN, is: 'any site'},
    {origin: 'null', is: 'a page in a sandboxed frame (Origin: null)'},
    {origin: `${protocol}//${host}.podero-doctor.invalid`, is: 'a site whose name begins with the portal\'s'},
    {origin: `${protocol}//podero-doctor-${host}`, is: 'a site whose name ends with the portal\'s'},
  ];
}

function judge(is: string, origin: string, {headers}: Answer): Finding | undefined {
  const allowed = headers['access-control-allow-origin'];
  const withCredentials = headers['access-control-allow-credentials'] === 'true';
  if (allowed === origin || (allowed === '*' && withCredentials)) {
    return problem(`Access-Control-Allow-Origin opens the proxy to ${is}.`,
      'Compare Origin with a list of your own origins, whole and exactly; send the header only to these, and never * or what was sent.');
  }
  return allowed === '*' ? note('Access-Control-Allow-Origin is *: harmless without credentials, and of no use here.') : undefined;
}
