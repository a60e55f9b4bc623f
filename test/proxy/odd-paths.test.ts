import assert from 'node:assert/strict';
import {connect} from 'node:net';
import {after, before, describe, it} from 'node:test';
import {listen, type Listening} from '../../demo/listen.js';
import {USERS} from '../../demo/sandbox/users.js';
import {startProxy} from './setup.js';

const PUMP = USERS.anna.devices!['heat-pump'];

describe('a path that no browser sends', () => {
  let {sandbox, proxy} = {} as Awaited<ReturnType<typeof startProxy>>;
  let server = {} as Listening;
  before(async () => {
    ({sandbox, proxy} = await startProxy());
    server = await listen(proxy, {port: 0, host: '127.0.0.1'});
  });
  after(() => Promise.all([server.close(), sandbox.close()]));

  /** The bytes as they stand, since a URL would tidy them up. */
  const ask = (target: string) => new Promise<string>((resolve, reject) => {
    let answer = '';
    const socket = connect(server.port, '127.0.0.1', () => socket.write(`GET ${target} HTTP/1.1\r\nhost: 127.0.0.1:${server.port}\r\nconnection: close\r\n\r\n`));
    socket.setEncoding('utf8').on('data', text => { answer += text; }).on('end', () => resolve(answer)).on('error', reject);
  });

  const users = `/api/partners/v2.0/org/${USERS.ben.id}/users`;
  for (const target of [
    '/podero/heat-pumps/..%2f..%2f..%2fusers', '/podero/heat-pumps/%2e%2e/%2e%2e', '/podero/heat-pumps/../../oauth2/token/', `/podero/heat-pumps/${PUMP}%00`,
    `/podero/heat-pumps/${PUMP}%2fsavings`, '/podero//heat-pumps', '//podero/heat-pumps', `/podero/heat-pumps//${PUMP}`, `/podero/heat-pumps/${PUMP}/`,
    '/podero/heat-pumps/%252e%252e%252f', '/podero/heat-pumps;id=1', '/podero/HEAT-PUMPS', '/podero\\heat-pumps\\..', '/podero/heat-pumps/%c0%ae%c0%ae', '/podero/%',
    '/podero/heat-pumps/@evil.example', 'http://evil.example/podero/../x', `/podero/..${users}`, '/podero/heat-pumps%3f', '*',
  ]) {
    it(`leads nowhere: ${target}`, async () => {
      sandbox.control({resetRequests: true});
      const status = Number((await ask(target)).match(/^HTTP\/1\.1 (\d+)/)?.[1]);
      assert.ok(status === 404 || status === 400, `${status}`);
      assert.deepEqual(sandbox.requests(), {});
    });
  }

  it('is the only thing that is wrong: the same server answers the right one', async () => {
    assert.match(await ask(`/podero/heat-pumps/${PUMP}`), /^HTTP\/1\.1 200/);
    assert.match(await ask('/podero/heat-pumps?user_id=1&..%2f=x'), /^HTTP\/1\.1 200/);
  });
});
