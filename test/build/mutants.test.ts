import assert from 'node:assert/strict';
import {existsSync, readFileSync} from 'node:fs';
import {join} from 'node:path';
import {describe, it} from 'node:test';
import {ROOT} from '../../dist-config/prepare.mjs';
import {MUTANTS} from '../mutants/list.js';
import {inRotation, mutate, type Mutant} from '../mutants/mutant.js';

const guard: Mutant = {row: 'N01', file: 'src/a.ts', from: 'if (a)', to: 'if (true)', test: 'test/a.test.ts'};

describe('a mutant', () => {
  it('takes its guard away', () => assert.equal(mutate('go(); if (a) stop();', guard), 'go(); if (true) stop();'));

  it('is out of date where its guard is not there, or there twice', () => {
    assert.throws(() => mutate('go();', guard), /out of date: "if \(a\)" \(N01\) stands nowhere in src\/a\.ts/);
    assert.throws(() => mutate('if (a) if (a)', guard), /stands several times/);
  });
});

describe('the list of mutants', () => {
  it('fits the sources', () => {
    for (const mutant of MUTANTS) {
      assert.notEqual(mutate(readFileSync(join(ROOT, mutant.file), 'utf8'), mutant), undefined);
      assert.ok(existsSync(join(ROOT, mutant.test)), `${mutant.test} is not there.`);
    }
  });

  it('has one for each guard, and each once', () => {
    assert.ok(MUTANTS.length >= 25);
    assert.equal(new Set(MUTANTS.map(({file, from, to}) => [file, from, to].join())).size, MUTANTS.length);
  });

  it('is gone through in some days', () => {
    const days = Math.ceil(MUTANTS.length / 5);
    const seen = Array.from({length: days}, (_, day) => inRotation(MUTANTS, 5, 20_000 + day)).flat();
    assert.equal(new Set(seen).size, MUTANTS.length);
    assert.deepEqual(inRotation(['a', 'b'], 5, 0), ['a', 'b']);
  });
});
