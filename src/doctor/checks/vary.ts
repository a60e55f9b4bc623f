import type {Check} from '../check.js';
import {problem} from '../finding.js';
import {nameList} from '../names.js';

/** Whatever names the session has to be part of a cache's key, save where nothing is kept at all. */
export const vary: Check = {
  id: 'vary',
  holds: 'Vary names what the session comes by',
  needs: ['session', 'answers'],
  *run({reads, settings}) {
    const carriers = settings.session.filter(name => name === 'cookie' || name === 'authorization');
    for (const carrier of carriers) {
      const lacking = reads.filter(({answer: {status, headers}}) =>
        status === 200 && !/no-store/i.test(headers['cache-control'] ?? '') && !isNamed(carrier, headers.vary));
      if (lacking.length) {
        yield problem(`${nameList(lacking.map(({name}) => name))}: Vary does not name ${carrier === 'cookie' ? 'Cookie' : 'Authorization'}.`,
          'Send Vary: Cookie, Authorization. Else the browser\'s cache may show the last customer\'s devices to the next.');
      }
    }
  },
};

const isNamed = (name: string, sent = ''): boolean => sent.split(',').some(part => [name, '*'].includes(part.trim().toLowerCase()));
