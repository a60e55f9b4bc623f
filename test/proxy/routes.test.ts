import assert from 'node:assert/strict';
import {after, before, describe, it} from 'node:test';
import {USERS} from '../../demo/sandbox/users.js';
import {COLLECTION_OF} from '../../src/api/routes.js';
import {deviceSchemas} from '../../src/api/schemas.js';
import {DEVICE_KINDS, type DeviceKind} from '../../src/domain/device.js';
import {createProxy, type ProxyOptions} from '../../src/proxy/index.js';
import {ANNA, BEN, optionsFor, startProxy, upstreamPath} from './setup.js';

const HEAT_PUMP = USERS.anna.devices!['heat-pump'];

describe('the proxy\'s routes', () => {
  let {sandbox, get} = {} as Awaited<ReturnType<typeof startProxy>>;
  before(async () => {
    ({sandbox, get} = await startProxy());
    sandbox.clock.stop();
  });
  after(() => sandbox.close());

  for (const kind of DEVICE_KINDS) {
    it(`pass the ${kind}s with every field the schema names, as sent, and no other`, async () => {
      const [device] = sandbox.list('anna', COLLECTION_OF[kind]);
      const [passed] = await (await get(`/podero/${COLLECTION_OF[kind]}`)).json() as Record<string, unknown>[];
      const named = Object.keys(device!).filter(name => name in deviceSchemas()[kind].def.shape).sort();
      assert.deepEqual(Object.keys(passed!).sort(), named);
      for (const name of named.filter(name => name !== 'device_model')) assert.deepEqual(passed![name], device![name], name);
      assert.deepEqual(passed!.device_model, pickModel(device!.device_model));
    });

    it(`let each field of a ${kind}'s schema through`, async () => {
      const fields = everyField(kind);
      sandbox.control({patch: {device: USERS.anna.devices![kind], fields}});
      const passed = await (await get(`/podero/${COLLECTION_OF[kind]}/${USERS.anna.devices![kind]}`)).json() as object;
      sandbox.control({clearPatches: true});
      assert.deepEqual(Object.keys(passed).sort(), ['id', ...Object.keys(fields)].sort());
    });
  }

  it('keep back what is internal, wherever it stands', async () => {
    const actions = [{code: 'reauthenticate', id: 'internal-id', resolution_link: {url: 'https://app.podero.com/cues/1/resolve?secret=SIGNED'}}];
    sandbox.control({patch: {device: USERS.anna.devices!['heat-pump'], fields: {actions}}});
    const text = await (await get(`/podero/heat-pumps/${HEAT_PUMP}`)).text();
    sandbox.control({clearPatches: true});
    assert.match(text, /"actions":\[\{"code":"reauthenticate"\}\]/);
    assert.doesNotMatch(text, /email|example\.com|comment|Imported|external_device_id|cloud-|resolution_link|secret|SIGNED|internal-id/);
    assert.doesNotMatch(text, new RegExp(USERS.anna.id));
  });

  it('answer privately, as JSON, with nothing of the API\'s own headers', async () => {
    sandbox.control({fail: {collection: 'inverters', body: [], headers: {'x-internal': 'a', 'set-cookie': 'b=c'}}});
    const {headers} = await get('/podero/inverters');
    sandbox.control({recover: true});
    assert.deepEqual(Object.fromEntries(headers), {
      'cache-control': 'private, no-cache',
      'content-security-policy': 'default-src \'none\'; frame-ancestors \'none\'',
      'content-type': 'application/json',
      'cross-origin-resource-policy': 'same-origin',
      etag: headers.get('etag'),
      'referrer-policy': 'no-referrer',
      vary: 'Cookie, Authorization',
      'x-content-type-options': 'nosniff',
    });
  });

  it('send neither query nor cookie nor header of the browser upstream', async () => {
    const asked: Request[] = [];
    const fetch = (url: string, init: RequestInit) => {
      asked.push(new Request(url, init));
      return globalThis.fetch(url, init);
    };
    const proxy = createProxy(optionsFor(sandbox, {fetch}));
    await proxy(new Request('http://portal.example/podero/inverters?include_deleted=true', {headers: {cookie: 'a=b', 'x-user': 'c'}}));
    const {url, headers} = asked.at(-1)!;
    assert.equal(url, sandbox.url + upstreamPath(ANNA, 'inverters'));
    assert.deepEqual([...headers.keys()].sort(), ['accept', 'authorization']);
  });

  for (const path of [
    '/podero', '/podero/', '/podero/users', '/podero/wallboxes', '/podero/heat-pumps/', '/heat-pumps', '/podero/heat-pumps/a/statistics',
    '/podero/heat-pumps/..', '/podero/heat-pumps/%2e%2e', '/podero/heat-pumps/..%2f..%2f', '/podero/heat-pumps/a%2Fb', '/podero/heat-pumps/a%00',
    '/podero/heat-pumps/a.b', `/podero/heat-pumps/${'a'.repeat(65)}`, '/podero/../oauth2/token/',
  ]) {
    it(`do not have ${path.slice(0, 40)}`, async () => {
      sandbox.control({resetRequests: true});
      const answer = await get(path);
      assert.equal(answer.status, 404);
      assert.equal(typeof (await answer.json() as {detail: unknown}).detail, 'string');
      assert.deepEqual(sandbox.requests(), {});
    });
  }

  for (const [path, methods] of [
    ['heat-pumps', 'GET, HEAD'], ['heat-pumps/a', 'GET, HEAD, PUT'], ['inverters/a/savings', 'GET, HEAD'], ['heat-pumps/a/data', 'GET, HEAD'],
    ['electric-vehicles/a/boost', 'POST, DELETE'],
  ] as const) {
    it(`take only ${methods} of ${path}`, async () => {
      sandbox.control({resetRequests: true});
      for (const method of ['POST', 'PUT', 'PATCH', 'DELETE', 'OPTIONS', 'PROPFIND'].filter(method => !methods.includes(method))) {
        const answer = await get(`/podero/${path}`, {method, headers: {'sec-fetch-site': 'same-origin'}});
        assert.deepEqual([answer.status, answer.headers.get('allow')], [405, methods], method);
      }
      assert.deepEqual(sandbox.requests(), {});
    });
  }

  it('lie under the base path, which may be written in any way and may be the root', async () => {
    for (const [basePath, path] of [['energy/', '/energy/inverters'], ['/a/b', '/a/b/inverters'], ['/', '/inverters'], ['', '/inverters']] as const) {
      const proxy = createProxy(optionsFor(sandbox, {basePath}));
      assert.equal((await proxy(new Request(`http://portal.example${path}`))).status, 200, basePath);
      assert.equal((await proxy(new Request('http://portal.example/podero/inverters'))).status, 404, basePath);
    }
  });
});

