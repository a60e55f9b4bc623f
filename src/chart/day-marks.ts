import type {BarElement, Chart, Plugin} from 'chart.js';

/** What a picture of days shows beside its bars. */
export interface DayMarks {
  /** Which of the days is not over. */
  readonly today: number;
  readonly noData: string;
  readonly stacks: readonly {
    /** Which of the datasets stand on one another. */
    readonly datasets: readonly number[];
    /** Days of which something, or all, is missing. */
    readonly gaps: readonly number[];
    /** The height of each day in words; empty where there is none. */
    readonly sums: readonly string[];
  }[];
}

export interface MarkTheme {
  readonly muted: string;
  readonly text: string;
  readonly font: string;
}

type Stack = DayMarks['stacks'][number];

/** Where a stack stands in the picture, and how high. */
interface Column {
  readonly left: number;
  readonly width: number;
  readonly top: number;
}

const HATCH_PX = 7;

/** Draws what bars cannot show: gaps as a hatch, what is not over with a dashed edge, and sums above where they fit. */
export const dayMarks = (now: () => {marks: DayMarks; theme: MarkTheme} | undefined): Plugin<'bar'> => ({
  id: 'dayMarks',
  beforeDatasetsDraw: chart => {
    const given = now();
    given?.marks.stacks.forEach(stack => stack.gaps.forEach(day => drawGap(chart, columnOf(chart, stack, day), given)));
  },
  afterDatasetsDraw: chart => {
    const given = now();
    if (!given) return;
    for (const stack of given.marks.stacks) {
      drawDashes(chart, stack, given.marks.today);
      stack.sums.forEach((sum, day) => sum && drawAbove(chart, columnOf(chart, stack, day), sum, given.theme.text, given.theme.font));
    }
  },
});

const barsOf = (chart: Chart, {datasets}: Stack, day: number) => datasets.map(index => ({
  bar: chart.getDatasetMeta(index).data[day] as BarElement | undefined,
  isKnown: chart.data.datasets[index]?.data[day] != null,
}));

function columnOf(chart: Chart, stack: Stack, day: number): Column {
  const bars = barsOf(chart, stack, day);
  const {x = 0} = bars[0]?.bar ?? {};
  const {width = 0} = bars[0]?.bar?.getProps(['width']) ?? {};
  const tops = bars.flatMap(({bar, isKnown}) => bar && isKnown ? bar.y : []);
  return {left: x - width / 2, width, top: Math.min(chart.chartArea.bottom, ...tops)};
}

/** From what is known up to the top: how much is missing nobody can say. */
function drawGap({ctx, chartArea}: Chart, {left, width, top: bottom}: Column, {marks, theme}: {marks: DayMarks; theme: MarkTheme}): void {
  const {top} = chartArea;
  ctx.save();
  ctx.strokeStyle = theme.muted;
  ctx.beginPath();
  ctx.rect(left, top, width, bottom - top);
  ctx.setLineDash([2, 3]);
  ctx.stroke();
  ctx.clip();
  ctx.setLineDash([]);
  ctx.globalAlpha = 0.55;
  ctx.beginPath();
  for (let y = top; y < bottom + width; y += HATCH_PX) {
    ctx.moveTo(left, y);
    ctx.lineTo(left + width, y - width);
  }
  ctx.stroke();
  ctx.restore();
  if (bottom === chartArea.bottom) drawAbove({ctx} as Chart, {left, width, top}, marks.noData, theme.muted, theme.font);
}

function drawDashes(chart: Chart, stack: Stack, today: number): void {
  const {ctx} = chart;
  for (const {bar, isKnown} of barsOf(chart, stack, today)) {
    if (!bar || !isKnown) continue;
    const {x, y} = bar;
    const {base, width} = bar.getProps(['base', 'width']);
    ctx.save();
    ctx.strokeStyle = String(bar.options.borderColor);
    ctx.setLineDash([3, 2]);
    ctx.strokeRect(x - width / 2 + 0.5, y + 0.5, width - 1, base - y - 1);
    ctx.restore();
  }
}

/** Words that are wider than their column would run into the next one's. */
function drawAbove({ctx}: Pick<Chart, 'ctx'>, {left, width, top}: Column, words: string, color: string, font: string): void {
  ctx.save();
  ctx.font = font;
  ctx.fillStyle = color;
  ctx.textAlign = 'center';
  ctx.textBaseline = 'bottom';
  if (ctx.measureText(words).width <= width * 1.3) ctx.fillText(words, left + width / 2, top - 3);
  ctx.restore();
}
