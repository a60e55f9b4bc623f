import type {Check} from '../check.js';
import type {Exam} from '../exam.js';
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
      if (await isDisarmTaken(exam, headers)) yield problem(`DELETE /electric-vehicles/{id}/boost with ${how} is taken.`, ADVICE);
    }
  },
};

/** Without a body any page can send it. It takes back a wish for the next session, so that it changes nothing where there is none. */
async function isDisarmTaken({samples, ask}: Exam, headers: Readonly<Record<string, string | undefined>>): Promise<boolean> {
  const vehicle = samples.find(({kind, device}) => kind === 'electric-vehicle' && device.boost_for_next_session !== true);
  return vehicle !== undefined && isTaken(await ask({method: 'DELETE', path: `/${vehicle.collection}/${encodeURIComponent(vehicle.id)}/boost`, headers}));
}

const ADVICE = 'Refuse (403) what has neither Sec-Fetch-Site: same-origin nor an Origin of your own: the browser sends the cookie along with any page\'s request.';
