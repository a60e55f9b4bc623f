import type {Mutant} from '../mutant.js';

const REQUEST = {file: 'src/api/request.ts', test: 'test/api/request.test.ts'};
const SEND = {file: 'src/api/send.ts', test: 'test/api/request.test.ts'};
const RETRY = {file: 'src/api/retry-policy.ts', test: 'test/api/retry-policy.test.ts'};
const STATUS = {file: 'src/api/status-error.ts', test: 'test/api/status-error.test.ts'};
const PROBE = {file: 'src/api/probe.ts', test: 'test/browser/faults/network-odd.test.ts'};
const CLIENT = {file: 'src/api/client.ts', test: 'test/api/client.test.ts'};

/** What a network and a server may do. */
export const NETWORK_MUTANTS: readonly Mutant[] = [
  {row: 'N01', ...RETRY, from: 'delay * (0.5 + random / 2)', to: 'delay'},
  {row: 'N01', ...RETRY, from: '[2_000, 8_000, 30_000]', to: '[2_000, 8_000]'},
  {row: 'N02', ...REQUEST, from: 'setTimeout(() => deadline.abort(), DEADLINE_MS)', to: 'setTimeout(() => {}, DEADLINE_MS)'},
  {row: 'N07', ...REQUEST, from: 'if (!navigator.onLine) throw new', to: 'if (false) throw new'},
  {row: 'N10', ...CLIENT, from: 'next.stateAt < shown.stateAt', to: 'false'},
  {row: 'N11', ...PROBE, from: 'if (await beforeEnd(asked.signal, look.isSignIn)) throw', to: 'if (false) throw'},
  {row: 'N11', ...PROBE, from: 'now - look.at >= REST_MS', to: 'true'},
  {row: 'N12', ...PROBE, from: '() => setTimeout(resolve, 100, false)', to: '() => resolve(true)'},
  {row: 'N13', file: 'src/api/endpoint.ts', test: 'test/api/endpoint.test.ts', from: 'pageUrl.startsWith(\'https:\')', to: 'false'},
  {row: 'N16', file: 'src/api/read-text.ts', test: 'test/api/request.test.ts', from: 'bytes > LIMIT_BYTES', to: 'false'},
  {row: 'H02', ...REQUEST, from: 'response.status === 204', to: 'false'},
  {row: 'H03', ...CLIENT, from: 'answer.isEmpty || text === previous.text', to: 'answer.isEmpty'},
  {row: 'H06', ...SEND, from: 'response.status !== 401 || !getToken', to: 'true'},
  {row: 'H06', ...RETRY, from: '{next: \'never\', forget: true}', to: '{next: \'interval\', forget: false}'},
  {row: 'H08', ...STATUS, test: 'test/api/request.test.ts', from: '501: \'not-found\',', to: ''},
  {row: 'H10', ...RETRY, from: ', 502, 503,', to: ', 502,'},
  {row: 'H11', ...SEND, from: 'Date.now() < error.retryAt', to: 'false'},
  {row: 'H12', ...STATUS, from: 'instant > now', to: 'true'},
  {row: 'H12', ...STATUS, from: 'Math.min(instant, now + RETRY_AFTER_CAP_MS)', to: 'instant'},
  {row: 'C03', ...REQUEST, from: '/\\bhtml\\b/i', to: '/nothing/'},
  {row: 'C06', ...SEND, from: 'cache: \'no-cache\'', to: 'cache: \'default\''},
];