describe('the proxy\'s user', () => {
  it('is whoever the callback says, whatever else the request carries', async t => {
    const {sandbox, get} = await startProxy({user: async ({headers}) => (headers.get('cookie') === 'session=ben' ? BEN : null)});
    t.after(() => sandbox.close());
    const answer = await get(`/podero/heat-pumps?user_id=${USERS.anna.id}`, {headers: {cookie: 'session=ben', 'x-user-id': USERS.anna.id}});
    const [device] = await answer.json() as {id: string}[];
    assert.equal(device!.id, USERS.ben.devices!['heat-pump']);
    assert.equal((await get(`/podero/heat-pumps/${HEAT_PUMP}`, {headers: {cookie: 'session=ben'}})).status, 404);
  });

  it('is asked for before anything is read: nobody gets 401', async t => {
    const {sandbox, get} = await startProxy({user: () => null});
    t.after(() => sandbox.close());
    const answer = await get('/podero/heat-pumps');
    assert.equal(answer.status, 401);
    assert.equal(answer.headers.get('cache-control'), 'private, no-cache');
    assert.deepEqual(sandbox.requests(), {});
  });

  for (const [what, user] of [
    ['throws', () => { throw new Error('session store is down'); }],
    ['gives ids that lead elsewhere', () => ({orgId: ANNA.orgId, userId: '../..'})],
    ['gives no ids', () => ({}) as typeof ANNA],
  ] as const) {
    it(`is an error of the portal's own where the callback ${what}`, async t => {
      const log = t.mock.method(console, 'error', () => {});
      const {sandbox, get} = await startProxy({user});
      t.after(() => sandbox.close());
      const answer = await get('/podero/heat-pumps');
      assert.equal(answer.status, 500);
      assert.doesNotMatch(await answer.text(), /session store/);
      assert.equal(log.mock.callCount(), 1);
      assert.deepEqual(sandbox.requests(), {});
    });
  }
});

it('the proxy answers within 12 seconds, whatever hangs', async t => {
  const {sandbox, get} = await startProxy({user: () => new Promise(() => {})});
  t.after(() => sandbox.close());
  t.mock.timers.enable({apis: ['setTimeout']});
  const answering = get('/podero/heat-pumps');
  t.mock.timers.tick(12_000);
  const answer = await answering;
  assert.equal(answer.status, 503);
  assert.match(await answer.text(), /The proxy did not answer in time/);
});

describe('the proxy\'s options', () => {
  const usable = {apiUrl: 'https://api.example/v2', tokenUrl: 'https://api.example/token', clientId: 'a', clientSecret: 'b', user: () => ANNA};

  for (const [name, value] of [['apiUrl', '/relative'], ['tokenUrl', 'ftp://a.example/'], ['clientId', ''], ['clientSecret', ''],
    ['apiUrl', 'https://api.example/v2?x=1'], ['user', undefined], ['basePath', '/:x'], ['basePath', '/a*'], ['basePath', 'https://x/podero'], ['basePath', '/podero?'],
    ['publicUrl', '/podero'], ['publicUrl', 'javascript:alert(1)'], ['redirectHosts', ['*']], ['redirectHosts', ['https://a.example']], ['cacheSeconds', -1],
    ['staleSeconds', NaN], ['pushSeconds', Infinity], ['timeoutSeconds', 0], ['timeoutSeconds', 11], ['streamsPerUser', 0], ['requestsPerMinute.perUser', 1.5], ['requestsPerMinute.all', 0],
  ] as const) {
    it(`are refused at once with a sentence that names ${name}: ${JSON.stringify(value)}`, () => {
      assert.throws(() => createProxy({...usable, ...withOption(name, value)} as ProxyOptions), new RegExp(`^TypeError: createProxy: .${name}.`));
    });
  }
});

/** `a.b` is the field b of the option a. */
const withOption = (name: string, value: unknown) => {
  const [option = '', field] = name.split('.');
  return {[option]: field ? {[field]: value} : value};
};

const pickModel = (model: unknown) => {
  const {manufacturer, model: name} = model as Record<string, unknown>;
  return {manufacturer, model: name};
};

/** A value for each field of the schema but the id, so that none can be missing by chance. */
function everyField(kind: DeviceKind): Record<string, unknown> {
  const names = Object.keys(deviceSchemas()[kind].def.shape).filter(name => name !== 'id');
  return Object.fromEntries(names.map(name => [name, name === 'actions' ? [] : name === 'device_model' ? {} : name]));
}
