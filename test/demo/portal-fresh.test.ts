import assert from 'node:assert/strict';
import {it} from 'node:test';
import {listen} from '../../demo/listen.js';
import {startPortal} from '../../demo/portal/server.js';
import {startSandbox} from '../../demo/sandbox/server.js';
import {USERS} from '../../demo/sandbox/users.js';
import type {Json} from './setup.js';

const PUMP = `/podero/heat-pumps/${USERS.anna.devices!['heat-pump']}`;

/** A moment that comes when it is told to. */
function moment() {
  let come!: () => void;
  const comes = new Promise<void>(resolve => come = resolve);
  return {come, comes};
}

it('tells nothing of what was before a press, however long that is on its way', async () => {
  const sandbox = await startSandbox();
  const [isUnderWay, isLetThrough] = [moment(), moment()];
  const way = await listen(async request => {
    const {pathname, search} = new URL(request.url);
    const body = request.method === 'GET' ? null : await request.text();
    const answer = await fetch(sandbox.url + pathname + search, {method: request.method, headers: request.headers, body});
    const answered = new Response(await answer.text(), {status: answer.status, headers: {'content-type': 'application/json'}});
    if (!pathname.includes('/heat-pumps')) return answered;
    isUnderWay.come();
    await isLetThrough.comes;
    return answered;
  }, {port: 0, host: '127.0.0.1'});
  const portal = await startPortal({port: 0, sandboxUrl: way.url});
  try {
    const signedIn = await fetch(`${portal.url}/session`, {method: 'POST', redirect: 'manual', headers: {origin: portal.url}, body: new URLSearchParams({customer: 'anna'})});
    const headers = {'cookie': signedIn.headers.getSetCookie()[0]!.split(';')[0]!, 'origin': portal.url, 'content-type': 'application/json'};
    const pump = fetch(portal.url + PUMP, {headers});
    await isUnderWay.comes;
    await fetch(`${portal.url}/demo`, {method: 'POST', headers, body: '{"action": "disconnect"}'});
    isLetThrough.come();
    assert.equal(((await (await pump).json()) as Json).is_authenticated, false);
  } finally {
    await Promise.all([portal.close(), way.close(), sandbox.close()]);
  }
});
