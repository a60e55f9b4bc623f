import type {ChartConfiguration} from 'chart.js';

export type BarConfiguration = ChartConfiguration<'bar', (number | null)[], Label>;

/** Several lines where it is an array. */
type Label = string | string[];

/** Colours and type of the picture, read from the computed tokens. */
export interface ChartTheme {
  readonly muted: string;
  readonly text: string;
  readonly rule: string;
  readonly baseline: string;
  /** One paint per series, in their order. */
  readonly paints: readonly {readonly fill: string; /** Of what is not over. */ readonly soft: string; readonly edge: string}[];
  readonly fontFamily: string;
  /** Of the axis, px. */
  readonly fontSize: number;
}

/** One series: its name, what it may be stacked with, and one value for each label; `null` stays a gap. */
export interface Bars {
  readonly name: string;
  readonly stack: string;
  readonly values: readonly (number | null)[];
}

export interface ChartWords {
  readonly labels: readonly Label[];
  readonly number: (value: number) => string;
}

/**
 * Bars: what consumes is stacked, what produces stands beside it, never in one sum. A slot without a figure stays a gap.
 * `today` is the slot that is not over: paler, and its edge is left to be dashed (`day-marks.ts`).
 */
export function chartConfig(bars: readonly Bars[], theme: ChartTheme, words: ChartWords, today?: number): BarConfiguration {
  return {
    type: 'bar',
    data: {
      labels: [...words.labels],
      datasets: bars.map(({name, stack, values}, index) => ({
        label: name,
        data: [...values],
        stack,
        ...paintOf(theme, index, values.map((_, slot) => slot === today)),
        borderRadius: 2,
        maxBarThickness: 44,
        categoryPercentage: today === undefined ? 0.6 : 0.72,
        barPercentage: 0.9,
      })),
    },
    options: options(theme, words, today),
  };
}

function paintOf({paints}: ChartTheme, index: number, isToday: readonly boolean[]) {
  const paint = paints[index];
  const fills = isToday.map(is => (is ? paint?.soft : paint?.fill));
  return {
    backgroundColor: fills,
    borderColor: paint?.edge,
    borderWidth: isToday.map(is => (is ? 0 : 1)),
    hoverBackgroundColor: fills,
    hoverBorderColor: paint?.edge,
  };
}

/** Below this there is no room for a second line under each day; em of the axis. */
const NARROW_EM = 26;

function options(theme: ChartTheme, {number, labels}: ChartWords, today?: number): BarConfiguration['options'] {
  const ticks = {color: theme.muted, font: {family: theme.fontFamily, size: theme.fontSize}};
  const isNarrow = ({width}: {width: number}) => width < NARROW_EM * theme.fontSize;
  const days = {
    maxRotation: 0,
    autoSkip: false,
    // The date goes where the days stand close.
    callback(this: {chart: {width: number}}, _: unknown, index: number) {
      const label = labels[index] ?? '';
      return Array.isArray(label) && isNarrow(this.chart) ? label[0] : label;
    },
    color: ({index}: {index: number}) => (index === today ? theme.text : theme.muted),
    font: ({index, chart}: {index: number; chart: {width: number}}) => ({
      family: theme.fontFamily,
      size: isNarrow(chart) ? theme.fontSize * 0.92 : theme.fontSize,
      ...(index === today ? {weight: 600} : {}),
    }),
  };
  return {
    animation: false,
    responsive: true,
    maintainAspectRatio: false,
    events: [],
    // Words stand above the highest bar.
    layout: {padding: {top: today === undefined ? 0 : 1.5 * theme.fontSize}},
    scales: {
      x: {stacked: true, ticks: today === undefined ? ticks : days, grid: {display: false}, border: {color: theme.baseline}},
      y: {
        stacked: true,
        beginAtZero: true,
        ticks: {...ticks, maxTicksLimit: 5, callback: value => number(Number(value))},
        grid: {color: theme.rule, drawTicks: false},
        border: {display: false},
      },
    },
  };
}
