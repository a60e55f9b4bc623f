import type {Mutant} from '../mutant.js';

const POLLER = {file: 'src/polling/poller.ts', test: 'test/polling/poller.test.ts'};
const SURROUNDINGS = {file: 'src/polling/surroundings.ts', test: 'test/polling/surroundings.test.ts'};

/** When is asked, and when not. */
export const POLLING_MUTANTS: readonly Mutant[] = [
  {row: 'N08', ...POLLER, from: 'change === \'online\' && this.#failures', to: 'false && this.#failures'},
  {row: 'N10', ...POLLER, from: 'if (signal.aborted) return;', to: ''},
  {row: 'T11', ...POLLER, from: 'this.#world.wallMs() - this.#settled.wallMs,', to: ''},
  {row: 'T12', ...POLLER, from: 'this.#world.monotonicMs() - this.#settled.monotonicMs,', to: ''},
  {row: 'T15', ...POLLER, from: 'Math.min(ms, LONGEST_TIMER_MS)', to: 'ms'},
  {row: 'L01', ...POLLER, from: '  #stop(): void {\n    this.#running?.abort.abort();', to: '  #stop(): void {'},
  {row: 'L02', ...POLLER, from: 'const GRACE_MS = 100;', to: 'const GRACE_MS = 0;'},
  {row: 'L14', ...SURROUNDINGS, from: 'on(window, \'pageshow\', \'shown\');', to: ''},
  {row: 'L15', ...SURROUNDINGS, from: 'on(document, \'resume\', \'shown\');', to: ''},
  {row: 'M04', ...POLLER, from: 'this.#running || this.#world.isHidden() ?', to: 'this.#running ?'},
  {row: 'M05', ...POLLER, from: 'change === \'shown\' && this.#wait === \'never\'', to: 'change === \'shown\''},
  {row: 'M11', ...POLLER, from: 'Math.min(...intervals)', to: 'Math.max(...intervals)'},
  {row: 'M14', ...POLLER, from: 'const JITTER = 0.1;', to: 'const JITTER = 0;'},
  {row: 'T11', ...POLLER, from: 'const LONGEST_TIMER_MS = 60_000;', to: 'const LONGEST_TIMER_MS = 2 ** 31 - 1;'},
];
