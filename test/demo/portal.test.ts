import assert from 'node:assert/strict';
import {mkdtemp, mkdir, rm, writeFile} from 'node:fs/promises';
import {tmpdir} from 'node:os';
import {join} from 'node:path';
import {after, before, describe, it} from 'node:test';
import type {Listening} from '../../demo/listen.js';
import {escape} from '../../demo/portal/page.js';
import {startPortal} from '../../demo/portal/server.js';
import {startSandbox, type Sandbox} from '../../demo/sandbox/server.js';
import {USERS} from '../../demo/sandbox/users.js';

let sandbox: Sandbox;
let portal: Listening;
let distDir: string;

before(async () => {
  distDir = await mkdtemp(join(tmpdir(), 'podero-dist-'));
  await mkdir(join(distDir, 'chunks'));
  await writeFile(join(distDir, 'podero-widgets.js'), 'export {};');
  await writeFile(join(distDir, 'chunks', 'chart-1.js'), 'export {};');
  sandbox = await startSandbox();
  portal = await startPortal({port: 0, sandboxUrl: sandbox.url, distDir});
});
after(async () => {
  await Promise.all([portal.close(), sandbox.close()]);
  await rm(distDir, {recursive: true});
});

const changeUser = (customer: string, headers: Record<string, string> = {}) => fetch(`${portal.url}/session`, {
  method: 'POST', redirect: 'manual', headers: {origin: portal.url, ...headers}, body: new URLSearchParams({customer}),
});

async function signIn(customer: string): Promise<string> {
  return (await changeUser(customer)).headers.getSetCookie()[0]!.split(';')[0]!;
}

const get = (path: string, cookie = '') => fetch(portal.url + path, {headers: {cookie}});

describe('the portal\'s session', () => {
  it('is behind an opaque cookie that no script reads', async () => {
    const answer = await changeUser('anna');
    assert.equal(answer.status, 303);
    assert.equal(answer.headers.get('location'), '/');
    assert.match(answer.headers.getSetCookie().join(), /^alpenstrom_session=[\w-]{32}; Path=\/; HttpOnly; SameSite=Lax$/);
  });

  it('decides whose devices the proxy shows', async () => {
    for (const name of ['anna', 'ben'] as const) {
      const devices = await (await get('/podero/heat-pumps', await signIn(name))).json() as {id: string}[];
      assert.deepEqual(devices.map(({id}) => id), [USERS[name].devices!['heat-pump']]);
    }
    assert.deepEqual(await (await get('/podero/heat-pumps', await signIn('clara'))).json(), []);
  });

  it('ends with signing out, and with signing in as somebody else', async () => {
    const annas = await signIn('anna');
    await changeUser('ben', {cookie: annas});
    assert.equal((await get('/podero/heat-pumps', annas)).status, 401);
    const bens = await signIn('ben');
    await changeUser('', {cookie: bens});
    assert.equal((await get('/podero/heat-pumps', bens)).status, 401);
  });

  it('stays nobody\'s after signing out, also when the page is opened again', async () => {
    const nobodys = await signIn('');
    const page = await get('/', nobodys);
    assert.match(await page.text(), /Not signed in/);
    assert.deepEqual(page.headers.getSetCookie(), []);
    assert.equal((await get('/podero/heat-pumps', nobodys)).status, 401);
  });

  it('is Anna\'s for whoever opens the page for the first time', async () => {
    const page = await get('/');
    assert.match(await page.text(), /<strong>Anna Huber<\/strong>/);
    const cookie = page.headers.getSetCookie()[0]!.split(';')[0]!;
    const devices = await (await get('/podero/heat-pumps', cookie)).json() as {id: string}[];
    assert.deepEqual(devices.map(({id}) => id), [USERS.anna.devices!['heat-pump']]);
  });

  it('gives the proxy nobody without a cookie or with a made-up one', async () => {
    for (const cookie of ['', 'alpenstrom_session=anna', 'alpenstrom_session=']) assert.equal((await get('/podero/heat-pumps', cookie)).status, 401);
  });

  it('is not changed by a form on another site', async () => {
    assert.equal((await changeUser('anna', {origin: 'https://evil.example'})).status, 403);
  });
});

