import type {Bars, BarConfiguration, ChartWords} from './chart-config.js';
import {chartConfig} from './chart-config.js';
import {readTheme} from './chart-theme.js';
import type {DayMarks, Marked} from './day-marks.js';
import {dayMarks} from './day-marks.js';

/** Of a Chart.js chart, what is needed here. */
interface BarChart {
  data: unknown;
  options: unknown;
  update(mode: 'none'): void;
  destroy(): void;
}

/** What to draw. */
export interface Drawing {
  readonly bars: readonly Bars[];
  readonly words: ChartWords;
  /** Where each slot is a day. */
  readonly marks?: DayMarks;
}

/** One chart on one canvas: made when there is something to draw, updated in place, gone with its canvas. */
export class ChartPicture {
  readonly #create: (canvas: HTMLCanvasElement, config: BarConfiguration) => BarChart;
  #chart: BarChart | undefined;
  #canvas: HTMLCanvasElement | undefined;
  #drawn = '';
  #marked: Marked | undefined;

  constructor(create: (canvas: HTMLCanvasElement, config: BarConfiguration) => BarChart) {
    this.#create = create;
  }

  /**
   * Draws on the canvas that the body made (`chart-body.ts`), in the colours its frame and swatches wear; without one there is
   * no picture. Draws only what differs from what is there: a refresh without news paints nothing.
   */
  draw(root: ParentNode, drawing: Drawing | undefined): void {
    const [canvas, frame] = [root.querySelector('canvas'), root.querySelector('.frame')];
    if (canvas !== this.#canvas) this.clear();
    if (!canvas || !frame || !drawing) return;
    const {bars, words, marks} = drawing;
    const theme = readTheme(frame, root.querySelectorAll('.swatch'));
    const config = chartConfig(bars, theme, words, marks?.today);
    const look = JSON.stringify([config, theme, marks]);
    if (this.#chart && look === this.#drawn) return;
    this.#drawn = look;
    this.#marked = marks && {marks, theme: {muted: theme.muted, text: theme.text, font: `600 ${theme.fontSize}px ${theme.fontFamily}`}};
    this.#canvas = canvas;
    if (this.#chart) this.#update(this.#chart, config);
    else this.#chart = this.#create(canvas, {...config, plugins: [dayMarks(() => this.#marked)]});
  }

  clear(): void {
    this.#chart?.destroy();
    this.#chart = undefined;
    this.#canvas = undefined;
  }

  #update(chart: BarChart, {data, options}: BarConfiguration): void {
    Object.assign(chart, {data, options});
    chart.update('none');
  }
}
