import assert from 'node:assert/strict';
import {after, before, describe, it} from 'node:test';
import type {Listening} from '../../demo/listen.js';
import {startPortal} from '../../demo/portal/server.js';
import {startSandbox, type Sandbox} from '../../demo/sandbox/server.js';
import {USERS} from '../../demo/sandbox/users.js';

const PUMP = USERS.anna.devices!['heat-pump'];

let sandbox: Sandbox;
let portal: Listening;

before(async () => {
  sandbox = await startSandbox();
  portal = await startPortal({port: 0, sandboxUrl: sandbox.url});
  sandbox.control({portal: portal.url, disconnect: PUMP});
});
after(() => Promise.all([portal.close(), sandbox.close()]));

const pump = () => sandbox.list('anna', 'heat-pumps')[0]!;
const link = () => pump().authorization_url as string;
const choose = (choice: string) => fetch(link(), {method: 'POST', redirect: 'manual', body: new URLSearchParams({choice})});

describe('the manufacturer\'s login page', () => {
  it('is where the older generation\'s link leads: a page of the portal\'s own origin', async () => {
    assert.equal(new URL(link()).origin, portal.url);
    const page = await fetch(link());
    const html = await page.text();
    assert.deepEqual([page.status, page.headers.get('content-type')], [200, 'text/html; charset=UTF-8']);
    assert.match(html, /<h1>Connect again<\/h1>[^]*Heat pump[^]*anna\.huber@example\.com[^]*>Sign in<[^]*>Cancel</);
    assert.doesNotMatch(html, /\{\{|undefined/);
  });

  it('is under a policy without any script or anything inline, and keeps to it', async () => {
    const page = await fetch(link());
    assert.equal(page.headers.get('content-security-policy'),
      'default-src \'none\'; style-src \'self\'; form-action \'self\'; base-uri \'none\'; frame-ancestors \'none\'');
    assert.doesNotMatch(await page.text(), /\sstyle=|<style|<script|\son\w+=|(src|href)="(https?:)?\/\//);
    const style = await fetch(`${portal.url}/manufacturer/style.css`);
    assert.deepEqual([style.status, style.headers.get('content-type')], [200, 'text/css; charset=utf-8']);
  });

  it('leaves everything as it is on Cancel, and connects the device on Sign in; both lead back to the portal', async () => {
    const cancelled = await choose('cancel');
    assert.deepEqual([cancelled.status, cancelled.headers.get('location'), pump().is_authenticated], [303, '/', false]);
    const signedIn = await choose('sign-in');
    assert.deepEqual([signedIn.status, signedIn.headers.get('location')], [303, '/']);
    assert.deepEqual([pump().is_authenticated, pump().authorization_url], [true, null]);
  });

  it('does not exist for a link that nobody has given out', async () => {
    for (const ticket of ['', 'x', 'e30.x', `${Buffer.from(JSON.stringify({device: PUMP, success: 'https://evil.example'})).toString('base64url')}.`]) {
      for (const method of ['GET', 'POST']) assert.equal((await fetch(`${portal.url}/manufacturer/sign-in?ticket=${ticket}`, {method})).status, 404);
    }
    assert.equal((await fetch(`${portal.url}/manufacturer/elsewhere`)).status, 404);
  });

  it('is not there while the manufacturer is silent, and says so', async t => {
    const alone = await startPortal({port: 0, sandboxUrl: 'http://127.0.0.1:1'});
    t.after(() => alone.close());
    assert.equal((await fetch(`${alone.url}/manufacturer/sign-in`)).status, 502);
  });
});
