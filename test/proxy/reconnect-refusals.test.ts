import assert from 'node:assert/strict';
import {describe, it} from 'node:test';
import {createProxy, type ProxyOptions} from '../../src/proxy/index.js';
import {ANNA} from './setup.js';
import {ask, PUMP, RECONNECT, secretOf, signIn, startReconnect, visit, type Stage} from './reconnect-setup.js';

/** The API as it is, but for what one of its paths answers. */
const answering = (part: string, answer: () => Response): NonNullable<ProxyOptions['fetch']> => (url, init) =>
  url.includes(part) ? Promise.resolve(answer()) : fetch(url, init);

const page = (url: unknown) => answering('/resolve?', () => Response.json({redirect_url: url, email: 'ben@example.com'}));

/** Neither secret nor customer nor text of the API's in what was answered and logged. */
function assertDiscreet({logged}: Stage, texts: readonly string[], secret: string): void {
  const all = [...texts, JSON.stringify(logged)].join('\n');
  for (const hidden of [secret, PUMP, 'example.com', 'Traceback', 'not-a-secret', 'Bearer']) assert.equal(all.includes(hidden), false, hidden);
}

describe('a reconnect', () => {
  it('leads back only to pages of the portal', async t => {
    const stage = await startReconnect(t);
    const {host, port} = new URL(stage.portal);
    for (const returnUrl of [
      'https://evil.example/', 'javascript:alert(1)', 'data:text/html,x', `blob:${stage.portal}/1`, `http://a:b@${host}/`, `http://${host}@evil.example/`,
      '//evil.example/', '/\\evil.example/', '\\\\evil.example', `http://${host}.evil.example/`, `http://127.0.0.1:${Number(port) + 1}/`, `ftp://${host}/`, '/home', '',
      `http://evil.example\\@${host}/`, `http://evil.example#@${host}/`,
    ]) {
      const answer = await ask(stage, {returnUrl});
      assert.equal(answer.status, 400, returnUrl);
      assert.match(await answer.text(), /publicUrl.*allowedOrigins/);
    }
    assert.deepEqual(stage.sent, [], 'nothing is asked of the API');
  });

  for (const [what, body] of [['a field too many', {userId: ANNA.userId}], ['an address too long', {returnUrl: `https://a.example/${'a'.repeat(2000)}`}],
    ['no language', {language: '../de'}], ['no address', {returnUrl: undefined}]] as const) {
    it(`is refused for ${what}`, async t => {
      const stage = await startReconnect(t);
      assert.deepEqual([(await ask(stage, body)).status, stage.sent], [400, []]);
    });
  }

  it('is refused for an address that encoding makes too long to come back by', async t => {
    const stage = await startReconnect(t);
    const answer = await ask(stage, {returnUrl: `${stage.portal}/${'ö'.repeat(900)}`});
    assert.deepEqual([answer.status, await answer.text(), stage.sent], [400, '{"detail":"returnUrl is too long."}', []]);
  });

  it('is refused to other sites, and to whoever is nobody', async t => {
    const stage = await startReconnect(t);
    assert.equal((await ask(stage, {}, {origin: 'https://evil.example', 'sec-fetch-site': 'cross-site'})).status, 403);
    assert.equal((await ask(stage, {}, {'content-type': 'text/plain'})).status, 415);
    const nobodys = createProxy({...stage.options, user: () => null});
    const headers = {'content-type': 'application/json', 'sec-fetch-site': 'same-origin'};
    assert.equal((await nobodys(new Request(stage.portal + RECONNECT, {method: 'POST', headers, body: '{}'}))).status, 401);
    assert.deepEqual(stage.sent, []);
  });

  it('is 404 where nothing waits, in both generations, and for a device of somebody else\'s', async t => {
    const stage = await startReconnect(t);
    stage.sandbox.control({reconnect: PUMP});
    const newer = await ask(stage);
    assert.deepEqual([newer.status, await newer.text()], [404, '{"detail":"The Podero API names no sign-in for this device, or not any more."}']);
    stage.sandbox.control({disconnect: PUMP, generation: {user: 'ben', is: 'G1'}});
    assert.equal((await ask(stage)).status, 404);
    const annas = createProxy({...stage.options, user: () => ANNA});
    const headers = {'content-type': 'application/json', 'sec-fetch-site': 'same-origin'};
    const body = JSON.stringify({returnUrl: stage.portal});
    assert.equal((await annas(new Request(stage.portal + RECONNECT, {method: 'POST', headers, body}))).status, 404);
    assert.equal(stage.sent.some(({url}) => url.includes('cues')), false);
  });

  for (const [what, part, answer, status] of [
    ['the device fails', '/heat-pumps/', () => Response.json({detail: 'Traceback'}, {status: 500}), 502],
    ['there is too much asking', '/heat-pumps/', () => Response.json({detail: 'Traceback'}, {status: 429, headers: {'retry-after': '7'}}), 429],
    ['the cue fails', '/resolve?', () => Response.json({detail: 'Traceback'}, {status: 500}), 502],
    ['the cue is refused', '/resolve?', () => Response.json({detail: 'Traceback'}, {status: 422}), 502],
    ['the cue redirects', '/resolve?', () => new Response(null, {status: 302, headers: {location: 'https://evil.example/'}}), 502],
    ['the cue has been settled', '/resolve?', () => Response.json({detail: 'Traceback'}, {status: 404}), 404],
    ['the cue sends a page', '/resolve?', () => new Response('<h1>Traceback'), 502],
    ['the cue names nothing', '/resolve?', () => Response.json({}), 502],
    ['the cue sends to a strange host', '/resolve?', () => Response.json({redirect_url: 'https://evil.example/'}), 502],
  ] as const) {
    it(`answers ${status} with a sentence of its own where ${what}`, async t => {
      const stage = await startReconnect(t, {fetch: answering(part, answer)});
      const secret = secretOf(stage);
      const answered = await ask(stage);
      const text = await answered.text();
      assert.equal(answered.status, status);
      assert.match((JSON.parse(text) as {detail: string}).detail, /^[A-Z].*\.$/);
      assertDiscreet(stage, [text], secret);
    });
  }

  it('sends nobody to a host that is not allowed, and tells the operator which option would allow it', async t => {
    for (const [url, isAllowed] of [
      ['https://connect.podero.com/a?b=c', true], ['https://a.b.podero.com/', true], ['https://podero.com/', false], ['https://evilpodero.com/', false],
      ['https://podero.com.evil.example/', false], ['http://connect.podero.com/', false], ['https://a@connect.podero.com/', false], ['javascript:alert(1)', false],
    ] as const) {
      const stage = await startReconnect(t, {fetch: page(url)});
      const answer = await ask(stage);
      const json = await answer.json();
      if (isAllowed) assert.deepEqual(json, {redirect_url: url});
      else assert.equal(answer.status, 502, url);
      const entries = stage.logged.filter(({event}) => event === 'redirect-refused');
      assert.deepEqual(entries.map(({host}) => host), isAllowed ? [] : [new URL(url).host]);
      for (const {message} of entries) assert.match(message!, /redirectHosts/);
    }
  });

  it('asks no address but the API\'s own with the token, wherever the link points', async t => {
    const stage = await startReconnect(t);
    const resolution_link = {url: 'https://evil.example/api/partners/v2.0/cues/a/resolve?secret=SIGNED'};
    stage.sandbox.control({patch: {device: PUMP, fields: {actions: [{code: 'reauthenticate', resolution_link}]}}});
    const answer = await ask(stage);
    assert.equal(answer.status, 502);
    assertDiscreet(stage, [await answer.text()], 'SIGNED');
    assert.deepEqual(stage.logged.filter(({event}) => event === 'foreign-link').length, 1);
    assert.equal(stage.sent.every(({url}) => url.startsWith(stage.sandbox.url) && !url.includes('cues')), true);
  });

  it('takes a link that is text alone', async t => {
    const stage = await startReconnect(t);
    const [action] = stage.sandbox.device('ben', 'heat-pumps', PUMP)!.actions as {resolution_link: {url: string}}[];
    stage.sandbox.control({patch: {device: PUMP, on: 'detail', fields: {actions: [null, {code: 'new'}, {code: 'reauthenticate', resolution_link: action!.resolution_link.url}]}}});
    assert.equal((await ask(stage)).status, 200);
  });
});

