import {expect} from '@open-wc/testing';
import {requestReconnect} from '../../src/api/reconnect.js';
import {asPoderoError} from '../../src/domain/errors.js';
import {endpointWith, json, restoreFetch, serve} from './served.js';

const BODY = {returnUrl: 'https://portal.example/devices', language: 'de'};
const ask = (end = endpointWith()) => requestReconnect(end, 'electric-vehicle', 'a b', BODY);
const codeOf = (asking: Promise<string>) => asking.then(() => 'nothing wrong', (thrown: unknown) => asPoderoError(thrown).code);

describe('asking where to sign in again', () => {
  afterEach(restoreFetch);

  it('posts where to come back to, as JSON, with the header against forged requests', async () => {
    const asked = serve(() => json({redirect_url: 'https://login.example/a'}));
    expect(await ask(endpointWith({csrf: () => ['x-csrf-token', 'secret'], getToken: () => () => Promise.resolve('token')}))).to.equal('https://login.example/a');
    const request = asked[0]!;
    expect([request.method, new URL(request.url).pathname]).to.deep.equal(['POST', '/podero/electric-vehicles/a%20b/reconnect']);
    expect(['content-type', 'x-csrf-token', 'authorization'].map(name => request.headers.get(name)))
      .to.deep.equal(['application/json', 'secret', 'Bearer token']);
    expect(await request.json()).to.deep.equal(BODY);
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

  for (const status of [404, 405, 501]) {
    it(`says that a proxy has no such route when it answers ${status}`, async () => {
      serve(() => new Response(null, {status}));
      expect(await codeOf(ask())).to.equal('not-found');
    });
  }
});
