import assert from 'node:assert/strict';
import {describe, it} from 'node:test';
import type {ProxyOptions} from '../../src/proxy/index.js';
import {ANNA, BEN, startProxy} from './setup.js';

const user: ProxyOptions['user'] = ({headers}) => ({anna: ANNA, ben: BEN} as Record<string, typeof ANNA>)[headers.get('cookie') ?? ''] ?? null;
const as = (cookie: string): RequestInit => ({headers: {cookie}});

describe('a flood', () => {
  it('of one customer is stopped, with the time to wait, and the other customers go on', async t => {
    const {sandbox, get} = await startProxy({user, requestsPerMinute: {perUser: 3}, cacheSeconds: 30});
    t.after(() => sandbox.close());
    const statuses: number[] = [];
    for (let n = 0; n < 5; n++) statuses.push((await get('/podero/inverters', as('anna'))).status);
    assert.deepEqual(statuses, [200, 200, 200, 429, 429]);
    const refused = await get('/podero/inverters', as('anna'));
    assert.match(refused.headers.get('retry-after')!, /^([1-9]|[1-5]\d|60)$/);
    assert.match((await refused.json() as {detail: string}).detail, /Ask again in \d+ s/);
    assert.equal((await get('/podero/inverters', as('ben'))).status, 200);
  });

  it('of all together is stopped before it reaches the API', async t => {
    const {sandbox, get} = await startProxy({user, requestsPerMinute: {all: 2}});
    t.after(() => sandbox.close());
    const answers = [await get('/podero/inverters', as('anna')), await get('/podero/inverters', as('ben')), await get('/podero/heat-pumps', as('ben'))];
    assert.deepEqual(answers.map(({status}) => status), [200, 200, 429]);
    assert.equal(Object.keys(sandbox.requests()).some(path => path.endsWith('heat-pumps')), false);
  });

  it('of customers who have to be looked up is stopped, too, whether they are found or not', async t => {
    for (const failure of [{on: 'user', status: 503}, {on: 'user', status: 404}] as const) {
      const {sandbox, get} = await startProxy({user: () => ({orgId: ANNA.orgId, externalUserId: 'somebody'}), requestsPerMinute: {perUser: 2}});
      t.after(() => sandbox.close());
      sandbox.control({fail: failure});
      for (let n = 0; n < 2; n++) await get('/podero/inverters');
      assert.equal((await get('/podero/inverters')).status, 429);
    }
  });

  it('of strangers costs the customers nothing', async t => {
    const {sandbox, get} = await startProxy({user, requestsPerMinute: {all: 2}});
    t.after(() => sandbox.close());
    for (let n = 0; n < 10; n++) assert.equal((await get('/podero/inverters')).status, 401);
    assert.equal((await get('/podero/inverters', as('anna'))).status, 200);
    assert.equal((await get('/podero/healthz')).status, 200);
  });
});
