import assert from 'node:assert/strict';
import {networkInterfaces} from 'node:os';
import {after, afterEach, before, describe, it} from 'node:test';
import {isLoopback} from '../../demo/sandbox/control-routes.js';
import {startSandbox, type Sandbox} from '../../demo/sandbox/server.js';
import {CLIENT, ORG_ID, USERS, type UserName} from '../../demo/sandbox/users.js';

const ANNAS_PUMP = USERS.anna.devices!['heat-pump'];
const BENS_PUMP = USERS.ben.devices!['heat-pump'];
type Device = Record<string, unknown>;

let sandbox: Sandbox;
let token: string;

const askToken = (credentials = `${CLIENT.id}:${CLIENT.secret}`, body: unknown = {grant_type: 'client_credentials'}) =>
  fetch(sandbox.tokenUrl, {
    method: 'POST',
    headers: {authorization: `Basic ${btoa(credentials)}`, 'content-type': 'application/json'},
    body: JSON.stringify(body),
  });

const pathOf = (user: UserName, rest: string) => `/api/partners/v2.0/org/${ORG_ID}/users/${USERS[user].id}/${rest}`;
const get = (path: string, authorization = `Bearer ${token}`) => fetch(sandbox.url + path, {headers: {authorization}});
const getJson = async <T>(path: string) => await (await get(path)).json() as T;
const control = (command: unknown, contentType = 'application/json') =>
  fetch(`${sandbox.url}/control`, {method: 'POST', headers: {'content-type': contentType}, body: JSON.stringify(command)});

before(async () => {
  sandbox = await startSandbox();
  ({access_token: token} = await (await askToken()).json() as {access_token: string});
});
afterEach(() => sandbox.control({clearPatches: true, recover: true, clock: 'reset', resetRequests: true}));
after(() => sandbox.close());

describe('the sandbox\'s sign-in', () => {
  it('gives a bearer token of ten hours for the right credentials', async () => {
    const answer = await (await askToken()).json() as Device;
    assert.equal(typeof answer.access_token, 'string');
    assert.deepEqual({...answer, access_token: ''}, {access_token: '', expires_in: 36_000, token_type: 'Bearer', scope: 'read write'});
  });

  it('refuses wrong credentials and other grants', async () => {
    assert.equal((await askToken(`${CLIENT.id}:wrong`)).status, 401);
    assert.equal((await askToken(undefined, {grant_type: 'password'})).status, 400);
  });

  for (const [what, authorization] of [['no', ''], ['an unknown', 'Bearer 123'], ['a Basic', `Basic ${btoa('a:b')}`]] as const) {
    it(`answers 401 to ${what} bearer`, async () => {
      const answer = await get(pathOf('anna', 'heat-pumps'), authorization);
      assert.equal(answer.status, 401);
      assert.deepEqual(await answer.json(), {detail: 'Unauthorized'});
    });
  }

  it('answers 401 to a token that has expired or was made to', async t => {
    const shortLived = await startSandbox({tokenLifetimeS: 0});
    t.after(() => shortLived.close());
    const old = await (await fetch(shortLived.tokenUrl, {method: 'POST', headers: {authorization: `Basic ${btoa(`${CLIENT.id}:${CLIENT.secret}`)}`},
      body: JSON.stringify({grant_type: 'client_credentials'})})).json() as {access_token: string};
    const answer = await fetch(`${shortLived.url}${pathOf('anna', 'inverters')}`, {headers: {authorization: `Bearer ${old.access_token}`}});
    assert.equal(answer.status, 401);

    sandbox.control({expireTokens: true});
    assert.equal((await get(pathOf('anna', 'inverters'))).status, 401);
    ({access_token: token} = await (await askToken()).json() as {access_token: string});
    assert.equal((await get(pathOf('anna', 'inverters'))).status, 200);
  });
});

