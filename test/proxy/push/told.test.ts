import assert from 'node:assert/strict';
import {describe, it} from 'node:test';
import {setTimeout as pause} from 'node:timers/promises';
import {BEN} from '../setup.js';
import {USERS} from '../../../demo/sandbox/users.js';
import {PUMP, PUMPS, startPush, until, type Told} from './setup.js';

const isOfPump = ({collection, id, device}: Told) => collection === 'heat-pumps' && (device?.id === PUMP || id === PUMP);
const isDevice = ({device}: Told) => device !== undefined;

for (const transport of ['events', 'socket'] as const) {
  describe(`a page that listens by ${transport}`, () => {
    it('is told a heartbeat and then all devices, and nothing while nothing changes', async t => {
      const {listen, sandbox} = await startPush(t);
      const heard = await listen[transport]();
      await until(() => heard.all.length >= 4 && sandbox.requests()[PUMPS]! > 5);
      assert.deepEqual(heard.all[0], {type: 'heartbeat'});
      assert.deepEqual(heard.all.slice(1).map(({collection}) => collection).sort(), ['electric-vehicles', 'heat-pumps', 'inverters']);
    });

    it('is told a change within two seconds where the API is asked every second', async t => {
      const {listen, change} = await startPush(t, {pushSeconds: 1});
      const heard = await listen[transport]();
      await heard.first(isOfPump);
      const start = performance.now();
      change({indoor_actual_temperature: 11.5});
      const {collection, device} = await heard.first(({device}) => device?.indoor_actual_temperature === 11.5);
      assert.ok(performance.now() - start < 2000);
      assert.deepEqual([collection, device!.id, device!.email], ['heat-pumps', PUMP, undefined]);
    });

    it('is told what is gone, and what to read again because a list hides it', async t => {
      const {listen, change, sandbox} = await startPush(t);
      const heard = await listen[transport]();
      await heard.first(isOfPump);
      change({action_needed: true});
      assert.deepEqual(await heard.first(({id}) => id === PUMP), {collection: 'heat-pumps', id: PUMP});
      sandbox.control({fail: {collection: 'heat-pumps', body: []}});
      assert.deepEqual(await heard.first(({deleted}) => deleted === true), {collection: 'heat-pumps', id: PUMP, deleted: true});
    });

    it('is told nothing of another customer', async t => {
      const {listen, change} = await startPush(t);
      const [anna, ben] = [await listen[transport](), await listen[transport]({cookie: 'session=ben'})];
      await Promise.all([anna, ben].map(heard => until(() => heard.all.filter(isDevice).length === 3)));
      change({indoor_actual_temperature: 12.5});
      await anna.first(({device}) => device?.indoor_actual_temperature === 12.5);
      const bens = new Set(Object.values(USERS.ben.devices!));
      assert.deepEqual([BEN.userId, ...ben.all.filter(isDevice).map(({device}) => bens.has(String(device!.id)))], [USERS.ben.id, true, true, true]);
      assert.equal(anna.all.some(({device}) => bens.has(String(device?.id))), false);
    });

    it('is not told that devices are gone while the API fails, and hears of them when it is back', async t => {
      const {listen, change, sandbox} = await startPush(t);
      const heard = await listen[transport]();
      await until(() => heard.all.filter(isDevice).length === 3);
      heard.clear();
      sandbox.control({resetRequests: true, fail: {status: 404}});
      await until(() => sandbox.requests()[PUMPS]! > 2);
      sandbox.control({recover: true, resetRequests: true, fail: {status: 502}});
      await until(() => sandbox.requests()[PUMPS]! > 1);
      change({indoor_actual_temperature: 13.5});
      sandbox.control({recover: true});
      await heard.first(({device}) => device?.indoor_actual_temperature === 13.5);
      assert.equal(heard.all.length, 1);
    });
  });
}

describe('the API', () => {
  it('is asked once for all pages of a customer, and no more when the last has left', async t => {
    const {listen, sandbox, log} = await startPush(t, {pushSeconds: 0.2});
    const pages = await Promise.all(Array.from({length: 4}, () => [listen.events(), listen.socket()]).flat());
    await Promise.all(pages.map(({first}) => first(isOfPump)));
    assert.equal(sandbox.requests()[PUMPS], 1);
    for (const {leave} of pages) leave();
    await until(() => log.filter(({event}) => event === 'stream-closed').length === 8);
    sandbox.control({resetRequests: true});
    await pause(300);
    assert.deepEqual(sandbox.requests(), {});
  });

  it('is not asked again before it has answered', async t => {
    const {listen, sandbox} = await startPush(t);
    sandbox.control({fail: {delayMs: 400}});
    await listen.events();
    await pause(300);
    assert.equal(sandbox.requests()[PUMPS], 1);
  });

  it('is not asked at all for a page that opens its stream after it has read', async t => {
    const {listen, sandbox, url} = await startPush(t, {cacheSeconds: 30, pushSeconds: 30});
    await Promise.all(['heat-pumps', 'electric-vehicles', 'inverters'].map(name => fetch(`${url}/podero/${name}`)));
    sandbox.control({resetRequests: true});
    const heard = await listen.events();
    await until(() => heard.all.filter(isDevice).length === 3);
    assert.deepEqual(sandbox.requests(), {});
  });
});
