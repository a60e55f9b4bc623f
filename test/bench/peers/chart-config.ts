/** The picture of both peers' charts as Chart.js wants it told: bars in the colours of the style sheet, with marks of their days. */
import type {BarElement, Chart, ChartData, ChartOptions, Plugin} from 'chart.js';
import type {ChartModel} from './chart-model.js';
import {bare} from './formats.js';

/** Read from elements that wear the colours. */
export interface Theme {
  readonly muted: string;
  readonly text: string;
  readonly rule: string;
  readonly baseline: string;
  readonly family: string;
  readonly size: number;
  readonly fill: string;
  readonly soft: string;
  readonly edge: string;
}

export function readTheme(frame: Element, swatch: Element): Theme {
  const {color, borderTopColor, borderBottomColor, outlineColor, fontFamily, fontSize} = getComputedStyle(frame);
  const paint = getComputedStyle(swatch);
  return {
    muted: color, text: outlineColor, rule: borderTopColor, baseline: borderBottomColor,
    family: fontFamily, size: Number.parseFloat(fontSize) || 12,
    fill: paint.backgroundColor, edge: paint.borderTopColor, soft: getComputedStyle(swatch, '::after').backgroundColor,
  };
}

type Label = string | string[];

export function dataOf({name, flow, labels, values, today}: ChartModel, {fill, soft, edge}: Theme): ChartData<'bar', (number | null)[], Label> {
  const fills = values.map((_, day) => day === today ? soft : fill);
  return {
    labels: labels.map(label => [...label]),
    datasets: [{
      label: name, data: [...values], stack: flow, backgroundColor: fills, borderColor: edge, borderWidth: values.map((_, day) => day === today ? 0 : 1),
      hoverBackgroundColor: fills, hoverBorderColor: edge, borderRadius: 2, maxBarThickness: 44, categoryPercentage: 0.72, barPercentage: 0.9,
    }],
  };
}

const isNarrow = (width: number, {size}: Theme): boolean => width < 26 * size;

export function optionsOf({labels, today}: ChartModel, theme: Theme): ChartOptions<'bar'> {
  const {muted, text, rule, baseline, family, size} = theme;
  return {
    animation: false, responsive: true, maintainAspectRatio: false, events: [], layout: {padding: {top: 1.5 * size}},
    scales: {
      x: {
        stacked: true, grid: {display: false}, border: {color: baseline},
        ticks: {
          maxRotation: 0, autoSkip: false,
          callback(_, index) {
            const label = labels[index] ?? ['', ''];
            return isNarrow(this.chart.width, theme) ? label[0] : [...label];
          },
          color: ({index}) => index === today ? text : muted,
          font: ({index, chart}) => ({family, size: isNarrow(chart.width, theme) ? size * 0.92 : size, ...index === today ? {weight: 600} : {}}),
        },
      },
      y: {
        stacked: true, beginAtZero: true, grid: {color: rule, drawTicks: false}, border: {display: false},
        ticks: {color: muted, font: {family, size}, maxTicksLimit: 5, callback: value => bare(Number(value))},
      },
    },
  };
}

interface Column {
  readonly left: number;
  readonly width: number;
  readonly top: number;
  readonly base: number;
}

function columnOf(chart: Chart, day: number): Column {
  const bar = chart.getDatasetMeta(0).data[day] as BarElement | undefined;
  const {width = 0, base = 0} = bar?.getProps(['width', 'base']) ?? {};
  const bottom = chart.chartArea.bottom;
  const top = chart.data.datasets[0]?.data[day] == null ? bottom : Math.min(bottom, bar?.y ?? bottom);
  return {left: (bar?.x ?? 0) - width / 2, width, top, base};
}

function drawGap({ctx, chartArea: {top}}: Chart, {left, width, top: bottom}: Column, color: string): void {
  ctx.save();
  ctx.strokeStyle = color;
  ctx.beginPath();
  ctx.rect(left, top, width, bottom - top);
  ctx.setLineDash([2, 3]);
  ctx.stroke();
  ctx.clip();
  ctx.setLineDash([]);
  ctx.globalAlpha = 0.55;
  ctx.beginPath();
  for (let y = top; y < bottom + width; y += 7) {
    ctx.moveTo(left, y);
    ctx.lineTo(left + width, y - width);
  }
  ctx.stroke();
  ctx.restore();
}

function drawDashes({ctx}: Chart, {left, width, top, base}: Column, color: string): void {
  ctx.save();
  ctx.strokeStyle = color;
  ctx.setLineDash([3, 2]);
  ctx.strokeRect(left + 0.5, top + 0.5, width - 1, base - top - 1);
  ctx.restore();
}

type Said = Column & {readonly words: string};

/** All of them, or none where one would run into the next. */
function drawWords({ctx}: Chart, said: readonly Said[], color: string, {family, size}: Theme): void {
  ctx.save();
  ctx.font = `600 ${size}px ${family}`;
  ctx.textAlign = 'center';
  ctx.textBaseline = 'bottom';
  ctx.fillStyle = color;
  if (said.every(({words, width}) => ctx.measureText(words).width <= width * 1.25)) {
    for (const {words, left, width, top} of said) ctx.fillText(words, left + width / 2, top - 3);
  }
  ctx.restore();
}

/** Gaps as a hatch, today with a dashed edge, the sums over the bars. */
export const dayMarks = (now: () => {readonly model: ChartModel; readonly theme: Theme}): Plugin<'bar'> => ({
  id: 'dayMarks',
  beforeDatasetsDraw: chart => {
    const {model, theme} = now();
    for (const day of model.gaps) drawGap(chart, columnOf(chart, day), theme.muted);
  },
  afterDatasetsDraw: chart => {
    const {model, theme} = now();
    if (model.hasToday) drawDashes(chart, columnOf(chart, model.today), theme.edge);
    drawWords(chart, model.sums.flatMap((words, day) => words ? {...columnOf(chart, day), words} : []), theme.text, theme);
    for (const day of model.gaps) drawWords(chart, [{...columnOf(chart, day), top: chart.chartArea.top, words: 'No data'}], theme.muted, theme);
  },
});
