import type {Check} from '../check.js';
import {problem, skip} from '../finding.js';
import {FIELD_ADVICE, leakedFields} from '../leaks.js';
import {kindOf} from '../reads.js';

export const pushFields: Check = {
  id: 'push-fields',
  holds: 'pushed devices have only fields that the widgets read',
  needs: ['answers'],
  async *run({pushed}) {
    const heard = await pushed();
    const messages = heard.is === 'heard' ? heard.messages.filter(message => typeof message === 'object' && message !== null) : [];
    const devices = (messages as Record<string, unknown>[]).filter(({device}) => device);
    if (!devices.length) return void (yield skip('no device was pushed while the doctor listened'));
    const leaked = new Set(devices.flatMap(({collection, device}) => {
      const kind = kindOf(collection);
      return kind ? leakedFields(kind, 'detail', device) : [];
    }));
    if (leaked.size) yield problem(`The push stream sends ${[...leaked].join(', ')}.`, FIELD_ADVICE);
  },
};
