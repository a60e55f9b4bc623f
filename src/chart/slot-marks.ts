import type {BarElement, Chart, Plugin} from 'chart.js';
import type {ChartTheme} from './chart-config.js';

/** What a picture of times shows beside its bars. */
export interface SlotMarks {
  /** Which of the slots is not over; −1 where all are. */
  readonly running: number;
  /** Which of them is read. */
  readonly chosen?: number;
  readonly noData: string;
  readonly stacks: readonly {
    /** Which of the datasets stand on one another. */
    readonly datasets: readonly number[];
    /** Slots of which something, or all, is missing. */
    readonly gaps: readonly number[];
    /** The height of each whole slot in words; empty where it is not whole. */
    readonly sums: readonly string[];
    /** How high each was in the period before. */
    readonly before: readonly (number | null)[];
  }[];
}

/** The marks of a drawing, and what they are drawn in. */
export interface Marked {
  readonly marks: SlotMarks;
  readonly theme: Pick<ChartTheme, 'muted' | 'text' | 'ink' | 'surface' | 'baseline' | 'fontFamily' | 'fontSize'>;
}

type Stack = SlotMarks['stacks'][number];

/** Where a stack stands in the picture, and how high. */
interface Column {
  readonly left: number;
  readonly width: number;
  readonly top: number;
}

const HATCH_PX = 7;
/** How far a line of the period before stands out on either side; less where another stack is beside. */
const [OUT_PX, OUT_BESIDE_PX] = [4, 1];

/**
 * Draws what bars cannot show: what is read, gaps as a hatch, what is not over with a dashed edge, what was before as a line, and sums
 * where all of them fit.
 */
export const slotMarks = (now: () => Marked | undefined): Plugin<'bar'> => ({
  id: 'slotMarks',
  beforeDatasetsDraw: chart => {
    const given = now();
    if (!given) return;
    drawChosen(chart, given);
    for (const stack of given.marks.stacks) for (const slot of stack.gaps) drawGap(chart, columnOf(chart, stack, slot), given);
  },
  afterDatasetsDraw: chart => {
    const given = now();
    if (!given) return;
    for (const stack of given.marks.stacks) {
      drawRunning(chart, stack, given);
      stack.before.forEach((amount, slot) => amount !== null && drawBefore(chart, columnOf(chart, stack, slot), amount, given));
    }
    const {fontFamily, fontSize} = given.theme;
    const font = `600 ${fontSize}px ${fontFamily}`;
    drawWords(chart, sumsOf(chart, given), font);
    for (const gap of emptyOf(chart, given)) drawWords(chart, [gap], font);
  },
});

/** What stands above which column, and in which colour. */
type Words = readonly (Column & {readonly words: string; readonly color: string})[];

const sumsOf = (chart: Chart, {marks: {stacks}, theme}: Marked): Words => stacks.flatMap(stack => stack.sums.flatMap((words, slot) => {
  if (!words) return [];
  const column = columnOf(chart, stack, slot);
  const line = lineOf(chart, stack.before[slot]);
  // A line that would run through the words is below them.
  const isNear = line < column.top && line > column.top - 1.5 * theme.fontSize;
  return {...column, top: isNear ? line : column.top, words, color: theme.text};
}));

const emptyOf = (chart: Chart, {marks: {stacks, noData}, theme}: Marked): Words => stacks.flatMap(stack => stack.gaps
  .map(slot => columnOf(chart, stack, slot))
  .filter(({top}) => top === chart.chartArea.bottom)
  .map(column => ({...column, top: chart.chartArea.top, words: noData, color: theme.muted})));

const lineOf = (chart: Chart, amount: number | null | undefined): number => amount == null ? NaN : chart.scales['y']?.getPixelForValue(amount) ?? NaN;

const barsOf = (chart: Chart, {datasets}: Stack, slot: number) => datasets.map(index => ({
  bar: chart.getDatasetMeta(index).data[slot] as BarElement | undefined,
  isKnown: chart.data.datasets[index]?.data[slot] != null,
}));

function columnOf(chart: Chart, stack: Stack, slot: number): Column {
  const bars = barsOf(chart, stack, slot);
  const {x = 0} = bars[0]?.bar ?? {};
  const {width = 0} = bars[0]?.bar?.getProps(['width']) ?? {};
  // What was lost hangs below the axis.
  const tops = bars.flatMap(({bar, isKnown}) => bar && isKnown ? Math.min(bar.y, bar.getProps(['base']).base) : []);
  return {left: x - width / 2, width, top: Math.min(chart.chartArea.bottom, ...tops)};
}

function drawChosen({ctx, chartArea, scales: {x}}: Chart, {marks: {chosen}, theme}: Marked): void {
  if (chosen === undefined || !x) return;
  const middle = x.getPixelForValue(chosen);
  const width = Math.max(6, (chartArea.right - chartArea.left) / Math.max(1, x.max - x.min + 1) - 2);
  ctx.save();
  ctx.beginPath();
  ctx.rect(middle - width / 2, chartArea.top - 4, width, chartArea.bottom - chartArea.top + 4);
  ctx.fillStyle = theme.text;
  ctx.globalAlpha = 0.05;
  ctx.fill();
  ctx.globalAlpha = 1;
  ctx.strokeStyle = theme.ink;
  ctx.lineWidth = 2;
  ctx.stroke();
  ctx.restore();
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

/** How much of its colour what is not over loses. */
const PALER = 0.66;

function drawRunning(chart: Chart, stack: Stack, {marks: {running}, theme}: Marked): void {
  const {ctx} = chart;
  for (const {bar, isKnown} of barsOf(chart, stack, running)) {
    if (!bar || !isKnown) continue;
    const {x, y} = bar;
    const {base, width} = bar.getProps(['base', 'width']);
    ctx.save();
    ctx.fillStyle = theme.surface;
    ctx.globalAlpha = PALER;
    ctx.fillRect(x - width / 2, y, width, base - y);
    ctx.globalAlpha = 1;
    ctx.strokeStyle = String(bar.options.borderColor);
    ctx.setLineDash([3, 2]);
    ctx.strokeRect(x - width / 2 + 0.5, y + 0.5, width - 1, base - y - 1);
    ctx.restore();
  }
}

/** A line across, set off from whatever is behind it: never a second bar. */
function drawBefore(chart: Chart, {left, width}: Column, amount: number, {marks, theme}: Marked): void {
  const {ctx} = chart;
  const y = lineOf(chart, amount);
  const out = marks.stacks.length > 1 ? OUT_BESIDE_PX : Math.min(OUT_PX, width / 4);
  ctx.save();
  for (const [color, thickness, more] of [[theme.surface, 4, 0.5], [theme.baseline, 2, 0]] as const) {
    ctx.strokeStyle = color;
    ctx.lineWidth = thickness;
    ctx.beginPath();
    ctx.moveTo(left - out - more, y);
    ctx.lineTo(left + width + out + more, y);
    ctx.stroke();
  }
  ctx.restore();
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
