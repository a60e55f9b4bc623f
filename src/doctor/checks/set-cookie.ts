import type {Check} from '../check.js';
import {problem} from '../finding.js';
import {nameList} from '../names.js';

export const setCookie: Check = {
  id: 'set-cookie',
  holds: 'no answer with data sets a cookie',
  needs: ['answers'],
  *run({reads}) {
    const setting = reads.filter(({answer: {status, headers}}) => status === 200 && headers['set-cookie']);
    if (setting.length) {
      yield problem(`${nameList(setting.map(({name}) => name))}: the answer sets a cookie.`,
        'Pass on none of the API\'s headers, and leave the portal\'s session alone here: a poll would keep it alive for ever.');
    }
  },
};