describe('the portal\'s page', () => {
  it('embeds the built bundle and the three widgets, with the card of the customer\'s own heat pump', async () => {
    for (const name of ['anna', 'ben'] as const) {
      const html = await (await get('/', await signIn(name))).text();
      assert.match(html, /<script type="module" blocking="render" src="\/widgets\/podero-widgets.js"><\/script>/);
      assert.match(html, /<podero-device-list proxy-url="\/podero" poll-interval="15"/);
      assert.match(html, new RegExp(`<podero-device-card proxy-url="/podero" device-type="heat-pump" device-id="${USERS[name].devices!['heat-pump']}"`));
      assert.match(html, /<podero-consumption-chart proxy-url="\/podero"/);
      assert.match(html, new RegExp(`<strong>${USERS[name].firstName} ${USERS[name].lastName}</strong>`));
      assert.match(html, new RegExp(`value="${name}" aria-pressed="true"`));
      assert.doesNotMatch(html, /\{\{|undefined/);
    }
  });

  it('has no card for a customer without a heat pump, and all widgets while nobody is signed in', async () => {
    const claras = await (await get('/', await signIn('clara'))).text();
    assert.doesNotMatch(claras, /podero-device-card/);
    const html = await (await get('/', await signIn(''))).text();
    assert.match(html, /podero-device-list[^]*podero-device-card[^]*podero-consumption-chart/);
    assert.match(html, /Not signed in/);
  });

  it('is under a policy that allows nothing inline and nothing from elsewhere, and keeps to it', async () => {
    const answer = await get('/');
    const policy = answer.headers.get('content-security-policy')!;
    assert.equal(policy, 'default-src \'none\'; script-src \'self\'; style-src \'self\'; img-src \'self\' data:; connect-src \'self\'; '
      + 'form-action \'self\'; base-uri \'none\'; frame-ancestors \'none\'; '
      + 'require-trusted-types-for \'script\'; trusted-types podero-lit');
    assert.doesNotMatch(await answer.text(), /\sstyle=|<style|\son\w+=|(src|href)="(https?:)?\/\//);
  });

  it('has a page for each of the customer\'s own devices, and none for another\'s', async () => {
    const path = `/device/inverter/${USERS.anna.devices!.inverter}`;
    const html = await (await get(path, await signIn('anna'))).text();
    for (const tag of ['podero-device-card', 'podero-consumption-chart']) {
      assert.match(html, new RegExp(`<${tag} proxy-url="/podero" device-type="inverter" device-id="${USERS.anna.devices!.inverter}"`));
    }
    const bens = await fetch(portal.url + path, {headers: {cookie: await signIn('ben')}, redirect: 'manual'});
    assert.deepEqual([bens.status, bens.headers.get('location')], [303, '/']);
  });

  it('lets a customer of several buildings choose one', async () => {
    const options = async (name: string) => (await (await get('/', await signIn(name))).text()).match(/<option/g)?.length;
    assert.deepEqual([await options('dora'), await options('anna')], [4, undefined]);
  });

  it('escapes whatever it puts into itself', () => {
    assert.equal(escape('"><script>&\''), '&quot;&gt;&lt;script&gt;&amp;&#39;');
  });

  for (const [path, type] of [
    ['/portal.css', 'text/css; charset=utf-8'], ['/panel.css', 'text/css; charset=utf-8'],
    ['/portal.js', 'text/javascript; charset=utf-8'], ['/favicon.svg', 'image/svg+xml'],
  ] as const) {
    it(`comes with ${path}`, async () => {
      const answer = await get(path);
      assert.deepEqual([answer.status, answer.headers.get('content-type')], [200, type]);
    });
  }
});

describe('the portal\'s widgets folder', () => {
  it('serves bundle and chunks as JavaScript', async () => {
    for (const path of ['/widgets/podero-widgets.js', '/widgets/chunks/chart-1.js']) {
      const answer = await get(path);
      assert.equal(answer.status, 200, path);
      assert.match(answer.headers.get('content-type')!, /^text\/javascript/);
    }
  });

  it('serves nothing from outside', async () => {
    for (const path of ['/widgets/../package.json', '/widgets/%2e%2e/%2e%2e/package.json', '/widgets/..%2f..%2fpackage.json']) {
      assert.equal((await get(path)).status, 404, path);
    }
  });

  it('says what to do when nothing is built', async t => {
    t.mock.method(console, 'error', () => {});
    const bare = await startPortal({port: 0, sandboxUrl: sandbox.url, distDir: join(distDir, 'nothing')});
    t.after(() => bare.close());
    const answer = await fetch(`${bare.url}/widgets/podero-widgets.js`);
    assert.equal(answer.status, 404);
    assert.match(await answer.text(), /npm run build/);
  });
});

describe('closing the portal', () => {
  it('drops kept-alive connections, so that it can start on its port again at once', async t => {
    const first = await startPortal({port: 0, sandboxUrl: sandbox.url, distDir});
    await (await fetch(first.url)).text();
    await first.close();
    const second = await startPortal({port: first.port, sandboxUrl: sandbox.url, distDir});
    t.after(() => second.close());
    assert.equal((await fetch(second.url)).status, 200);
  });
});
