import assert from 'node:assert/strict';
import {spawnSync} from 'node:child_process';
import {mkdtempSync, rmSync, writeFileSync} from 'node:fs';
import {tmpdir} from 'node:os';
import {join} from 'node:path';
import {after, describe, it} from 'node:test';
import {recordsOf} from '../../dist-config/count-reporter.mjs';
import {rowsOf} from '../../dist-config/row-records.mjs';
import {MISSING, ROWS} from '../rows/expected.js';
import {recordsIn, tally, type RowRecord} from '../rows/tally.js';

const ROOT = new URL('../..', import.meta.url);
const folder = mkdtempSync(join(tmpdir(), 'podero-rows-'));
after(() => rmSync(folder, {recursive: true}));

const passed = (row: string, engine = 'Chromium'): RowRecord => ({rows: [row], engine, result: 'passed', why: ''});
const ALL = Object.keys(ROWS).filter(row => !(MISSING as readonly string[]).includes(row));
const complaints = (records: readonly RowRecord[], engines = ['Chromium']) => tally(records, engines).complaints;
const withoutN01 = ALL.slice(1).flatMap(row => [passed(row), passed(row, 'WebKit')]);

describe('the rows of a name', () => {
  const CASES: Readonly<Record<string, readonly string[]>> = {
    'N01 is retried': ['N01'],
    'T11, T12 keeps its rhythm': ['T11', 'T12'],
    'V01: text': ['V01'],
    'N011 is no row': [],
    'E14 are shown': ['E14'],
    'keeps its rhythm (T11)': [],
  };
  for (const [name, rows] of Object.entries(CASES)) it(`"${name}" are ${rows.join() || 'none'}`, () => assert.deepEqual(rowsOf(name), rows));
});

describe('the table of rows', () => {
  it('counts what passed in each engine, and says what is left for later', () => {
    const {lines} = tally([passed('N01'), passed('N01'), passed('N01', 'WebKit')], ['Chromium', 'WebKit']);
    assert.equal(lines[0], 'N01 Chromium 2 WebKit 1 · refused: told, and retried after 2, 8 and 30 s');
    assert.match(lines.find(line => line.startsWith('T16'))!, /^T16 Chromium – WebKit – · .+ \(.+ comes with .+\)$/);
  });

  it('is content when each row has passed in each engine', () => assert.deepEqual(complaints(ALL.map(row => passed(row))), []));

  it('names the row that is missing in one engine', () =>
    assert.deepEqual(complaints([...withoutN01, passed('N01')], ['Chromium', 'WebKit']), ['N01 has no test in WebKit.']));

  it('misses nothing in an engine of which nothing is demanded, and names what is red there all the same', () => {
    const records = [...withoutN01, passed('N01')];
    assert.deepEqual(tally(records, ['Chromium', 'WebKit'], ['Chromium']).complaints, []);
    const red = {...passed('N01', 'WebKit'), result: 'failed'} as const;
    assert.deepEqual(tally([...records, red], ['Chromium', 'WebKit'], ['Chromium']).complaints, ['N01 is red in WebKit.']);
  });

  it('names the row that is red, also where another of its tests is green', () => {
    const red = {...passed('N01', 'WebKit'), result: 'failed'} as const;
    assert.deepEqual(complaints([...withoutN01, passed('N01'), passed('N01', 'WebKit'), red], ['Chromium', 'WebKit']), ['N01 is red in WebKit.']);
  });

  it('takes a skipped test with its reason, but not in every engine', () => {
    const skipped = {...passed('N01', 'WebKit'), result: 'skipped', why: 'it cannot go offline'} as const;
    const {lines, complaints: none} = tally([...withoutN01, passed('N01'), skipped], ['Chromium', 'WebKit']);
    assert.deepEqual(none, []);
    assert.match(lines[0]!, /^N01 Chromium 1 WebKit skipped \(it cannot go offline\) ·/);
    assert.deepEqual(complaints([...withoutN01, skipped], ['WebKit']), ['N01 was skipped everywhere.']);
  });

  it('names a number that no row has', () =>
    assert.deepEqual(complaints([...ALL, 'N99'].map(row => passed(row))), ['A test bears the number N99, which no row has.']));
});

describe('what the runners write', () => {
  it('comes from Node\'s test runner with the engine of the describe around it', () => {
    const file = join(folder, 'some.test.mjs');
    writeFileSync(file, `import {describe, it} from 'node:test';
      describe('a page', () => { for (const name of ['Chromium', 'WebKit']) describe(name, () => {
        describe('inside', () => it('N01, N02 works', () => {}));
        it('N03 does not', () => { throw new Error('no'); });
        it('N04 waits', {skip: 'not here'}, () => {});
        it('is no row', () => {});
      }); });
      it('N05 is in no engine', () => {});`);
    // It would take itself for a part of this run.
    const env = {...process.env, NODE_TEST_CONTEXT: undefined};
    const {stdout} = spawnSync(process.execPath, ['--test', '--test-reporter=./dist-config/row-reporter.mjs', file], {cwd: ROOT, env, encoding: 'utf8'});
    const records = recordsIn(stdout);
    assert.deepEqual(records.map(({rows, engine, result}) => `${rows.join()} ${engine} ${result}`), ['Chromium', 'WebKit'].flatMap(engine =>
      [`N01,N02 ${engine} passed`, `N03 ${engine} failed`, `N04 ${engine} skipped`]));
    assert.equal(records[2]!.why, 'not here');
  });

  it('comes from web-test-runner with the name of the browser', () => {
    const tests = [{name: 'T11, T12 keeps its rhythm', passed: true, skipped: false}, {name: 'is no row', passed: true, skipped: false}];
    const sessions = [{browser: {name: 'Firefox'}, testResults: {tests: [], suites: [{tests, suites: []}]}}, {browser: {name: 'WebKit'}}];
    assert.deepEqual(recordsIn(recordsOf(sessions)), [{rows: ['T11', 'T12'], engine: 'Firefox', result: 'passed', why: tests[0]!.name}]);
  });
});
