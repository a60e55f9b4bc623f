import type {Check} from '../check.js';
import {problem} from '../finding.js';
import {nameList} from '../names.js';

export const cache: Check = {
  id: 'cache',
  holds: 'no shared cache may keep an answer',
  needs: ['answers'],
  *run({reads}) {
    const open = reads.filter(({answer: {status, headers}}) => status === 200 && !/\b(private|no-store)\b/i.test(headers['cache-control'] ?? ''));
    if (open.length) {
      yield problem(`${nameList(open.map(({name}) => name))}: Cache-Control has neither private nor no-store.`,
        'Send Cache-Control: private, no-cache. A cache before the proxy could give one customer\'s devices to another.');
    }
  },
};
