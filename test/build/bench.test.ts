import assert from 'node:assert/strict';
import {describe, it} from 'node:test';
import type {Figure} from '../bench/figures.js';
import {median, verdictOf} from '../bench/figures.js';
import {homeOf, withOneChange} from '../bench/home.js';
import {readOptions} from '../bench/options.js';
import {interleaved} from '../bench/row.js';
import {ROWS} from '../bench/rows/all.js';
import {asMarkdown, intoPage, missed} from '../bench/table.js';

const FIGURE: Figure = {row: 'B4', what: 'first card', unit: 'ms', product: 120, vanilla: 100, react: 200, limits: [{of: 'vanilla', reach: 1.4, aim: 1.1}, {of: 'react', reach: 0.5}]};

describe('the benchmark', () => {
  it('measures every row in every size, unless it is told which', () => {
    const {rows, effort} = readOptions([]);
    assert.deepEqual([rows, effort.sizes, effort.cycles], [ROWS, [1, 10, 100, 1000], 1000]);
    const picked = readOptions(['--quick', '--rows', 'B12,B4', '--sizes', '1,100', '--repeats', '5']);
    assert.deepEqual([picked.rows.map(({id}) => id), picked.effort.sizes, picked.effort.repeats], [['B4, B6', 'B12'], [1, 100], 5]);
  });

  for (const [args, problem] of [[['--rows', 'B99'], /no row "B99"/], [['--sizes', '7'], /no size 7/], [['--repeats', 'many'], /--repeats .* "many"/]] as const) {
    it(`refuses ${args.join(' ')}, and says what there is`, () => {
      assert.throws(() => readOptions(args), (error: Error) => problem.test(error.message) && error.message.includes('--quick'));
    });
  }

  it('judges by ratios, and by what may be added to them', () => {
    assert.deepEqual(FIGURE.limits.map(limit => verdictOf(FIGURE, limit)), ['reach', 'missed']);
    assert.deepEqual([verdictOf(FIGURE, {of: 'react', reach: 0.5, plus: 20}), verdictOf(FIGURE, {reach: 119}), verdictOf(FIGURE, {reach: 120})], ['aim', 'missed', 'aim']);
    assert.deepEqual([verdictOf({...FIGURE, product: 500, react: -5}, {of: 'react', reach: 1, plus: 100})], ['missed']);
    assert.throws(() => verdictOf({...FIGURE, product: NaN}, {reach: 1}), /nothing to judge/);
    assert.throws(() => verdictOf({row: '', what: '', unit: '', product: 1, limits: []}, {of: 'react', reach: 1}), /nothing to judge/);
    assert.deepEqual(missed([FIGURE, {...FIGURE, limits: []}]), [FIGURE]);
  });

  it('writes each figure, its ratios, and what is missed', () => {
    assert.equal(asMarkdown([FIGURE]).split('\n').at(-1),
      '| B4 | first card | 120 ms | 100 ms | 200 ms | 1.20 | 0.60 | ≤ 1.4 × vanilla, aim 1.1 × vanilla (1.2) ✓; ≤ 0.5 × React **missed** |');
  });

  it('puts its table between the marks of a page, or is the page', () => {
    assert.equal(intoPage('a\n<!-- bench -->\nold\n<!-- /bench -->\nb', '| $& |'), 'a\n<!-- bench -->\n\n| $& |\n\n<!-- /bench -->\nb');
    assert.equal(intoPage('whatever', '| new |'), '| new |\n');
  });

  it('takes medians of all but the first try, one of each after the other', async () => {
    const tries: string[] = [];
    const values = [100, 200, 1, 10, 3, 30, 2, 20];
    const found = await interleaved(['product', 'react'] as const, 3, who => {
      tries.push(who);
      return Promise.resolve(values[tries.length - 1]!);
    });
    assert.deepEqual([tries.join(), found], ['product,react,product,react,product,react,product,react', {product: 2, react: 20}]);
    assert.equal(median([4, 1, 3, 2]), 2.5);
  });

  it('gives the same devices each time, others in each round, and one change where one is wanted', () => {
    const [home, again, next] = [homeOf(30), homeOf(30), homeOf(30, 1)];
    assert.deepEqual(home, again);
    for (const collection of ['heat-pumps', 'electric-vehicles', 'inverters'] as const) {
      assert.equal(home[collection].length, 10);
      home[collection].forEach((sent, index) => assert.notDeepEqual(sent, next[collection][index]));
    }
    const changed = withOneChange(home, 1);
    const differs = (Object.keys(home) as (keyof typeof home)[]).flatMap(name => home[name].filter((sent, index) => sent !== changed[name][index]));
    assert.deepEqual([differs, changed['heat-pumps'][0]!['indoor_actual_temperature']], [[home['heat-pumps'][0]], 18.1]);
  });
});
