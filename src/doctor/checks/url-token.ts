import type {Check} from '../check.js';
import {problem} from '../finding.js';

const SECRET = /token|secret|jwt|session|auth|api_?key|password/i;

export const urlToken: Check = {
  id: 'url-token',
  holds: 'no address carries a token',
  needs: [],
  *run({reads, settings: {proxy, push}}) {
    const next = reads.map(({answer: {json}}) => (json as {next?: unknown} | null | undefined)?.next).filter(url => typeof url === 'string');
    const places = {'The proxy\'s address': [proxy.href], 'The push stream\'s address': [push.href], 'The address of a next page': next};
    for (const [place, urls] of Object.entries(places)) {
      if (urls.some(url => URL.canParse(url, proxy) && [...new URL(url, proxy).searchParams.keys()].some(name => SECRET.test(name)))) {
        yield problem(`${place} carries something like a token in its query.`, 'Let the session come by cookie or header: addresses stand in logs and histories.');
      }
    }
  },
};
