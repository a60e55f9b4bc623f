import assert from 'node:assert/strict';
import {describe, it} from 'node:test';
import {createProxy} from '../../src/proxy/index.js';
import {ANNA} from './setup.js';
import {ask, PUMP, secretOf, shown, signIn, startReconnect, visit} from './reconnect-setup.js';

const statesIn = (sent: readonly {url: string; body: string}[]) => sent.filter(({url}) => url.includes('/state?')).map(({body}) => JSON.parse(body).state as string);

describe('a customer who signs in again', () => {
  it('comes back to the portal\'s page with a connected device, shown at once although the list was kept', async t => {
    const stage = await startReconnect(t);
    assert.deepEqual(await shown(stage), [false, true]);
    const back = await visit(await signIn(stage));
    assert.equal(back.status, 303);
    assert.equal(back.headers.get('location'), `${stage.portal}/home?tab=1#podero-reconnect=ok:${PUMP}`);
    assert.deepEqual([back.headers.get('cache-control'), back.headers.get('referrer-policy'), await back.text()], ['no-store', 'no-referrer', '']);
    assert.deepEqual(await shown(stage), [true, false]);
    assert.deepEqual(statesIn(stage.sent), ['success']);
  });

  it('comes back to a device that still waits when he cancels', async t => {
    const stage = await startReconnect(t);
    const back = await visit(await signIn(stage, 'cancel'));
    assert.equal(back.headers.get('location'), `${stage.portal}/home?tab=1#podero-reconnect=cancelled:${PUMP}`);
    assert.deepEqual([await shown(stage), statesIn(stage.sent)], [[false, true], ['fail']]);
  });

  it('is told nothing but the page, and the API nothing but the ways back and the language without its region', async t => {
    const stage = await startReconnect(t);
    const secret = secretOf(stage);
    const answer = await ask(stage);
    const text = await answer.text();
    assert.deepEqual([answer.status, answer.headers.get('cache-control'), Object.keys(JSON.parse(text))], [200, 'private, no-cache', ['redirect_url']]);
    const begun = stage.sent.find(({url}) => url.includes('/resolve?'))!;
    const {successUrl, cancelUrl, ...rest} = JSON.parse(begun.body) as Record<string, string>;
    assert.deepEqual([begun.bearer, rest], [true, {language: 'de'}]);
    for (const url of [successUrl!, cancelUrl!]) {
      assert.ok(url.startsWith(`${stage.portal}/podero/reconnect/return?ticket=`) && url.length < 2000, `${url.length}`);
      assert.doesNotMatch(Buffer.from(url.split('=')[1]!, 'base64url').toString('latin1') + url, new RegExp(`${secret}|${PUMP}|users|home`));
    }
    assert.equal(text.includes(secret), false);
  });

  it('reports his outcome with the cue\'s secret alone, never with the portal\'s token', async t => {
    const stage = await startReconnect(t);
    await visit(await signIn(stage));
    assert.deepEqual(stage.sent.filter(({url}) => url.includes('/state?')).map(({bearer}) => bearer), [false]);
  });

  it('who goes back is sent to his page once more, and nothing is reported again', async t => {
    const stage = await startReconnect(t);
    const way = await signIn(stage);
    await visit(way);
    const again = await visit(way);
    assert.deepEqual([again.status, again.headers.get('location')], [303, `${stage.portal}/home?tab=1`]);
    assert.deepEqual(statesIn(stage.sent), ['success']);
  });

  it('has one of the two ways back, whichever is taken first', async t => {
    const stage = await startReconnect(t);
    await ask(stage);
    const {successUrl, cancelUrl} = JSON.parse(stage.sent.at(-1)!.body) as Record<string, string>;
    await visit(cancelUrl!);
    assert.equal((await visit(successUrl!)).headers.get('location'), `${stage.portal}/home?tab=1`);
    assert.deepEqual(statesIn(stage.sent), ['fail']);
  });

  it('may come back to another process with the same client secret', async t => {
    const stage = await startReconnect(t);
    const other = createProxy(stage.options);
    const back = await other(new Request(await signIn(stage)));
    assert.equal(back.status, 303);
    assert.deepEqual(await shown(stage), [true, false]);
  });

  it('who comes after an hour is sent to his page, and nothing is reported', async t => {
    const stage = await startReconnect(t);
    const way = await signIn(stage);
    t.mock.timers.enable({apis: ['Date'], now: Date.now() + 3_600_001});
    assert.equal((await visit(way)).headers.get('location'), `${stage.portal}/home?tab=1`);
    assert.deepEqual(statesIn(stage.sent), []);
  });

  it('goes on when nobody is signed in, when the portal cannot tell, and when the store fails', async t => {
    for (const overrides of [
      {user: () => null},
      {user: () => { throw new Error('session store is down'); }},
      {store: {get: () => undefined, set() {}, delete() {}, claim: () => Promise.reject(new Error('store is down'))}},
    ]) {
      const stage = await startReconnect(t);
      const proxy = createProxy({...stage.options, ...overrides});
      const back = await proxy(new Request(await signIn(stage)));
      assert.match(back.headers.get('location')!, /#podero-reconnect=ok:/);
      assert.deepEqual(statesIn(stage.sent), ['success']);
    }
  });

  it('is refused what another customer began, and it stays good for that one', async t => {
    const stage = await startReconnect(t);
    const way = await signIn(stage);
    const annas = createProxy({...stage.options, user: () => ANNA});
    assert.equal((await annas(new Request(way))).status, 403);
    const unknown = createProxy({...stage.options, user: () => ({orgId: ANNA.orgId, externalUserId: 'nobody_1'})});
    assert.equal((await unknown(new Request(way))).status, 403);
    assert.deepEqual(statesIn(stage.sent), []);
    const back = await visit(way);
    assert.match(back.headers.get('location')!, /#podero-reconnect=ok:/);
  });

  it('has not come back yet when a browser or a scanner looks ahead', async t => {
    const stage = await startReconnect(t);
    const way = await signIn(stage);
    const looks = [{method: 'HEAD'}, {headers: {'sec-purpose': 'prefetch;prerender'}}, {headers: {purpose: 'prefetch'}}];
    const statuses = await Promise.all(looks.map(async init => (await visit(way, init)).status));
    assert.deepEqual([statuses, statesIn(stage.sent)], [[405, 503, 503], []]);
    assert.match((await visit(way)).headers.get('location')!, /#podero-reconnect=ok:/);
  });
});
