import type {Check} from '../check.js';
import {note, problem, type Finding} from '../finding.js';
import {reconnect as ask} from '../reconnecting.js';

export const reconnect: Check = {
  id: 'reconnect',
  holds: 'a reconnect answers with an address and no secret',
  needs: ['device', 'consent'],
  async *run(exam) {
    const {status, json} = await ask(exam, `${exam.settings.origin}/`);
    if (status === 200) yield* judge(json, exam.settings.origin);
    else if (status < 300 || status === 400) yield problem(`POST …/reconnect with a returnUrl of the portal answers ${status}.`, 'Answer 200 with {"redirect_url": "https://…"}.');
    else yield note(`POST …/reconnect answers ${status}: not offered, nothing to reconnect, or the API refuses.`);
  },
};

function* judge(json: unknown, origin: string): Iterable<Finding> {
  const {redirect_url: address, ...others} = (json ?? {}) as Record<string, unknown>;
  const url = typeof address === 'string' && URL.canParse(address) ? new URL(address) : undefined;
  if (!url || (url.protocol !== 'https:' && url.origin !== origin)) {
    yield problem('POST …/reconnect has no redirect_url that is https or the portal\'s own.', 'Answer {"redirect_url": "https://…"}.');
  }
  if (Object.keys(others).length || (url && (/\/cues\//.test(url.pathname) || url.searchParams.has('secret')))) {
    yield problem('The answer to POST …/reconnect carries more than the address of the manufacturer\'s page.',
      'Call the cue\'s resolve yourself and hand on only its redirect_url: who has the cue\'s secret can act for the customer for an hour.');
  }
}
