import {expect} from '@open-wc/testing';
import {WIRE} from '../../src/elements/wire.js';
import {asPoderoError} from '../../src/domain/errors.js';
import {readEvents} from '../../src/push/events.js';
import {endpointWith, never, restoreFetch, serve} from '../api/served.js';

const URL_HERE = new URL('/events', location.href);
const encode = (text: string) => new TextEncoder().encode(text);

afterEach(restoreFetch);

/** A stream that says these bytes, and ends. */
function streamOf(parts: readonly Uint8Array<ArrayBuffer>[], type = 'text/event-stream; charset=utf-8'): Response {
  return new Response(new ReadableStream({
    start(line) {
      parts.forEach(part => line.enqueue(part));
      line.close();
    },
  }), {headers: {'content-type': type}});
}

async function heard(response: () => Response, endpoint = endpointWith()): Promise<{texts: string[]; asked: Request[]; code?: string}> {
  const texts: string[] = [];
  const asked = serve(response);
  try {
    await readEvents(URL_HERE, endpoint, never(), text => texts.push(text), WIRE);
    return {texts, asked};
  } catch (thrown) {
    return {texts, asked, code: asPoderoError(thrown).code};
  }
}

describe('a stream of server-sent events', () => {
  it('is read whatever its pieces: bytes, comments, line ends, letters cut in two', async () => {
    const bytes = encode('\uFEFF: hello\n\ndata: {"ä":1}\r\n\r\nevent: x\ndata: a\ndata: b\n\nid: 3\n\ndata: lost');
    const {texts} = await heard(() => streamOf([...bytes].map(byte => Uint8Array.of(byte))));
    expect(texts).to.deep.equal(['{"ä":1}', 'a\nb']);
  });

  it('is asked for with the token, the headers and the credentials of every request', async () => {
    const {asked: [request]} = await heard(() => streamOf([]), endpointWith({
      getToken: () => () => Promise.resolve('secret'), getHeaders: () => () => ({'X-Portal': '1'}), credentials: 'include',
    }));
    expect(['accept', 'authorization', 'x-portal'].map(name => request!.headers.get(name))).to.deep.equal(['text/event-stream', 'Bearer secret', '1']);
    expect([request!.credentials, request!.url]).to.deep.equal(['include', URL_HERE.href]);
  });

  it('renews a token that is refused once', async () => {
    let tokens = 0;
    const {asked, code} = await heard(() => new Response(null, {status: 401}), endpointWith({getToken: () => () => Promise.resolve(String(++tokens))}));
    expect([asked.length, tokens, code]).to.deep.equal([2, 2, 'unauthorized']);
  });

  for (const [what, answer, code] of [
    ['a login page', () => new Response('<html>', {headers: {'content-type': 'text/html'}}), 'unauthorized'],
    ['JSON', () => Response.json([]), 'malformed'],
    ['nothing', () => new Response(null, {status: 204}), 'malformed'],
    ['a status that is no success', () => new Response(null, {status: 404}), 'not-found'],
    ['a message of more than 5 MB', () => streamOf([encode(`data: ${'x'.repeat(6_000_000)}`)]), 'malformed'],
    ['one that comes whole', () => streamOf([encode(`data: ${'x'.repeat(6_000_000)}\n\n`)]), 'malformed'],
    ['a line that is dead', () => { throw new TypeError('Failed to fetch'); }, 'network'],
  ] as const) {
    it(`is not ${what}`, async () => {
      expect((await heard(answer)).code).to.equal(code);
    });
  }

  it('that breaks in the middle could not be reached', async () => {
    const {texts, code} = await heard(() => new Response(new ReadableStream({
      start: line => line.enqueue(encode('data: a\n\n')),
      pull: line => line.error(new TypeError('network error')),
    }), {headers: {'content-type': 'text/event-stream'}}));
    expect([texts, code]).to.deep.equal([['a'], 'network']);
  });
});