describe('the sandbox\'s devices', () => {
  it('answer Anna in the older generation, Ben in the newer, and Clara that she has none', async () => {
    const ofUser = async (user: UserName) => getJson<Device[]>(pathOf(user, 'heat-pumps'));
    assert.deepEqual((await ofUser('anna')).map(({id, operational_mode}) => [id, typeof operational_mode]), [[ANNAS_PUMP, 'string']]);
    assert.deepEqual((await ofUser('ben')).map(({id, current_mode}) => [id, typeof current_mode]), [[BENS_PUMP, 'string']]);
    assert.deepEqual(await ofUser('clara'), []);
  });

  it('are the same home for both', async () => {
    sandbox.control({clock: 'stop'});
    const [[annas], [bens]] = await Promise.all([getJson<Device[]>(pathOf('anna', 'inverters')), getJson<Device[]>(pathOf('ben', 'inverters'))]);
    assert.equal(annas!.current_solar_production_w, bens!.current_solar_production_w);
    assert.notEqual(annas!.id, bens!.id);
  });

  it('are what `list` and `device` say in-process', async () => {
    sandbox.control({clock: 'stop'});
    assert.deepEqual(await getJson(pathOf('ben', 'heat-pumps')), sandbox.list('ben', 'heat-pumps'));
    assert.deepEqual(await getJson(pathOf('ben', `heat-pumps/${BENS_PUMP}`)), sandbox.device('ben', 'heat-pumps', BENS_PUMP));
  });

  it('are not found for others, by other ids, or in other collections', async () => {
    for (const path of [
      pathOf('ben', `heat-pumps/${ANNAS_PUMP}`), pathOf('anna', `inverters/${ANNAS_PUMP}`), pathOf('anna', 'wallboxes'),
      pathOf('anna', 'heat-pumps').replace(ORG_ID, 'other'), pathOf('anna', 'heat-pumps').replace(USERS.anna.id, 'other'), '/elsewhere',
    ]) {
      const answer = await get(path);
      assert.equal(answer.status, 404, path);
      assert.deepEqual(await answer.json(), {detail: 'Not Found'});
    }
  });
});

