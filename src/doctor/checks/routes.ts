import type {Check} from '../check.js';
import {note, problem, type Finding} from '../finding.js';
import {isNotOffered, type Read} from '../reads.js';
import {inventedId} from '../strangers.js';

export const routes: Check = {
  id: 'routes',
  holds: 'collections, devices and their history can be read',
  needs: ['answers'],
  async *run({reads, samples, ask}) {
    for (const read of reads) yield* judge(read);
    for (const {collection} of samples) {
      const {status} = await ask({path: `/${collection}/${inventedId()}`});
      if (status !== 404) yield problem(`GET /${collection}/{id} answers ${status} for a device that does not exist.`, 'Answer 404.');
    }
  },
};

function* judge({part, name, answer}: Read): Iterable<Finding> {
  const {status} = answer;
  if (status === 200 || (status >= 300 && status < 400) || (part === 'data' && status === 400)) return;
  if (part !== 'detail' && isNotOffered(answer)) yield note(`${name} is not offered (${status}).`);
  else yield problem(`${name} answers ${status}.`, ADVICE[part]);
}

const ADVICE: Readonly<Record<Read['part'], string>> = {
  list: 'Answer 200 with the devices, or 404 where this kind is not offered.',
  detail: 'Answer 200 with the device: it stands in the list.',
  savings: 'Pass on from, to and resolution; answer 404 where savings are not offered.',
  data: 'Pass on the query and the header fill-missing; answer 404 where data are not offered.',
};
