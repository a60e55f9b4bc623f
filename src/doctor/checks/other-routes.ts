import type {Check} from '../check.js';
import {problem} from '../finding.js';
import {inventedId} from '../strangers.js';

/** Routes of the API that are no business of a browser's. */
const OF_NO_DEVICE = ['/users', '/users/by-ext-id/1', '/devices/savings', '/org', '/wallboxes', '/buildings', '/energy-contracts', '/onboarding-sessions'];
const OF_A_DEVICE = ['/statistics', '/sessions', '/charge-policy', '/owner', '/resolve'];

export const otherRoutes: Check = {
  id: 'other-routes',
  holds: 'there are no routes but those of the contract',
  needs: ['answers'],
  async *run({samples, ask}) {
    const {collection, id} = samples[0] ?? {collection: 'heat-pumps', id: inventedId()};
    const paths = [
      ...[...OF_NO_DEVICE, `/cues/{id}/resolve`].map(path => ({path, name: path})),
      ...OF_A_DEVICE.map(path => ({path: `/${collection}/${encodeURIComponent(id)}${path}`, name: `/${collection}/{id}${path}`})),
    ];
    const asked = await Promise.all(paths.map(async ({path, name}) =>
      ({name, answer: await ask({path: path.replace('{id}', inventedId())})})));
    for (const {name, answer: {status}} of asked) {
      if (status < 400 || status >= 500) yield problem(`GET ${name} answers ${status}.`, 'Answer 404 to whatever the contract does not list.');
    }
  },
};
