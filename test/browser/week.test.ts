import assert from 'node:assert/strict';
import {after, before, describe, it} from 'node:test';
import {periodsBetween} from '../../demo/sandbox/calendar.js';
import {USERS, type UserName} from '../../demo/sandbox/users.js';
import {eventually} from './eventually.js';
import {engines, leavePage, openPage, type OpenPage} from './open-page.js';
import {World} from './world.js';

const ZONE = 'Europe/Vienna';
const DAY_MS = 86_400_000;
const FIELDS = {'heat-pump': ['heat_pump', 'estimated_consumption_wh'], 'electric-vehicle': ['electric_vehicle', 'estimated_consumption_wh'], inverter: ['inverter', 'solar_production_wh']} as const;

let world: World;

interface Bucket {
  readonly period: {readonly start_period: string; readonly end_period: string};
  readonly [block: string]: Readonly<Record<string, unknown>> | null;
}

/** The days of the home from Monday to today. */
function daysUntil(now: number) {
  const weekday = (instant: number) => new Intl.DateTimeFormat('en-GB', {weekday: 'long', timeZone: ZONE}).format(instant);
  const days = periodsBetween(now - 9 * DAY_MS, now, '1DAY', ZONE).filter(({from}) => from <= now);
  return days.slice(days.findLastIndex(({from}) => weekday(from) === 'Monday'));
}

/** What the API says of each of them, in kWh: a bucket belongs to the day that holds its middle. */
async function sentOf(kind: keyof typeof FIELDS, id: string, days: ReturnType<typeof daysUntil>): Promise<readonly number[]> {
  const [from, to] = [days[0]!.from - DAY_MS, days.at(-1)!.to].map(instant => new Date(instant).toISOString());
  const {data} = await (await fetch(`${world.url}/podero/${kind}s/${id}/savings?from=${from}&to=${to}&resolution=1DAY`)).json() as {data: Bucket[]};
  const [block, field] = FIELDS[kind];
  const middle = ({period: {start_period: start, end_period: end}}: Bucket) => (Date.parse(start) + Date.parse(end)) / 2;
  return days.map(day => Number(data.find(bucket => middle(bucket) >= day.from && middle(bucket) < day.to)?.[block]?.[field]) / 1000);
}

/** The same out of its hours: a sum for each day of the home. An inverter's are its mean power. */
async function hoursOf(kind: keyof typeof FIELDS, id: string, days: ReturnType<typeof daysUntil>): Promise<readonly number[]> {
  const [from, to] = [days[0]!.from, days.at(-1)!.to].map(instant => new Date(instant).toISOString());
  const field = kind === 'inverter' ? 'solar_production_w' : 'estimated_consumption';
  const query = `from_datetime=${from}&to_datetime=${to}&resolution=1HOUR&keywords=${field}`;
  const {data} = await (await fetch(`${world.url}/podero/${kind}s/${id}/data?${query}`)).json() as {data: readonly Readonly<Record<string, unknown>>[]};
  return days.map(day => data.filter(({time}) => Date.parse(String(time)) >= day.from && Date.parse(String(time)) < day.to)
    .reduce((sum, step) => sum + Number(step[field] ?? 0), 0) / 1000);
}

/** Half away from zero, in whole Wh: 25.45 is a little less to a computer. Nothing is known of a home day that no UTC day has reached. */
function inWords(kWh: number): string {
  if (Number.isNaN(kWh)) return '–';
  const tenths = Math.round(Math.round(kWh * 1000) / 100);
  return tenths < 1000 ? `${(tenths / 10).toFixed(1)} kWh` : `${Math.round(Math.round(kWh * 1000) / 1000)} kWh`;
}

/** Names of the columns, and under each its days. */
const columnsOf = ({page}: OpenPage) => page.evaluate(() => {
  const rows = [...document.querySelector('podero-consumption-chart')?.shadowRoot?.querySelectorAll('.days tr') ?? []]
    .map(row => [...row.children].slice(1).map(cell => cell.textContent!.replace(/\s+/g, ' ').trim()));
  return rows[0]?.map((name, column) => [name, ...rows.slice(1, -1).map(row => row[column])]) ?? [];
});

const summaryOf = ({page}: OpenPage) => page.evaluate(() =>
  document.querySelector('podero-consumption-chart')?.shadowRoot?.querySelector('[part~="summary"]')?.textContent?.replace(/\s+/g, ' ') ?? '');

for (const engine of engines) describe(engine.name, () => {
  before(async () => {
    world = await World.start();
    world.sandbox.control({clock: 'stop'});
    world.body = `<podero-consumption-chart proxy-url="/podero" time-zone="${ZONE}"></podero-consumption-chart>`;
  });

  after(async () => {
    await leavePage(engine);
    await world.stop();
  });

  for (const [user, whose, read, says, hasHours] of [
    ['anna', 'by the days of the home', sentOf, undefined, true],
    ['ben', 'whose days are those of UTC, by those of the home, which are sums of hours', hoursOf, 'Estimated.', true],
    ['ben', 'by days of UTC where there are no hours, and says so', sentOf, 'Days are counted in UTC.', false],
  ] as const satisfies readonly (readonly [UserName, string, unknown, string | undefined, boolean])[]) {
    it(`shows the week of ${user} as the API sends it, ${whose}`, async () => {
      world.user = user;
      world.replaced.clear();
      if (!hasHours) for (const [kind, id] of Object.entries(USERS[user].devices!)) world.replaced.set(`/${kind}s/${id}/data`, () => new Response(null, {status: 404}));
      const opened = await openPage(engine, world.url);
      const columns = await eventually(() => columnsOf(opened), columns => columns.length === 3);
      const days = daysUntil(world.sandbox.clock.now().getTime());
      const wanted = await Promise.all((Object.keys(FIELDS) as (keyof typeof FIELDS)[]).map(kind => read(kind, USERS[user].devices![kind], days)));
      assert.deepEqual(columns.map(([, ...amounts]) => amounts).toSorted(), wanted.map(amounts => amounts.map(inWords)).toSorted());
      for (const words of ['Estimated.', 'Days are counted in UTC.']) assert.equal((await summaryOf(opened)).includes(words), words === says, words);
    });
  }
});
