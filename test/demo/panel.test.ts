import assert from 'node:assert/strict';
import {after, before, beforeEach, describe, it} from 'node:test';
import type {Listening} from '../../demo/listen.js';
import {ACTIONS, isAction, type ActionName} from '../../demo/portal/actions.js';
import {startPortal} from '../../demo/portal/server.js';
import {WORDS} from '../../demo/portal/words.js';
import {startSandbox, type Sandbox} from '../../demo/sandbox/server.js';
import {USERS} from '../../demo/sandbox/users.js';
import type {Json} from './setup.js';

const ANNAS = USERS.anna.devices!;
const JSON_TYPE = {'content-type': 'application/json'};

let sandbox: Sandbox;
let portal: Listening;
let cookie: string;

before(async () => {
  sandbox = await startSandbox();
  portal = await startPortal({port: 0, sandboxUrl: sandbox.url});
});
beforeEach(async () => {
  sandbox.control({reset: true});
  cookie = await signIn('anna');
});
after(() => Promise.all([portal.close(), sandbox.close()]));

async function signIn(customer: string, old = ''): Promise<string> {
  const answer = await fetch(`${portal.url}/session`, {method: 'POST', redirect: 'manual', headers: {origin: portal.url, cookie: old}, body: new URLSearchParams({customer})});
  return answer.headers.getSetCookie()[0]!.split(';')[0]!;
}

const post = (body: string, headers: Record<string, string> = {}) =>
  fetch(`${portal.url}/demo`, {method: 'POST', body, headers: {...JSON_TYPE, origin: portal.url, cookie, ...headers}});

const press = async (action: ActionName): Promise<Json> => (await post(JSON.stringify({action}))).json() as Promise<Json>;
const ask = (path: string) => fetch(`${portal.url}/podero/${path}`, {headers: {cookie}});
const heatPump = async () => (await (await ask(`heat-pumps/${ANNAS['heat-pump']}`)).json()) as Json;

describe('the panel\'s route', () => {
  it('takes nothing but the actions of its table', async () => {
    for (const body of ['{"action": "drop-tables"}', '{"action": "constructor"}', '{"action": {"reset": true}}', '{"reset": true}', 'null', '']) {
      assert.equal((await post(body)).status, 404, body);
    }
  });

  it('takes them only from the portal\'s own pages, and only as JSON', async () => {
    const body = '{"action": "stop"}';
    for (const origin of ['https://evil.example', 'null', 'http://127.0.0.1:1']) assert.equal((await post(body, {origin})).status, 403, origin);
    assert.equal((await fetch(`${portal.url}/demo`, {method: 'POST', body, headers: {...JSON_TYPE, cookie}})).status, 403, 'without an origin');
    assert.equal((await post(body, {'content-type': 'text/plain'})).status, 415);
    assert.equal(sandbox.clock.isStopped(), false);
  });

  it('takes nothing from somebody without a session', async () => {
    assert.equal((await post('{"action": "stop"}', {cookie: ''})).status, 401);
    assert.equal((await fetch(`${portal.url}/demo`)).status, 401);
    assert.equal(sandbox.clock.isStopped(), false);
  });

  it('answers GET with how things stand, and no other method', async () => {
    const {said, pressed, clock} = await (await fetch(`${portal.url}/demo`, {headers: {cookie}})).json() as Json;
    assert.deepEqual([said, pressed, clock.speed], [WORDS.en.ready, ['speed-1', 'older', 'english', 'auto'], 1]);
    for (const method of ['PUT', 'DELETE', 'PATCH']) assert.equal((await fetch(`${portal.url}/demo`, {method})).status, 405);
  });
});

