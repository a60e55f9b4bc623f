import assert from 'node:assert/strict';
import {describe, it} from 'node:test';
import {USERS} from '../../demo/sandbox/users.js';
import {read, startApi, type Api, type Json} from './setup.js';

const NOW = '2026-04-18T09:03:34.000Z';
const EMIL = USERS.emil.devices!;
const PORTAL = 'https://portal.example';

const actionsOf = ({sandbox}: Api, id = EMIL['heat-pump'], collection: 'heat-pumps' | 'inverters' = 'heat-pumps') =>
  sandbox.device('emil', collection, id)!.actions as Json[];

const post = async ({token}: Api, url: string, body: unknown, headers: Record<string, string> = {authorization: `Bearer ${token}`}) =>
  read(await fetch(url, {method: 'POST', headers, body: JSON.stringify(body)}));

/** As a proxy does: reads the device, begins its action, and gets the page to which the customer is sent. */
async function begin(api: Api, urls: Json = {successUrl: `${PORTAL}/back?to=1#x`, cancelUrl: `${PORTAL}/cancelled`, language: 'de'}) {
  const [action] = actionsOf(api);
  const url = action!.resolution_link.url as string;
  const {json} = await post(api, url, urls);
  return {url, loginUrl: new URL(json.redirect_url as string)};
}

const choose = (api: Api, {pathname, search}: URL, choice: string) =>
  fetch(api.sandbox.url + pathname + search, {method: 'POST', redirect: 'manual', body: new URLSearchParams({choice})});

describe('a device that needs its owner', () => {
  it('carries a flag in the list, and what it needs only in the detail', async t => {
    const api = await startApi(t, NOW);
    const [pump] = api.sandbox.list('emil', 'heat-pumps');
    assert.deepEqual([pump!.action_needed, pump!.is_authenticated, 'actions' in pump!], [true, false, false]);
    const {json} = await api.ask('emil', `heat-pumps/${EMIL['heat-pump']}`);
    assert.deepEqual(json.actions.map(({code}: Json) => code), ['reauthenticate']);
    assert.deepEqual(json.actions, actionsOf(api));
    assert.deepEqual(actionsOf(api, EMIL.inverter, 'inverters').map(({code}) => code), ['confirm_battery_size']);
  });

  it('is signed in again at the manufacturer\'s page, and free of its action when that is reported', async t => {
    const api = await startApi(t, NOW);
    const {url, loginUrl} = await begin(api);
    assert.deepEqual([loginUrl.origin, loginUrl.pathname], [PORTAL, '/manufacturer/sign-in']);
    const back = await choose(api, loginUrl, 'sign-in');
    assert.deepEqual([back.status, back.headers.get('location')], [303, '/back?to=1#x']);
    const pump = () => api.sandbox.device('emil', 'heat-pumps', EMIL['heat-pump'])!;
    assert.deepEqual([pump().is_authenticated, pump().action_needed], [true, true]);
    const reported = await post(api, url.replace('/resolve', '/state'), {state: 'success'}, {});
    assert.deepEqual([reported.status, typeof reported.json.action_id], [200, 'string']);
    assert.deepEqual([pump().action_needed, pump().actions], [false, []]);
    assert.equal((await post(api, url, {})).status, 404, 'the action is no longer active');
  });

  it('keeps its action when the customer cancels, or when success is only claimed', async t => {
    const api = await startApi(t, NOW);
    const {url, loginUrl} = await begin(api);
    assert.equal((await choose(api, loginUrl, 'cancel')).headers.get('location'), '/cancelled');
    for (const state of ['fail', 'success']) assert.equal((await post(api, url.replace('/resolve', '/state'), {state}, {})).status, 200);
    assert.equal(actionsOf(api).length, 1);
    assert.equal(api.sandbox.list('emil', 'heat-pumps')[0]!.is_authenticated, false);
  });

  it('is begun only with bearer, secret and two addresses of one origin', async t => {
    const api = await startApi(t, NOW);
    const url = actionsOf(api)[0]!.resolution_link.url as string;
    const urls = {successUrl: `${PORTAL}/a`, cancelUrl: `${PORTAL}/b`};
    assert.equal((await post(api, url, urls, {})).status, 401);
    assert.equal((await post(api, `${url}x`, urls)).status, 403);
    assert.equal((await post(api, url.replace(/\?.*/, ''), urls)).status, 403);
    for (const wrong of [{successUrl: `${PORTAL}/a`}, {...urls, cancelUrl: 'https://evil.example/b'}, {...urls, successUrl: 'javascript:alert(1)'}]) {
      assert.equal((await post(api, url, wrong)).status, 422);
    }
  });

  it('has a secret that is the same when read again, and dies within two hours', async t => {
    const api = await startApi(t, NOW);
    const before = actionsOf(api)[0]!.resolution_link.url as string;
    api.sandbox.control({clock: {advanceMs: 60_000}});
    assert.equal(actionsOf(api)[0]!.resolution_link.url, before);
    api.sandbox.control({clock: {advanceMs: 2 * 3_600_000}});
    assert.equal((await post(api, before, {})).status, 403);
  });

  it('never sends the customer to another origin', async t => {
    const api = await startApi(t, NOW);
    for (const path of ['//evil.example/', '/\\evil.example/', '///evil.example']) {
      const {loginUrl} = await begin(api, {successUrl: PORTAL + path, cancelUrl: PORTAL + path});
      const location = (await choose(api, loginUrl, 'sign-in')).headers.get('location')!;
      assert.equal(new URL(location, PORTAL).origin, PORTAL, path);
      api.sandbox.control({reset: true});
    }
  });

  it('has read a notice when that is said', async t => {
    const api = await startApi(t, NOW);
    const dora = (['heat-pumps', 'electric-vehicles', 'inverters'] as const).flatMap(collection =>
      api.sandbox.list('dora', collection).map(({id}) => api.sandbox.device('dora', collection, id)!));
    const notice = dora.flatMap(({actions}) => actions as Json[]).find(({code}) => code === 'information')!;
    assert.equal((await post(api, notice.resolution_link.url, {})).status, 200);
    assert.equal((await post(api, notice.resolution_link.url, {})).status, 404);
  });
});
