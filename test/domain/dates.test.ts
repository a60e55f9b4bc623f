import {expect} from '@open-wc/testing';
import {aheadOfUtc, clockOf, isDayStart, isoDayOf, isoOf, startOfDay} from '../../src/domain/calendar.js';

describe('a day', () => {
  for (const [zone, instant, expected] of [
    ['Europe/Vienna', '2026-04-17T22:00:00Z', true], ['Europe/Vienna', '2026-04-18T00:00:00Z', false], ['Europe/Vienna', '2026-04-17T22:00:00.001Z', false],
    ['UTC', '2026-04-18T00:00:00Z', true], ['Asia/Kolkata', '2026-04-17T18:30:00Z', true], ['Asia/Kolkata', '2026-04-17T18:00:00Z', false],
    // Midnight is left out there.
    ['Asia/Beirut', '2026-03-28T22:00:00Z', true], ['Asia/Beirut', '2026-03-28T21:00:00Z', false],
    ['Atlantic/Azores', '2026-03-29T01:00:00Z', true], ['Atlantic/Azores', '2026-03-29T00:00:00Z', false],
    ['America/Santiago', '2026-09-06T04:00:00Z', true], ['America/Santiago', '2026-09-06T03:00:00Z', false],
    // It comes twice there, an hour apart.
    ['Atlantic/Azores', '2026-10-25T00:00:00Z', true], ['Atlantic/Azores', '2026-10-25T01:00:00Z', false],
  ] as const) {
    it(`T16 ${expected ? 'starts' : 'does not start'} at ${instant} in ${zone}`, () => expect(isDayStart(new Date(instant), zone)).to.equal(expected));
  }

  for (const [day, zone, expected] of [
    ['2026-03-29', 'Europe/Vienna', '2026-03-28T23:00:00.000Z'], ['2026-03-30', 'Europe/Vienna', '2026-03-29T22:00:00.000Z'],
    ['2026-10-26', 'Europe/Lisbon', '2026-10-26T00:00:00.000Z'], ['2028-02-29', 'Asia/Kolkata', '2028-02-28T18:30:00.000Z'],
    [' 2026-01-01 ', 'America/New_York', '2026-01-01T05:00:00.000Z'], ['2026-03-29', 'Asia/Beirut', '2026-03-28T22:00:00.000Z'],
    ['2026-10-25', 'Atlantic/Azores', '2026-10-25T00:00:00.000Z'], ['2026-03-29', 'Atlantic/Azores', '2026-03-29T01:00:00.000Z'], ['2026-10-04', 'Australia/Lord_Howe', '2026-10-03T13:30:00.000Z'],
  ] as const) {
    it(`T16 begins at the midnight of its home: "${day}" in ${zone}`, () => expect(startOfDay(day, zone)?.toISOString()).to.equal(expected));
  }

  for (const day of [
    '', ' ', 'tomorrow', '2026-02-30', '2026-02-29', '2026-13-01', '2026-00-10', '2026-03-00', '2026-3-1', '26-03-29', '20260329', '2026', '2026-03',
    '2026-03-29T00:00', '2026-03-29Z', '29.03.2026', '12026-03-29', '2026-W13-7', '2026-03-29[Europe/Vienna]',
  ]) {
    it(`is none that no calendar has: "${day}"`, () => expect(startOfDay(day, 'Europe/Vienna')).to.equal(undefined));
  }
});

describe('an instant', () => {
  for (const [instant, zone, iso] of [
    ['2026-03-29T12:00:00Z', 'Europe/Vienna', '2026-03-29T14:00:00+02:00'],
    ['2026-03-28T23:00:00Z', 'Europe/Vienna', '2026-03-29T00:00:00+01:00'],
    ['2026-10-25T00:00:00Z', 'Europe/Vienna', '2026-10-25T02:00:00+02:00'],
    ['2026-10-25T01:00:00Z', 'Europe/Vienna', '2026-10-25T02:00:00+01:00'],
    ['2026-12-31T23:30:00Z', 'Europe/Lisbon', '2026-12-31T23:30:00+00:00'],
    ['2026-12-31T18:30:00Z', 'Asia/Kolkata', '2027-01-01T00:00:00+05:30'],
    ['2026-03-08T06:59:59Z', 'America/New_York', '2026-03-08T01:59:59-05:00'],
    ['2026-03-08T07:00:00Z', 'America/New_York', '2026-03-08T03:00:00-04:00'],
    ['2026-07-01T12:00:00Z', 'America/St_Johns', '2026-07-01T09:30:00-02:30'],
    ['2026-10-03T15:30:00Z', 'Australia/Lord_Howe', '2026-10-04T02:30:00+11:00'],
    ['2026-04-04T15:00:00Z', 'Australia/Lord_Howe', '2026-04-05T01:30:00+10:30'],
    ['2026-07-01T12:00:00Z', 'UTC', '2026-07-01T12:00:00+00:00'],
  ] as const) {
    it(`T16 is written by the home's calendar and clock: ${iso}`, () => {
      const at = new Date(instant);
      expect([isoOf(at, zone), isoDayOf(at, zone), clockOf(at, zone)]).to.deep.equal([iso, iso.slice(0, 10), iso.slice(11, 16)]);
      expect(Date.parse(isoOf(at, zone))).to.equal(at.getTime());
    });
  }

  it('has an offset: by so much the home\'s clock is ahead of UTC', () => {
    const ahead = (instant: string, zone: string) => aheadOfUtc(Date.parse(instant), zone) / 60_000;
    expect([ahead('2026-01-01T00:00:00Z', 'Europe/Vienna'), ahead('2026-03-29T00:59:59.999Z', 'Europe/Vienna'), ahead('2026-03-29T01:00:00Z', 'Europe/Vienna')])
      .to.deep.equal([60, 60, 120]);
    expect([ahead('2026-01-01T00:00:00Z', 'America/St_Johns'), ahead('2026-01-01T00:00:00Z', 'Australia/Lord_Howe')]).to.deep.equal([-210, 660]);
  });
});
