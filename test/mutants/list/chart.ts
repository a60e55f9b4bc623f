import type {Mutant} from '../mutant.js';

const of = (file: string, test: string) => ({row: 'chart', file: `src/chart/${file}.ts`, test: `test/elements/chart-${test}.test.ts`} as const);

/** What a chart shows, of which time, and how it is taken away. */
export const CHART_MUTANTS: readonly Mutant[] = [
  {...of('series-reader', 'day'), from: 'error.status === 400', to: 'error.status === 418'},
  {...of('series-reader', 'day'), from: 'headers.set(\'fill-missing\', \'true\');', to: ''},
  {...of('series-reader', 'compare'), from: 'if (!told) hourless.add(key);', to: ''},
  {...of('series-reader', 'periods'), from: ' || isSettled(previous, asked.period)', to: ''},
  {...of('choice', 'periods'), from: 'if (wished !== this.#wished) this.#moved = undefined;', to: ''},
  {...of('choice', 'periods'), from: 'start && start.getTime() <= Date.now() ? day : undefined', to: 'day'},
  {...of('chart-content', 'compare'), from: 'series: series.filter(one => unitOf(one) === unit)', to: 'series'},
  {...of('chart-content', 'compare'), from: 'counted.flatMap(share => share.devices).filter(device => !before.devices.has(device))', to: '[]'},
  {...of('chart-body', 'periods'), from: 'isRunning || !isBare', to: 'true'},
  {...of('reading', 'reading'), from: 'if (this.#of !== period) this.#slot = undefined;', to: ''},
  {...of('csv', 'csv'), from: '`\'${text}`', to: 'text'},
  {...of('paper', 'picture'), from: 'transition: none !important;', to: ''},
  {row: 'chart', file: 'src/view/event-reporter.ts', test: 'test/view/event-reporter.test.ts', from: 'isSameChapter && ', to: ''},
];
