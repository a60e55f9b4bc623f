import type {Check} from '../check.js';
import {problem, skip} from '../finding.js';

export const NO_OTHER = 'give the id of another customer\'s device with --other-id';

export const otherDevices: Check = {
  id: 'other-devices',
  holds: 'another customer\'s device is a 404',
  needs: ['answers'],
  async *run({reads, settings, ask}) {
    if (!settings.otherIds.length) yield skip(NO_OTHER);
    for (const {path, name} of reads.filter(({part, answer}) => part === 'list' && answer.status === 200)) {
      for (const rest of ['', '/savings?from=2026-01-01T00:00:00Z&to=2026-01-08T00:00:00Z&resolution=1DAY']) {
        for (const id of settings.otherIds) {
          const {status} = await ask({path: `${path}/${encodeURIComponent(id)}${rest}`});
          if (![404, 405, 501].includes(status)) {
            yield problem(`${name}/{id}${rest.split('?')[0]} answers ${status} for a device of another customer.`,
              'Ask the API below the signed-in user\'s own path, where it is a 404, and pass that on.');
          }
        }
      }
    }
  },
};
