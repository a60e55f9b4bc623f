import assert from 'node:assert/strict';
import {spawnSync} from 'node:child_process';
import {mkdtempSync, rmSync, writeFileSync} from 'node:fs';
import {tmpdir} from 'node:os';
import {join} from 'node:path';
import {describe, it} from 'node:test';
import {ROOT} from '../../dist-config/prepare.mjs';
import {PERSONAL, SECRETS} from '../canaries.js';

/** Runs the search over what is said to have been printed and logged. */
function search(written: Readonly<Record<string, string>>): {readonly code: number | null; readonly said: string} {
  const folder = mkdtempSync(join(tmpdir(), 'podero-logs-'));
  for (const [file, text] of Object.entries(written)) writeFileSync(join(folder, file), text);
  const {status, stdout, stderr} = spawnSync(process.execPath, ['--import', 'tsx', 'test/search-logs.ts', folder], {cwd: ROOT, encoding: 'utf8'});
  rmSync(folder, {recursive: true});
  return {code: status, said: stdout + stderr};
}

const CLEAN = {'node.txt': '✔ reads\n✔ writes\n', 'proxies.log': '{"level":"info"}\n'};
const write = (texts: readonly {text: string}[]) => texts.map(({text}, n) => `${n} "${text}"\n`).join('');

describe('the search of the logs', () => {
  it('passes where nothing is to be found, and says how much it searched', () => {
    assert.deepEqual(search({...CLEAN, 'unit.txt': 'fine'}), {code: 0, said: 'Nothing that should not be there in what 2 steps printed and in 1 lines of logs.\n'});
  });

  it('finds each canary in the logs, says its kind and line, and does not repeat it', () => {
    const all = [...SECRETS, ...PERSONAL];
    const {code, said} = search({...CLEAN, 'proxies.log': write(all)});
    assert.equal(code, 1);
    const missing = all.filter(({kind}) => !said.includes(`The proxies logged ${kind} (line `));
    assert.deepEqual(missing.map(({kind}) => kind), []);
    assert.ok(!all.some(({text}) => said.includes(text)), 'what was found is not repeated');
  });

  it('finds secrets and e-mail addresses in what a step printed, in whatever way they are written, and leaves the names of tests their ids', () => {
    assert.equal(search({...CLEAN, 'types.txt': write(PERSONAL)}).code, 0);
    const {said} = search({...CLEAN, 'unit.txt': `fine\n${write(SECRETS).toUpperCase().replaceAll('@', '%40')}`});
    assert.deepEqual(said.trim().split('\n'), SECRETS.map(({kind}, n) => `The step "unit" printed ${kind} (line ${n + 2}).`));
  });

  it('fails where nothing was written that it could search', () => {
    assert.match(search({}).said, /No step has run before/);
    assert.match(search({...CLEAN, 'proxies.log': ''}).said, /have logged nothing/);
    assert.equal(search({'types.txt': 'fine'}).code, 0);
  });
});
