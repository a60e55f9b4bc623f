import {expect} from '@open-wc/testing';
import {part} from './shown.js';
import {barsOf, cellsOf, rowsOf, savedBy, WeekWorld, words} from './week-world.js';

let world: WeekWorld;

beforeEach(() => {
  world = new WeekWorld();
});

afterEach(() => world.restore());

/** What the clock of the home showed when each hour began, and what was consumed in it: another figure each, so that a shift would show. */
const SPRING = [
  ['00', 0.1], ['01', 0.2], ['03', 0.4], ['04', 0.5], ['05', 0.6], ['06', 1.7], ['07', 2.8], ['08', 0.9], ['09', 1], ['10', 1.1], ['11', 1.2], ['12', 1.3],
  ['13', 1.4], ['14', 1.5], ['15', 1.6], ['16', 1.7], ['17', 1.8], ['18', 2.9], ['19', 3], ['20', 2.1], ['21', 2.2], ['22', 2.3], ['23', 2.4],
] as const;
const AUTUMN = [
  ['00', 0.1], ['01', 0.2], ['02+02:00', 0.3], ['02+01:00', 7.3], ['03', 0.4], ['04', 0.5], ['05', 0.6], ['06', 1.7], ['07', 2.8], ['08', 0.9], ['09', 1],
  ['10', 1.1], ['11', 1.2], ['12', 1.3], ['13', 1.4], ['14', 1.5], ['15', 1.6], ['16', 1.7], ['17', 1.8], ['18', 2.9], ['19', 3], ['20', 2.1], ['21', 2.2],
  ['22', 2.3], ['23', 2.4],
] as const;

/** What the API was sent for an hour: by the two figures of the clock, and by its offset where they are not enough. */
const hourIn = (day: string, hours: readonly (readonly [string, number])[]) => (iso: string) => {
  if (!iso.startsWith(day)) return 99;
  const [hour, offset] = [iso.slice(11, 13), iso.slice(-6)];
  return hours.find(([name]) => name === `${hour}${offset}`)?.[1] ?? hours.find(([name]) => name === hour)?.[1];
};

for (const {day, hours, total, count, next} of [
  {day: '2026-03-29', hours: SPRING, total: '34.7 kWh', count: 23, next: '2026-03-30T00:00:00+02:00'},
  {day: '2026-10-25', hours: AUTUMN, total: '42.3 kWh', count: 25, next: '2026-10-26T00:00:00+01:00'},
] as const) {
  describe(`a day of ${count} hours in Vienna`, () => {
    const amounts = hours.map(([, kWh]) => kWh);

    async function shown() {
      world.clock.turnTo('2026-11-05T09:00:00Z');
      world.tell('heat-pump', {hours: hourIn(day, hours)});
      return world.showTime('heat-pump', {period: 'day', date: day});
    }

    it('is asked for from midnight to midnight, with what is missing filled in', async () => {
      await shown();
      const [, query] = world.proxy.queries[0]!;
      expect((Date.parse(query.get('to_datetime')!) - Date.parse(query.get('from_datetime')!)) / 3_600_000).to.equal(count);
      expect([query.get('resolution'), query.get('keywords')]).to.deep.equal(['1HOUR', 'estimated_consumption']);
      expect(world.proxy.requests.at(-1)!.headers.get('fill-missing')).to.equal('true');
    });

    it('has the same hours in its bars, its table and its file, and they add up', async () => {
      const chart = await shown();
      const [[, , bars]] = await barsOf(chart) as [[string, string, number[]]];
      expect(bars).to.deep.equal(amounts);
      const rows = rowsOf(chart).slice(1);
      expect(rows.slice(0, -1).map(([, cell]) => cell)).to.deep.equal(amounts.map(kWh => `${kWh.toFixed(1)} kWh`));
      expect(rows.at(-1)).to.deep.equal(['Total', total]);
      expect(words(part(chart, 'summary'))).to.contain(`Consumption ${total} `).and.to.contain('Estimated.');
      const file = cellsOf((await savedBy(chart)).text).slice(1);
      expect(file.map(([, , cell]) => Number(cell))).to.deep.equal(amounts);
      expect([file[0]![0], file.at(-1)![1]]).to.deep.equal([`${day}T00:00:00${count === 23 ? '+01:00' : '+02:00'}`, next]);
    });
  });
}

