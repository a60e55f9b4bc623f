/** Runs checks and test runners as processes, and counts what they did. */
import {spawn} from 'node:child_process';
import {ROOT} from './prepare.mjs';

/** A check that passes counts as one. */
export const check = (...command) => ({command, count: (_, code) => ({passed: code ? 0 : 1, failed: code ? 1 : 0, skipped: 0})});

/** Node's own test runner, by the last lines of its `spec` reporter. */
export const nodeRunner = command => runner(command, word => `^ℹ ${word} (\\d+)`, {passed: 'pass', failed: 'fail', skipped: 'skipped', todo: 'todo'});

/** Web-test-runner, by the line of `count-reporter.mjs`. */
export const webRunner = command => runner(command, word => `(\\d+) ${word}(?:,|$)`, {passed: 'passed', failed: 'failed', skipped: 'skipped'});

const runner = (command, patternOf, words) => ({
  command,
  count(output) {
    const counted = readCount(output, patternOf, words);
    // What is still to do was not done either.
    return counted && {passed: counted.passed, failed: counted.failed, skipped: counted.skipped + (counted.todo ?? 0)};
  },
});

/** A runner that crashes, or finds no test, is a failure. Its output is passed on. @returns {Promise<{passed: number, failed: number, skipped: number}>} */
export async function runStep({command: [file, ...args], count}, print = text => process.stdout.write(text)) {
  const {output, code} = await run(file, args, print);
  const counted = count(output.replace(/\u001b\[[\d;]*m/g, ''), code);
  if (!counted || counted.passed + counted.failed === 0) {
    print('No test ran.\n');
    return {passed: 0, failed: 1, skipped: counted?.skipped ?? 0};
  }
  return code && !counted.failed ? {...counted, failed: 1} : counted;
}

function run(file, args, print) {
  return new Promise(resolve => {
    let output = '';
    const child = spawn(file, args, {cwd: ROOT, stdio: ['ignore', 'pipe', 'pipe'], shell: process.platform === 'win32'});
    for (const stream of [child.stdout, child.stderr]) {
      stream.setEncoding('utf8').on('data', text => {
        output += text;
        print(text);
      });
    }
    child.on('error', error => resolve({output: `${output}\n${error.message}`, code: 1}));
    child.on('close', code => resolve({output, code: code ?? 1}));
  });
}

/** The last count of each kind in a runner's output; nothing where one is missing. */
function readCount(output, patternOf, kinds) {
  const entries = Object.entries(kinds).map(([kind, word]) => [kind, [...output.matchAll(new RegExp(patternOf(word), 'gm'))].at(-1)?.[1]]);
  return entries.some(([, number]) => number === undefined) ? undefined : Object.fromEntries(entries.map(([kind, number]) => [kind, Number(number)]));
}

export function inWords({passed, failed, skipped}) {
  return `${passed} passed, ${failed} failed, ${skipped} skipped`;
}

/** Why a step failed: what Node's runner sums up of its failures, else the last lines it printed. */
export function lastWords(output, lines = 80) {
  const all = output.replace(/\u001b\[[\d;]*m/g, '').trimEnd().split('\n');
  const summed = all.lastIndexOf('✖ failing tests:');
  return (summed < 0 ? all.slice(-lines) : all.slice(summed, summed + lines)).join('\n');
}
