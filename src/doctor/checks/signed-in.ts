import type {Check} from '../check.js';
import {note, problem} from '../finding.js';
import {isNotOffered, isRead} from '../reads.js';

export const signedIn: Check = {
  id: 'signed-in',
  holds: 'the proxy answers the signed-in customer',
  needs: [],
  *run({reads, samples, settings}) {
    const lists = reads.filter(({part}) => part === 'list').map(({answer}) => answer);
    if (lists.every(({status}) => status === 401 || status === 403)) {
      yield problem(`All collections answer ${lists[0]?.status}.`, settings.session.length
        ? 'Take a fresh session: the cookie or header given does not sign anybody in.'
        : 'Give the session of a signed-in test customer with --cookie or --header.');
    } else if (lists.every(isNotOffered)) {
      yield problem('There is no collection under this address.', 'Check the address: it is the one that the widgets have as proxy-url.');
    } else if (lists.every(({status}) => status >= 300 && status < 400)) {
      yield problem(`All collections answer ${lists[0]?.status}: they lead elsewhere, most likely to a login page.`,
        'Give a fresh session; and answer whoever is signed out with 401 and JSON: the widgets cannot follow to a login page.');
    } else if (!lists.some(isRead) && lists.some(({status}) => status === 200)) {
      yield problem('The collections answer 200 with something that is no JSON, most likely a web page.', 'Check the address: it is the one that the widgets have as proxy-url.');
    } else if (!lists.some(isRead)) {
      yield problem(`All collections fail: ${lists.map(({status}) => status).join(', ')}.`, 'Look at the proxy\'s own log.');
    } else if (!samples.length) {
      yield note('This customer has no devices, and most of what can go wrong needs one: sign in as one who has.');
    }
  },
};
