import assert from 'node:assert/strict';
import {describe, it} from 'node:test';
import {findSignIn, resolvePathOf, statePathOf} from '../../src/proxy/cue.js';
import {isOnHostOf} from '../../src/proxy/redirect-hosts.js';
import {createTickets, type Ticket} from '../../src/proxy/ticket.js';
import {faultOf} from '../../src/proxy/upstream-error.js';

const API = 'https://app.podero.com/api/partners/v2.0/';
const LINK = `${API}cues/0b0f7c1e-6a55/resolve?secret=a.b-c%3D`;

const find = (resolution_link: unknown) => findSignIn({actions: [{code: 'information'}, {code: 'reauthenticate', resolution_link}]}, API);
const faultIn = (link: unknown) => {
  try {
    return find(link);
  } catch (error) {
    return faultOf(error);
  }
};

describe('the link of an action', () => {
  it('gives the cue, as text and in an object, and the paths are made of it anew', () => {
    for (const link of [LINK, {url: LINK, required_parameters: ['successUrl']}]) {
      const cue = find(link)!;
      assert.deepEqual(cue, {id: '0b0f7c1e-6a55', secret: 'a.b-c%3D'});
      assert.equal(API + resolvePathOf(cue), LINK);
      assert.equal(statePathOf(cue), 'cues/0b0f7c1e-6a55/state?secret=a.b-c%3D');
    }
  });

  it('is none where nothing waits, whatever the API sends in its place', () => {
    for (const device of [{}, {actions: null}, {actions: 'x'}, {actions: [null, 7, {}, {code: 'information'}]}, []]) assert.equal(findSignIn(device, API), undefined);
  });

  for (const url of [
    LINK.replace('app.', 'evil.'), LINK.replace('https', 'http'), LINK.replace('.com', '.com.evil.example'), LINK.replace('.com', '.com:8443'), LINK.replace('//', '//a:b@'),
    LINK.replace('.com', '.com@evil.example'), LINK.replace('0b0f7c1e-6a55', '..'), LINK.replace('0b0f7c1e-6a55', 'a/../../org/x'), LINK.replace('0b0f7c1e-6a55', '%2e%2e'),
    LINK.replace('resolve', 'information/resolve'), LINK.replace('resolve', 'state'), LINK.replace('v2.0', 'v2.0/../v3'), `${LINK}&secret=b`, `${LINK}&x=1`, `${LINK}#x`,
    `${LINK} x`, `${LINK}\\x`, `${LINK}\n`, `${LINK}ä`, LINK.replace(/secret=.*/, 'secret='), LINK.replace('secret', 'Secret'), `${LINK}${'a'.repeat(1000)}`, `//app.podero.com/`, '', 'x',
  ]) {
    it(`is foreign: ${JSON.stringify(url.slice(0, 100))}`, () => assert.equal(faultIn(url), 'foreign-link'));
  }

  it('is malformed where it is no text', () => {
    for (const link of [undefined, null, 7, {}, {url: 7}, [LINK]]) assert.equal(faultIn(link), 'malformed');
  });
});

describe('hosts to be sent to', () => {
  const is = (url: string, ...hosts: string[]) => isOnHostOf(hosts, new URL(url));

  it('are named exactly, or as any subdomain', () => {
    assert.deepEqual([is('https://a.example/', 'a.example'), is('https://A.example/', 'a.example'), is('https://b.a.example/', 'a.example')], [true, true, false]);
    assert.deepEqual([is('https://x.a.example/', '*.a.example'), is('https://a.example/', '*.a.example'), is('https://xa.example/', '*.a.example')], [true, false, false]);
    assert.equal(is('https://a.example/'), false);
  });

  it('are reached by https at its usual port, without a user', () => {
    for (const url of ['http://a.example/', 'https://a.example:8443/', 'https://u@a.example/', 'https://:p@a.example/', 'ftp://a.example/', 'javascript:a.example']) {
      assert.equal(is(url, 'a.example'), false, url);
    }
  });
});

describe('a ticket', () => {
  const ticket: Ticket = {
    userPath: 'org/o/users/u', device: 'heat-pumps/h', cue: {id: 'c', secret: 'SIGNED'}, returnUrl: 'https://portal.example/ä', outcome: 'ok', expiresAt: 7, nonce: 'n',
  };

  it('is read with the same secret, whatever it is made of, and with no other', async () => {
    const sealed = await createTickets('ß€').seal(ticket);
    assert.deepEqual(await createTickets('ß€').open(sealed), ticket);
    assert.equal(await createTickets('ß').open(sealed), undefined);
  });

  it('is another each time, and shows nothing', async () => {
    const {seal} = createTickets('a');
    const [one, two] = await Promise.all([seal(ticket), seal(ticket)]);
    assert.notEqual(one, two);
    assert.match(one, /^[\w-]+$/);
    assert.doesNotMatch(Buffer.from(one, 'base64url').toString('latin1'), /SIGNED|heat-pumps|portal/);
  });

  it('is void if a single character of it was changed, left out or added', async () => {
    const {seal, open} = createTickets('a');
    const sealed = await seal(ticket);
    const other = (character: string | undefined) => character === 'A' ? 'w' : 'A';
    for (let at = 0; at < sealed.length - 1; at++) {
      assert.equal(await open(sealed.slice(0, at) + other(sealed[at]) + sealed.slice(at + 1)), undefined, String(at));
    }
    for (const damaged of ['', 'A', sealed.slice(0, -4), sealed.slice(4), `${sealed}AAAA`, `${sealed}=`, `${sealed} `, 'A'.repeat(8001)]) assert.equal(await open(damaged), undefined);
  });
});
