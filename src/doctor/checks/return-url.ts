import type {Check} from '../check.js';
import {note, problem} from '../finding.js';
import {isNotOffered} from '../reads.js';
import {reconnect} from '../reconnecting.js';
import {STRANGE_ORIGIN} from '../strangers.js';

const foreign = ({protocol, host}: URL): Readonly<Record<string, string>> => ({
  'of another origin': `${STRANGE_ORIGIN}/`,
  'without a protocol': `//${new URL(STRANGE_ORIGIN).host}/`,
  'that begins with the portal\'s name': `${protocol}//${host}.podero-doctor.invalid/`,
  'with the portal as its user name': `${protocol}//${host}@podero-doctor.invalid/`,
  'that is a script': 'javascript:alert(1)',
});

export const returnUrl: Check = {
  id: 'return-url',
  holds: 'a reconnect leads back to the portal only',
  needs: ['device'],
  async *run(exam) {
    for (const [what, url] of Object.entries(foreign(new URL(exam.settings.origin)))) {
      const answer = await reconnect(exam, url);
      if (isNotOffered(answer)) return void (yield note(`POST …/reconnect is not offered, or not for this device (${answer.status}).`));
      if (answer.status < 400 || answer.status >= 500) {
        yield problem(`POST …/reconnect with a returnUrl ${what} answers ${answer.status}.`,
          'Answer 400 unless new URL(returnUrl).origin is the portal\'s: else a link of yours can lead a customer anywhere.');
      }
    }
  },
};
