import type {Check} from '../check.js';
import {problem} from '../finding.js';
import {FIELD_ADVICE, leakedFields} from '../leaks.js';

export const fields: Check = {
  id: 'fields',
  holds: 'only fields that the widgets read are sent',
  needs: ['answers'],
  *run({reads}) {
    for (const {kind, part, name, answer} of reads) {
      const leaked = answer.status === 200 ? leakedFields(kind, part, answer.json) : [];
      if (leaked.length) yield problem(`${name} sends ${leaked.join(', ')}.`, FIELD_ADVICE);
    }
  },
};
