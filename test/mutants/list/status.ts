import type {Mutant} from '../mutant.js';

const CLOCK = {file: 'src/api/server-clock.ts', test: 'test/api/server-clock.test.ts'};
const ANSWERS = 'test/browser/faults/status.test.ts';
const RETRIES = 'test/browser/faults/status-retries.test.ts';
const WAIT = 'test/browser/faults/status-wait.test.ts';
const SIGNED_OUT = 'test/browser/faults/status-signed-out.test.ts';
const HEADERS = 'test/browser/faults/headers.test.ts';
const AGES = 'test/browser/faults/headers-clock.test.ts';

/** What answers say of themselves, from the server's log to the page; and what time it is there. */
export const STATUS_MUTANTS: readonly Mutant[] = [
  {row: 'C08', ...CLOCK, from: ' + 1000 * Number(age)', to: ''},
  {row: 'C08', ...CLOCK, from: '!age && ', to: ''},
  {row: 'C08', ...CLOCK, from: ' && !isWithin(BADLY_WRONG_MS, offset)', to: ''},
  {row: 'C08', ...CLOCK, from: 'at - before.at < APART_MS', to: 'false'},
  {row: 'C08', ...CLOCK, from: 'Math.max(0, offset)', to: 'offset'},
  {row: 'C10', ...CLOCK, from: 'isBelieved: isRunning ??', to: 'isBelieved: before?.isBelieved ??'},
  {row: 'C10', ...CLOCK, from: ' && !hasWorker()', to: ''},
  {row: 'V07', file: 'src/api/client.ts', test: AGES, from: 'now: serverNow(endpoint)', to: 'now: Date.now()'},
  {row: 'C08', file: 'src/elements/podero-device-list.ts', test: AGES, from: 'endpoint: this.#source.endpoint,', to: 'endpoint: undefined,'},
  {row: 'C01', file: 'src/api/request.ts', test: HEADERS, from: 'url.origin === location.origin ?', to: 'true ?'},
  {row: 'C04', file: 'src/api/read-text.ts', test: HEADERS, from: 'new TextDecoder()', to: 'new TextDecoder(undefined, {ignoreBOM: true})'},
  {row: 'token', file: 'src/api/send.ts', test: HEADERS, from: '=> fetch(url, {', to: '=> (console.debug(token), fetch)(url, {'},
  {row: 'H03', file: 'src/view/list-view.ts', test: ANSWERS, from: 'state.isRefreshing && (isAsked || !!notice)', to: 'state.isRefreshing'},
  {row: 'H03', file: 'src/view/age-view.ts', test: ANSWERS, from: '.replace(/:[^:]*Z/, \'Z\')', to: ''},
  {row: 'H04', file: 'src/api/send.ts', test: ANSWERS, from: 'cache: \'no-cache\'', to: 'cache: \'no-cache\', redirect: \'error\''},
  {row: 'H08', file: 'src/view/merge-states.ts', test: ANSWERS, from: 'error.code === \'not-found\' &&', to: 'false &&'},
  {row: 'H14', file: 'src/api/send.ts', test: ANSWERS, from: 'const error = errorOfStatus(response);', to: 'const error = errorOfStatus(response); console.warn(`podero-widgets: ${await response.text()}`);'},
  {row: 'H16', file: 'src/api/send.ts', test: ANSWERS, from: 'if (response.ok) {', to: 'if (response.status === 200 || response.status === 204) {'},
  {row: 'H05', file: 'src/api/retry-policy.ts', test: RETRIES, from: 'RETRIED_STATUSES.includes(status)', to: 'true'},
  {row: 'H11', file: 'src/api/send.ts', test: WAIT, from: 'if (error.retryAt) refusals.set(', to: 'if (!error) refusals.set('},
  {row: 'H11', file: 'src/view/status-views.ts', test: WAIT, from: 'const mustWait = retryAt > now;', to: 'const mustWait = false;'},
  {row: 'H06', file: 'src/api/token.ts', test: SIGNED_OUT, from: 'tokens.get(getToken) ?? withinDeadline', to: 'withinDeadline'},
  {row: 'H07', file: 'src/domain/errors.ts', test: SIGNED_OUT, from: ' || code === \'forbidden\';', to: ';'},
];
