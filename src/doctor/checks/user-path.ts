import type {Check} from '../check.js';
import {problem} from '../finding.js';
import type {Answer} from '../send.js';
import {inventedId} from '../strangers.js';

const PLACES = ['/users/{id}', '/org/{id}/users/{id}', '/user/{id}', '/{id}'];

export const userPath: Check = {
  id: 'user-path',
  holds: 'no user or organisation can be chosen by the path',
  needs: ['device'],
  async *run({samples, ask}) {
    const collection = samples[0]?.collection ?? '';
    const hear = async (place: string) => {
      const path = `${place.replaceAll('{id}', inventedId)}/${collection}`;
      return said(path, await ask({path}));
    };
    for (const place of PLACES) {
      const [known, unknown] = await Promise.all([hear(place), hear(place.replaceAll(/users?|org/g, 'podero-doctor'))]);
      if (known.status < 400 || (known.text !== unknown.text && known.status !== 400 && known.status !== 403)) {
        yield problem(`GET ${place}/${collection} answers ${known.status}, and not as a path that means nothing.`,
          'Serve no such route: the user comes from the session alone.');
      }
    }
  },
};

/** An invented user is a 404 as well: the API's, in other words than those for a route that is not there. A path it repeats is no other word. */
const said = (path: string, {status, text}: Answer) =>
  ({status, text: `${status} ${path.split('/').reduce((rest, part) => (part ? rest.replaceAll(part, '') : rest), text)}`});
