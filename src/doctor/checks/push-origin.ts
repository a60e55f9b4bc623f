import type {Check} from '../check.js';
import {problem} from '../finding.js';
import {knockAtSocket} from '../push-stream.js';
import {CROSS_SITE} from '../strangers.js';

export const pushOrigin: Check = {
  id: 'push-origin',
  holds: 'no page of another site can open the WebSocket',
  needs: ['answers'],
  async *run(exam) {
    for (const strange of CROSS_SITE) {
      if (await knockAtSocket(exam.settings, exam.headersFor({headers: {'sec-fetch-site': undefined, ...strange}})) === 101) {
        return void (yield problem('The WebSocket opens for a page of another site.',
          'Compare Origin with a list of your own before the upgrade: browsers send the cookie along, and no CORS stands before a WebSocket.'));
      }
    }
  },
};
