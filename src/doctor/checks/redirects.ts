import type {Check} from '../check.js';
import {problem} from '../finding.js';

export const redirects: Check = {
  id: 'redirects',
  holds: 'no answer leads elsewhere',
  needs: [],
  *run({reads}) {
    for (const {name, answer: {status}} of reads) {
      if (status >= 300 && status < 400) {
        yield problem(`${name} answers with a redirect (${status}).`,
          'Answer yourself: a redirect of the API is a failure (502), neither followed nor passed on. Give the doctor the final address of the proxy.');
      }
    }
  },
};
