import {expect} from '@open-wc/testing';
import type {Period, PeriodName, Span, Weekday} from '../../src/domain/calendar.js';
import {beside, PERIODS, periodOf} from '../../src/domain/calendar.js';

const HOUR_MS = 3_600_000;

const periodAt = (name: PeriodName, instant: string, zone: string | undefined, firstWeekday: Weekday = 1) =>
  periodOf(name, new Date(instant), {zone, firstWeekday});
const hoursIn = (spans: readonly Span[]) => spans.map(({from, to}) => (to.getTime() - from.getTime()) / HOUR_MS);
const edgesOf = ({from, to}: Span) => [from, to].map(instant => instant.toISOString().replace(':00.000', ''));
const shape = (period: Period) => [...edgesOf(period), period.slots.length];

/** The date on the wall of a home. */
const dateIn = (zone: string) => {
  const clock = new Intl.DateTimeFormat('en-CA', {timeZone: zone});
  return (instant: number) => clock.format(instant);
};

describe('a week', () => {
  it('runs from Monday to Sunday, each day from the home\'s midnight', () => {
    const {slots} = periodAt('week', '2026-04-18T09:03:34Z', 'Europe/Vienna');
    expect(slots.map(edgesOf)).to.deep.equal([13, 14, 15, 16, 17, 18, 19].map(day => [`2026-04-${day - 1}T22:00Z`, `2026-04-${day}T22:00Z`]));
  });

  it('begins with the weekday that it is told', () => {
    const firstOf = (first: Weekday) => edgesOf(periodAt('week', '2026-04-18T09:00:00Z', 'UTC', first))[0]!.slice(0, 10);
    expect(([1, 2, 3, 4, 5, 6, 7] as const).map(firstOf)).to.deep.equal(
      ['2026-04-13', '2026-04-14', '2026-04-15', '2026-04-16', '2026-04-17', '2026-04-18', '2026-04-12']);
  });

  for (const [change, instant, zone, expected] of [
    ['spring in Vienna', '2026-03-29T10:00:00Z', 'Europe/Vienna', [24, 24, 24, 24, 24, 24, 23]],
    ['autumn in Vienna', '2026-10-25T10:00:00Z', 'Europe/Vienna', [24, 24, 24, 24, 24, 24, 25]],
    ['spring in New York', '2026-03-08T18:00:00Z', 'America/New_York', [24, 24, 24, 24, 24, 24, 23]],
    ['half an hour in spring on Lord Howe', '2026-10-04T03:00:00Z', 'Australia/Lord_Howe', [24, 24, 24, 24, 24, 24, 23.5]],
    ['no change in Kolkata', '2026-03-29T10:00:00Z', 'Asia/Kolkata', [24, 24, 24, 24, 24, 24, 24]],
    ['a change at midnight in Beirut', '2026-03-29T10:00:00Z', 'Asia/Beirut', [24, 24, 24, 24, 24, 24, 23]],
    ['a change from midnight back in Beirut', '2026-10-24T10:00:00Z', 'Asia/Beirut', [24, 24, 24, 24, 24, 25, 24]],
  ] as const) {
    it(`T16 has days as long as they are: ${change}`, () => expect(hoursIn(periodAt('week', instant, zone).slots)).to.deep.equal(expected));
  }

  it('T16 rolls over at the home\'s midnight, not at the browser\'s or UTC\'s', () => {
    const startAt = (instant: string) => edgesOf(periodAt('week', instant, 'Europe/Vienna'))[0];
    expect([startAt('2026-04-19T21:59:59.999Z'), startAt('2026-04-19T22:00:00Z')]).to.deep.equal(['2026-04-12T22:00Z', '2026-04-19T22:00Z']);
  });

  for (const zone of ['Europe/Vienna', 'Europe/Lisbon', 'Asia/Kolkata', 'Australia/Lord_Howe', 'America/New_York', 'Pacific/Chatham', 'America/Havana', 'Africa/Cairo', 'Pacific/Kiritimati', 'America/Nuuk']) {
    it(`T16 tiles the year without gap or overlap, by days of one date each: ${zone}`, () => {
      const dateAt = dateIn(zone);
      const days = Array.from({length: 54}, (_, index) => periodAt('week', new Date(Date.UTC(2026, 0, 1 + 7 * index, 12)).toISOString(), zone).slots).flat();
      days.forEach(({from, to}, index) => {
        expect(to.getTime()).to.equal(days[index + 1]?.from.getTime() ?? to.getTime());
        const [before, first, last] = [from.getTime() - 1, from.getTime(), to.getTime() - 1].map(dateAt);
        expect([before === first, first === last], from.toISOString()).to.deep.equal([false, true]);
      });
    });
  }
});

