import {expect} from '@open-wc/testing';
import {request} from '../../src/api/request.js';
import {send} from '../../src/api/send.js';
import {asPoderoError} from '../../src/domain/errors.js';
import {endpointWith, json, never, restoreFetch, serve} from './served.js';

const URL_HERE = new URL('/podero/heat-pumps', location.href);

const failure = async (promise: Promise<unknown>) => {
  try {
    await promise;
  } catch (thrown) {
    return asPoderoError(thrown);
  }
  throw new Error('It did not fail.');
};
const ask = (endpoint = endpointWith(), url = URL_HERE) => request(url, endpoint, never());
const setOnline = (isOnline: boolean) => Object.defineProperty(navigator, 'onLine', {get: () => isOnline, configurable: true});

describe('a request', () => {
  afterEach(() => {
    restoreFetch();
    setOnline(true);
  });

  it('C06 asks for JSON, revalidates, and sends cookies as it is told', async () => {
    const asked = serve(() => json([]));
    await ask(endpointWith({credentials: 'include', getHeaders: () => () => ({'X-Portal': '1'})}));
    const [{headers, credentials, cache, method}] = asked as [Request];
    expect([headers.get('accept'), headers.get('x-portal'), headers.get('authorization')]).to.deep.equal(['application/json', '1', null]);
    expect([method, credentials, cache]).to.deep.equal(['GET', 'include', 'no-cache']);
  });

  it('H06 asks for a token once for many requests, and once more after a 401', async () => {
    let calls = 0;
    const getToken = async () => `token-${++calls}`;
    const endpoint = endpointWith({getToken: () => getToken});
    const asked = serve((_, n) => (n === 3 ? new Response('', {status: 401}) : json([])));
    for (let i = 0; i < 3; i++) await ask(endpoint);
    expect(asked.map(({headers}) => headers.get('authorization')))
      .to.deep.equal(['Bearer token-1', 'Bearer token-1', 'Bearer token-1', 'Bearer token-2']);
  });

  it('H06 gives up after the second 401', async () => {
    const asked = serve(() => new Response('', {status: 401}));
    const getToken = async () => 'old';
    expect((await failure(ask(endpointWith({getToken: () => getToken})))).code).to.equal('unauthorized');
    expect(asked.length).to.equal(2);
  });

  it('reads nothing when no token can be had', async () => {
    const asked = serve(() => json([]));
    const error = await failure(ask(endpointWith({getToken: () => () => Promise.reject(new Error('no session'))})));
    expect([error.code, asked.length]).to.deep.equal(['network', 0]);
  });

  it('asks for one new token for requests that are refused together', async () => {
    let calls = 0;
    const getToken = async () => `token-${++calls}`;
    const endpoint = endpointWith({getToken: () => getToken});
    serve(({headers}) => (headers.get('authorization') === 'Bearer token-1' ? new Response('', {status: 401}) : json([])));
    await Promise.all([ask(endpoint), ask(endpoint), ask(endpoint)]);
    expect(calls).to.equal(2);
  });

  it('says that it is getHeaders which failed', async () => {
    const asked = serve(() => json([]));
    const broken = [() => { throw new Error('no session'); }, () => 'abc' as unknown as HeadersInit];
    for (const getHeaders of broken) {
      const error = await failure(ask(endpointWith({getHeaders: () => getHeaders})));
      expect([error.code, error.message.includes('getHeaders')]).to.deep.equal(['config', true]);
    }
    expect(asked.length).to.equal(0);
  });

  it('C03 takes a web page for a login page', async () => {
    serve(() => new Response('<!doctype html>', {headers: {'content-type': 'text/html; charset=utf-8'}}));
    expect((await failure(ask())).code).to.equal('unauthorized');
  });

  it('H07, H08, H16 is refused for every status that is no success, by its class', async () => {
    const codes: Record<number, string> = {
      400: 'server', 401: 'unauthorized', 403: 'forbidden', 404: 'not-found', 405: 'not-found', 408: 'timeout', 429: 'rate-limited',
      500: 'server', 501: 'not-found', 502: 'server', 503: 'server',
    };
    for (const [status, code] of Object.entries(codes)) {
      serve(() => new Response('secret', {status: Number(status)}));
      const error = await failure(ask());
      expect([error.code, error.status], status).to.deep.equal([code, Number(status)]);
      expect(error.message).not.to.contain('secret');
    }
  });

  it('N07 does not leave while the browser is offline', async () => {
    const asked = serve(() => json([]));
    setOnline(false);
    expect([(await failure(ask())).code, asked.length]).to.deep.equal(['offline', 0]);
  });

  it('names the likely reason when another origin cannot be reached', async () => {
    serve(() => Promise.reject(new TypeError('Failed to fetch')));
    const here = await failure(ask());
    const there = await failure(ask(endpointWith(), new URL('https://proxy.example/podero/heat-pumps')));
    expect([here.code, there.code]).to.deep.equal(['network', 'network']);
    expect([/another origin/.test(here.message), /another origin/.test(there.message)]).to.deep.equal([false, true]);
  });

  it('N02, N03 takes 15 seconds at the most, its body included', async () => {
    const {setTimeout: realTimeout} = window;
    const waits: (number | undefined)[] = [];
    window.setTimeout = ((callback: () => void, ms?: number) => {
      waits.push(ms);
      return realTimeout(callback, 0);
    }) as typeof setTimeout;
    serve(request => new Response(new ReadableStream({
      start: controller => request.signal.addEventListener('abort', () => controller.error(request.signal.reason)),
    })));
    const error = await failure(ask()).finally(() => {
      window.setTimeout = realTimeout;
    });
    expect([error.code, waits[0]]).to.deep.equal(['timeout', 15_000]);
  });

  it('passes on that it was called off', async () => {
    const calledOff = new AbortController();
    serve(sent => new Promise((_, reject) => sent.signal.addEventListener('abort', () => reject(sent.signal.reason as Error))));
    const asking = request(URL_HERE, endpointWith(), calledOff.signal);
    calledOff.abort();
    expect(await asking.catch((thrown: unknown) => (thrown as DOMException).name)).to.equal('AbortError');
  });

  it('N16 refuses an answer of more than 5 MB', async () => {
    serve(() => new Response('x'.repeat(5_000_001)));
    expect((await failure(ask())).code).to.equal('malformed');
  });

  it('H02 knows an empty answer, and one that the proxy served although the API fails', async () => {
    serve((_, n) => (n === 1 ? new Response(null, {status: 204}) : json([], {headers: {'Podero-Stale': '1'}})));
    expect(await ask()).to.deep.equal({text: '', isEmpty: true, isServedStale: false, ageMs: 0});
    expect(await ask()).to.deep.equal({text: '[]', isEmpty: false, isServedStale: true, ageMs: 0});
  });
});

