import assert from 'node:assert/strict';
import {describe, it} from 'node:test';
import {USERS} from '../../demo/sandbox/users.js';
import {createProxy} from '../../src/proxy/index.js';
import {ANNA, startProxy} from './setup.js';

const DAY = 'from_datetime=2026-03-25T00:00:00Z&to_datetime=2026-03-26T00:00:00Z&resolution=1HOUR';

/** A proxy for Anna whose API answers every read so; `asked` are the requests for those reads. */
function proxyBefore(answer: () => Response) {
  const asked: Request[] = [];
  const proxy = createProxy({
    apiUrl: 'https://api.example/api/partners/v2.0', tokenUrl: 'https://api.example/token', clientId: 'a', clientSecret: 'b', user: () => ANNA,
    fetch: (url, init) => {
      if (url.endsWith('/token')) return Promise.resolve(Response.json({access_token: 't', expires_in: 100}));
      asked.push(new Request(url, init));
      return Promise.resolve(answer());
    },
  });
  return {asked, get: (query: string, headers = {}) => proxy(new Request(`http://portal.example/podero/inverters/abc/data?${query}`, {headers}))};
}

const ROW = {time: '2026-03-25T00:00:00Z', price: 52.1, solar_production_w: 1000, export_power_to_grid_w: 100, estimated_consumption: 900, comment: 'internal'};

describe('the hours of a day', () => {
  for (const kind of ['heat-pump', 'electric-vehicle', 'inverter'] as const) {
    it(`of a real ${kind} come as the API sends them, with what a chart reads`, async t => {
      const {sandbox, get} = await startProxy();
      t.after(() => sandbox.close());
      const answer = await get(`/podero/${kind}s/${USERS.anna.devices![kind]}/data?${DAY}`, {headers: {'fill-missing': 'true'}});
      const {data} = await answer.json() as {data: Record<string, unknown>[]};
      assert.deepEqual([answer.status, data.length], [200, 24]);
      const known = ['time', 'estimated_consumption', 'solar_production_w', 'export_power_to_grid_w'];
      for (const name of data.flatMap(row => Object.keys(row))) assert.ok(known.includes(name), name);
    });
  }

  it('have only the fields a chart reads', async () => {
    const {get} = proxyBefore(() => Response.json({metadata: {requested_at: 'a'}, data: [ROW]}));
    const {time, solar_production_w, export_power_to_grid_w, estimated_consumption} = ROW;
    assert.deepEqual(await (await get(DAY)).json(), {metadata: {}, data: [{time, estimated_consumption, solar_production_w, export_power_to_grid_w}]});
  });

  it('are asked for with what is empty, or without, and kept apart', async () => {
    const {asked, get} = proxyBefore(() => Response.json({metadata: {}, data: []}));
    await get(DAY, {'fill-missing': 'true'});
    await get(DAY);
    await get(DAY, {'fill-missing': 'true, x'});
    assert.deepEqual(asked.map(({headers}) => headers.get('fill-missing')), ['true', null]);
  });

  it('are none where the API says 400, and 400 is what the page is told', async () => {
    const {get} = proxyBefore(() => Response.json({detail: 'internal'}, {status: 400}));
    const answer = await get(DAY);
    assert.deepEqual([answer.status, await answer.json()], [400, {detail: 'There are no data in this period.'}]);
  });

  it('with an error inside a 200 are a failure, and its text stays here', async () => {
    const {get} = proxyBefore(() => Response.json({metadata: {error: 'SQL of anna'}, data: []}));
    const answer = await get(DAY);
    assert.equal(answer.status, 502);
    assert.doesNotMatch(await answer.text(), /SQL/);
  });

  for (const [what, query, sentence] of [
    ['without an end', DAY.replace(/&to[^&]*/, ''), /are missing/],
    ['by the week and a half', DAY.replace('1HOUR', '10DAY'), /^resolution has to be one of 15MIN/],
    ['with fields that no chart reads', `${DAY}&keywords=price,estimated_consumption`, /^keywords has/],
    ['of a century', DAY.replace('2026-03-26', '2126-03-26'), /more than 9000 steps/],
    ['of a day that no calendar has', DAY.replace('2026-03-26', '2026-99-99'), /in the calendar/],
    ['with anything else', `${DAY}&user_id=1`, /^Only from_datetime, to_datetime, resolution, keywords/],
  ] as const) {
    it(`are refused ${what}, and the API is not asked`, async () => {
      const {asked, get} = proxyBefore(() => Response.json({}));
      const answer = await get(query);
      assert.equal(answer.status, 400);
      assert.match((await answer.json() as {detail: string}).detail, sentence);
      assert.deepEqual(asked, []);
    });
  }
});
