import type {Check} from '../check.js';
import {note} from '../finding.js';

export const hints: Check = {
  id: 'hints',
  holds: 'headers say no more than they must',
  needs: ['answers'],
  *run({reads}) {
    const headers = reads.find(({answer}) => answer.status === 200)?.answer.headers ?? {};
    if (/\d/.test(String(headers.server ?? '')) || headers['x-powered-by']) yield note('Server or X-Powered-By says which software answers: it is of use to attackers only.');
    if (headers['x-content-type-options'] !== 'nosniff') yield note('X-Content-Type-Options: nosniff is missing.');
  },
};
