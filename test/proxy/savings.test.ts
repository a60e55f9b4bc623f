import assert from 'node:assert/strict';
import {describe, it} from 'node:test';
import {createProxy} from '../../src/proxy/index.js';
import {ANNA, upstreamPath} from './setup.js';

const WEEK = 'from=2026-03-22T23:00:00.000Z&to=2026-03-29T22:00:00.000Z&resolution=1DAY';

const SENT = {
  metadata: {requested_at: '2026-03-25T10:00:00Z', query: {from: 'a'}, units: {savings: 'EUR', consumption: 'Wh'}, error: null},
  data: [{
    resolution: '1DAY',
    period: {start_period: '2026-03-22T23:00:00Z', end_period: '2026-03-23T23:00:00Z', internal: 1},
    savings: {total: 0.42, percentage: 11.8},
    consumption: {total: '9400'},
    heat_pump: {estimated_consumption_wh: 9400, comment: 'internal'},
    electric_vehicle: null,
    inverter: {solar_production_wh: 6000, grid_export_wh: {nested: 1}},
  }],
};

/** A proxy for Anna whose API answers every read so; `asked` are the addresses of those reads. */
function proxyBefore(answer: () => Response) {
  const asked: string[] = [];
  const proxy = createProxy({
    apiUrl: 'https://api.example/api/partners/v2.0', tokenUrl: 'https://api.example/token', clientId: 'a', clientSecret: 'b', user: () => ANNA,
    fetch: url => {
      if (url.endsWith('/token')) return Promise.resolve(Response.json({access_token: 't', expires_in: 100}));
      asked.push(url);
      return Promise.resolve(answer());
    },
  });
  return {asked, get: (path: string) => proxy(new Request(`http://portal.example/podero/${path}`))};
}

describe('the proxy\'s savings', () => {
  for (const collection of ['heat-pumps', 'electric-vehicles', 'inverters']) {
    it(`of ${collection} are asked with the period and the resolution`, async () => {
      const {asked, get} = proxyBefore(() => Response.json(SENT));
      assert.equal((await get(`${collection}/abc-1/savings?${WEEK}`)).status, 200);
      const url = new URL(asked[0]!);
      assert.equal(url.pathname, upstreamPath(ANNA, `${collection}/abc-1/savings`));
      assert.deepEqual([...url.searchParams], [...new URLSearchParams(WEEK)]);
    });
  }

  it('have only the fields the chart reads, as sent', async () => {
    const passed: unknown = await (await proxyBefore(() => Response.json(SENT)).get(`heat-pumps/abc/savings?${WEEK}`)).json();
    assert.deepEqual(passed, {
      metadata: {units: {consumption: 'Wh', savings: 'EUR'}, error: null},
      data: [{
        period: {start_period: '2026-03-22T23:00:00Z', end_period: '2026-03-23T23:00:00Z'},
        savings: {total: 0.42},
        consumption: {total: '9400'},
        heat_pump: {estimated_consumption_wh: 9400},
        electric_vehicle: null,
        inverter: {solar_production_wh: 6000},
      }],
    });
  });

  it('keep a zone\'s plus sign on the way', async () => {
    const {asked, get} = proxyBefore(() => Response.json(SENT));
    await get('heat-pumps/abc/savings?from=2026-03-23T00:00:00%2B01:00&to=2026-03-30T00:00:00%2B02:00');
    assert.equal(new URL(asked[0]!).searchParams.get('from'), '2026-03-23T00:00:00+01:00');
  });

  for (const [what, query, sentence] of [
    ['without a period', 'resolution=1DAY', /from and to/],
    ['without an end', 'from=2026-03-22T23:00:00Z', /from and to/],
    ['with a day instead of a date-time', WEEK.replace(/T22[^&]*/, ''), /^to has/],
    ['with a time of no zone', WEEK.replace('00.000Z', '00'), /^from has/],
    ['with a period that runs backwards', 'from=2026-03-29T22:00:00Z&to=2026-03-22T23:00:00Z', /before/],
    ['with a resolution that is not documented', WEEK.replace('1DAY', '2DAY'), /^resolution has/],
    ['with a period twice', `${WEEK}&from=2026-03-22T23:00:00Z`, /^from has/],
    ['with anything else', `${WEEK}&include_deleted=true`, /^Only/],
    ['with a name that every object has', `${WEEK}&constructor=1`, /^Only/],
  ] as const) {
    it(`are refused ${what}, and the API is not asked`, async () => {
      const {asked, get} = proxyBefore(() => Response.json(SENT));
      const answer = await get(`heat-pumps/abc/savings?${query}`);
      assert.equal(answer.status, 400);
      assert.match((await answer.json() as {detail: string}).detail, sentence);
      assert.deepEqual(asked, []);
    });
  }

  for (const status of [404, 405, 501]) {
    it(`are not there where the API answers ${status}: it has no such route`, async () => {
      assert.equal((await proxyBefore(() => new Response(null, {status})).get(`heat-pumps/abc/savings?${WEEK}`)).status, 404);
    });
  }

  it('can only be read', async () => {
    const {asked, get} = proxyBefore(() => Response.json(SENT));
    assert.equal((await get(`heat-pumps/a%2Fb/savings?${WEEK}`)).status, 404);
    assert.equal((await get(`heat-pumps/abc/savings/more?${WEEK}`)).status, 404);
    assert.deepEqual(asked, []);
  });
});
