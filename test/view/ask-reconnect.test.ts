import {expect} from '@open-wc/testing';
import {asPoderoError} from '../../src/domain/errors.js';
import {WIRE} from '../../src/elements/wire.js';
import {askReconnect} from '../../src/view/ask-reconnect.js';
import {endpointWith, json, never, restoreFetch, serve} from '../api/served.js';
import {vehicle} from './devices.js';

/** Stands in for an element in a page in Austrian German. */
function makeHost(properties = {}) {
  let refreshes = 0;
  const host = Object.assign(document.createElement('div'), {lang: 'de-AT', refresh: async () => void (refreshes += 1), ...properties});
  return {host: host as unknown as Parameters<typeof askReconnect>[0], refreshes: () => refreshes};
}

const ask = (end = endpointWith(), {host} = makeHost()) => askReconnect(host, end, vehicle({id: 'a b'}), never(), WIRE);
const codeOf = (asking: Promise<string>) => asking.then(() => 'nothing wrong', (thrown: unknown) => asPoderoError(thrown).code);

describe('asking where to sign in again', () => {
  afterEach(restoreFetch);

  it('posts where to come back to, as JSON, with the header against forged requests', async () => {
    const asked = serve(() => json({redirect_url: 'https://login.example/a'}));
    const meta = document.head.appendChild(Object.assign(document.createElement('meta'), {name: 'csrf', content: 'secret'}));
    const host = makeHost({csrfHeader: 'x-csrf-token', csrfMeta: 'csrf'});
    expect(await ask(endpointWith({getToken: () => () => Promise.resolve('token')}), host)).to.equal('https://login.example/a');
    meta.remove();
    const request = asked[0]!;
    expect([request.method, new URL(request.url).pathname]).to.deep.equal(['POST', '/podero/electric-vehicles/a%20b/reconnect']);
    expect(['content-type', 'x-csrf-token', 'authorization'].map(name => request.headers.get(name)))
      .to.deep.equal(['application/json', 'secret', 'Bearer token']);
    expect(await request.json()).to.deep.equal({returnUrl: location.href, language: 'de'});
  });

  it('sends no such header where the page names none, nor with a read', async () => {
    const asked = serve(() => json({redirect_url: `${location.origin}/login`}));
    expect(await ask()).to.equal(`${location.origin}/login`);
    expect(asked[0]!.headers.has('x-csrf-token')).to.equal(false);
  });

  for (const url of ['javascript:alert(1)', 'http://login.example/', 'https://a:b@login.example/', '/login', '', 7, null, undefined]) {
    it(`takes ${JSON.stringify(url)} for no address`, async () => {
      serve(() => json({redirect_url: url}));
      expect(await codeOf(ask())).to.equal('malformed');
    });
  }

  it('takes an answer without anything for malformed', async () => {
    serve(() => json(null));
    expect(await codeOf(ask())).to.equal('malformed');
  });

  it('reads everything again where the customer is signed out', async () => {
    for (const [status, refreshes] of [[401, 1], [403, 1], [500, 0]] as const) {
      serve(() => new Response(null, {status}));
      const host = makeHost();
      await codeOf(ask(endpointWith(), host));
      expect(host.refreshes(), String(status)).to.equal(refreshes);
    }
  });

  for (const status of [404, 405, 501]) {
    it(`says that a proxy has no such route when it answers ${status}`, async () => {
      serve(() => new Response(null, {status}));
      expect(await codeOf(ask())).to.equal('not-found');
    });
  }
});
