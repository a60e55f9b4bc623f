import {expect} from '@open-wc/testing';
import type {Period, Span} from '../../src/domain/calendar.js';
import {periodOf} from '../../src/domain/calendar.js';
import type {EnergyBucket} from '../../src/domain/energy-series.js';
import {sumsOfSteps} from '../../src/domain/sums-of-steps.js';
import {stepsOf, VIENNA} from './series-of.js';

const [HOUR_MS, QUARTER_MS] = [3_600_000, 900_000];
const LATER = new Date('2027-01-01T00:00:00Z');

const weekAt = (instant: string, zone: string) => periodOf('week', new Date(instant), {...VIENNA, zone});

/** 1 kWh each. */
const stepsIn = (span: Span, stepMs = HOUR_MS): readonly EnergyBucket[] => stepsOf(span, stepMs).map(step => ({...step, kWh: 1}));

const gapOf = ({from, to}: Span): EnergyBucket => ({from, to, gap: true});
const gapAt = (...instants: readonly string[]) => (step: EnergyBucket) => instants.includes(step.from.toISOString().replace(':00.000', '')) ? gapOf(step) : step;
const sums = (steps: readonly EnergyBucket[], period: Period, now: Date | string = LATER) =>
  sumsOfSteps(steps, period, new Date(now)).map(day => 'kWh' in day ? day.kWh : 'gap');

const SPRING = weekAt('2026-03-29T12:00:00Z', 'Europe/Vienna');
const AUTUMN = weekAt('2026-10-25T12:00:00Z', 'Europe/Vienna');

describe('the days out of hours', () => {
  for (const [what, period, stepMs, expected] of [
    ['23 on a day in spring', SPRING, HOUR_MS, [24, 24, 24, 24, 24, 24, 23]],
    ['25 on a day in autumn', AUTUMN, HOUR_MS, [24, 24, 24, 24, 24, 24, 25]],
    ['quarters in Kolkata', weekAt('2026-03-29T12:00:00Z', 'Asia/Kolkata'), QUARTER_MS, [96, 96, 96, 96, 96, 96, 96]],
    ['quarters in Kathmandu', weekAt('2026-03-29T12:00:00Z', 'Asia/Kathmandu'), QUARTER_MS, [96, 96, 96, 96, 96, 96, 96]],
    ['two quarters less on Lord Howe', weekAt('2026-10-04T03:00:00Z', 'Australia/Lord_Howe'), QUARTER_MS, [96, 96, 96, 96, 96, 96, 94]],
    ['two quarters more on Lord Howe', weekAt('2026-04-05T03:00:00Z', 'Australia/Lord_Howe'), QUARTER_MS, [96, 96, 96, 96, 96, 96, 98]],
    ['without midnight in Beirut', weekAt('2026-03-29T09:00:00Z', 'Asia/Beirut'), HOUR_MS, [24, 24, 24, 24, 24, 24, 23]],
  ] as const) {
    it(`T16 have as many steps as they are long: ${what}`, () => {
      const days = sumsOfSteps(stepsIn(period, stepMs), period, LATER);
      expect(days.map(day => 'kWh' in day && day.kWh)).to.deep.equal(expected);
      expect(days.map(({from, to}) => ({from, to}))).to.deep.equal(period.slots);
    });
  }

  it('of a month are as many as it has', () => {
    const month = periodOf('month', new Date('2026-03-10T12:00:00Z'), VIENNA);
    expect(sums(stepsIn(month), month)).to.deep.equal([...Array<number>(28).fill(24), 23, 24, 24]);
  });

  it('may be hours out of quarters as well', () => {
    const day = periodOf('day', new Date('2026-04-18T12:00:00Z'), {...VIENNA, zone: 'Asia/Kolkata'});
    expect(sums(stepsIn(day, QUARTER_MS).filter((_, index) => index !== 6), day)).to.deep.equal([4, 'gap', ...Array<number>(22).fill(4)]);
  });

  it('take nothing of a step of the days around, nor of one across midnight', () => {
    const wide = stepsIn({from: new Date(SPRING.from.getTime() - 5 * HOUR_MS), to: new Date(SPRING.to.getTime() + 5 * HOUR_MS)});
    expect(sums(wide, SPRING)).to.deep.equal([24, 24, 24, 24, 24, 24, 23]);
    // Hours of UTC, at a home whose hours begin within them: 23 in each day, and one across.
    expect(sums(wide, weekAt('2026-03-29T12:00:00Z', 'Asia/Kolkata'))).to.deep.equal(Array(7).fill('gap'));
  });

  it('are gaps where a step is one, or is not there', () => {
    expect(sums(stepsIn(SPRING).map(gapAt('2026-03-24T10:00Z')), SPRING)).to.deep.equal([24, 'gap', 24, 24, 24, 24, 23]);
    expect(sums(stepsIn(SPRING).filter((_, index) => index !== 24 && index !== 71), SPRING)).to.deep.equal([24, 'gap', 'gap', 24, 24, 24, 23]);
    expect(sums(stepsIn(SPRING).map(gapAt('2026-03-29T00:00Z')), SPRING)).to.deep.equal([24, 24, 24, 24, 24, 24, 'gap']);
  });

  it('are gaps where their first step or their last is missing', () => {
    const days = stepsIn(AUTUMN).map(gapAt('2026-10-18T22:00Z', '2026-10-25T22:00Z'));
    expect(sums(days, AUTUMN)).to.deep.equal(['gap', 24, 24, 24, 24, 24, 'gap']);
  });

  it('are gaps without steps, those to come are not there at all', () => {
    expect(sums([], SPRING, '2026-03-25T12:00:00Z')).to.deep.equal(['gap', 'gap', 'gap']);
    expect(sums(stepsIn(SPRING), SPRING, SPRING.from)).to.deep.equal([]);
  });

  it('add up what went to the grid of those steps that say so', () => {
    const [day] = sumsOfSteps(stepsIn(SPRING).map((step, index) => index % 2 ? step : {...step, exportKwh: 0.5}), SPRING, LATER);
    expect(day).to.deep.equal({...SPRING.slots[0], kWh: 24, exportKwh: 6});
    expect(sumsOfSteps(stepsIn(SPRING), SPRING, LATER)[0]).to.deep.equal({...SPRING.slots[0], kWh: 24});
  });

  it('cannot be changed', () => expect(sumsOfSteps(stepsIn(SPRING), SPRING, LATER).every(Object.isFrozen)).to.equal(true));
});

