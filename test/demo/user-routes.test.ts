import assert from 'node:assert/strict';
import {describe, it, type TestContext} from 'node:test';
import {ORG_ID, USER_NAMES, USERS} from '../../demo/sandbox/users.js';
import {read, startApi} from './setup.js';

const NOW = '2026-04-18T09:03:34.000Z';

/** The sandbox, and a request for the record of a user of its organisation. */
async function startRecords(t: TestContext) {
  const {sandbox, token} = await startApi(t, NOW);
  const ask = async (path: string, {org = ORG_ID, bearer = token} = {}) =>
    read(await fetch(`${sandbox.apiUrl}org/${org}/users/${path}`, {headers: {authorization: `Bearer ${bearer}`}}));
  return {sandbox, ask};
}

describe('the sandbox\'s record of a user', () => {
  it('is the same by the API\'s id and by the partner\'s own', async t => {
    const {ask} = await startRecords(t);
    for (const user of USER_NAMES.map(name => USERS[name])) {
      const {status, json} = await ask(`by-ext-id/${user.externalId}?include_deleted=true`);
      assert.deepEqual([status, json.id, json.external_user_id, json.email], [200, user.id, user.externalId, user.email]);
      assert.deepEqual(json, (await ask(user.id)).json);
    }
  });

  it('counts the user\'s devices, and has what else the API documents', async t => {
    const {ask} = await startRecords(t);
    const counts = async (id: string) => {
      const {json} = await ask(id);
      return [json.num_heat_pumps, json.num_electric_vehicles, json.num_inverters, json.num_wallboxes, json.is_onboarded];
    };
    assert.deepEqual(await Promise.all([USERS.dora, USERS.flora, USERS.clara].map(({id}) => counts(id))),
      [[20, 20, 20, 0, true], [1, 0, 0, 0, true], [0, 0, 0, 0, false]]);
    assert.deepEqual(Object.keys((await ask(USERS.anna.id)).json).sort(), [
      'country', 'email', 'external_user_id', 'first_name', 'id', 'is_onboarded', 'joined_at', 'last_login', 'last_name', 'latitude', 'longitude',
      'num_electric_vehicles', 'num_heat_pumps', 'num_inverters', 'num_wallboxes', 'organization_id', 'role', 'street_add_info',
      'street_and_number', 'town', 'zip_code',
    ]);
  });

  it('is found by an id that comes percent-encoded', async t => {
    const {ask} = await startRecords(t);
    assert.equal((await ask('by-ext-id/%63ustomer%5F40217')).json.id, USERS.anna.id);
  });

  it('is neither for strangers nor of strangers', async t => {
    const {ask} = await startRecords(t);
    const unknown = {status: 404, json: {detail: 'Not Found'}};
    for (const path of ['by-ext-id/customer_1', `by-ext-id/${USERS.anna.id}`, USERS.anna.externalId, 'by-ext-id', 'by-ext-id/a%2Fb', 'by-ext-id/%00']) {
      assert.deepEqual(await ask(path), unknown, path);
    }
    assert.deepEqual(await ask(USERS.anna.id, {org: 'another'}), unknown);
    assert.deepEqual(await ask(USERS.anna.id, {bearer: 'none'}), {status: 401, json: {detail: 'Unauthorized'}});
  });

  it('fails alone, with all routes of the user, and not with a collection', async t => {
    const {sandbox, ask} = await startRecords(t);
    const statuses = () => Promise.all([USERS.anna.id, `by-ext-id/${USERS.anna.externalId}`, USERS.ben.id, `${USERS.anna.id}/heat-pumps`]
      .map(async path => (await ask(path)).status));
    for (const [fail, wanted] of [
      [{user: 'anna', on: 'user', status: 503}, [503, 503, 200, 200]],
      [{user: 'anna', status: 500}, [500, 500, 200, 500]],
      [{collection: 'heat-pumps', status: 502}, [200, 200, 200, 502]],
    ] as const) {
      sandbox.control({recover: true, fail});
      assert.deepEqual(await statuses(), wanted);
    }
  });
});
