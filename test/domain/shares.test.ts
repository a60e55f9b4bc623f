import {expect} from '@open-wc/testing';
import type {Period, Span} from '../../src/domain/calendar.js';
import {periodOf} from '../../src/domain/calendar.js';
import type {Series} from '../../src/domain/energy-series.js';
import {foreignStart, isSilent, sharesOf} from '../../src/domain/shares.js';
import type {Amount} from './series-of.js';
import {bucketsOf, savingsOf, seriesOf, short, stepsOf, VIENNA} from './series-of.js';

const HOUR_MS = 3_600_000;
/** A Sunday afternoon, on a day of 23 hours: the week is over but for today. */
const NOW = new Date('2026-03-29T13:00:00Z');
const WEEK = periodOf('week', NOW, VIENNA);
const DAY = periodOf('day', NOW, VIENNA);
const YEAR = periodOf('year', NOW, VIENNA);

const figuresOf = (series: Series, period: Period = WEEK, now: Date | string = NOW) => sharesOf([series], period, new Date(now))[0]!.figures.map(short);
const inWeek = (...amounts: readonly Amount[]) => seriesOf('a', WEEK.slots, amounts);
const halvesOf = (day: Span) => stepsOf(day, (day.to.getTime() - day.from.getTime()) / 2);
const times = (count: number, figure: string) => Array<string>(count).fill(figure);

describe('the days of a series', () => {
  it('are its buckets, a missing one a gap and never zero', () => {
    expect(figuresOf(inWeek(1, 0, null, undefined, 5, 6, 7))).to.deep.equal([1, 0, 'gap', 'gap', 5, 6, 7]);
  });

  it('are not missing while they are not over', () => {
    expect(figuresOf(inWeek(1, 2, 3, 4, 5, 6, null))).to.deep.equal([1, 2, 3, 4, 5, 6, 'ahead']);
    expect(figuresOf(inWeek(1, null), WEEK, '2026-03-25T10:00:00Z')).to.deep.equal([1, 'gap', ...times(5, 'ahead')]);
  });

  it('are missing as soon as they are over', () => {
    const sunday = (now: string) => figuresOf(inWeek(1, 2, 3, 4, 5, 6), WEEK, now).at(-1);
    expect([sunday('2026-03-29T21:59:59.999Z'), sunday('2026-03-29T22:00:00Z')]).to.deep.equal(['ahead', 'gap']);
  });

  it('have nothing yet of buckets that are to come, whatever they say', () => {
    expect(figuresOf(inWeek(1, 2, 0, 0, 0, 0, 0), WEEK, '2026-03-24T10:00:00Z')).to.deep.equal([1, 2, ...times(5, 'ahead')]);
  });

  it('hold the buckets whose middle they hold: days of UTC', () => {
    const utc = periodOf('week', NOW, {...VIENNA, zone: 'UTC'}).slots;
    expect(figuresOf(seriesOf('a', utc, [1, 2, 3, 4, 5, 6, 7]))).to.deep.equal([1, 2, 3, 4, 5, 6, 7]);
    const kolkata = {zone: 'Asia/Kolkata', firstWeekday: 1} as const;
    expect(figuresOf(seriesOf('a', utc, [1, 2, 3, 4, 5, 6, 7]), periodOf('week', NOW, kolkata))).to.deep.equal([1, 2, 3, 4, 5, 6, 7]);
  });

  it('hold one whose middle is their first moment, and not one whose middle is their last', () => {
    const tuesday = WEEK.slots[1]!;
    const around = {from: new Date(tuesday.from.getTime() - HOUR_MS), to: new Date(tuesday.from.getTime() + HOUR_MS)};
    expect(figuresOf(seriesOf('a', [around], [5])).slice(0, 2)).to.deep.equal(['gap', 5]);
    expect(figuresOf(seriesOf('a', [{...around, from: new Date(around.from.getTime() - 2)}], [5])).slice(0, 2)).to.deep.equal([5, 'gap']);
  });

  it('are sums of several buckets, and gaps where one of them is', () => {
    expect(figuresOf(seriesOf('a', WEEK.slots.flatMap(halvesOf), [1, 2, 3, null, 5, 6]))).to.deep.equal([3, 'gap', 11, 'gap', 'gap', 'gap', 'ahead']);
  });

  it('take nothing from a bucket that is longer than the longest day', () => {
    const from = WEEK.slots[0]!.from;
    const hours = (count: number) => figuresOf(seriesOf('a', [{from, to: new Date(from.getTime() + count * HOUR_MS)}], [100]))[0];
    expect([24, 26, 26.5, 168].map(hours)).to.deep.equal([100, 100, 'gap', 'gap']);
    expect(figuresOf(seriesOf('a', [WEEK], [100]))).to.deep.equal([...times(6, 'gap'), 'ahead']);
  });
});

