import type {Check} from '../check.js';
import {problem} from '../finding.js';
import {inventedId} from '../strangers.js';

/** Empty bodies and invented ids: whatever lets these through, nothing is written or deleted. */
const asked = (collection: string, id: string) => [
  {method: 'POST', path: `/${collection}`, name: `/${collection}`},
  {method: 'PUT', path: `/${collection}`, name: `/${collection}`},
  {method: 'PATCH', path: `/${collection}/${encodeURIComponent(id)}`, name: `/${collection}/{id}`},
  {method: 'POST', path: `/${collection}/${encodeURIComponent(id)}`, name: `/${collection}/{id}`},
  {method: 'DELETE', path: `/${collection}/${inventedId()}`, name: `/${collection}/{id}`},
  {method: 'POST', path: '/users', name: '/users'},
];

/** 409 and 422 are the API's answers: the request went through. */
const isPassed = (status: number): boolean => status < 400 || status === 409 || status === 422 || (status >= 500 && status !== 501);

export const otherMethods: Check = {
  id: 'other-methods',
  holds: 'there are no methods but those of the contract',
  needs: ['answers'],
  async *run({samples, ask}) {
    const {collection, id} = samples[0] ?? {collection: 'heat-pumps', id: inventedId()};
    for (const {method, path, name} of asked(collection, id)) {
      const {status} = await ask({method, path, ...(method === 'DELETE' ? {} : {body: {}})});
      if (isPassed(status)) yield problem(`${method} ${name} answers ${status}.`, 'Answer 405 (or 404) without asking the API.');
    }
  },
};