describe('the sandbox\'s control route', () => {
  it('stops, sets and advances the clock', async () => {
    await control({clock: 'stop'});
    const state = await (await control({clock: {set: '2026-04-18T09:03:34Z'}})).json() as Device;
    assert.equal(state.now, '2026-04-18T09:03:34.000Z');
    assert.equal(state.isStopped, true);
    await control({clock: {advanceMs: 120_000}});
    const [pump] = await getJson<Device[]>(pathOf('anna', 'heat-pumps'));
    assert.equal(pump!.current_state_last_updated_at, '2026-04-18T09:05:00.000Z');
  });

  it('patches fields with any JSON, removes some, and takes both back', async () => {
    await control({clock: 'stop'});
    const [before] = await getJson<Device[]>(pathOf('anna', 'heat-pumps'));
    await control({patch: {device: ANNAS_PUMP, fields: {indoor_actual_temperature: null, operational_mode: {odd: [1]}}}});
    await control({patch: {device: ANNAS_PUMP, remove: ['dhw_temperature']}});
    const rest = Object.fromEntries(Object.entries(before!).filter(([name]) => name !== 'dhw_temperature'));
    assert.deepEqual(await getJson(pathOf('anna', 'heat-pumps')), [{...rest, indoor_actual_temperature: null, operational_mode: {odd: [1]}}]);
    await control({clearPatches: ANNAS_PUMP});
    assert.deepEqual(await getJson(pathOf('anna', 'heat-pumps')), [before]);
  });

  it('patches only the list or only the detail where asked to', async () => {
    const actions = [{code: 'reauthenticate'}];
    await control({patch: {device: BENS_PUMP, fields: {action_needed: true}}});
    await control({patch: {device: BENS_PUMP, fields: {actions}, on: 'detail'}});
    const [inList] = await getJson<Device[]>(pathOf('ben', 'heat-pumps'));
    const detail = await getJson<Device>(pathOf('ben', `heat-pumps/${BENS_PUMP}`));
    assert.deepEqual([inList!.action_needed, 'actions' in inList!], [true, false]);
    assert.deepEqual([detail.action_needed, detail.actions], [true, actions]);
  });

  it('makes a collection fail for one user, list and details alike, until it recovers', async () => {
    await control({fail: {collection: 'heat-pumps', user: 'anna', status: 503, body: '<h1>Down</h1>', contentType: 'text/html', headers: {'retry-after': '9'}}});
    for (const path of ['heat-pumps', `heat-pumps/${ANNAS_PUMP}`]) {
      const answer = await get(pathOf('anna', path));
      assert.deepEqual([answer.status, answer.headers.get('content-type'), answer.headers.get('retry-after'), await answer.text()],
        [503, 'text/html', '9', '<h1>Down</h1>']);
    }
    assert.equal((await get(pathOf('ben', 'heat-pumps'))).status, 200);
    assert.equal((await get(pathOf('anna', 'inverters'))).status, 200);
    await control({recover: {collection: 'heat-pumps', user: 'anna'}});
    assert.equal((await get(pathOf('anna', 'heat-pumps'))).status, 200);
  });

  it('answers with another body, or late', async () => {
    await control({fail: {collection: 'inverters', body: {results: []}}});
    assert.deepEqual(await getJson(pathOf('ben', 'inverters')), {results: []});
    await control({fail: {collection: 'inverters', delayMs: 150}});
    const startedAt = performance.now();
    assert.equal((await getJson<Device[]>(pathOf('ben', 'inverters'))).length, 1);
    assert.ok(performance.now() - startedAt >= 145);
  });

  it('counts requests per path, its own excepted, from the last reset', async () => {
    await control({resetRequests: true});
    await get(pathOf('anna', 'heat-pumps'));
    await get(pathOf('anna', 'heat-pumps'));
    await get(pathOf('anna', 'inverters'), '');
    const counted = {[pathOf('anna', 'heat-pumps')]: 2, [pathOf('anna', 'inverters')]: 1};
    assert.deepEqual(await (await fetch(`${sandbox.url}/control/requests`)).json(), counted);
    assert.deepEqual(sandbox.requests(), counted);
    await control({resetRequests: true});
    assert.deepEqual(sandbox.requests(), {});
  });

  it('says what is wrong with a command, and does nothing of it', async () => {
    const answer = await control({clearPatches: true, patch: {device: ANNAS_PUMP, feilds: {}}});
    assert.equal(answer.status, 400);
    assert.match((await answer.json() as {detail: string}).detail, /feilds at patch/);
    assert.throws(() => sandbox.control({clock: {set: 'tomorrow'}}), /clock/);
    assert.equal((await control({recover: true}, 'text/plain')).status, 415);
  });

  it('knows this machine from others', () => {
    for (const address of ['127.0.0.1', '127.8.9.1', '::1', '::ffff:127.0.0.1']) assert.ok(isLoopback(address), address);
    for (const address of ['192.168.0.4', '10.0.0.1', '::ffff:10.0.0.1', '1127.0.0.1', '', undefined]) assert.ok(!isLoopback(address), address);
  });

  const outside = Object.values(networkInterfaces()).flat().find(face => face && !face.internal && face.family === 'IPv4')?.address;
  it('does not exist for other machines', {skip: outside ? false : 'this machine has no address but loopback'}, async t => {
    const open = await startSandbox({host: '0.0.0.0'});
    t.after(() => open.close());
    const statuses = await Promise.all([outside, '127.0.0.1'].map(async host => (await fetch(`http://${host}:${open.port}/control`)).status));
    assert.deepEqual(statuses, [404, 200]);
  });
});

describe('closing the sandbox', () => {
  it('drops open connections at once and frees the port', async t => {
    const first = await startSandbox();
    first.control({fail: {collection: 'heat-pumps', delayMs: 60_000}});
    const {access_token: bearer} = await (await fetch(first.tokenUrl, {method: 'POST', headers: {authorization: `Basic ${btoa(`${CLIENT.id}:${CLIENT.secret}`)}`},
      body: JSON.stringify({grant_type: 'client_credentials'})})).json() as {access_token: string};
    const hanging = fetch(`${first.url}${pathOf('anna', 'heat-pumps')}`, {headers: {authorization: `Bearer ${bearer}`}});
    const dropped = assert.rejects(hanging, TypeError);
    await new Promise(resolve => setTimeout(resolve, 50));
    await first.close();
    await dropped;
    const second = await startSandbox({port: first.port, clock: first.clock});
    t.after(() => second.close());
    assert.equal(second.port, first.port);
  });
});
