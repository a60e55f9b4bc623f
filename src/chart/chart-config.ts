import type {ChartConfiguration, ScriptableScaleContext} from 'chart.js';

export type BarConfiguration = ChartConfiguration<'bar', (number | null)[], string[]>;

/** What a canvas can be filled with. */
export type Fill = string | CanvasPattern;

/** How one series is painted. */
export interface Paint {
  readonly fill: Fill;
  readonly edge: string;
}

/** Colours and type of the picture, read from the computed tokens. */
export interface ChartTheme {
  readonly muted: string;
  readonly text: string;
  readonly ink: string;
  readonly surface: string;
  readonly rule: string;
  readonly baseline: string;
  /** One paint per series, in their order. */
  readonly paints: readonly Paint[];
  readonly fontFamily: string;
  /** Of the axis, px. */
  readonly fontSize: number;
}

/** One series: its name, what it may be stacked with, and one value for each label; `null` stays a gap. */
export interface Bars {
  readonly name: string;
  readonly stack: string;
  readonly values: readonly (number | null)[];
  /** Not drawn as bars. */
  readonly isHidden?: boolean;
}

export interface ChartWords {
  /** Lines under each bar. */
  readonly labels: readonly (readonly string[])[];
  /** One line instead, in a picture that is less wide than so many em of the axis. */
  readonly narrow?: {readonly below: number; readonly labels: readonly string[]};
  readonly number: (value: number) => string;
  /** May some of the labels be left out? */
  readonly isSparse?: boolean;
}

/**
 * Bars: what consumes is stacked, what produces stands beside it, never in one sum. A slot without a figure stays a gap.
 * `running` is the slot that is not over; what is paler of it is painted over it (`slot-marks.ts`): a bar with a look of its own would
 * cost all bars theirs in common, and a month of a household has hundreds.
 *
 * @param width of the picture, px
 */
export function chartConfig(bars: readonly Bars[], theme: ChartTheme, words: ChartWords, width: number, running?: number): BarConfiguration {
  return {
    type: 'bar',
    data: {
      labels: words.labels.map(lines => [...lines]),
      datasets: bars.map(({name, stack, values, isHidden = false}, index) => ({
        label: name,
        data: [...values],
        stack,
        ...isHidden ? {hidden: true} : paintOf(theme.paints[index], width / values.length),
        borderRadius: 2,
        maxBarThickness: 44,
        categoryPercentage: running === undefined ? 0.6 : 0.72,
        barPercentage: 0.9,
      })),
    },
    options: options(bars, theme, words, running),
  };
}

/** Bars of narrower slots than this (px) would be all edge. */
const EDGED_PX = 12;

const paintOf = (paint: Paint | undefined, slotWidth: number) =>
  ({backgroundColor: paint?.fill, borderColor: paint?.edge, borderWidth: slotWidth < EDGED_PX ? 0 : 1});

function options(bars: readonly Bars[], theme: ChartTheme, {number, labels, narrow, isSparse = false}: ChartWords, running?: number): BarConfiguration['options'] {
  const ticks = {color: theme.muted, font: {family: theme.fontFamily, size: theme.fontSize}};
  const isNarrow = ({width}: {width: number}) => !!narrow && width < narrow.below * theme.fontSize;
  const isRunning = ({tick}: ScriptableScaleContext) => Number(tick.value) === running;
  const slots = {
    maxRotation: 0,
    autoSkip: isSparse,
    callback(this: {chart: {width: number}}, slot: number | string) {
      return isNarrow(this.chart) ? narrow?.labels[Number(slot)] ?? '' : [...labels[Number(slot)] ?? []];
    },
    color: (context: ScriptableScaleContext) => (isRunning(context) ? theme.text : theme.muted),
    font: (context: ScriptableScaleContext) => ({
      family: theme.fontFamily,
      size: isNarrow(context.chart) ? theme.fontSize * 0.92 : theme.fontSize,
      ...(isRunning(context) ? {weight: 600} : {}),
    }),
  };
  const compared = bars.flatMap(({isHidden, values}) => isHidden ? values : []).flatMap(value => value ?? []);
  return {
    animation: false,
    responsive: true,
    maintainAspectRatio: false,
    events: [],
    // Words stand above the highest bar.
    layout: {padding: {top: running === undefined ? 0 : 1.5 * theme.fontSize}},
    scales: {
      x: {stacked: true, ticks: running === undefined ? ticks : slots, grid: {display: false}, border: {color: theme.baseline}},
      y: {
        stacked: true,
        beginAtZero: true,
        ...compared.length ? {suggestedMax: Math.max(...compared), suggestedMin: Math.min(...compared)} : {},
        ticks: {...ticks, maxTicksLimit: 5, callback: value => number(Number(value))},
        grid: {color: theme.rule, drawTicks: false},
        border: {display: false},
      },
    },
  };
}
