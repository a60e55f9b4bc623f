import {spawn} from 'node:child_process';
import {cpSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync} from 'node:fs';
import {tmpdir} from 'node:os';
import {basename, join} from 'node:path';
import {ROOT} from '../../dist-config/prepare.mjs';
import {recordsIn} from '../rows/tally.js';
import type {Mutant} from './mutant.js';
import {mutate} from './mutant.js';

const LEFT_BEHIND = ['node_modules', 'dist', '.git', 'storybook-static', 'coverage'];
/** A guard that is gone may leave a test waiting for ever. */
const DEADLINE_MS = 180_000;

export interface Outcome {
  readonly isGreen: boolean;
  /** Some tests had an end, good or bad: it did not merely fail to start. */
  readonly hasRun: boolean;
  /** Rows whose tests were red. */
  readonly red: readonly string[];
  readonly output: string;
}

/** A copy of the repository, in which guards can be taken away while nobody is harmed. */
export class Copy {
  readonly #folder = mkdtempSync(join(tmpdir(), 'podero-mutant-'));
  /** Of the tests that ran in it. */
  readonly #rows = join(this.#folder, 'rows.jsonl');

  constructor() {
    cpSync(ROOT, this.#folder, {recursive: true, filter: source => !LEFT_BEHIND.includes(basename(source))});
    symlinkSync(join(ROOT, 'node_modules'), join(this.#folder, 'node_modules'), 'junction');
    process.once('exit', () => rmSync(this.#folder, {recursive: true}));
  }

  /** Runs the mutant's tests without its guard, and puts it back. */
  async without(mutant: Mutant): Promise<Outcome> {
    const path = join(this.#folder, mutant.file);
    const text = readFileSync(path, 'utf8');
    writeFileSync(path, mutate(text, mutant));
    try {
      return await this.test(mutant.test);
    } finally {
      writeFileSync(path, text);
    }
  }

  /** Runs a test file, in Chromium. */
  async test(file: string): Promise<Outcome> {
    writeFileSync(this.#rows, '');
    let output = '';
    for (const command of commandsFor(file, this.#rows)) {
      const ran = await this.#run(command);
      output += ran.output;
      if (!ran.code) continue;
      const records = recordsIn(readFileSync(this.#rows, 'utf8'));
      const red = records.flatMap(({rows, result}) => result === 'failed' ? rows : []);
      return {isGreen: false, hasRun: records.length > 0 || /[1-9]\d* passed/.test(output), red, output};
    }
    return {isGreen: true, hasRun: true, red: [], output};
  }

  #run(args: readonly string[]): Promise<{output: string; code: number}> {
    return new Promise(resolve => {
      const env = {...process.env, ENGINES: 'chromium', PODERO_TEST_ROWS: this.#rows};
      const child = spawn(process.execPath, args, {cwd: this.#folder, env, stdio: ['ignore', 'pipe', 'pipe'], timeout: DEADLINE_MS});
      let output = '';
      for (const stream of [child.stdout, child.stderr]) stream.setEncoding('utf8').on('data', (text: string) => output += text);
      child.on('close', code => resolve({output, code: code ?? 1}));
    });
  }
}

/** What test/browser drives is the built bundle. */
const commandsFor = (file: string, rows: string): readonly (readonly string[])[] => file.startsWith('test/browser/')
  ? [
    ['node_modules/vite/bin/vite.js', 'build', '--logLevel', 'warn', '-c', 'dist-config/vite.cdn.config.ts'],
    ['--import', 'tsx', '--test', '--test-reporter=./dist-config/row-reporter.mjs', `--test-reporter-destination=${rows}`, file],
  ]
  : [['node_modules/@web/test-runner/dist/bin.js', '--files', file]];
