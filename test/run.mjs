/**
 * `npm test`: installs what is missing, then checks everything and adds it up. `npm test -- unit node` runs single steps.
 * A check that passes counts as one. A runner that crashes, or finds no test, is a failure.
 */
import {spawn} from 'node:child_process';
import {readdirSync} from 'node:fs';
import {join} from 'node:path';
import {ensureInstalled, ROOT} from '../dist-config/prepare.mjs';

const bin = name => join(ROOT, 'node_modules/.bin', name);
const nodeTests = folders => ({
  command: [process.execPath, '--import', 'tsx', '--test', '--test-reporter=spec', ...testFiles(folders)],
  count: output => readCount(output, kind => new RegExp(`^ℹ ${kind} (\\d+)`, 'm'), {passed: 'pass', failed: 'fail', skipped: 'skipped'}),
});
const check = (...command) => ({command, count: (_, code) => ({passed: code ? 0 : 1, failed: code ? 1 : 0, skipped: 0})});

const STEPS = {
  types: () => check(bin('tsc'), '-p', '.'),
  lint: () => check(bin('eslint'), '--max-warnings=0', '-c', 'dist-config/eslint.config.js', '.'),
  // It knows neither container queries nor lit's `nothing`: those two rules would only report what is right.
  templates: () => check(bin('lit-analyzer'), '--strict', '--rules.no-invalid-css', 'off', '--rules.no-incompatible-type-binding', 'off', 'src/{elements,view,chart}/*.ts'),
  build: () => check(process.execPath, 'dist-config/build.mjs'),
  node: () => nodeTests(['test/proxy', 'test/demo']),
  bundle: () => nodeTests(['test/build']),
  unit: () => ({
    command: [bin('wtr')],
    count: output => readCount(output, kind => new RegExp(`(\\d+) ${kind}(?:,|$)`, 'm'), {passed: 'passed', failed: 'failed', skipped: 'skipped'}),
  }),
  browser: () => nodeTests(['test/browser']),
};

ensureInstalled();
const wanted = process.argv.slice(2);
const unknown = wanted.filter(name => !(name in STEPS));
if (unknown.length) {
  console.error(`There is no step "${unknown.join(', ')}". Steps: ${Object.keys(STEPS).join(', ')}.`);
  process.exit(1);
}

const total = {passed: 0, failed: 0, skipped: 0};
for (const name of wanted.length ? wanted : Object.keys(STEPS)) {
  console.log(`\n── ${name}`);
  const count = await runStep(STEPS[name]());
  for (const kind of Object.keys(total)) total[kind] += count[kind];
  console.log(`── ${name}: ${inWords(count)}`);
}
console.log(`\n${inWords(total)}`);
process.exitCode = total.failed ? 1 : 0;

async function runStep({command: [file, ...args], count}) {
  const {output, code} = await run(file, args);
  const counted = count(output.replace(/\u001b\[[\d;]*m/g, ''), code);
  if (!counted || counted.passed + counted.failed === 0) {
    console.error('No test ran.');
    return {passed: 0, failed: 1, skipped: counted?.skipped ?? 0};
  }
  return code && !counted.failed ? {...counted, failed: 1} : counted;
}

function run(file, args) {
  return new Promise(resolve => {
    let output = '';
    const child = spawn(file, args, {cwd: ROOT, stdio: ['ignore', 'pipe', 'pipe'], shell: process.platform === 'win32'});
    for (const stream of [child.stdout, child.stderr]) {
      stream.setEncoding('utf8').on('data', text => {
        output += text;
        process.stdout.write(text);
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

function testFiles(folders) {
  return folders.flatMap(folder => readdirSync(join(ROOT, folder)).filter(name => name.endsWith('.test.ts')).map(name => join(folder, name)));
}

function inWords({passed, failed, skipped}) {
  return `${passed} passed, ${failed} failed, ${skipped} skipped`;
}
