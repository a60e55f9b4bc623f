import assert from 'node:assert/strict';
import {after, before, describe, it} from 'node:test';
import type {Listening} from '../../demo/listen.js';
import {startPortal} from '../../demo/portal/server.js';
import {WORDS} from '../../demo/portal/words.js';
import {startSandbox, type Sandbox} from '../../demo/sandbox/server.js';
import {USERS} from '../../demo/sandbox/users.js';

let sandbox: Sandbox;
let portal: Listening;

before(async () => {
  sandbox = await startSandbox();
  portal = await startPortal({port: 0, sandboxUrl: sandbox.url});
});
after(() => Promise.all([portal.close(), sandbox.close()]));

/** A visitor's page: the addresses of its streams, what it may connect to, and the cookie. */
async function visit(path: string, cookie = '') {
  const response = await fetch(portal.url + path, {headers: {cookie}});
  const html = await response.text();
  return {
    html,
    streams: [...html.matchAll(/<podero-[^>]* push-url="([^"]*)"/g)].map(([, url]) => url),
    connections: /connect-src ([^;]*)/.exec(response.headers.get('content-security-policy')!)?.[1],
    cookie: response.headers.getSetCookie()[0]?.split(';')[0] ?? cookie,
  };
}

describe('the portal\'s widgets', () => {
  it('hear of changes by server-sent events at first', async () => {
    const {streams, connections, html} = await visit('/');
    assert.deepEqual([streams, connections], [Array(3).fill('/podero/events'), '\'self\'']);
    assert.ok(html.includes(WORDS.en['push-events']));
  });

  it('hear of them by a WebSocket where the address says so, and from then on, whoever is signed in', async () => {
    const socket = `${portal.url.replace('http', 'ws')}/podero/socket`;
    const {streams, connections, cookie, html} = await visit('/?push=socket');
    assert.deepEqual([streams, connections], [Array(3).fill(socket), `'self' ${new URL(socket).origin}`]);
    assert.ok(html.includes(WORDS.en['push-socket']));
    const device = await visit(`/device/inverter/${USERS.anna.devices!.inverter}`, cookie);
    assert.deepEqual(device.streams, Array(2).fill(socket));
    const answer = await fetch(`${portal.url}/session`, {
      method: 'POST', redirect: 'manual', headers: {origin: portal.url, cookie}, body: new URLSearchParams({customer: 'ben'}),
    });
    const bens = await visit('/', answer.headers.getSetCookie()[0]!.split(';')[0]);
    assert.deepEqual(bens.streams, Array(3).fill(socket));
  });

  it('hear of none where the address says so, and of what nobody knows nothing is chosen', async () => {
    const {streams, cookie, html} = await visit('/?push=off');
    assert.deepEqual(streams, ['', '', '']);
    assert.ok(html.includes(WORDS.en['push-off']));
    assert.deepEqual((await visit('/?push=%22%3E%3Cscript%3E', cookie)).streams, ['', '', '']);
  });
});
