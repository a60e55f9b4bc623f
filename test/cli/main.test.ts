import assert from 'node:assert/strict';
import {readFileSync} from 'node:fs';
import {describe, it} from 'node:test';
import {VARIABLES} from '../../src/cli/variables.js';
import {start} from './setup.js';

const {version} = JSON.parse(readFileSync(new URL('../../package.json', import.meta.url), 'utf8')) as {version: string};

describe('the program', () => {
  it('says with --help what it can do, and names each variable', async t => {
    const {code, stdout, stderr} = await start(t, ['--help']).ended;
    assert.deepEqual([code, stderr], [0, '']);
    for (const word of ['podero-widgets proxy', 'podero-widgets doctor', ...Object.keys(VARIABLES)]) assert.ok(stdout.includes(word), word);
  });

  it('says its version', async t => {
    assert.deepEqual(await start(t, ['--version']).ended, {code: 0, stdout: `${version}\n`, stderr: ''});
  });

  for (const [args, sentence] of [[[], /say what to do/], [['prxy'], /no command "prxy"/], [['__proto__'], /no command "__proto__"/]] as const) {
    it(`ends with 2 and a sentence for ${JSON.stringify(args)}`, async t => {
      const {code, stdout, stderr} = await start(t, args).ended;
      assert.deepEqual([code, stdout], [2, '']);
      assert.match(stderr, sentence);
      assert.equal(stderr.trim().split('\n').length, 1);
    });
  }
});
