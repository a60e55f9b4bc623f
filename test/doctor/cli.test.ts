import assert from 'node:assert/strict';
import {readFileSync} from 'node:fs';
import {after, before, describe, it} from 'node:test';
import {listen} from '../../demo/listen.js';
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
    const left = [...output.matchAll(/^skipped +([a-z][a-z-]+) |^ {9}((?:[a-z-]+, )+[a-z-]+)$/gm)].flatMap(([, one, many]) => one ?? many!.split(', '));
    const made = lines.filter(line => !line.startsWith('skipped')).map(line => line.split(/\s+/)[1]);
    assert.deepEqual(made, CHECKS.map(({id}) => id).filter(id => !left.includes(id)));
    assert.match(output, /^skipped {2}\d+ checks: it writes to this customer's device/m);
    assert.match(output, /GET \/heat-pumps sends owner\.id, owner\.email.+\n(?: +GET .+\n)+ +→ Answer with an allow-list/);
    assert.match(output, /\n\d+ ok, 1 problem, \d+ skipped\. Not all was checked: run it with --yes and --other-id\.$/);
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

  for (const [answer, writes] of [[true, true], [false, false]] as const) {
    it(`asks somebody who sits there, once, and ${writes ? 'writes' : 'writes nothing'} after a ${writes ? 'yes' : 'no'}`, async t => {
      const proxy = await startNaive(sandbox, new Set(['in: comment']));
      t.after(() => proxy.close());
      const questions: string[] = [];
      const {output} = await runAsProgram([proxy.url, '--cookie', COOKIE, '--heartbeat-seconds', '1'], async question => { questions.push(question); return answer; });
      assert.match(questions.join(), /^Some checks write to a device of this customer[^?]*\. Make them, too\?$/);
      assert.equal(/^problem +write-fields/m.test(output), writes);
    });
  }

  it('asks nothing where the result is for a script, nor where there is nothing to write to', async t => {
    const proxy = await startNaive(sandbox, new Set());
    t.after(() => proxy.close());
    const confirm = () => assert.fail('asked') as Promise<boolean>;
    for (const args of [['--json', '--cookie', COOKIE], ['--heartbeat-seconds', '1']]) await runAsProgram([proxy.url, ...args], confirm);
  });

  for (const [what, answer, saw] of [
    ['a login page that everything leads to', () => new Response(null, {status: 302, headers: {location: '/login'}}), /answer 302: they lead elsewhere/],
    ['a web page that stands for everything', () => new Response('<title>Portal</title>', {headers: {'content-type': 'text/html'}}), /no JSON, most likely a web page/],
  ] as const) {
    it(`takes ${what} for no proxy, and leaves the rest in one line`, async t => {
      const server = await listen(answer, {port: 0, host: '127.0.0.1'});
      t.after(() => server.close());
      const {output, code} = await runAsProgram([`${server.url}/podero`, '--cookie', COOKIE]);
      assert.match(output, saw);
      assert.match(output, /^skipped {2}\d+ checks: no collection can be read$/m);
      assert.equal(code, 1);
    });
  }

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
  assert.match(readFileSync(new URL('../../README.md', import.meta.url), 'utf8'), new RegExp(`\\[${CHECKS.length} checks\\]`));
  assert.deepEqual([...table.matchAll(/^\| `([\w-]+)` \|/gm)].map(([, id]) => id), CHECKS.map(({id}) => id));
});
