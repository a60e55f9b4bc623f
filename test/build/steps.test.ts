import assert from 'node:assert/strict';
import {describe, it} from 'node:test';
import {check, inWords, lastWords, nodeRunner, runStep, webRunner, type Step} from '../../dist-config/steps.mjs';

/** A process that prints the lines and ends with the code. */
const program = (code: number, ...lines: string[]) => [process.execPath, '-e', `${lines.map(line => `console.log(${JSON.stringify(line)});`).join('')}process.exitCode = ${code}`];

const NODE_LINES = ['ℹ tests 6', 'ℹ pass 4', 'ℹ fail 1', 'ℹ cancelled 0', 'ℹ skipped 1', 'ℹ todo 2'];

/** What a runner does, and how it counts. */
const CASES: Readonly<Record<string, readonly [Step, string]>> = {
  'a check that passes is one': [check(...program(0)), '1 passed, 0 failed, 0 skipped'],
  'a check that fails is one': [check(...program(2, 'bad')), '0 passed, 1 failed, 0 skipped'],
  'a check that cannot be started has failed': [check('/no/such/program'), '0 passed, 1 failed, 0 skipped'],
  'node counts by its last lines': [nodeRunner(program(1, 'ℹ pass 9', ...NODE_LINES)), '4 passed, 1 failed, 3 skipped'],
  'the web runner counts by its last line': [webRunner(program(0, '1 passed, 0 failed, 0 skipped', '12 passed, 0 failed, 3 skipped')), '12 passed, 0 failed, 3 skipped'],
  'a runner that crashes without a count has failed': [nodeRunner(program(1, 'Error: no')), '0 passed, 1 failed, 0 skipped'],
  'a runner that says nothing has failed': [webRunner(program(0)), '0 passed, 1 failed, 0 skipped'],
  'a runner that found no test has failed': [nodeRunner(program(0, 'ℹ pass 0', 'ℹ fail 0', 'ℹ skipped 2', 'ℹ todo 0')), '0 passed, 1 failed, 2 skipped'],
  'a runner that crashes after its tests have passed has failed': [webRunner(program(3, '5 passed, 0 failed, 0 skipped')), '5 passed, 1 failed, 0 skipped'],
};

describe('npm test', () => {
  for (const [name, [step, wanted]] of Object.entries(CASES)) {
    it(name, async () => assert.equal(inWords(await runStep(step, () => {})), wanted));
  }

  it('repeats why a step failed: the failures that were summed up, else the last lines', () => {
    assert.equal(lastWords('\u001b[32m✔ well\u001b[0m\nℹ fail 1\n\n✖ failing tests:\n\n✖ ill\n  6 W, not 4 W\n', 4), '✖ failing tests:\n\n✖ ill\n  6 W, not 4 W');
    assert.equal(lastWords('1\n2\n3\n', 2), '2\n3');
  });
});
