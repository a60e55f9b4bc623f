import {idUsed, isUsed} from '../accepted.js';
import type {Check} from '../check.js';
import {readOf} from '../reads.js';
import {inventedId} from '../strangers.js';

const NAMES = ['user_id', 'userId', 'user', 'org_id', 'orgId', 'external_user_id', 'externalUserId', 'customer_id'];

export const userQuery: Check = {
  id: 'user-query',
  holds: 'no user or organisation can be chosen by the query',
  needs: ['device'],
  async *run(exam) {
    const {path, answer: plain, name} = readOf(exam, 'list');
    for (const names of [...NAMES.map(one => [one]), ['user_id', 'org_id']]) {
      const answer = await exam.ask({path: `${path}?${names.map(one => `${one}=${inventedId()}`).join('&')}`});
      if (isUsed(plain, answer)) yield idUsed(`${name}?${names.join('&')}`, answer);
    }
  },
};
