import type {Check} from '../check.js';
import type {Exam} from '../exam.js';
import {problem} from '../finding.js';
import type {Question} from '../question.js';

/** What a body of an error may not have. The words are never printed, only what they are. */
const SECRETS: Readonly<Record<string, RegExp>> = {
  'a token': /\bBearer\s+[\w.~+/-]{8,}|access_token|\beyJ[\w-]{8,}\.[\w-]{8,}\./i,
  'the client\'s secret': /client_?secret|\bBasic\s+[A-Za-z0-9+/]{16,}={0,2}/i,
  'the API\'s address': /app\.podero\.com|\/api\/partners\/v\d|\/oauth2\/token/i,
  'a signed link': /\/cues\/[\w-]+\/|[?&]secret=/i,
  'an e-mail address': /[\w.+-]+@[\w-]+\.[a-z]{2,}/i,
  'a stack trace': /\n\s+at .+:\d+:\d+|Traceback \(most recent call last\)|\bat [\w.]+\([\w.]+\.java:\d+\)|node_modules\//,
};

export const errors: Check = {
  id: 'errors',
  holds: 'no error tells what is behind the proxy',
  needs: [],
  isLast: true,
  async *run(exam) {
    await Promise.all(provocations(exam).map(exam.ask));
    for (const [what, form] of Object.entries(SECRETS)) {
      const telling = exam.journal.filter(({answer: {status, text}}) => status >= 400 && form.test(text));
      const [{method, answer} = {}] = telling;
      if (answer) {
        yield problem(`${telling.length} refused or failed requests (such as a ${method} that answered ${answer.status}) show ${what}.`,
          'Send a sentence of your own, and write the API\'s answer into the server\'s log without its secrets.');
      }
    }
  },
};

/** Requests that fail, or should. None of them can write. */
function provocations({samples: [sample]}: Exam): Question[] {
  const collection = `/${sample?.collection ?? 'heat-pumps'}`;
  const own = `${collection}/${encodeURIComponent(sample?.id ?? 'none')}`;
  return [
    {path: `${collection}/not-an-id`},
    {path: `${collection}/${'a'.repeat(500)}`},
    {path: `${own}/savings?from=yesterday&to='&resolution=1FORTNIGHT`},
    {path: `${own}/data?from_datetime=yesterday`},
    {method: 'PUT', path: own, body: '{"is_smart_optimization_active":'},
    {method: 'PUT', path: own, body: []},
    {method: 'POST', path: `${own}/reconnect`, body: '{'},
  ];
}
