import type {Mutant} from '../mutant.js';

const STREAM = {row: 'push', file: 'src/push/push-stream.ts', test: 'test/push/push-stream.test.ts'} as const;

/** What comes between the polls. */
export const PUSH_MUTANTS: readonly Mutant[] = [
  {...STREAM, from: 'const SILENCE_MS = 60_000;', to: 'const SILENCE_MS = 600_000;'},
  {...STREAM, from: 'if (this.#world.isHidden()) return this.#close();', to: ''},
  {...STREAM, from: 'if (this.#world.wallMs() - this.#livelySince > SILENCE_MS) this.#failures = 0;', to: ''},
  {...STREAM, from: 'if (waitMs > 0) return this.#wait(waitMs);', to: ''},
  {row: 'push', file: 'src/push/in-frames.ts', test: 'test/push/in-frames.test.ts', from: 'if (this.#texts.length >= MOST) this.#hand();', to: ''},
  {row: 'push', file: 'src/push/events.ts', test: 'test/push/events.test.ts', from: '/\\bhtml\\b/i', to: '/nothing/'},
  {row: 'push', file: 'src/push/amendments.ts', test: 'test/push/push.test.ts', from: 'const READ_ANEW = {text: \'\'} as const;', to: 'const READ_ANEW = {} as const;'},
  {row: 'push', file: 'src/polling/poller.ts', test: 'test/polling/poller.test.ts', from: 'if (this.#running) this.#amendments.push(change);', to: ''},
  {row: 'push', file: 'src/push/push-controller.ts', test: 'test/push/pace.test.ts', from: ' && state.at >= since', to: ''},
  {row: 'token', file: 'src/api/token.ts', test: 'test/api/request.test.ts', from: 'tokens.get(getToken) ?? withinDeadline(getToken)', to: 'withinDeadline(getToken)'},
  {row: 'token', file: 'src/api/token.ts', test: 'test/api/request.test.ts', from: 'tokens.get(getToken) === refused', to: 'true'},
];
