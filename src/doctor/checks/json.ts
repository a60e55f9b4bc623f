import type {Check} from '../check.js';
import {problem} from '../finding.js';

export const json: Check = {
  id: 'json',
  holds: 'what answers 200 is JSON and says so',
  needs: [],
  *run({reads}) {
    for (const {name, answer: {status, text, headers, json: parsed}} of reads) {
      if (status !== 200) continue;
      if (parsed === undefined) {
        yield problem(`${name} answers 200 with ${/^\s*</.test(text) ? 'HTML' : 'something that is not JSON'}.`,
          'Send JSON. A login page or the page of an error belongs behind 401 or 5xx; redirects of the API are not to be followed.');
      } else if (!/[/+]json\b/i.test(headers['content-type'] ?? '')) {
        yield problem(`${name} sends JSON under another content type.`, 'Send it as application/json.');
      }
    }
  },
};