describe('a month', () => {
  for (const [what, instant, zone, from, to, days] of [
    ['February of a leap year', '2028-02-29T12:00:00Z', 'Europe/Vienna', '2028-01-31T23:00Z', '2028-02-29T23:00Z', 29],
    ['February of any other', '2026-02-28T22:59:59Z', 'Europe/Vienna', '2026-01-31T23:00Z', '2026-02-28T23:00Z', 28],
    ['its last moment', '2026-01-31T22:59:59.999Z', 'Europe/Vienna', '2025-12-31T23:00Z', '2026-01-31T23:00Z', 31],
    ['the first of the next', '2026-01-31T23:00:00Z', 'Europe/Vienna', '2026-01-31T23:00Z', '2026-02-28T23:00Z', 28],
    ['one of 30 days', '2026-04-30T18:29:59Z', 'Asia/Kolkata', '2026-03-31T18:30Z', '2026-04-30T18:30Z', 30],
    ['with a change of clocks', '2026-03-15T12:00:00Z', 'Europe/Lisbon', '2026-03-01T00:00Z', '2026-03-31T23:00Z', 31],
    ['with a change on its first day', '2026-11-30T12:00:00Z', 'America/New_York', '2026-11-01T04:00Z', '2026-12-01T05:00Z', 30],
  ] as const) {
    it(`T16 ends where the home's month does: ${what}`, () => expect(shape(periodAt('month', instant, zone))).to.deep.equal([from, to, days]));
  }

  it('T16 has its days of 23 and 25 hours where they are', () => {
    const odd = (instant: string, zone: string) => hoursIn(periodAt('month', instant, zone).slots).flatMap((hours, index) => hours === 24 ? [] : [[index + 1, hours]]);
    expect([odd('2026-03-10T12:00:00Z', 'Europe/Vienna'), odd('2026-10-10T12:00:00Z', 'Europe/Vienna'), odd('2026-04-10T12:00:00Z', 'Australia/Lord_Howe')])
      .to.deep.equal([[[29, 23]], [[25, 25]], [[5, 24.5]]]);
  });
});

describe('a year', () => {
  for (const [what, instant, zone, from, to] of [
    ['its last moment', '2025-12-31T22:59:59.999Z', 'Europe/Vienna', '2024-12-31T23:00Z', '2025-12-31T23:00Z'],
    ['its first', '2025-12-31T23:00:00Z', 'Europe/Vienna', '2025-12-31T23:00Z', '2026-12-31T23:00Z'],
    ['still the old one in the west', '2026-01-01T04:59:59Z', 'America/New_York', '2025-01-01T05:00Z', '2026-01-01T05:00Z'],
    ['already the new one in the east', '2026-12-31T13:00:00Z', 'Australia/Lord_Howe', '2026-12-31T13:00Z', '2027-12-31T13:00Z'],
  ] as const) {
    it(`T16 turns with the home's: ${what}`, () => expect(shape(periodAt('year', instant, zone))).to.deep.equal([from, to, 12]));
  }

  it('T16 has twelve months, as long as they are', () => {
    const monthsOf = (zone: string, year: number) => hoursIn(periodAt('year', `${year}-07-01T12:00:00Z`, zone).slots);
    expect(monthsOf('Europe/Vienna', 2026)).to.deep.equal([744, 672, 743, 720, 744, 720, 744, 744, 720, 745, 720, 744]);
    expect(monthsOf('Asia/Kolkata', 2028)).to.deep.equal([744, 696, 744, 720, 744, 720, 744, 744, 720, 744, 720, 744]);
    expect(monthsOf('Australia/Lord_Howe', 2026)).to.deep.equal([744, 672, 744, 720.5, 744, 720, 744, 744, 720, 743.5, 720, 744]);
  });
});

describe('the period beside another', () => {
  const VIENNA = {zone: 'Europe/Vienna', firstWeekday: 1} as const;

  for (const [name, instant, before, after] of [
    ['day', '2026-01-31T12:00:00Z', '2026-01-29T23:00Z', '2026-01-31T23:00Z'],
    ['day', '2026-03-29T12:00:00Z', '2026-03-27T23:00Z', '2026-03-29T22:00Z'],
    ['day', '2026-10-25T12:00:00Z', '2026-10-23T22:00Z', '2026-10-25T23:00Z'],
    ['week', '2025-12-31T12:00:00Z', '2025-12-21T23:00Z', '2026-01-04T23:00Z'],
    ['week', '2026-03-29T12:00:00Z', '2026-03-15T23:00Z', '2026-03-29T22:00Z'],
    ['month', '2026-01-31T12:00:00Z', '2025-11-30T23:00Z', '2026-01-31T23:00Z'],
    ['month', '2026-03-31T12:00:00Z', '2026-01-31T23:00Z', '2026-03-31T22:00Z'],
    ['year', '2028-02-29T12:00:00Z', '2026-12-31T23:00Z', '2028-12-31T23:00Z'],
  ] as const) {
    it(`begins where it ends, or ends where it begins, and leads back: ${name} of ${instant.slice(0, 10)}`, () => {
      const period = periodAt(name, instant, VIENNA.zone);
      const [earlier, later] = [beside(period, -1, VIENNA), beside(period, 1, VIENNA)];
      expect([earlier, later].map(one => edgesOf(one)[0])).to.deep.equal([before, after]);
      expect([earlier.to, later.from]).to.deep.equal([period.from, period.to]);
      expect([beside(earlier, 1, VIENNA), beside(later, -1, VIENNA)]).to.deep.equal([period, period]);
    });
  }

  it('of January is February, and the one before that January again', () => {
    const february = beside(periodAt('month', '2026-01-31T22:00:00Z', VIENNA.zone), 1, VIENNA);
    expect(shape(february)).to.deep.equal(['2026-01-31T23:00Z', '2026-02-28T23:00Z', 28]);
    expect(shape(beside(february, -1, VIENNA))).to.deep.equal(['2025-12-31T23:00Z', '2026-01-31T23:00Z', 31]);
  });
});

describe('without a zone', () => {
  for (const name of PERIODS) {
    it(`a ${name} is that of the browser`, () => {
      const {timeZone} = Intl.DateTimeFormat().resolvedOptions();
      expect(periodAt(name, '2026-04-18T09:00:00Z', undefined)).to.deep.equal(periodAt(name, '2026-04-18T09:00:00Z', timeZone));
    });
  }
});
