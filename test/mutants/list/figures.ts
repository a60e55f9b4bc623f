import type {Mutant} from '../mutant.js';

const CALENDAR = {row: 'T16', file: 'src/domain/calendar.ts'} as const;
const SHARES = {row: 'chart', file: 'src/domain/shares.ts', test: 'test/domain/shares.test.ts'} as const;
const STEPS = {row: 'chart', file: 'src/api/series.ts', test: 'test/api/series.test.ts'} as const;
const SENT = {file: 'src/api/sent.ts', test: 'test/api/sent.test.ts'};

/** What becomes a figure of the chart, and of which time it is. */
export const FIGURE_MUTANTS: readonly Mutant[] = [
  {...CALENDAR, test: 'test/domain/hours.test.ts', from: 'at + HOUR_MS - pastTheHour', to: 'at + HOUR_MS'},
  {...CALENDAR, test: 'test/domain/calendar.test.ts', from: 'midnight(first.add(lengthOf(slots.length + 1)), zone)', to: 'new Date(from.getTime() + 24 * HOUR_MS)'},
  {row: 'T16', file: 'src/domain/comparison.ts', test: 'test/domain/comparison.test.ts', from: 'here.indexOf(clock) === slot && ', to: ''},
  {row: 'chart', file: 'src/domain/sums-of-steps.ts', test: 'test/domain/sums-of-steps.test.ts', from: ' || !isWhole', to: ''},
  {...SHARES, from: ' || known.length < own.length', to: ''},
  {...SHARES, from: 'from < now && to.getTime()', to: 'to.getTime()'},
  {...SHARES, from: ' && to.getTime() - from.getTime() <= LONGEST_MS[name]', to: ''},
  {...SHARES, from: 'const LATE_MS: Readonly<Record<PeriodName, number>> = {day: HOUR_MS,', to: 'const LATE_MS: Readonly<Record<PeriodName, number>> = {day: 0,'},
  {...STEPS, from: 'isKept && ', to: ''},
  {...STEPS, from: ' && (lengths[index] ?? 0) >= stepMs', to: ''},
  {row: 'chart', file: 'src/api/savings.ts', test: 'test/api/savings.test.ts', from: '...(isCurrency(currency) ?', to: '...(currency ?'},
  {row: 'chart', ...SENT, from: 'return amount < 0 ? undefined : amount / perKwh;', to: 'return amount / perKwh;'},
  {row: 'V04', ...SENT, from: 'zone = \'Z\'', to: 'zone = \'\''},
  {row: 'H15', ...SENT, from: '!!sent?.metadata?.error', to: 'false && !!sent'},
];
