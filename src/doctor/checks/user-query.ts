import {tryIds} from '../accepted.js';
import type {Check} from '../check.js';
import {inventedId} from '../strangers.js';

const NAMES = ['user_id', 'userId', 'user', 'org_id', 'orgId', 'external_user_id', 'externalUserId', 'customer_id'];

export const userQuery: Check = {
  id: 'user-query',
  holds: 'no user or organisation can be chosen by the query',
  needs: ['device'],
  run: exam => tryIds(exam, [...NAMES.map(one => [one]), ['user_id', 'org_id']]
    .map(names => ({where: `?${names.join('&')}`, with: path => ({path: `${path}?${names.map(one => `${one}=${inventedId()}`).join('&')}`})}))),
};
