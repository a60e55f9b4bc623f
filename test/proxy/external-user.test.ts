import assert from 'node:assert/strict';
import {describe, it, type TestContext} from 'node:test';
import {ORG_ID, USERS} from '../../demo/sandbox/users.js';
import type {LogEntry, ProxyUser} from '../../src/proxy/index.js';
import {logInto} from './log-file.js';
import {ANNA, startProxy, upstreamPath} from './setup.js';

const known = {orgId: ORG_ID, externalUserId: USERS.anna.externalId};
const RECORD = `/api/partners/v2.0/org/${ORG_ID}/users/by-ext-id/`;

async function startFor(t: TestContext, user: ProxyUser) {
  const started = await startProxy({user: () => user});
  t.after(() => started.sandbox.close());
  return started;
}

describe('a customer whom the portal knows by its own number', () => {
  it('is looked up once an hour, whatever is asked and however often', async t => {
    const {get, sandbox} = await startFor(t, known);
    const answers = await Promise.all(['heat-pumps', 'inverters', 'electric-vehicles', 'heat-pumps'].map(path => get(`/podero/${path}`)));
    await get('/podero/inverters');
    assert.deepEqual(answers.map(({status}) => status), [200, 200, 200, 200]);
    assert.equal(sandbox.requests()[RECORD + USERS.anna.externalId], 1);
    assert.equal(sandbox.requests()[upstreamPath(ANNA, 'inverters')], 2);
  });

  it('shows nothing of the record but the devices', async t => {
    const {get} = await startFor(t, known);
    assert.doesNotMatch(await (await get('/podero/heat-pumps')).text(), /@|Huber|customer_/);
  });

  it('has no devices while Podero does not know the number, and is looked for again after a minute', async t => {
    t.mock.timers.enable({apis: ['Date'], now: Date.now()});
    const {get, sandbox} = await startFor(t, {...known, externalUserId: 'new-customer'});
    assert.deepEqual(await (await get('/podero/heat-pumps')).json(), []);
    assert.equal((await get('/podero/heat-pumps/a')).status, 404);
    assert.equal(sandbox.requests()[`${RECORD}new-customer`], 1);
    t.mock.timers.tick(61_000);
    await get('/podero/inverters');
    assert.equal(sandbox.requests()[`${RECORD}new-customer`], 2);
  });

  it('is looked for again after an hour, when it may be registered anew', async t => {
    t.mock.timers.enable({apis: ['Date'], now: Date.now()});
    const {get, sandbox} = await startFor(t, known);
    for (const [minutes, lookups] of [[0, 1], [59, 1], [2, 2]] as const) {
      t.mock.timers.tick(minutes * 60_000);
      await get('/podero/inverters');
      assert.equal(sandbox.requests()[RECORD + USERS.anna.externalId], lookups, `${minutes} min more`);
    }
  });

  it('is looked for again after a failure', async t => {
    const {get, sandbox} = await startFor(t, known);
    sandbox.control({fail: {on: 'user', status: 503}});
    assert.equal((await get('/podero/heat-pumps')).status, 502);
    sandbox.control({recover: true});
    assert.equal((await get('/podero/heat-pumps')).status, 200);
  });

  it('may have any number that is no path', async t => {
    const {get, sandbox} = await startFor(t, {...known, externalUserId: 'Kunde 7?x=1#é&%2f'});
    assert.equal((await get('/podero/heat-pumps')).status, 200);
    assert.equal(Object.keys(sandbox.requests()).filter(path => path.startsWith(RECORD)).length, 1);
  });

  for (const externalUserId of ['', '.', '..', 'a/b', '..\\..', 'a\0', 'x'.repeat(201), 7 as unknown as string]) {
    it(`does not have the number ${JSON.stringify(externalUserId).slice(0, 12)}`, async t => {
      const log: LogEntry[] = [];
      const {get, sandbox} = await startProxy({user: () => ({...known, externalUserId}), log: logInto(log)});
      t.after(() => sandbox.close());
      assert.equal((await get('/podero/heat-pumps')).status, 500);
      assert.deepEqual(sandbox.requests(), {});
      assert.match(JSON.stringify(log), /user-failed/);
    });
  }

  it('is not both: two numbers at once are an error, not a choice', async t => {
    const {get} = await startFor(t, {...known, userId: USERS.ben.id} as ProxyUser);
    assert.equal((await get('/podero/heat-pumps')).status, 500);
  });
});
