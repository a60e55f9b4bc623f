import type {Check} from '../check.js';
import {problem} from '../finding.js';
import {devicesIn, idsIn} from '../reads.js';

/** `{own}` is a device's own path; where these are decoded, or tidied, they lead out of it. */
const ODD = [
  '/{collection}/..%2f{collection}', '/{collection}/..%2F..%2fpodero-doctor', '/{collection}/%2e%2e%2f{collection}', '/{collection}/..%5c{collection}',
  '/{collection}/..%252f{collection}', '/{collection}%2f{id}', '/{collection}/{id}%2fsavings', '/{collection}/{id}/%2e%2e/%2e%2e/podero-doctor',
  '/{collection}/%00', '/{collection}/{id}%00', '/{collection}/{id}%0d%0ax-injected:1', '/{collection}/{id};a=b', '/{collection}/%20',
  '/{collection}/%ff', '/{collection}/{id}%3finclude_deleted=true', '/{collection}/{long}', '//{collection}', '/{collection}//{id}',
];

export const oddPaths: Check = {
  id: 'odd-paths',
  holds: 'odd paths lead nowhere',
  needs: ['device'],
  async *run({samples, ask, reads}) {
    const [{collection, id} = {collection: '', id: ''}] = samples;
    const own = reads.find(read => read.path === `/${collection}`)?.answer;
    const fill = (path: string) => path.replaceAll('{collection}', collection).replace('{id}', encodeURIComponent(id)).replace('{long}', 'a'.repeat(2000));
    const asked = await Promise.all(ODD.map(async path => ({path, answer: await ask({path: fill(path)})})));
    for (const {path, answer} of asked) {
      // Servers before a proxy may merge slashes: that shows what the plain path shows, and does no harm.
      const isTidied = path.includes('//') && own && (idsIn(answer) === idsIn(own) || devicesIn(answer).length === 0);
      if (answer.status === 200 && isTidied) continue;
      if (answer.status < 400 || answer.status >= 500) {
        yield problem(`GET ${path} answers ${answer.status}.`, 'Take as an id only letters, digits and hyphens, after decoding once; all else is a 404.');
      }
    }
  },
};