describe('the hours of a changing night', () => {
  it('leave one out in spring', async () => {
    world.tell('heat-pump', {hours: hourIn('2026-03-29', SPRING)});
    const chart = await world.showTime('heat-pump', {period: 'day', date: '2026-03-29'});
    expect(rowsOf(chart).slice(1, 5).map(([hour]) => hour)).to.deep.equal(['00:00', '01:00', '03:00', '04:00']);
  });

  it('are told apart by the name of their time in autumn', async () => {
    world.clock.turnTo('2026-11-05T09:00:00Z');
    world.tell('heat-pump', {hours: hourIn('2026-10-25', AUTUMN)});
    const rows = rowsOf(await world.showTime('heat-pump', {period: 'day', date: '2026-10-25'}));
    expect(rows[3]![0]).to.match(/ (GMT\+2|CEST)$/);
    expect(rows[4]![0]).to.match(/ (GMT\+1|CET)$/);
    expect([rows[3]![1], rows[4]![1]]).to.deep.equal(['0.3 kWh', '7.3 kWh']);
  });
});

describe('the day of a chart', () => {
  it('takes the mean power of an inverter times the hour for energy, and says so', async () => {
    world.tell('inverter', {hours: () => 1.5});
    const chart = await world.showTime('inverter', {period: 'day', date: '2026-03-27'});
    expect((await barsOf(chart))[0]![2]).to.deep.equal(Array<number>(24).fill(1.5));
    expect(words(part(chart, 'summary'))).to.match(/^Production 36\.0 kWh .*Calculated from mean power\.$/);
  });

  it('is asked for by the quarter of an hour where the home\'s hours do not begin with those of UTC', async () => {
    world.tell('heat-pump', {hours: () => 0.25, zone: 'Asia/Kolkata'});
    const chart = await world.showTime('heat-pump', {period: 'day', date: '2026-03-27', 'time-zone': 'Asia/Kolkata'});
    expect(world.proxy.queries[0]![1].get('resolution')).to.equal('15MIN');
    expect((await barsOf(chart))[0]![2]).to.deep.equal(Array<number>(24).fill(1));
  });

  it('misses no hour that may still be on its way, and none to come', async () => {
    // It is 15:00 by the home's clock.
    world.tell('heat-pump', {hours: iso => Number(iso.slice(11, 13)) < 14 ? 1 : null});
    const chart = await world.showTime('heat-pump', {period: 'day'});
    expect(words(part(chart, 'summary'))).to.equal('Consumption 13.0 kWh today so far; most between 00:00 and 01:00. Estimated.');
  });

  it('counts hours that did not come', async () => {
    world.tell('heat-pump', {hours: iso => Number(iso.slice(11, 13)) < 6 ? null : 1});
    const chart = await world.showTime('heat-pump', {period: 'day', date: '2026-03-28'});
    expect(words(part(chart, 'summary'))).to.contain('18 of 24 hours.').and.to.match(/No data: 00:00, 01:00, 02:00,? and 3 others\./);
  });

  it('says that there are no figures where the route answers 400, which is no error', async () => {
    world.proxy.answer('/heat-pumps/hp/data', () => new Response(null, {status: 400}));
    const chart = await world.showTime('heat-pump', {period: 'day', date: '2026-03-28'});
    expect(words(part(chart, 'summary'))).to.equal('Consumption No figures for this time.');
    expect(world.page.details('podero-error')).to.deep.equal([]);
  });

  it('shows the rolling sums where the proxy does not offer hours, and keeps the ways to other times', async () => {
    const chart = await world.showTime('heat-pump', {period: 'day'});
    expect(words(part(chart, 'summary'))).to.contain('24 hours');
    expect(part(chart, 'periods')).not.to.equal(null);
  });
});
