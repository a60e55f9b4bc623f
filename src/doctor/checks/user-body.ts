import type {Check} from '../check.js';
import {problem} from '../finding.js';
import {inventedId} from '../strangers.js';
import {harmlessWrite, isTaken, put} from '../writing.js';

const NAMES = ['user_id', 'userId', 'org_id', 'orgId', 'owner', 'id'];

export const userBody: Check = {
  id: 'user-body',
  holds: 'no user, organisation or device can be chosen by the body',
  needs: ['device', 'consent'],
  async *run(exam) {
    const write = harmlessWrite(exam);
    for (const name of NAMES) {
      const answer = await put(exam, write, {...write.body, [name]: inventedId()});
      if (isTaken(answer)) yield problem(`${write.name} takes ${name} in its body.`, 'Answer 400: whose device it is stands in the session alone.');
    }
  },
};
