import {expect} from '@open-wc/testing';
import type {Home, PeriodName} from '../../src/domain/calendar.js';
import {beside, periodOf} from '../../src/domain/calendar.js';
import {besideEach, compare, pairsOf} from '../../src/domain/comparison.js';
import {shareOf, VIENNA} from './series-of.js';

const upTo = (count: number) => Array.from({length: count}, (_, index) => index);

/** With which slot of the period before each is compared. */
function pairs(name: PeriodName, instant: string, home: Home = VIENNA) {
  const period = periodOf(name, new Date(instant), home);
  return pairsOf(period, beside(period, -1, home), home.zone);
}

describe('what a slot is compared with', () => {
  it('is the same day of the week, the same day of the month and the same month', () => {
    expect(pairs('week', '2026-04-18T09:00:00Z')).to.deep.equal(upTo(7));
    expect(pairs('month', '2026-05-10T09:00:00Z')).to.deep.equal([...upTo(30), undefined]);
    expect(pairs('month', '2026-02-10T09:00:00Z')).to.deep.equal(upTo(28));
    expect(pairs('month', '2026-03-10T09:00:00Z')).to.deep.equal([...upTo(28), undefined, undefined, undefined]);
    expect(pairs('month', '2028-03-10T09:00:00Z')).to.deep.equal([...upTo(29), undefined, undefined]);
    expect(pairs('year', '2026-05-10T09:00:00Z')).to.deep.equal(upTo(12));
  });

  const LORD_HOWE: Home = {zone: 'Australia/Lord_Howe', firstWeekday: 1};
  const BEIRUT: Home = {zone: 'Asia/Beirut', firstWeekday: 1};

  for (const [what, instant, home, expected] of [
    ['on any day', '2026-04-18T09:00:00Z', VIENNA, upTo(24)],
    ['two o\'clock is left out in spring', '2026-03-29T09:00:00Z', VIENNA, [0, 1, ...upTo(24).slice(3)]],
    ['and has none on the day after', '2026-03-30T09:00:00Z', VIENNA, [0, 1, undefined, ...upTo(23).slice(2)]],
    ['the second two o\'clock in autumn has none', '2026-10-25T09:00:00Z', VIENNA, [0, 1, 2, undefined, ...upTo(24).slice(3)]],
    ['and the first is meant on the day after', '2026-10-26T09:00:00Z', VIENNA, [0, 1, 2, ...upTo(25).slice(4)]],
    ['half an hour that begins at half past two', '2026-10-04T03:00:00Z', LORD_HOWE, [0, 1, undefined, ...upTo(24).slice(3)]],
    ['half an hour that begins at half past one', '2026-04-05T03:00:00Z', LORD_HOWE, [0, 1, undefined, ...upTo(24).slice(2)]],
    ['a day without midnight', '2026-03-29T09:00:00Z', BEIRUT, upTo(24).slice(1)],
    ['the day after it', '2026-03-30T09:00:00Z', BEIRUT, [undefined, ...upTo(23)]],
  ] as const) {
    it(`T16 is the same hour by the clock: ${what}`, () => expect(pairs('day', instant, home)).to.deep.equal(expected));
  }
});

describe('what the period before says at each slot', () => {
  it('is its whole figure, where there is one and the slot is over', () => {
    const before = shareOf(10, '20?', 'gap', 'ahead', 50, 0, -7);
    const isOver = [true, true, true, true, false, true, true];
    expect(besideEach(before, upTo(7), isOver)).to.deep.equal([10, undefined, undefined, undefined, undefined, 0, -7]);
  });

  it('is that of its pair', () => {
    expect(besideEach(shareOf(10, 20, 30), [1, 0, undefined, 9], [true, true, true, true])).to.deep.equal([20, 10, undefined, undefined]);
  });
});

describe('a comparison', () => {
  for (const [what, now, before, over, expected] of [
    ['all slots of a period that is over', [1, 2, 3], [10, 20, 30], [true, true, true], {now: 6, before: 60, count: 3, of: 3}],
    ['only those that are over while it runs', [1, 2, 3], [10, 20, 30], [true, true, false], {now: 3, before: 30, count: 2, of: 2}],
    ['neither side without the other: a gap now', [1, 'gap', 3], [10, 20, 30], [true, true, true], {now: 4, before: 40, count: 2, of: 3}],
    ['neither side without the other: none before', [1, 2, 3], [10, undefined, 30], [true, true, true], {now: 4, before: 40, count: 2, of: 3}],
    ['no slot that is known in part', ['1?', 2], [10, 20], [true, true], {now: 2, before: 20, count: 1, of: 2}],
    ['zero as any other', [0, 2], [10, 0], [true, true], {now: 2, before: 10, count: 2, of: 2}],
    ['what was lost, too', [-1, 2], [3, -4], [true, true], {now: 1, before: -1, count: 2, of: 2}],
    ['nothing where none has both', [1, 'gap'], [undefined, 20], [true, true], undefined],
    ['nothing while none is over', [1, 'ahead'], [10, 20], [false, false], undefined],
    ['nothing without slots', [], [], [], undefined],
  ] as const) {
    it(`adds up like and like: ${what}`, () => expect(compare(shareOf(...now), before, over)).to.deep.equal(expected));
  }
});
