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
    /** The height of each whole day in words; empty where it is not whole. */
    readonly sums: readonly string[];
  }[];
}

interface MarkTheme {
  readonly muted: string;
  readonly text: string;
  readonly font: string;
}

/** The marks of a drawing, and what they are drawn in. */
export interface Marked {
  readonly marks: DayMarks;
  readonly theme: MarkTheme;
}

type Stack = DayMarks['stacks'][number];

/** Where a stack stands in the picture, and how high. */
interface Column {
  readonly left: number;
  readonly width: number;
  readonly top: number;
}

const HATCH_PX = 7;

/** Draws what bars cannot show: gaps as a hatch, what is not over with a dashed edge, and the sums above where all of them fit. */
export const dayMarks = (now: () => Marked | undefined): Plugin<'bar'> => ({
  id: 'dayMarks',
  beforeDatasetsDraw: chart => {
    const given = now();
    if (given) for (const stack of given.marks.stacks) for (const day of stack.gaps) drawGap(chart, columnOf(chart, stack, day), given);
  },
  afterDatasetsDraw: chart => {
    const given = now();
    if (!given) return;
    given.marks.stacks.forEach(stack => drawDashes(chart, stack, given.marks.today));
    drawWords(chart, sumsOf(chart, given), given.theme.font);
    for (const gap of emptyOf(chart, given)) drawWords(chart, [gap], given.theme.font);
  },
});

/** What stands above which column, and in which colour. */
type Words = readonly (Column & {readonly words: string; readonly color: string})[];

const sumsOf = (chart: Chart, {marks: {stacks}, theme}: Marked): Words => stacks.flatMap(stack =>
  stack.sums.flatMap((words, day) => words ? {...columnOf(chart, stack, day), words, color: theme.text} : []));

const emptyOf = (chart: Chart, {marks: {stacks, noData}, theme}: Marked): Words => stacks.flatMap(stack => stack.gaps
  .map(day => columnOf(chart, stack, day))
  .filter(({top}) => top === chart.chartArea.bottom)
  .map(column => ({...column, top: chart.chartArea.top, words: noData, color: theme.muted})));

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
function drawGap({ctx, chartArea}: Chart, {left, width, top: bottom}: Column, {theme}: Marked): void {
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

/** Words that are wider than their column would run into the next one's; figures above some bars only would look like a choice. */
function drawWords({ctx}: Chart, words: Words, font: string): void {
  ctx.save();
  ctx.font = font;
  ctx.textAlign = 'center';
  ctx.textBaseline = 'bottom';
  if (words.every(({words, width}) => ctx.measureText(words).width <= width * 1.25)) {
    for (const {words: text, color, left, width, top} of words) {
      ctx.fillStyle = color;
      ctx.fillText(text, left + width / 2, top - 3);
    }
  }
  ctx.restore();
}
