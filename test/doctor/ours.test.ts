import assert from 'node:assert/strict';
import {it} from 'node:test';
import {listen} from '../../demo/listen.js';
import {startSandbox} from '../../demo/sandbox/server.js';
import {ORG_ID, USERS} from '../../demo/sandbox/users.js';
import {createProxy, type ProxyOptions} from '../../src/proxy/index.js';
import {optionsFor} from '../proxy/setup.js';
import {examined} from './setup.js';

const COOKIE = 'session=of-emil';
const EMIL = {orgId: ORG_ID, userId: USERS.emil.id};

it('the doctor says nothing of our own proxy, and what it does not offer is no problem', async t => {
  const sandbox = await startSandbox();
  const options: ProxyOptions = {
    ...optionsFor(sandbox), pushSeconds: 1, user: ({headers}) => (headers.get('cookie') === COOKIE ? EMIL : null),
  };
  const server = await listen(createProxy(options), {port: 0, host: '127.0.0.1'});
  t.after(() => Promise.all([server.close(), sandbox.close()]));
  const {problems, verdicts, code} = await examined(
    `${server.url}/podero`, '--cookie', COOKIE, '--yes', '--other-id', USERS.anna.devices!['heat-pump'], '--heartbeat-seconds', '35');
  assert.deepEqual(problems, [], JSON.stringify(verdicts.filter(({is}) => is === 'problem'), null, 1));
  assert.equal(code, 0);
  const skipped = verdicts.filter(({is}) => is === 'skipped').map(({id}) => id);
  assert.deepEqual(skipped, ['cors-headers']);
});
