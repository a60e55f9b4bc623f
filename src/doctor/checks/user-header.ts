import {tryIds} from '../accepted.js';
import type {Check} from '../check.js';
import {inventedId} from '../strangers.js';

const NAMES = ['x-user-id', 'x-user', 'x-org-id', 'x-external-user-id', 'x-customer-id', 'x-forwarded-user', 'x-remote-user', 'x-podero-user-id'];

export const userHeader: Check = {
  id: 'user-header',
  holds: 'no user or organisation can be chosen by a header',
  needs: ['device'],
  run: exam => tryIds(exam, NAMES.filter(one => !exam.settings.session.includes(one))
    .map(header => ({where: ` with the header ${header}`, with: path => ({path, headers: {[header]: inventedId()}})}))),
};
