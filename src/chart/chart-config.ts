import type {ChartConfiguration} from 'chart.js';

export type BarConfiguration = ChartConfiguration<'bar', (number | null)[], string>;

/** Colours and type of the picture, read from the computed tokens. */
export interface ChartTheme {
  readonly muted: string;
  readonly rule: string;
  readonly baseline: string;
  /** One paint per series, in their order. */
  readonly paints: readonly {readonly fill: string; readonly edge: string}[];
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
  readonly labels: readonly string[];
  readonly number: (value: number) => string;
}

/**
 * Daily averages of the rolling sums as bars: what consumes is stacked, what produces stands beside it, never in one sum.
 * Averages, because sums of 1, 7 and 30 days side by side would look like a rise. A window without a figure stays a gap.
 */
export function chartConfig(bars: readonly Bars[], theme: ChartTheme, words: ChartWords): BarConfiguration {
  return {
    type: 'bar',
    data: {
      labels: [...words.labels],
      datasets: bars.map(({name, stack, values}, index) => ({
        label: name,
        data: [...values],
        stack,
        ...paintOf(theme, index),
        borderWidth: 1,
        borderRadius: 2,
        maxBarThickness: 44,
        categoryPercentage: 0.6,
        barPercentage: 0.9,
      })),
    },
    options: options(theme, words),
  };
}

function paintOf({paints}: ChartTheme, index: number) {
  const paint = paints[index];
  return {
    backgroundColor: paint?.fill,
    borderColor: paint?.edge,
    hoverBackgroundColor: paint?.fill,
    hoverBorderColor: paint?.edge,
  };
}

function options(theme: ChartTheme, {number}: ChartWords): BarConfiguration['options'] {
  const ticks = {color: theme.muted, font: {family: theme.fontFamily, size: theme.fontSize}};
  return {
    animation: false,
    responsive: true,
    maintainAspectRatio: false,
    events: [],
    scales: {
      x: {stacked: true, ticks, grid: {display: false}, border: {color: theme.baseline}},
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
