import {expect} from '@open-wc/testing';
import type {Span, Weekday} from '../../src/domain/calendar.js';
import {isDayStart, weekOf} from '../../src/domain/calendar.js';

const HOUR_MS = 3_600_000;

const week = (instant: string, zone: string, first: Weekday = 1) => weekOf(new Date(instant), zone, first);
const hours = (days: readonly Span[]) => days.map(({from, to}) => (to.getTime() - from.getTime()) / HOUR_MS);
const starts = (days: readonly Span[]) => days.map(({from}) => from.toISOString());

/** The date on the wall of a home. */
const dateIn = (zone: string) => {
  const clock = new Intl.DateTimeFormat('en-CA', {timeZone: zone});
  return (instant: number) => clock.format(instant);
};

describe('a week', () => {
  it('runs from Monday to Sunday, each day from the home\'s midnight', () => {
    const days = week('2026-04-18T09:03:34Z', 'Europe/Vienna');
    expect(starts(days)).to.deep.equal([13, 14, 15, 16, 17, 18, 19].map(day => `2026-04-${day - 1}T22:00:00.000Z`));
    expect(days.at(-1)!.to.toISOString()).to.equal('2026-04-19T22:00:00.000Z');
  });

  it('begins with the weekday that it is told', () => {
    const firstOf = (first: Weekday) => week('2026-04-18T09:00:00Z', 'UTC', first)[0]!.from.toISOString().slice(0, 10);
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
    it(`T16 has days as long as they are: ${change}`, () => expect(hours(week(instant, zone))).to.deep.equal(expected));
  }

  it('T16 rolls over at the home\'s midnight, not at the browser\'s or UTC\'s', () => {
    const monday = (instant: string) => week(instant, 'Europe/Vienna')[0]!.from.toISOString();
    expect(monday('2026-04-19T21:59:59.999Z')).to.equal('2026-04-12T22:00:00.000Z');
    expect(monday('2026-04-19T22:00:00Z')).to.equal('2026-04-19T22:00:00.000Z');
  });

  for (const zone of ['Europe/Vienna', 'Europe/Lisbon', 'Asia/Kolkata', 'Australia/Lord_Howe', 'America/New_York', 'Pacific/Chatham', 'America/Havana', 'Africa/Cairo', 'Pacific/Kiritimati', 'America/Nuuk']) {
    it(`T16 tiles the year without gap or overlap, by days of one date each: ${zone}`, () => {
      const dateAt = dateIn(zone);
      const days = Array.from({length: 54}, (_, index) => weekOf(new Date(Date.UTC(2026, 0, 1 + 7 * index, 12)), zone, 1)).flat();
      days.forEach(({from, to}, index) => {
        expect(to.getTime()).to.equal(days[index + 1]?.from.getTime() ?? to.getTime());
        const [before, first, last] = [from.getTime() - 1, from.getTime(), to.getTime() - 1].map(dateAt);
        expect([before === first, first === last], from.toISOString()).to.deep.equal([false, true]);
      });
    });
  }

  it('is that of the browser without a zone', () => {
    const {timeZone} = Intl.DateTimeFormat().resolvedOptions();
    expect(weekOf(new Date('2026-04-18T09:00:00Z'), undefined, 1)).to.deep.equal(week('2026-04-18T09:00:00Z', timeZone));
  });
});

describe('a day', () => {
  it('T16 starts at midnight of the home, and with the change where midnight is left out', () => {
    const is = (instant: string, zone: string) => isDayStart(new Date(instant), zone);
    expect([is('2026-04-17T22:00:00Z', 'Europe/Vienna'), is('2026-04-18T00:00:00Z', 'Europe/Vienna'), is('2026-04-18T00:00:00Z', 'UTC')])
      .to.deep.equal([true, false, true]);
    expect([is('2026-03-28T22:00:00Z', 'Asia/Beirut'), is('2026-03-28T21:00:00Z', 'Asia/Beirut')]).to.deep.equal([true, false]);
  });
});
