import type {Bars, BarConfiguration, ChartWords} from './chart-config.js';
import {chartConfig} from './chart-config.js';
import {readTheme} from './chart-theme.js';
import {patterned} from './patterns.js';
import type {Marked, SlotMarks} from './slot-marks.js';
import {slotMarks} from './slot-marks.js';

/** Of a Chart.js chart, what is needed here. */
interface BarChart {
  data: unknown;
  options: unknown;
  readonly scales: Readonly<Record<string, {getValueForPixel(pixel: number): number | undefined}>>;
  update(mode: 'none'): void;
  resize(width?: number, height?: number): void;
  destroy(): void;
}

/** What to draw. */
export interface Drawing {
  readonly bars: readonly Bars[];
  readonly words: ChartWords;
  /** Where each slot is a time. */
  readonly marks?: SlotMarks;
}

/** Of a sheet of paper, px: a canvas does not know how wide it will be there. */
const PAPER = [680, 240] as const;

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
    const {theme, patterns, inks} = readTheme(frame, [...root.querySelectorAll<HTMLElement>('.swatch')]);
    const {clientWidth} = frame;
    const look = JSON.stringify([bars, words.labels, theme, patterns, inks, marks, devicePixelRatio, clientWidth]);
    if (this.#chart && look === this.#drawn) return;
    this.#drawn = look;
    const config = chartConfig(bars, patterned(theme, patterns, inks), words, clientWidth, marks?.running);
    this.#marked = marks && {marks, theme};
    this.#canvas = canvas;
    if (this.#chart) this.#update(this.#chart, config);
    else this.#chart = this.#create(canvas, {...config, plugins: [slotMarks(() => this.#marked)]});
  }

  /** As large as paper has room for, or as the page. */
  fit(isPaper: boolean): void {
    this.#chart?.resize(...isPaper ? PAPER : []);
  }

  /** Which slot stands there; nothing beside them, or where nothing is drawn. */
  slotAt(clientX: number): number | undefined {
    const {left = 0} = this.#canvas?.getBoundingClientRect() ?? {};
    const slot = this.#chart?.scales['x']?.getValueForPixel(clientX - left);
    return slot === undefined || slot < 0 ? undefined : slot;
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
