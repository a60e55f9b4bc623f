import assert from 'node:assert/strict';
import {createServer} from 'node:http';
import type {AddressInfo} from 'node:net';
import {describe, it, type TestContext} from 'node:test';
import {startSandbox} from '../../demo/sandbox/server.js';
import {CLIENT, USERS} from '../../demo/sandbox/users.js';
import {serve, start, variablesFor} from './setup.js';

/** The program in front of a sandbox, told by the portal's endpoint who is signed in; `hold` lets the endpoint wait. */
async function startProxy(t: TestContext, more: Readonly<Record<string, string>> = {}) {
  const sandbox = await startSandbox();
  t.after(() => sandbox.close());
  const asked: {headers: Record<string, unknown>}[] = [];
  let held = Promise.resolve();
  const sessionUrl = await serve(t, async ({headers}, response) => {
    asked.push({headers});
    await held;
    if (headers.cookie === 'session=anna') response.setHeader('content-type', 'application/json').end(JSON.stringify({userId: USERS.anna.id}));
    else response.writeHead(headers.cookie === 'session=broken' ? 302 : 401, {location: '/elsewhere'}).end();
  });
  const program = start(t, ['proxy'], {...variablesFor(sandbox), ...(more.PODERO_USER_HEADER ? {} : {PODERO_SESSION_URL: sessionUrl}), ...more});
  const [, url] = await program.said(/"listening","url":"(http:[^"]+)\/podero"/);
  const get = (headers: Record<string, string>, path = '/podero/heat-pumps') => fetch(url + path, {headers});
  return {...program, url: url!, asked, get, hold: (until: Promise<void>) => { held = until; }};
}

describe('podero-widgets proxy', () => {
  it('serves the customer whom the portal\'s endpoint names, which gets cookie and token only, once in 10 s', async t => {
    const {asked, get} = await startProxy(t);
    const headers = {cookie: 'session=anna', authorization: 'Bearer of-the-portal', 'x-other': '1', origin: 'http://127.0.0.1'};
    const statuses = [await get({cookie: 'session=anna', authorization: 'Bearer of-the-portal', 'x-other': headers['x-other']}), await get({cookie: 'session=anna', authorization: 'Bearer of-the-portal'})].map(({status}) => status);
    assert.deepEqual(statuses, [200, 200]);
    assert.equal(asked.length, 1);
    const [{headers: got}] = asked as [{headers: Record<string, unknown>}];
    assert.deepEqual([got.cookie, got.authorization, got['x-other']], ['session=anna', 'Bearer of-the-portal', undefined]);
  });

  it('serves nobody else: 401 for those whom it does not know, 500 where it does not say', async t => {
    const {asked, get} = await startProxy(t);
    assert.equal((await get({})).status, 401);
    assert.equal(asked.length, 0);
    assert.equal((await get({cookie: 'session=other'})).status, 401);
    assert.equal((await get({cookie: 'session=broken'})).status, 500);
    assert.equal(asked.length, 2);
  });

  it('is healthy, and keeps its secrets out of what it says', async t => {
    const {url, get, child, ended} = await startProxy(t, {PODERO_CLIENT_SECRET: 'mistyped-canary'});
    assert.deepEqual(await (await fetch(`${url}/healthz`)).json(), {status: 'ok'});
    assert.equal((await get({cookie: 'session=anna'})).status, 502);
    child.kill('SIGTERM');
    const {stdout, stderr} = await ended;
    for (const secret of ['mistyped-canary', 'session=anna', USERS.anna.id, btoa(`${CLIENT.id}:mistyped-canary`)]) assert.ok(!(stdout + stderr).includes(secret), secret);
  });

  for (const signal of ['SIGTERM', 'SIGINT'] as const) {
    it(`lets a running request finish on ${signal}, takes no other, and ends with 0`, async t => {
      const {asked, get, hold, child, said, ended} = await startProxy(t);
      let release = () => {};
      hold(new Promise(resolve => { release = resolve; }));
      const running = get({cookie: 'session=anna'});
      while (asked.length === 0) await new Promise(setImmediate);
      child.kill(signal);
      await said(/"stopping"/);
      await assert.rejects(get({}));
      release();
      assert.equal((await running).status, 200);
      const {code, stdout, stderr} = await ended;
      assert.deepEqual([code, stderr], [0, '']);
      for (const line of stdout.trim().split('\n')) assert.ok(JSON.parse(line));
    });
  }

  it('says in a sentence that its port is taken, and ends with 2', async t => {
    const taken = createServer().listen(0, '127.0.0.1');
    t.after(() => taken.close());
    await new Promise(resolve => taken.once('listening', resolve));
    const variables = {...variablesFor({apiUrl: 'http://127.0.0.1:1/', tokenUrl: 'http://127.0.0.1:1/'}), PODERO_SESSION_URL: 'http://127.0.0.1:1/'};
    const {code, stderr} = await start(t, ['proxy'], {...variables, PORT: String((taken.address() as AddressInfo).port)}).ended;
    assert.equal(code, 2);
    assert.match(stderr, /^podero-widgets: PORT is in use .+\.\n$/);
  });
});
