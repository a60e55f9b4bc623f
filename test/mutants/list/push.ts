import type {Mutant} from '../mutant.js';

const STREAM = {row: 'push', file: 'src/push/push-stream.ts', test: 'test/push/push-stream.test.ts'} as const;

/** What comes between the polls. */
export const PUSH_MUTANTS: readonly Mutant[] = [
  {...STREAM, from: 'const SILENCE_MS = 60_000;', to: 'const SILENCE_MS = 600_000;'},
  {...STREAM, from: 'if (this.#world.isHidden()) return this.#close();', to: ''},
  {...STREAM, from: 'if (this.#world.wallMs() - this.#livelySince > SILENCE_MS) this.#failures = 0;', to: ''},
  {...STREAM, from: ', this.#onlineAt + ONLINE_AGAIN_MS)', to: ')'},
  {...STREAM, from: 'if (waitMs > 0) return this.#wait(waitMs);', to: ''},
  {row: 'push', file: 'src/push/in-frames.ts', test: 'test/push/in-frames.test.ts', from: 'if (this.#texts.length >= MOST) this.#hand();', to: ''},
  {row: 'push', file: 'src/push/events.ts', test: 'test/push/events.test.ts', from: '/\\bhtml\\b/i', to: '/nothing/'},
  {row: 'push', file: 'src/push/amendments.ts', test: 'test/push/push.test.ts', from: 'const READ_ANEW = {text: \'\'} as const;', to: 'const READ_ANEW = {} as const;'},
  {row: 'push', file: 'src/polling/poller.ts', test: 'test/polling/poller.test.ts', from: 'this.#amendments.set(about, change)', to: 'void [about, change]'},
  {row: 'push', file: 'src/push/push-controller.ts', test: 'test/push/pace.test.ts', from: ' && state.at - LONGEST_READ_MS >= since', to: ''},
  {row: 'token', file: 'src/api/token.ts', test: 'test/api/request.test.ts', from: 'tokens.get(getToken) ?? withinDeadline(getToken)', to: 'withinDeadline(getToken)'},
  {row: 'token', file: 'src/api/token.ts', test: 'test/api/request.test.ts', from: 'tokens.get(getToken) === refused', to: 'true'},
  {row: 'push', file: 'src/push/news.ts', test: 'test/push/news.test.ts', from: 'if (state.isRefreshing) await poller.refresh();', to: ''},
  {row: 'push', file: 'src/push/news.ts', test: 'test/push/news.test.ts', from: 'const READ_AGAIN_AFTER_MS = 5_000;', to: 'const READ_AGAIN_AFTER_MS = 0;'},
  {row: 'push', file: 'src/push/news.ts', test: 'test/push/news.test.ts', from: 'if (this.#wires.browserSurroundings.isHidden()) return;', to: ''},
  {row: 'push', file: 'src/push/shared-stream.ts', test: 'test/push/push.test.ts', from: 'const GRACE_MS = 100;', to: 'const GRACE_MS = 0;'},
  {row: 'push', file: 'src/push/events.ts', test: 'test/push/events.test.ts', from: 'if (data.length > LARGEST) throw tooLarge(url, PoderoError);', to: ''},
  {row: 'push', file: 'src/push/message.ts', test: 'test/push/message.test.ts', from: 'isWhole: !isFlagged || !!actions', to: 'isWhole: true'},
  {row: 'N09', file: 'src/polling/poller.ts', test: 'test/polling/poller.test.ts', from: 'const ONLINE_AGAIN_MS = 15_000;', to: 'const ONLINE_AGAIN_MS = 0;'},
  {row: 'M05', file: 'src/polling/poller.ts', test: 'test/polling/poller.test.ts', from: ' && !this.#world.isHidden()) this.#wait = 0;\n    this.#arm', to: ') this.#wait = 0;\n    this.#arm'},
  {row: 'N15', file: 'src/view/announcer.ts', test: 'test/view/announcer.test.ts', from: 'now - saidAt < SILENCE_MS', to: 'false'},
];
