import type {Check} from '../check.js';
import {problem, skip} from '../finding.js';
import type {Answer} from '../send.js';

const EXPOSED = ['Date', 'Age', 'Retry-After', 'ETag', 'Podero-Stale'];
const ASKED = ['content-type', 'fill-missing'];

export const corsHeaders: Check = {
  id: 'cors-headers',
  holds: 'a portal on another origin may read all it needs',
  needs: ['answers'],
  async *run({settings: {origin, proxy, session}, reads, ask}) {
    if (origin === proxy.origin) return void (yield skip('portal and proxy are one origin; else name the portal\'s with --origin'));
    const {answer, path = ''} = reads.find(read => read.answer.status === 200) ?? {};
    if (!answer || answer.headers['access-control-allow-origin'] !== origin) {
      return void (yield problem('The portal\'s origin is not allowed to read.', `Send Access-Control-Allow-Origin: ${origin} to requests from there.`));
    }
    if (session.includes('cookie') && answer.headers['access-control-allow-credentials'] !== 'true') {
      yield problem('A page of the portal may not send its cookie.', 'Send Access-Control-Allow-Credentials: true.');
    }
    const hidden = lacking(EXPOSED, answer, 'access-control-expose-headers');
    if (hidden.length) yield problem(`${hidden.join(', ')} cannot be read.`, `Send Access-Control-Expose-Headers: ${EXPOSED.join(', ')}.`);
    const asked = [...ASKED, ...session.filter(name => name !== 'cookie')];
    const preflight = await ask({method: 'OPTIONS', path, isSignedOut: true,
      headers: {'access-control-request-method': 'GET', 'access-control-request-headers': asked.join(',')}});
    const refused = preflight.status < 300 ? lacking(asked, preflight, 'access-control-allow-headers') : asked;
    if (refused.length) yield problem(`A preflight does not allow ${refused.join(', ')} (${preflight.status}).`, 'Name them in Access-Control-Allow-Headers.');
  },
};

function lacking(names: readonly string[], {headers}: Answer, header: string): string[] {
  const listed = String(headers[header] ?? '').toLowerCase().split(',').map(name => name.trim());
  return names.filter(name => !listed.includes(name.toLowerCase()));
}
