import {expect} from '@open-wc/testing';
import {clockOf, hasWholeHours, periodOf} from '../../src/domain/calendar.js';

const MINUTE_MS = 60_000;

const dayOf = (date: string, zone: string) => periodOf('day', new Date(`${date}T12:00:00Z`), {zone, firstWeekday: 1});
const clocksOf = (date: string, zone: string) => dayOf(date, zone).slots.map(({from}) => clockOf(from, zone));

describe('the hours of a day', () => {
  // Written by hand; `half` is the hour that has 30 minutes.
  for (const [what, date, zone, from, to, count, half] of [
    ['spring in Vienna', '2026-03-29', 'Europe/Vienna', '2026-03-28T23:00Z', '2026-03-29T22:00Z', 23, undefined],
    ['autumn in Vienna', '2026-10-25', 'Europe/Vienna', '2026-10-24T22:00Z', '2026-10-25T23:00Z', 25, undefined],
    ['any day in Vienna', '2026-04-18', 'Europe/Vienna', '2026-04-17T22:00Z', '2026-04-18T22:00Z', 24, undefined],
    ['spring in Lisbon', '2026-03-29', 'Europe/Lisbon', '2026-03-29T00:00Z', '2026-03-29T23:00Z', 23, undefined],
    ['autumn in Lisbon', '2026-10-25', 'Europe/Lisbon', '2026-10-24T23:00Z', '2026-10-26T00:00Z', 25, undefined],
    ['spring elsewhere in Kolkata', '2026-03-29', 'Asia/Kolkata', '2026-03-28T18:30Z', '2026-03-29T18:30Z', 24, undefined],
    ['autumn elsewhere in Kolkata', '2026-10-25', 'Asia/Kolkata', '2026-10-24T18:30Z', '2026-10-25T18:30Z', 24, undefined],
    ['spring on Lord Howe', '2026-10-04', 'Australia/Lord_Howe', '2026-10-03T13:30Z', '2026-10-04T13:00Z', 24, 2],
    ['autumn on Lord Howe', '2026-04-05', 'Australia/Lord_Howe', '2026-04-04T13:00Z', '2026-04-05T13:30Z', 25, 2],
    ['spring in New York', '2026-03-08', 'America/New_York', '2026-03-08T05:00Z', '2026-03-09T04:00Z', 23, undefined],
    ['autumn in New York', '2026-11-01', 'America/New_York', '2026-11-01T04:00Z', '2026-11-02T05:00Z', 25, undefined],
    ['no midnight in Santiago', '2026-09-06', 'America/Santiago', '2026-09-06T04:00Z', '2026-09-07T03:00Z', 23, undefined],
    ['its last hour twice in Santiago', '2026-04-04', 'America/Santiago', '2026-04-04T03:00Z', '2026-04-05T04:00Z', 25, undefined],
    ['no midnight in Beirut', '2026-03-29', 'Asia/Beirut', '2026-03-28T22:00Z', '2026-03-29T21:00Z', 23, undefined],
    ['its last hour twice in Beirut', '2026-10-24', 'Asia/Beirut', '2026-10-23T21:00Z', '2026-10-24T22:00Z', 25, undefined],
    ['no midnight on the Azores', '2026-03-29', 'Atlantic/Azores', '2026-03-29T01:00Z', '2026-03-30T00:00Z', 23, undefined],
    ['midnight twice on the Azores', '2026-10-25', 'Atlantic/Azores', '2026-10-25T00:00Z', '2026-10-26T01:00Z', 25, undefined],
  ] as const) {
    it(`T16 are as many and as long as they are: ${what}`, () => {
      const day = dayOf(date, zone);
      expect([day.from.getTime(), day.to.getTime()]).to.deep.equal([Date.parse(from), Date.parse(to)]);
      expect([day.slots[0]!.from, day.slots.at(-1)!.to]).to.deep.equal([day.from, day.to]);
      expect(day.slots.map(slot => (slot.to.getTime() - slot.from.getTime()) / MINUTE_MS))
        .to.deep.equal(Array.from({length: count}, (_, index) => index === half ? 30 : 60));
    });
  }

  it('T16 begin on the full hours of the home\'s clock, and with a change', () => {
    expect(clocksOf('2026-03-29', 'Europe/Vienna').slice(0, 4)).to.deep.equal(['00:00', '01:00', '03:00', '04:00']);
    expect(clocksOf('2026-10-25', 'Europe/Vienna').slice(0, 5)).to.deep.equal(['00:00', '01:00', '02:00', '02:00', '03:00']);
    expect(clocksOf('2026-10-04', 'Australia/Lord_Howe').slice(0, 4)).to.deep.equal(['00:00', '01:00', '02:30', '03:00']);
    expect(clocksOf('2026-04-05', 'Australia/Lord_Howe').slice(0, 4)).to.deep.equal(['00:00', '01:00', '01:30', '02:00']);
    expect(clocksOf('2026-09-06', 'America/Santiago').slice(0, 2)).to.deep.equal(['01:00', '02:00']);
    expect(clocksOf('2026-10-25', 'Atlantic/Azores').slice(0, 3)).to.deep.equal(['00:00', '00:00', '01:00']);
    expect(clocksOf('2026-04-18', 'Asia/Kolkata').at(-1)).to.equal('23:00');
  });
});

describe('hours', () => {
  for (const [zone, instant, expected] of [
    ['UTC', '2026-04-18T12:00:00Z', true], ['Europe/Vienna', '2026-03-29T12:00:00Z', true], ['Europe/Lisbon', '2026-10-25T12:00:00Z', true],
    ['Asia/Kolkata', '2026-04-18T12:00:00Z', false], ['Asia/Kathmandu', '2026-04-18T12:00:00Z', false], ['America/St_Johns', '2026-04-18T12:00:00Z', false],
    // It is 11 hours ahead in its summer, and half an hour less in its winter.
    ['Australia/Lord_Howe', '2026-01-14T12:00:00Z', true], ['Australia/Lord_Howe', '2026-06-14T12:00:00Z', false],
    ['Australia/Lord_Howe', '2026-04-02T12:00:00Z', false], ['Australia/Lord_Howe', '2026-10-02T12:00:00Z', false],
  ] as const) {
    it(`begin with those of UTC in the week of ${instant.slice(0, 10)}, ${zone}: ${expected}`, () => {
      expect(hasWholeHours(periodOf('week', new Date(instant), {zone, firstWeekday: 1}), zone)).to.equal(expected);
    });
  }

  it('do so only where they do until the end of the period', () => {
    const day = dayOf('2026-10-04', 'Australia/Lord_Howe');
    expect([hasWholeHours(day, 'Australia/Lord_Howe'), hasWholeHours({...day, slots: day.slots.slice(3)}, 'Australia/Lord_Howe')]).to.deep.equal([false, true]);
    const april = dayOf('2026-04-05', 'Australia/Lord_Howe');
    expect(hasWholeHours({...april, slots: april.slots.slice(0, 2)}, 'Australia/Lord_Howe')).to.equal(false);
  });
});
