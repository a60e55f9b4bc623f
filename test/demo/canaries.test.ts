import assert from 'node:assert/strict';
import {it} from 'node:test';
import {CLIENT, ORG_ID, USERS} from '../../demo/sandbox/users.js';
import {PERSONAL, SECRETS} from '../canaries.js';
import {startApi} from './setup.js';

it('the canaries for which logs are searched are what the sandbox takes and gives, each of them', async t => {
  const {sandbox, token} = await startApi(t, '2026-04-18T09:03:34.000Z');
  sandbox.control({disconnect: USERS.anna.devices!['heat-pump']});
  const get = async (path: string) => (await fetch(`${sandbox.apiUrl}org/${ORG_ID}/users/${path}`, {headers: {authorization: `Bearer ${token}`}})).text();
  const paths = Object.values(USERS).flatMap(({id, externalId}) => [
    `by-ext-id/${externalId}`, ...['heat-pumps', 'electric-vehicles', 'inverters'].map(collection => `${id}/${collection}`),
  ]);
  const answers = await Promise.all([...paths, `${USERS.emil.id}/heat-pumps/${USERS.emil.devices!['heat-pump']}`].map(get));
  const passed = [token, CLIENT.secret, btoa(`${CLIENT.id}:${CLIENT.secret}`), ...answers].join('\n');
  assert.deepEqual([...SECRETS, ...PERSONAL].filter(({text}) => !passed.includes(text)).map(({kind}) => kind), []);
});