describe('an answer that names an instant', () => {
  let busy: ReturnType<typeof endpointWith>;
  let asked: Request[];
  let n = 0;

  beforeEach(() => {
    busy = endpointWith({base: new URL(`/busy-${++n}`, location.href)});
    asked = serve(() => new Response(null, {status: 429, headers: {'Retry-After': '120'}}));
  });

  afterEach(restoreFetch);

  it('H11 binds every request to that proxy, whatever it is for, and no other', async () => {
    const error = await failure(ask(busy));
    const again = await failure(ask({...busy, credentials: 'omit', group: 'another'}, new URL(`${busy.base.href}/inverters/1/savings`)));
    expect([again.code, again.retryAt, asked.length]).to.deep.equal(['rate-limited', error.retryAt, 1]);
    await failure(ask(endpointWith({base: new URL('/elsewhere', location.href)})));
    expect(asked.length).to.equal(2);
  });

  it('H11 binds streams as well, but that of a stream binds nothing else', async () => {
    const events = new URL(`/events-${n}`, location.href);
    const open = () => failure(send(events, busy, never(), {accept: 'text/event-stream'}));
    await open();
    await open();
    expect(asked.length, 'the stream').to.equal(1);
    await failure(ask(busy));
    expect(asked.length, 'a read').to.equal(2);
    await failure(send(new URL('/other-events', location.href), busy, never(), {accept: 'text/event-stream'}));
    expect(asked.length, 'another stream').to.equal(2);
  });

  it('H11 lets in whoever asks after it', async () => {
    await failure(ask(busy));
    const {now} = Date;
    Date.now = () => now() + 121_000;
    await failure(ask(busy)).finally(() => {
      Date.now = now;
    });
    expect(asked.length).to.equal(2);
  });
});

describe('a token', () => {
  const {setTimeout: realTimeout} = window;

  afterEach(() => {
    window.setTimeout = realTimeout;
    restoreFetch();
  });

  it('is waited for 10 seconds at the most, then the function is asked anew', async () => {
    const waits: (number | undefined)[] = [];
    const asked = serve(() => json([]));
    let calls = 0;
    const getToken = () => (++calls === 1 ? new Promise<string>(() => {}) : Promise.resolve('second'));
    window.setTimeout = ((callback: () => void, ms?: number) => {
      waits.push(ms);
      return realTimeout(callback, ms === 10_000 ? 0 : ms);
    }) as typeof setTimeout;
    const error = await failure(ask(endpointWith({getToken: () => getToken})));
    expect([error.code, error.message.includes('getToken'), waits.includes(10_000), asked.length]).to.deep.equal(['timeout', true, true, 0]);
    await ask(endpointWith({getToken: () => getToken}));
    expect([calls, asked[0]!.headers.get('authorization')]).to.deep.equal([2, 'Bearer second']);
  });

  it('H06 is renewed once for requests that are refused one after the other, and never asked for twice at once', async () => {
    let [open, most, calls] = [0, 0, 0];
    const getToken = async () => {
      most = Math.max(most, ++open);
      await new Promise(resolve => realTimeout(resolve, 5));
      open -= 1;
      return `token-${++calls}`;
    };
    const endpoint = endpointWith({getToken: () => getToken});
    serve(async ({headers}, n) => {
      await new Promise(resolve => realTimeout(resolve, 4 * n));
      return headers.get('authorization') === 'Bearer token-1' ? new Response('', {status: 401}) : json([]);
    });
    await Promise.all([ask(endpoint), ask(endpoint), ask(endpoint), ask(endpoint)]);
    expect([calls, most]).to.deep.equal([2, 1]);
  });
});