describe('a button of the panel', () => {
  for (const lang of ['en', 'de'] as const) {
    it(`has a sentence for what it does, and one for taking it back: ${lang}`, () => {
      for (const name of Object.keys(ACTIONS).filter(isAction)) {
        if (ACTIONS[name].undoes) assert.ok(Object.hasOwn(WORDS[lang], `undid-${name}`), name);
      }
    });
  }

  for (const name of Object.keys(ACTIONS).filter(isAction).filter(name => ACTIONS[name].undoes)) {
    it(`is a switch, pressed once and again: ${name}`, async () => {
      const words: Readonly<Record<string, string>> = WORDS.en;
      const on = await press(name);
      assert.deepEqual([on.said, on.pressed.includes(name)], [words[`did-${name}`], true]);
      const off = await press(name);
      assert.deepEqual([off.said, off.pressed.includes(name)], [words[`undid-${name}`], false]);
    });
  }

  it('concerns the devices of the customer who is signed in', async () => {
    await press('disconnect');
    await press('upstream');
    assert.equal(sandbox.device('anna', 'heat-pumps', ANNAS['heat-pump'])!.is_authenticated, false);
    assert.equal((await ask('inverters')).status, 502);
    cookie = await signIn('ben', cookie);
    assert.equal(((await (await ask('heat-pumps')).json()) as Json[])[0]!.is_authenticated, true);
  });

  it('says so where the customer has no such device, or nobody is signed in', async () => {
    cookie = await signIn('clara', cookie);
    assert.equal((await press('disconnect')).said, WORDS.en['no-device']);
    cookie = await signIn('', cookie);
    assert.equal((await press('upstream')).said, WORDS.en['nobody-there']);
  });

  it('promises nothing of widgets that cannot read', async () => {
    await press('cut');
    assert.match(String((await press('disconnect'))['said']), /is disconnected\..* The widgets see it as soon as they can read again\.$/);
    await press('cut');
    assert.doesNotMatch(String((await press('hour'))['said']), /as soon as/);
  });

  it('drops the connections of this visitor, and of nobody else', async () => {
    const others = await signIn('anna');
    await press('cut');
    await assert.rejects(ask('heat-pumps'), /fetch failed/);
    assert.equal((await fetch(`${portal.url}/podero/heat-pumps`, {headers: {cookie: others}})).status, 200);
    await press('cut');
    assert.equal((await ask('heat-pumps')).status, 200);
  });

  it('keeps language and colours when the customer changes, in the page too', async () => {
    await press('german');
    await press('dark');
    cookie = await signIn('ben', cookie);
    const html = await (await fetch(portal.url, {headers: {cookie}})).text();
    for (const part of ['<html lang="de" data-scheme="dark">', '<strong>Ben Moser</strong>', 'Ihr Zuhause im Takt des Netzes']) assert.ok(html.includes(part), part);
  });

  it('undoes everything at the end', async () => {
    for (const name of ['disconnect', 'message', 'cut', 'upstream', 'speed-600', 'stop', 'newer'] as const) await press(name);
    const {pressed} = await press('start-over');
    assert.deepEqual(pressed, ['speed-1', 'older', 'english', 'auto']);
    assert.equal((await ask('heat-pumps')).status, 200);
  });
});

describe('the simulated time', () => {
  for (const [name, hour] of [['morning', '07'], ['noon', '12'], ['evening', '19']] as const) {
    it(`goes on to the next ${name} of the home`, async () => {
      const before = sandbox.clock.now().getTime();
      await press('stop');
      const {clock} = await press(name);
      assert.equal(new Date(clock.now as string).toLocaleTimeString('de', {timeZone: 'Europe/Vienna', hour: '2-digit', minute: '2-digit'}), `${hour}:00`);
      const hours = (Date.parse(clock.now as string) - before) / 3_600_000;
      assert.ok(hours > 0 && hours <= 25, String(hours));
    });
  }

  it('is told to the widgets as their own: what a home reports tomorrow is new, not to come', async () => {
    for (const name of ['noon', 'noon', 'speed-600'] as const) await press(name);
    const ageMs = Date.now() - Date.parse((await heatPump()).current_state_last_updated_at as string);
    assert.ok(ageMs >= 0 && ageMs < 5_000, String(ageMs));
    assert.ok(sandbox.clock.now().getTime() - Date.now() > 24 * 3_600_000);
  });
});
