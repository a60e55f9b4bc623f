import assert from 'node:assert/strict';
import {after, before, describe, it} from 'node:test';
import {startSandbox, type Sandbox} from '../../demo/sandbox/server.js';
import {USERS} from '../../demo/sandbox/users.js';
import {HOLES, PORTAL} from './holes.js';
import {COOKIE, startNaive} from './naive-proxy.js';
import {examined} from './setup.js';

const GIVEN = ['--cookie', COOKIE, '--yes'];
const BENS = ['--other-id', USERS.ben.devices!['heat-pump']];

describe('the doctor, before a proxy of somebody else\'s', () => {
  let sandbox: Sandbox;
  before(async () => {
    sandbox = await startSandbox();
    sandbox.clock.stop();
  });
  after(() => sandbox.close());

  const examineWith = async (holes: readonly string[], args: readonly string[] = []) => {
    sandbox.control({clearPatches: true});
    if (holes.includes('redirect followed')) redirectSavings(sandbox);
    const proxy = await startNaive(sandbox, new Set(holes));
    try {
      return await examined(proxy.url, ...GIVEN, ...args);
    } finally {
      sandbox.control({recover: true});
      await proxy.close();
    }
  };

  for (const [where, args] of [['on the portal\'s origin', []], ['on another origin', ['--origin', PORTAL]]] as const) {
    it(`says nothing of one without holes ${where}`, async () => {
      const {problems, verdicts, code} = await examineWith([], [...BENS, ...args]);
      assert.deepEqual(problems, [], JSON.stringify(verdicts.filter(({is}) => is === 'problem'), null, 1));
      assert.equal(code, 0);
      const skipped = verdicts.filter(({is}) => is === 'skipped').map(({id}) => id);
      assert.deepEqual(skipped, args.length ? [] : ['cors-headers']);
    });
  }

  for (const [hole, {check, args}] of Object.entries(HOLES)) {
    it(`names "${hole}", and nothing else`, async () => {
      const {problems, verdicts, code} = await examineWith([hole], args);
      assert.deepEqual(problems, [check], JSON.stringify(verdicts.filter(({is}) => is === 'problem'), null, 1));
      assert.equal(code, 1);
    });
  }

  it('names all of them together', async () => {
    const together = Object.keys(HOLES).filter(hole => !HIDING.includes(hole));
    const {problems} = await examineWith(together, [...BENS, '--origin', PORTAL]);
    const checks = new Set(together.map(hole => HOLES[hole]!.check));
    assert.deepEqual([...checks].filter(check => !problems.includes(check)), []);
  });

  it('names those together that hide the others', async () => {
    const {problems} = await examineWith(HIDING);
    assert.deepEqual(HIDING.map(hole => HOLES[hole]!.check).filter(check => !problems.includes(check)), []);
  });
});

/** Where these are, others cannot be seen: no check but their own would be left. */
const HIDING = ['redirect passed on', 'detail missing', 'events under another type'];

/** A style sheet stands for whatever the API could redirect to. */
function redirectSavings(sandbox: Sandbox): void {
  const location = `${sandbox.url}/manufacturer/style.css`;
  sandbox.control({fail: {collection: 'inverters', on: 'savings', status: 302, headers: {location}}});
}