describe('the way back', () => {
  it('is not open for what was not given out, nor for a part of it', async t => {
    const stage = await startReconnect(t);
    const way = await signIn(stage);
    const ticket = new URL(way).searchParams.get('ticket')!;
    const changed = ticket.slice(0, 40) + (ticket[40] === 'A' ? 'B' : 'A') + ticket.slice(41);
    for (const forged of ['', 'x', '..%2f', changed, ticket.slice(0, -8), `${ticket}AAAA`, `${ticket}.`, 'A'.repeat(9000), Buffer.from('{"outcome":"ok"}').toString('base64url')]) {
      const answer = await visit(`${stage.portal}/podero/reconnect/return?ticket=${forged}`);
      assert.equal(answer.status, 400, forged);
      assert.deepEqual([answer.headers.get('location'), answer.headers.get('cache-control')], [null, 'no-store']);
    }
    const foreign = createProxy({...stage.options, clientSecret: 'another'});
    assert.equal((await foreign(new Request(way))).status, 400);
    assert.equal((await visit(`${stage.portal}/podero/reconnect/return`)).status, 400);
  });

  it('leads nowhere else although whoever asked claimed another host', async t => {
    const stage = await startReconnect(t);
    const evil = 'http://evil.example';
    const headers = {'content-type': 'application/json', 'sec-fetch-site': 'same-origin'};
    const asked = await stage.proxy(new Request(evil + RECONNECT, {method: 'POST', headers, body: JSON.stringify({returnUrl: `${evil}/`})}));
    assert.equal(asked.status, 200);
    const {successUrl} = JSON.parse(stage.sent.at(-1)!.body) as {successUrl: string};
    const back = await visit(stage.portal + successUrl.slice(evil.length));
    assert.deepEqual([back.status, back.headers.get('location')], [400, null]);
    assert.equal(stage.sent.some(({url}) => url.includes('/state?')), false);
  });

  for (const [what, answer] of [
    ['fails', () => Response.json({detail: 'Traceback'}, {status: 422})],
    ['says that the action is not active', () => Response.json({detail: 'Traceback'}, {status: 404})],
    ['refuses', () => Response.json({detail: 'Traceback'}, {status: 403})],
  ] as const) {
    it(`lets the customer go on where the API ${what}, and tells the operator`, async t => {
      const stage = await startReconnect(t, {fetch: answering('/state?', answer)});
      const secret = secretOf(stage);
      const back = await visit(await signIn(stage));
      assert.deepEqual([back.status, back.headers.get('location')], [303, `${stage.portal}/home?tab=1#podero-reconnect=ok:${PUMP}`]);
      assert.deepEqual(stage.logged.filter(({event}) => event === 'outcome-unreported').map(({level}) => level), ['warn']);
      assertDiscreet(stage, [], secret);
    });
  }

  it('does not let the customer wait for an API that is silent', async t => {
    let asked = () => {};
    const asking = new Promise<void>(resolve => { asked = resolve; });
    const stage = await startReconnect(t, {fetch: (url, init) => url.includes('/state?') ? (asked(), new Promise(() => {})) : fetch(url, init)});
    const way = await signIn(stage);
    t.mock.timers.enable({apis: ['setTimeout']});
    const going = stage.proxy(new Request(way));
    await asking;
    t.mock.timers.tick(8000);
    assert.match((await going).headers.get('location')!, /#podero-reconnect=ok:/);
  });

  it('shows the log nothing of who came back with what', async t => {
    const stage = await startReconnect(t);
    const secret = secretOf(stage);
    const way = await signIn(stage);
    const back = await visit(way);
    await visit(`${way}x`);
    assert.deepEqual(stage.logged.filter(({event}) => event === 'request').slice(-2).map(({status}) => status), [303, 400]);
    assert.equal(JSON.stringify(stage.logged).includes('ticket='), false);
    assertDiscreet(stage, [await back.text()], secret);
  });
});
