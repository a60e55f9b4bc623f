/**
 * `npm test`: installs what is missing, then checks everything and adds it up. `npm test -- unit node` runs single steps, and
 * `THOROUGH=yes npm test` those too that take their time, and each test in each engine. How they are counted: `dist-config/steps.mjs`.
 */
import {appendFileSync, mkdtempSync, readdirSync, readFileSync, rmSync} from 'node:fs';
import {tmpdir} from 'node:os';
import {join} from 'node:path';
import {ensureInstalled, ROOT} from '../dist-config/prepare.mjs';
import {check, inWords, lastWords, nodeRunner, runStep, webRunner} from '../dist-config/steps.mjs';

const bin = name => join(ROOT, 'node_modules/.bin', name);
const nodeTests = (folders, ...options) =>
  nodeRunner([process.execPath, '--import', 'tsx', '--test', '--test-reporter=spec', '--test-reporter-destination=stdout', ...options, ...testFiles(folders)]);

/** What the steps print, the rows they prove, and what their proxies log, for the last steps. */
const records = mkdtempSync(join(tmpdir(), 'podero-test-'));
process.env.PODERO_TEST_LOG = join(records, 'proxies.log');
process.env.PODERO_TEST_ROWS = join(records, 'rows-unit.jsonl');
const ROW_REPORTER = ['--test-reporter=./dist-config/row-reporter.mjs', `--test-reporter-destination=${join(records, 'rows-browser.jsonl')}`];
process.once('exit', () => rmSync(records, {recursive: true}));

const program = (file, ...args) => [process.execPath, '--import', 'tsx', file, ...args];

const STEPS = {
  types: () => check(bin('tsc'), '-p', '.'),
  lint: () => check(bin('eslint'), '--max-warnings=0', '-c', 'dist-config/eslint.config.js', '.'),
  // It knows neither container queries, nor lit's `nothing`, nor that a chunk's cards are the entry's: these rules would only report what is right.
  templates: () => check(bin('lit-analyzer'), '--strict', '--rules.no-invalid-css', 'off', '--rules.no-incompatible-type-binding', 'off', '--rules.no-missing-import', 'off', 'src/{elements,view,chart}/*.ts'),
  build: () => check(process.execPath, 'dist-config/build.mjs'),
  // Node's own choice on two cores would be one file after the other.
  node: () => nodeTests(['test/proxy', 'test/doctor', 'test/cli', 'test/demo'], '--test-concurrency=3'),
  bundle: () => nodeTests(['test/build']),
  unit: () => webRunner([bin('wtr')]),
  // Lanes mostly wait for pages; one that waits for ever has failed.
  browser: () => nodeTests(['test/browser/lanes'], ...ROW_REPORTER, '--test-concurrency=3', '--test-timeout=720000'),
  stories: () => check('npm', 'run', '--silent', 'build:storybook'),
  rows: () => check(...program('test/rows/show.ts', records)),
  mutants: () => webRunner(program('test/mutants/main.ts', '5')),
  soak: () => check(...program('test/soak/main.ts', '--seconds', '60')),
  logs: () => check(...program('test/search-logs.ts', records)),
};
/** Only where they are asked for. */
const SLOW = process.env.THOROUGH ? [] : ['mutants', 'soak'];

ensureInstalled();
const wanted = process.argv.slice(2);
const unknown = wanted.filter(name => !(name in STEPS));
if (unknown.length) {
  console.error(`There is no step "${unknown.join(', ')}". Steps: ${Object.keys(STEPS).join(', ')}.`);
  process.exit(1);
}

const total = {passed: 0, failed: 0, skipped: 0};
const failures = [];
for (const name of wanted.length ? wanted : Object.keys(STEPS).filter(step => !SLOW.includes(step))) {
  console.log(`\n── ${name}`);
  const from = performance.now();
  const count = await runStep(STEPS[name](), text => {
    process.stdout.write(text);
    appendFileSync(join(records, `${name}.txt`), text);
  });
  for (const kind of Object.keys(total)) total[kind] += count[kind];
  if (count.failed) failures.push(`\n── ${name} failed:\n${lastWords(readFileSync(join(records, `${name}.txt`), 'utf8'))}`);
  console.log(`── ${name}: ${inWords(count)}, ${Math.round((performance.now() - from) / 1000)} s`);
}
// Said again, where whoever has only the end of a long log looks first.
for (const failure of failures) console.log(failure);
console.log(`\n${inWords(total)}`);
process.exitCode = total.failed ? 1 : 0;

function testFiles(folders) {
  return folders.flatMap(folder => readdirSync(join(ROOT, folder), {recursive: true}).filter(name => name.endsWith('.test.ts')).map(name => join(folder, name)));
}
