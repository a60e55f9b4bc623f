/**
 * `npm run mutants`: takes away one guard after the other, and each time the test of its row has to turn red.
 * `npm run mutants -- 5`: five of them, others each day. `npm run mutants -- N01 T11`: those of these rows.
 */
import {ROWS} from '../rows/expected.js';
import {Copy, type Outcome} from './copy.js';
import {MUTANTS} from './list.js';
import {inRotation, type Mutant} from './mutant.js';

/** Each has browsers of its own. */
const AT_ONCE = 2;
const MS_OF_DAY = 86_400_000;

const args = process.argv.slice(2);
const waiting = [...chosen(args)];
const baselines = new Map<string, Promise<Outcome>>();
const count = {passed: 0, failed: 0};

await Promise.all(Array.from({length: Math.min(AT_ONCE, waiting.length)}, work));
console.log(`\n${count.passed} passed, ${count.failed} failed, 0 skipped`);
process.exitCode = count.failed || !count.passed ? 1 : 0;

function chosen([first, ...others]: readonly string[]): readonly Mutant[] {
  if (first === undefined) return MUTANTS;
  if (!/^\d+$/.test(first)) return MUTANTS.filter(({row}) => [first, ...others].includes(row));
  const day = Math.floor(Date.now() / MS_OF_DAY);
  console.log(`${first} of ${MUTANTS.length}, those of day ${day}.`);
  return inRotation(MUTANTS, Number(first), day);
}

async function work(): Promise<void> {
  const copy = new Copy();
  for (let mutant = waiting.shift(); mutant; mutant = waiting.shift()) {
    const start = performance.now();
    const verdict = await verdictOn(mutant, copy).catch(String);
    count[verdict ? 'failed' : 'passed']++;
    const seconds = ((performance.now() - start) / 1000).toFixed(1);
    console.log(`${mutant.row} ${verdict ? `SURVIVED: ${verdict}` : `killed in ${seconds} s`} · ${mutant.file}: ${inLine(mutant.from)} → ${inLine(mutant.to)}`);
  }
}

function inLine(text: string): string {
  return text.trim().replace(/\s+/g, ' ') || 'nothing';
}

/** What is wrong, if anything: a red test says nothing where it is red with the guard, too. */
async function verdictOn(mutant: Mutant, copy: Copy): Promise<string | undefined> {
  const {test} = mutant;
  if (!baselines.has(test)) baselines.set(test, baselineOf(test, copy));
  const baseline = await baselines.get(test)!;
  if (!baseline.isGreen) return `${test} is red as it is.\n${baseline.output}`;
  const complaint = complaintOf(mutant, await copy.without(mutant));
  // A browser that did not start is red as well.
  return complaint && complaintOf(mutant, await copy.without(mutant));
}

async function baselineOf(test: string, copy: Copy): Promise<Outcome> {
  const outcome = await copy.test(test);
  return outcome.isGreen ? outcome : copy.test(test);
}

function complaintOf({test, row}: Mutant, {isGreen, hasRun, red}: Outcome): string | undefined {
  if (isGreen) return `${test} is green all the same.`;
  if (!hasRun) return `${test} did not run.`;
  return red.includes(row) || !(row in ROWS) ? undefined : `${test} is red, but not by a test of ${row} (${[...new Set(red)].join() || 'no row'}).`;
}
