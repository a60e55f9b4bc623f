import type {Check} from '../check.js';
import {problem} from '../finding.js';
import {CROSS_SITE} from '../strangers.js';
import {harmlessWrite, isTaken, put} from '../writing.js';

export const writeOrigin: Check = {
  id: 'write-origin',
  holds: 'no page of another site can write',
  needs: ['device', 'cookie', 'consent'],
  async *run(exam) {
    const write = harmlessWrite(exam);
    const reconnect = {path: `${write.path}/reconnect`, body: {returnUrl: `${exam.settings.origin}/`, language: 'en'}};
    for (const strange of CROSS_SITE) {
      const headers = {'sec-fetch-site': undefined, ...strange};
      const how = 'sec-fetch-site' in strange ? 'Sec-Fetch-Site: cross-site' : 'a foreign Origin alone';
      if (isTaken(await put(exam, write, write.body, {headers}))) yield problem(`${write.name} with ${how} is taken.`, ADVICE);
      if (isTaken(await exam.ask({method: 'POST', ...reconnect, headers}))) yield problem(`POST …/reconnect with ${how} is taken.`, ADVICE);
    }
  },
};

const ADVICE = 'Refuse (403) what has neither Sec-Fetch-Site: same-origin nor an Origin of your own: the browser sends the cookie along with any page\'s request.';
