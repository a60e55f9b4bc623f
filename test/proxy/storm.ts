import {once} from 'node:events';
import {createServer} from 'node:http';
import type {AddressInfo} from 'node:net';
import {setTimeout as pause} from 'node:timers/promises';
import {COLLECTION_OF} from '../../src/api/routes.js';
import type {createProxy} from '../../src/proxy/index.js';

const USERS = 50;
const REQUESTS_EACH = 200;
const COLLECTIONS = Object.values(COLLECTION_OF);

const canaryOf = (user: number | string): string => `canary-${user}-`;

/** A Partner API that knows everybody, and puts each customer's mark into what it says of the customer's devices. */
async function startApi(delayMs: () => number) {
  let reads = 0;
  const server = createServer((request, response) => {
    const [, user = '', , id] = request.url?.match(/users\/(\d+)\/([\w-]+)(?:\/([\w-]+))?/) ?? [];
    const body = user ? deviceOf(user, id ?? 'a', reads++) : {access_token: 'token', expires_in: 3600};
    setTimeout(() => response.end(JSON.stringify(user && !id ? [body] : body)), delayMs());
  }).listen(0, '127.0.0.1');
  await once(server, 'listening');
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    reads: () => reads,
    close: () => { server.close(); server.closeAllConnections(); },
  };
}

const deviceOf = (user: string, id: string, n: number) => ({id, device_model: {manufacturer: canaryOf(user), model: `reading ${n}`}});

export interface Storm {
  readonly answers: number;
  /** Answers from the API itself; the others were kept or shared. */
  readonly reads: number;
  /** Answers that carried another customer's mark, or none. */
  readonly mixedUp: number;
}

/** Fifty customers at once, two hundred requests each, at random moments, answered after random times. */
export async function storm(create: typeof createProxy): Promise<Storm> {
  const api = await startApi(() => 8 * Math.random());
  const proxy = create({
    apiUrl: api.url, tokenUrl: `${api.url}/token`, clientId: 'a', clientSecret: 'b', cacheSeconds: 0.15, requestsPerMinute: {perUser: 1000, all: 100_000},
    user: ({headers}) => ({orgId: '1', userId: headers.get('cookie')!.replace('session=', '')}),
  });
  let [answers, mixedUp] = [0, 0];
  const ask = async (user: number) => {
    const path = `${COLLECTIONS[Math.floor(3 * Math.random())]}${Math.random() < 0.5 ? '' : '/a'}`;
    const answer = await proxy(new Request(`http://portal.example/podero/${path}`, {headers: {cookie: `session=${user}`}}));
    const marks = (await answer.text()).match(/canary-\d+-/g) ?? [];
    answers++;
    if (marks.length !== 1 || marks[0] !== canaryOf(user)) mixedUp++;
  };
  await Promise.all(Array.from({length: USERS}, async (_, user) => {
    for (let n = 0; n < REQUESTS_EACH; n++) {
      await pause(4 * Math.random());
      await ask(user);
    }
  }));
  api.close();
  return {answers, reads: api.reads(), mixedUp};
}
