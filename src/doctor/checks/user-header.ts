import {idUsed, isUsed} from '../accepted.js';
import type {Check} from '../check.js';
import {readOf} from '../reads.js';
import {inventedId} from '../strangers.js';

const NAMES = ['x-user-id', 'x-user', 'x-org-id', 'x-external-user-id', 'x-customer-id', 'x-forwarded-user', 'x-remote-user', 'x-podero-user-id'];

export const userHeader: Check = {
  id: 'user-header',
  holds: 'no user or organisation can be chosen by a header',
  needs: ['device'],
  async *run(exam) {
    const {path, answer: plain, name} = readOf(exam, 'list');
    for (const header of NAMES.filter(one => !exam.settings.session.includes(one))) {
      const answer = await exam.ask({path, headers: {[header]: inventedId()}});
      if (isUsed(plain, answer)) yield idUsed(`${name} with the header ${header}`, answer);
    }
  },
};
