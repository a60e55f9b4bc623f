import {expect} from '@open-wc/testing';
import {readCollection} from '../../src/api/client.js';
import {asPoderoError} from '../../src/domain/errors.js';
import {heatPumpPayload} from '../fixtures/payloads.js';
import {endpointWith, json, never, restoreFetch, serve} from './served.js';

const endpoint = endpointWith();
const pump = (id: string, fields = {}) => heatPumpPayload('G1', {id, ...fields});
const read = (previous?: Awaited<ReturnType<typeof readCollection>>) => readCollection(endpoint, 'heat-pump', never(), previous);
const codeOf = () => read().then(() => 'read', (thrown: unknown) => asPoderoError(thrown).code);
const idsOf = ({devices}: {devices: readonly {id: string}[]}) => devices.map(({id}) => id);

describe('a collection in pages', () => {
  afterEach(restoreFetch);
  const page = (items: unknown[], next?: string) => ({results: items, total: 3, ...(next ? {next} : {})});

  it('is read from any of the known envelopes', async () => {
    for (const name of ['results', 'items', 'data']) {
      serve(() => json({[name]: [pump('1')]}));
      expect(idsOf(await read()), name).to.deep.equal(['1']);
    }
  });

  it('is followed to its end', async () => {
    const pages = [page([pump('1')], '?page=2'), page([pump('2')], `${location.origin}/podero/heat-pumps?page=3`), page([pump('3')])];
    const asked = serve((_, n) => json(pages[n - 1]));
    expect([idsOf(await read()), asked.length]).to.deep.equal([['1', '2', '3'], 3]);
  });

  it('tells the developer of a next page that it does not follow', async () => {
    const end = endpointWith();
    serve(() => json(page([pump('1')], 'http://elsewhere.example/podero/heat-pumps?page=2')));
    await readCollection(end, 'heat-pump', never());
    expect(end.said).to.deep.equal(['/podero/heat-pumps: next="http://elsewhere.example/podero/heat-pumps?page=2" is of another origin or path, and not followed.']);
  });

  it('is not followed elsewhere, nor in a circle, nor for ever', async () => {
    for (const [next, requests] of [
      ['https://elsewhere.example/podero/heat-pumps?page=2', 1],
      ['/other?page=2', 1],
      [`${location.origin}/podero/heat-pumps`, 1],
      ['?page=2', 2], ['#page=2', 1], [null, 1], [7, 1], [{}, 1], ['', 1], ['https://', 1],
    ] as const) {
      const asked = serve((_, n) => json({...page([]), next: typeof next === 'string' && next.startsWith('#') ? `${next}${n}` : next}));
      await read();
      expect(asked.length, String(next)).to.equal(requests);
    }
    const asked = serve((_, n) => json(page([], `?page=${n}`)));
    await read();
    expect(asked.length).to.equal(50);
  });

  it('is as stale as its stalest page, and an empty page costs nothing', async () => {
    serve((_, n) => [
      json(page([pump('1')], '?page=2')),
      new Response(JSON.stringify(page([pump('2')], '?page=3')), {headers: {'podero-stale': '1', age: '60'}}),
      new Response(null, {status: 204}),
    ][n - 1]!);
    const snapshot = await read();
    expect([idsOf(snapshot), snapshot.isServedStale, snapshot.ageMs]).to.deep.equal([['1', '2'], true, 60_000]);
  });

  it('is refused when its pages together are too large', async () => {
    const large = 'x'.repeat(3_000_000);
    serve((_, n) => json({...page([pump(String(n))], `?page=${n + 1}`), large}));
    expect(await codeOf()).to.equal('malformed');
  });

  it('is broken when it is no list at all', async () => {
    for (const body of ['{}', '"x"', 'null', '[', '{"results": 1}']) {
      serve(() => new Response(body));
      expect(await codeOf(), body).to.equal('malformed');
    }
  });

  it('is followed by the query alone, so that no password or hash is sent or counted', async () => {
    const withPassword = new URL('/podero/heat-pumps?page=2#a', location.href);
    Object.assign(withPassword, {username: 'anna', password: 'word'});
    const asked = serve((_, n) => json(page([pump(String(n))], n === 1 ? withPassword.href : undefined)));
    expect([idsOf(await read()), asked.map(({url}) => url.replace(location.origin, ''))])
      .to.deep.equal([['1', '2'], ['/podero/heat-pumps', '/podero/heat-pumps?page=2']]);
  });

  it('shows a device that moved between two pages once, as the first of them has it', async () => {
    serve((_, n) => json(page([pump('1', {indoor_actual_temperature: 10 * n}), pump(`${n + 1}`)], n === 1 ? '?page=2' : undefined)));
    const {devices, dropped} = await read();
    expect([idsOf({devices}), devices.map(device => 'indoorC' in device && device.indoorC)[0], dropped]).to.deep.equal([['1', '2', '3'], 10, 0]);
  });

  for (const [what, second] of [
    ['fails', () => new Response(null, {status: 502})], ['is no JSON', () => new Response('<html>')], ['is no list', () => json({detail: 'Not found.'})],
  ] as const) {
    it(`is not read at all where its second page ${what}: nothing partial is shown`, async () => {
      serve((_, n) => (n === 1 ? json(page([pump('1')], '?page=2')) : second()));
      expect(await read().then(({devices}) => devices.length, () => 'rejected')).to.equal('rejected');
    });
  }

  it('is the very same while all its pages are, and keeps what it had when the first is empty', async () => {
    serve((_, n) => n === 5 ? new Response(null, {status: 204}) : json(page([pump(n % 2 ? '1' : '2')], n % 2 ? '?page=2' : undefined)));
    const first = await read();
    expect(await read(first)).to.equal(first);
    expect(await read(first)).to.equal(first);
  });

  it('has as many devices as came, whatever its total says', async () => {
    for (const total of [0, -1, 1e9, 'many', null]) {
      serve(() => json({...page([pump('1')]), total}));
      expect(idsOf(await read())).to.deep.equal(['1']);
    }
  });
});
