import assert from 'node:assert/strict';
import {describe, it} from 'node:test';
import {createProxy} from '../../src/proxy/index.js';
import {withPatch} from './patched.js';
import {storm} from './storm.js';

describe('fifty customers who ask two hundred times each, all at once', () => {
  it('get each their own devices, though most answers come from the cache', async () => {
    const {answers, reads, mixedUp} = await storm(createProxy);
    assert.deepEqual({answers, mixedUp}, {answers: 10_000, mixedUp: 0});
    assert.ok(reads < 0.9 * answers, `${reads} reads of the API`);
    assert.ok(reads > 300, `${reads} reads of the API: what was kept has to end, too`);
  });

  it('would be mixed up, and seen to be, if the key of the cache did not name the customer', async t => {
    const {answers, mixedUp} = await storm(await withPatch(t, 'reads.ts', '=> `${userPath}/${path}${', '=> `${path}${'));
    assert.equal(answers, 10_000);
    assert.ok(mixedUp > 1000, `${mixedUp} answers`);
  });
});
