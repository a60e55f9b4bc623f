import {SECRET_MARK} from '../demo/sandbox/cues.js';
import {TOKEN_MARK} from '../demo/sandbox/oauth.js';
import {LOGIN_PATH} from '../demo/sandbox/tickets.js';
import {CLIENT, ORG_ID, USERS} from '../demo/sandbox/users.js';

/** Something that is easily found where it should not stand. */
export interface Canary {
  /** What it is, for whoever is told where it was found: the text itself is not repeated. */
  readonly kind: string;
  readonly text: string;
}

const customers = Object.entries(USERS);

/** They stand nowhere: neither in a log nor in what a test prints. */
export const SECRETS: readonly Canary[] = [
  {kind: 'the client secret', text: CLIENT.secret},
  {kind: 'the client credentials in Base64', text: btoa(`${CLIENT.id}:${CLIENT.secret}`)},
  {kind: 'an access token', text: TOKEN_MARK},
  {kind: 'the secret of a cue', text: SECRET_MARK},
  ...customers.map(([name, {email}]) => ({kind: `the e-mail address of ${name}`, text: email})),
];

/** They say whose something is, so that a log must not have them; the name of a test may. */
export const PERSONAL: readonly Canary[] = [
  {kind: 'the id of the organisation', text: ORG_ID},
  {kind: 'a signed link', text: `${LOGIN_PATH}?`},
  ...customers.flatMap(([name, {id, externalId, lastName, fleet}]) => [
    {kind: `the id of ${name}`, text: id},
    {kind: `the partner's number for ${name}`, text: externalId},
    {kind: `the family name of ${name}`, text: lastName},
    ...fleet.map(device => ({kind: `the id of a device of ${name}`, text: device.id})),
  ]),
];