describe('a day that is not over', () => {
  const [today] = SPRING.slots as [Span];
  /** As the API fills up what it does not know yet. */
  const knownUntil = (instant: string) => stepsIn(today).map(step => step.to <= new Date(instant) ? step : gapOf(step));

  it('is what is known of it, up to the last step', () => {
    expect(sums(knownUntil('2026-03-23T08:00Z'), SPRING, '2026-03-23T09:30:00Z')).to.deep.equal([9]);
    expect(sums(knownUntil('2026-03-23T08:00Z').slice(0, 9), SPRING, '2026-03-23T09:30:00Z')).to.deep.equal([9]);
  });

  it('is a gap where a step between is missing, or the first', () => {
    expect(sums(knownUntil('2026-03-23T08:00Z').map(gapAt('2026-03-23T04:00Z')), SPRING, '2026-03-23T09:30:00Z')).to.deep.equal(['gap']);
    expect(sums(knownUntil('2026-03-23T08:00Z').slice(1), SPRING, '2026-03-23T09:30:00Z')).to.deep.equal(['gap']);
  });

  it('is a gap as long as nothing is known', () => expect(sums(knownUntil('2026-03-22T00:00Z'), SPRING, '2026-03-23T09:30:00Z')).to.deep.equal(['gap']));

  it('has nothing yet of steps that are to come, whatever they say', () => {
    expect(sums(stepsIn(today), SPRING, '2026-03-23T09:30:00Z')).to.deep.equal([11]);
    expect(sums([...knownUntil('2026-03-23T08:00Z').slice(0, 9), ...stepsIn(today).slice(15)], SPRING, '2026-03-23T09:30:00Z')).to.deep.equal([9]);
  });

  it('needs its last step the moment it is over', () => {
    const steps = knownUntil('2026-03-23T22:00Z');
    expect([sums(steps, SPRING, '2026-03-23T22:59:59.999Z'), sums(steps, SPRING, '2026-03-23T23:00:00Z')]).to.deep.equal([[23], ['gap']]);
  });
});
