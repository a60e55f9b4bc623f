import {expect} from '@open-wc/testing';
import fc from 'fast-check';
import type {Home, Period, PeriodName, Weekday} from '../../src/domain/calendar.js';
import {aheadOfUtc, beside, isDayStart, isoDayOf, isoOf, PERIODS, periodOf, startOfDay} from '../../src/domain/calendar.js';

const [HOUR_MS, DAY_MS] = [3_600_000, 86_400_000];
const [FIRST, LAST] = [Date.UTC(1990, 0, 1), Date.UTC(2060, 11, 31)];

const zones = fc.constantFrom(...Intl.supportedValuesOf('timeZone'));
const homes: fc.Arbitrary<Home> = fc.record({zone: zones, firstWeekday: fc.constantFrom<Weekday>(1, 2, 3, 4, 5, 6, 7)});
const names = fc.constantFrom(...PERIODS);

/** When the zone's clock is next put on or back; the same instant where that is not within about a year. */
function nextChange(from: number, zone: string | undefined): number {
  const before = aheadOfUtc(from, zone);
  const later = Array.from({length: 20}, (_, step) => from + (step + 1) * 20 * DAY_MS).find(at => aheadOfUtc(at, zone) !== before);
  if (later === undefined) return from;
  let [low, high] = [later - 20 * DAY_MS, later];
  while (high - low > 1) {
    const middle = Math.floor((low + high) / 2);
    if (aheadOfUtc(middle, zone) === before) low = middle;
    else high = middle;
  }
  return high;
}

/** Any instant, or one that is close to a change of clocks: what goes wrong goes wrong there. */
const moments: fc.Arbitrary<readonly [Home, Date]> = fc.tuple(
  homes, fc.integer({min: FIRST, max: LAST}), fc.boolean(),
  fc.oneof(fc.constantFrom(-DAY_MS, -HOUR_MS, -1, 0, 1, HOUR_MS, DAY_MS), fc.integer({min: -DAY_MS, max: DAY_MS})),
).map(([home, at, isNear, beyond]) => [home, new Date(isNear ? nextChange(at, home.zone) + beyond : at)]);

/** Once in a while islands change sides of the date line: one of their dates never was. */
const isNoDay = (at: Date, {zone}: Home) => aheadOfUtc(at.getTime(), zone) - aheadOfUtc(at.getTime() - 1, zone) >= 23 * HOUR_MS;
/** Some clocks were put back over the midnight that they had just shown: their date came twice. */
const isTwice = (at: Date, {to}: Period, {zone}: Home) => isoDayOf(at, zone) < isoDayOf(to, zone) && at >= to;

function expectTiled({from, to, slots, name}: Period, home: Home): void {
  expect([slots[0]?.from, slots.at(-1)?.to]).to.deep.equal([from, to]);
  for (const [index, slot] of slots.entries()) {
    expect(slot.to, 'no gap, no overlap').to.deep.equal(slots[index + 1]?.from ?? to);
    expect(slot.from < slot.to || isNoDay(slot.from, home), `${slot.from.toISOString()} is over when it begins`).to.equal(true);
    if (name === 'day') expect(slot.to.getTime() - slot.from.getTime()).to.be.at.most(HOUR_MS);
    else expect(isDayStart(slot.from, home.zone), `${slot.from.toISOString()} is a midnight`).to.equal(true);
  }
}

describe('any period of any home', () => {
  it('T16 holds its instant, and its slots are the whole of it', () => {
    fc.assert(fc.property(moments, names, ([home, instant], name) => {
      const period = periodOf(name, instant, home);
      expect(period.from <= instant && (instant < period.to || isTwice(instant, period, home)), 'holds').to.equal(true);
      expectTiled(period, home);
    }), {numRuns: 300});
  });

  it('T16 ends where the next begins, which leads back to it', () => {
    fc.assert(fc.property(moments, names, ([home, instant], name) => {
      const period = periodOf(name, instant, home);
      const [before, after] = [beside(period, -1, home), beside(period, 1, home)];
      expect([before.to, after.from]).to.deep.equal([period.from, period.to]);
      expect([beside(before, 1, home), beside(after, -1, home)]).to.deep.equal([period, period]);
    }), {numRuns: 100});
  });

  it('T16 is the same wherever in it one looks', () => {
    fc.assert(fc.property(moments, names, fc.double({min: 0, max: 1, noNaN: true}), ([home, instant], name, part) => {
      const period = periodOf(name, instant, home);
      const within = new Date(period.from.getTime() + Math.floor(part * (period.to.getTime() - period.from.getTime() - 1)));
      const found = periodOf(name, within, home);
      if (!isTwice(within, found, home)) expect(found).to.deep.equal(period);
    }), {numRuns: 100});
  });

  it('T16 begins with the day that its start is called by', () => {
    fc.assert(fc.property(moments, names, ([home, instant], name) => {
      const {from} = periodOf(name, instant, home);
      expect(startOfDay(isoDayOf(from, home.zone), home.zone)).to.deep.equal(from);
      expect(Date.parse(isoOf(from, home.zone))).to.equal(from.getTime());
    }), {numRuns: 100});
  });
});

/** What the cases are that the rules above let pass. */
describe('history', () => {
  const shape = (name: PeriodName, instant: string, zone: string) => {
    const {from, to, slots} = periodOf(name, new Date(instant), {zone, firstWeekday: 1});
    return [...[from, to].map(edge => edge.toISOString().slice(0, 16)), slots.map(slot => (slot.to.getTime() - slot.from.getTime()) / HOUR_MS)];
  };

  it('has days that never were, which are slots without length', () => {
    // Samoa went to bed on 29 December, and got up on the 31st.
    expect(shape('week', '2011-12-29T00:00:00Z', 'Pacific/Apia')).to.deep.equal(['2011-12-26T10:00', '2012-01-01T10:00', [24, 24, 24, 24, 0, 24, 24]]);
    expect(shape('week', '1993-08-20T00:00:00Z', 'Pacific/Kwajalein')).to.deep.equal(['1993-08-16T12:00', '1993-08-22T12:00', [24, 24, 24, 24, 24, 0, 24]]);
    expect(shape('day', startOfDay('2011-12-30', 'Pacific/Apia')!.toISOString(), 'Pacific/Apia').slice(0, 2)).to.deep.equal(['2011-12-30T10:00', '2011-12-31T10:00']);
  });

  it('has days that came twice for an hour: it is of neither, but of the one that had begun', () => {
    // A minute past midnight the clock was put back to 23:01.
    expect(shape('day', '2010-11-07T02:30:30Z', 'America/St_Johns').slice(0, 2)).to.deep.equal(['2010-11-07T02:30', '2010-11-08T03:30']);
    expect(shape('day', '2010-11-07T02:31:00Z', 'America/St_Johns').slice(0, 2)).to.deep.equal(['2010-11-06T02:30', '2010-11-07T02:30']);
  });
});
