import type {Check} from '../check.js';
import {problem} from '../finding.js';

const TOLERANCE_S = 60;

export const clock: Check = {
  id: 'clock',
  holds: 'the Date header is there and right',
  needs: ['answers'],
  *run({reads}) {
    const dates = reads.filter(({answer}) => answer.status === 200).map(({answer}) => answer.headers.date);
    if (dates.some(date => !date)) {
      yield problem('An answer has no Date header.', 'Send it: by it the widgets tell how old the data are where the customer\'s clock is wrong.');
    }
    const offS = Math.max(0, ...dates.map(date => Math.abs(Date.now() - Date.parse(date ?? '')) / 1000).filter(Number.isFinite));
    if (offS > TOLERANCE_S) yield problem(`The Date header is ${Math.round(offS)} s off this machine's clock.`, 'Set the server\'s clock (NTP), or this machine\'s.');
  },
};