describe('the hours of a series', () => {
  const inDay = (...amounts: readonly Amount[]) => seriesOf('a', DAY.slots, amounts);

  it('are its buckets, as many as the day has', () => {
    expect(figuresOf(seriesOf('a', DAY.slots, DAY.slots.map((_, hour) => hour)), DAY, '2026-03-30T12:00:00Z')).to.deep.equal(DAY.slots.map((_, hour) => hour));
  });

  it('are not missing for another hour: they may be on their way', () => {
    // The twelfth hour of a day that began at 23:00 UTC ends at 11:00.
    const twelfth = (now: string) => figuresOf(inDay(0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10), DAY, now)[11];
    expect([twelfth('2026-03-29T11:00:00Z'), twelfth('2026-03-29T11:59:59.999Z'), twelfth('2026-03-29T12:00:00Z')]).to.deep.equal(['ahead', 'ahead', 'gap']);
  });

  it('are missing where one further on is known all the same, after that hour', () => {
    expect(figuresOf(inDay(0, 1, null, 3, undefined, 5, 6, 7, 8, 9, 10, null), DAY, '2026-03-29T11:30:00Z'))
      .to.deep.equal([0, 1, 'gap', 3, 'gap', 5, 6, 7, 8, 9, 10, ...times(12, 'ahead')]);
  });

  it('take nothing from a bucket that is longer than an hour', () => {
    expect(figuresOf(seriesOf('a', [{from: DAY.slots[0]!.from, to: DAY.slots[2]!.to}], [9]), DAY)[1]).to.equal('gap');
  });

  it('are sums of quarters where the zone begins hours within those of UTC', () => {
    const day = periodOf('day', NOW, {zone: 'Asia/Kolkata', firstWeekday: 1});
    const quarters = seriesOf('a', stepsOf(day, HOUR_MS / 4), [1, 2, 3, 4, 5, 6, 7, 8, 9, null, 11, 12]);
    expect(figuresOf(quarters, day, '2026-03-30T12:00:00Z').slice(0, 4)).to.deep.equal([10, 26, 'gap', 'gap']);
  });

  it('T16 are as short as they are on Lord Howe', () => {
    const day = periodOf('day', new Date('2026-10-04T03:00:00Z'), {zone: 'Australia/Lord_Howe', firstWeekday: 1});
    const quarters = seriesOf('a', stepsOf(day, HOUR_MS / 4), Array(94).fill(1));
    expect(figuresOf(quarters, day, '2026-10-06T00:00:00Z')).to.deep.equal([4, 4, 2, ...Array<number>(21).fill(4)]);
  });
});

describe('the months of a series', () => {
  it('are its buckets: those of UTC too, and none that is longer than a month', () => {
    const utc = periodOf('year', NOW, {...VIENNA, zone: 'UTC'}).slots;
    const quarter = {from: YEAR.slots[0]!.from, to: YEAR.slots[2]!.to};
    expect(figuresOf(seriesOf('a', YEAR.slots, [1, null, 3]), YEAR)).to.deep.equal([1, 'gap', 3, ...times(9, 'ahead')]);
    expect(figuresOf(seriesOf('a', utc, Array(12).fill(2)), YEAR, '2027-02-01T00:00:00Z')).to.deep.equal(Array(12).fill(2));
    expect(figuresOf(seriesOf('a', [quarter], [9]), YEAR)).to.deep.equal(['gap', 'gap', ...times(10, 'ahead')]);
  });
});

describe('what was saved', () => {
  it('may be below zero', () => expect(figuresOf(savingsOf('a', WEEK.slots, [1.5, -2.25, 0, null]))).to.deep.equal([1.5, -2.25, 0, ...times(3, 'gap'), 'ahead']));

  it('is money, never what went to the grid', () => {
    const [share] = sharesOf([savingsOf('a', WEEK.slots, [-1])], WEEK, NOW);
    expect([share!.flow, share!.figures[0]]).to.deep.equal(['savings', {is: 'known', amount: -1, isPartial: false}]);
  });
});

describe('a series', () => {
  it('stays in the order given, each device by itself', () => {
    const shares = sharesOf([seriesOf('a', WEEK.slots, [1]), seriesOf('i', WEEK.slots, [2], 'inverter'), seriesOf('b', WEEK.slots, [3])], WEEK, NOW);
    expect(shares.map(({flow, devices, figures}) => [flow, devices.map(({id}) => id).join(), short(figures[0]!)]))
      .to.deep.equal([['consumption', 'a', 1], ['production', 'i', 2], ['consumption', 'b', 3]]);
  });

  it('is silent without a figure; a zero is one', () => {
    expect([[null, null], [], [0]].map(amounts => isSilent(sharesOf([inWeek(...amounts)], WEEK, NOW)[0]!))).to.deep.equal([true, true, false]);
  });

  for (const [what, name, zone, home, isForeign] of [
    ['days of UTC in Vienna', 'week', 'UTC', 'Europe/Vienna', true],
    ['days of UTC at a home in UTC', 'week', 'UTC', 'UTC', false],
    ['days of its own', 'week', 'Europe/Vienna', 'Europe/Vienna', false],
    ['days of UTC in Lisbon, as long as it is winter', 'week', 'UTC', 'Europe/Lisbon', false],
    ['months of UTC in Vienna', 'year', 'UTC', 'Europe/Vienna', true],
    ['months of its own', 'year', 'Europe/Vienna', 'Europe/Vienna', false],
  ] as const) {
    it(`tells where its buckets are not the home's: ${what}`, () => {
      const own = periodOf(name, NOW, {zone, firstWeekday: 1}).slots;
      expect(foreignStart([{buckets: []}, seriesOf('a', own, [1, 2, 3])], home)).to.deep.equal(isForeign ? own[0]!.from : undefined);
    });
  }

  it('tells of the first of them, where only some are not the home\'s', () => {
    const month = periodOf('month', NOW, {zone: 'UTC', firstWeekday: 1}).slots;
    expect(foreignStart([{buckets: bucketsOf(month, month.map(() => 1))}], 'Europe/Lisbon')).to.deep.equal(new Date('2026-03-30T00:00:00Z'));
  });
});
