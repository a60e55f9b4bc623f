import {expect} from '@open-wc/testing';
import type {Span} from '../../src/domain/calendar.js';
import {weekOf} from '../../src/domain/calendar.js';
import type {DayFigure} from '../../src/domain/daily-energy.js';
import {dailyShares, foreignDayStart, isSilent, joined, totalOfDays} from '../../src/domain/daily-energy.js';
import type {Device, DeviceKind} from '../../src/domain/device.js';
import type {EnergyBucket, EnergySeries} from '../../src/domain/energy-series.js';
import {flowOf} from '../../src/domain/energy-series.js';

const ZONE = 'Europe/Vienna';
/** A Sunday afternoon: the week is over but for today. */
const NOW = new Date('2026-03-29T13:00:00Z');
const DAYS = weekOf(NOW, ZONE, 1);

type Figure = number | null | undefined;

const bucket = ({from, to}: Span, kWh: number | null): EnergyBucket => kWh === null ? {from, to, gap: true} : {from, to, kWh};
const seriesOf = (id: string, figures: readonly Figure[], kind: DeviceKind = 'heat-pump', days: readonly Span[] = DAYS): EnergySeries => {
  const device = {kind, id} as Device;
  return {device, flow: flowOf(device), buckets: days.flatMap((day, index) => figures[index] === undefined ? [] : bucket(day, figures[index]))};
};

const daysOf = (series: EnergySeries, now = NOW) => dailyShares([series], DAYS, now)[0]!.days.map(short);
const short = (day: DayFigure) => day.is === 'known' ? (day.isPartial ? `${day.kWh}?` : day.kWh) : day.is;

describe('the days of a series', () => {
  it('are its buckets, a missing one a gap and never zero', () => {
    expect(daysOf(seriesOf('a', [1, 0, null, undefined, 5, 6, 7]))).to.deep.equal([1, 0, 'gap', 'gap', 5, 6, 7]);
  });

  it('are not missing while they are not over', () => {
    expect(daysOf(seriesOf('a', [1, 2, 3, 4, 5, 6, null]))).to.deep.equal([1, 2, 3, 4, 5, 6, 'ahead']);
    expect(daysOf(seriesOf('a', [1, null]), new Date('2026-03-25T10:00:00Z'))).to.deep.equal([1, 'gap', 'ahead', 'ahead', 'ahead', 'ahead', 'ahead']);
  });

  it('have nothing yet of buckets that are to come, whatever they say', () => {
    expect(daysOf(seriesOf('a', [1, 2, 0, 0, 0, 0, 0]), new Date('2026-03-24T10:00:00Z'))).to.deep.equal([1, 2, ...Array<string>(5).fill('ahead')]);
  });

  it('hold the buckets whose middle they hold: days of UTC', () => {
    const utc = weekOf(NOW, 'UTC', 1);
    expect(daysOf(seriesOf('a', [1, 2, 3, 4, 5, 6, 7], 'heat-pump', utc))).to.deep.equal([1, 2, 3, 4, 5, 6, 7]);
  });

  it('are sums of several buckets, and gaps where one of them is missing', () => {
    const halves = DAYS.flatMap(({from, to}) => {
      const noon = new Date((from.getTime() + to.getTime()) / 2);
      return [{from, to: noon}, {from: noon, to}];
    });
    expect(daysOf(seriesOf('a', [1, 2, 3, null, 5, 6], 'heat-pump', halves))).to.deep.equal([3, 'gap', 11, 'gap', 'gap', 'gap', 'ahead']);
  });

  it('take nothing from a bucket that is longer than a day', () => {
    const whole: EnergyBucket = {from: DAYS[0]!.from, to: DAYS[6]!.to, kWh: 100};
    const {days} = dailyShares([{...seriesOf('a', []), buckets: [whole]}], DAYS, NOW)[0]!;
    expect(days.map(short)).to.deep.equal([...Array<string>(6).fill('gap'), 'ahead']);
  });
});

describe('the shares of a household', () => {
  it('are the five largest consumers and others, then production as one', () => {
    const consumers = [3, 9, 1, 7, 2, 8, 5].map((kWh, index) => seriesOf(`c${index}`, [kWh]));
    const shares = dailyShares([...consumers, seriesOf('i', [40], 'inverter'), seriesOf('j', [2], 'inverter')], DAYS, NOW);
    expect(shares.map(({flow, devices, days}) => [flow[0], devices.map(({id}) => id).join(), short(days[0]!)])).to.deep.equal([
      ['c', 'c1', 9], ['c', 'c5', 8], ['c', 'c3', 7], ['c', 'c6', 5], ['c', 'c0', 3], ['c', 'c4,c2', 3], ['p', 'i,j', 42],
    ]);
  });

  it('stay six where "others" would be one device alone', () => {
    expect(dailyShares(Array.from({length: 6}, (_, index) => seriesOf(`c${index}`, [index])), DAYS, NOW).length).to.equal(6);
  });

  it('together know a day in part where one of them has a gap, and not at all where all have', () => {
    const shares = dailyShares([seriesOf('a', [1, null, null, 4, 5, 6, 7]), seriesOf('b', [10, 20, null, 40, 50, 60])], DAYS, NOW);
    expect(joined(shares).days.map(short)).to.deep.equal([11, '20?', 'gap', 44, 55, 66, 7]);
  });
});

describe('a total', () => {
  const totalOf = (figures: readonly Figure[], now = NOW) => totalOfDays(dailyShares([seriesOf('a', figures)], DAYS, now)[0]!);

  it('says of how many days it is', () => {
    expect(totalOf([1, null, 3, undefined, 5, 6, 7])).to.deep.equal({kWh: 22, exportKwh: undefined, complete: 5, of: 7});
    expect(totalOf([1, 2, 3, 4, 5, 6])).to.include({kWh: 21, complete: 6, of: 6});
    expect(totalOf([0, 0], new Date('2026-03-24T10:00:00Z'))).to.include({kWh: 0, complete: 2, of: 2});
  });

  it('is none where there is no figure', () => expect(totalOf([null, null])).to.equal(undefined));

  it('adds up what went to the grid beside what was produced', () => {
    const [first, second] = DAYS as [Span, Span];
    const buckets = [{...first, kWh: 10, exportKwh: 4}, {...second, kWh: 20}];
    const [share] = dailyShares([{...seriesOf('i', [], 'inverter'), buckets}], DAYS, NOW);
    expect(totalOfDays(share!)).to.deep.equal({kWh: 30, exportKwh: 4, complete: 2, of: 6});
  });
});

describe('a series', () => {
  it('is silent without a figure; a zero is one', () => {
    expect([[null, null], [], [0]].map(figures => isSilent(seriesOf('a', figures)))).to.deep.equal([true, true, false]);
  });

  it('is of foreign days where these do not begin at the home\'s midnight', () => {
    const utc = seriesOf('a', [1, 2], 'heat-pump', weekOf(NOW, 'UTC', 1));
    expect([foreignDayStart([utc], ZONE), foreignDayStart([utc], 'UTC'), foreignDayStart([seriesOf('a', [1, 2, 3, 4, 5, 6, 7])], ZONE)])
      .to.deep.equal([utc.buckets[0]!.from, undefined, undefined]);
  });
});
