import assert from 'node:assert/strict';
import {readFileSync} from 'node:fs';
import {after, before, describe, it} from 'node:test';
import {startSandbox, type Sandbox} from '../../demo/sandbox/server.js';
import {CHECKS} from '../../src/doctor/checks.js';
import {HOLES, PORTAL} from './holes.js';
import {COOKIE, startNaive} from './naive-proxy.js';
import {examined, runAsProgram} from './setup.js';

describe('the doctor\'s command line', () => {
  let sandbox: Sandbox;
  before(async () => { sandbox = await startSandbox(); });
  after(() => sandbox.close());

  it('prints one line for each check, and what to do, and adds it up', async t => {
    const proxy = await startNaive(sandbox, new Set(['out: owner']));
    t.after(() => proxy.close());
    const {code, output} = await runAsProgram([proxy.url, '--cookie', COOKIE]);
    const lines = output.split('\n').filter(line => /^(ok|problem|skipped) /.test(line));
    assert.deepEqual(lines.map(line => line.split(/\s+/)[1]), CHECKS.map(({id}) => id));
    assert.match(output, /GET \/heat-pumps sends owner\.id, owner\.email.+\n(?: +GET .+\n)+ +→ Answer with an allow-list/);
    assert.match(output, /\n\d+ ok, 1 problem, \d+ skipped$/);
    assert.equal(code, 1);
  });

  it('repeats no cookie, no header and nothing of the customer\'s', async t => {
    const proxy = await startNaive(sandbox, new Set(Object.keys(HOLES).filter(hole => hole !== 'detail missing')));
    t.after(() => proxy.close());
    const {output} = await examined(proxy.url, '--cookie', COOKIE, '--header', 'x-canary: SECRET-HEADER', '--yes', '--origin', PORTAL);
    assert.doesNotMatch(output, /emil|gruber|example\.com|SECRET-HEADER/i);
    assert.doesNotMatch(output, new RegExp(sandbox.list('emil', 'heat-pumps')[0]!.id));
  });

  it('writes nothing unless it may', async t => {
    const proxy = await startNaive(sandbox, new Set());
    t.after(() => proxy.close());
    const {verdicts} = await examined(proxy.url, '--cookie', COOKIE);
    const skipped = verdicts.filter(({is}) => is === 'skipped').map(({id}) => id);
    assert.deepEqual(CHECKS.filter(({needs}) => needs.includes('consent')).map(({id}) => id).filter(id => !skipped.includes(id)), []);
  });

  it('says that nobody is signed in, and leaves the rest', async t => {
    const proxy = await startNaive(sandbox, new Set());
    t.after(() => proxy.close());
    const {problems} = await examined(proxy.url);
    assert.deepEqual(problems, ['signed-in']);
  });

  it('finds a token in an address, and does not repeat it', async t => {
    const proxy = await startNaive(sandbox, new Set());
    t.after(() => proxy.close());
    const {problems, output} = await examined(`${proxy.url}?access_token=CANARY`, '--cookie', COOKIE);
    assert.deepEqual(problems, ['url-token']);
    assert.doesNotMatch(output, /CANARY/);
  });

  for (const [what, args] of [
    ['no address', []], ['an address that is none', ['portal/CANARY']], ['a header without a name', ['https://portal.example', '--header', 'CANARY']],
    ['an unknown option', ['https://portal.example', '--sudo']], ['a proxy that is not there', ['http://127.0.0.1:1/podero?token=CANARY']],
  ] as const) {
    it(`ends with 2 for ${what}`, async () => {
      const {code, output, complaints} = await runAsProgram(args);
      assert.equal(code, 2);
      assert.equal(output, '');
      assert.doesNotMatch(complaints, /CANARY/);
      assert.notEqual(complaints, '');
    });
  }

  it('explains itself', async () => {
    const {code, output} = await runAsProgram(['--help']);
    assert.equal(code, 0);
    assert.match(output, /--other-id/);
  });
});

it('docs/doctor.md explains every check, and no other', () => {
  const table = readFileSync(new URL('../../docs/doctor.md', import.meta.url), 'utf8');
  assert.deepEqual([...table.matchAll(/^\| `([\w-]+)` \|/gm)].map(([, id]) => id), CHECKS.map(({id}) => id));
});
