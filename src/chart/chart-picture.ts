import type {Bars, BarConfiguration, ChartWords} from './chart-config.js';
import {chartConfig} from './chart-config.js';
import {readTheme} from './chart-theme.js';

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
}

/** One chart on one canvas: made when there is something to draw, updated in place, gone with its canvas. */
export class ChartPicture {
  readonly #create: (canvas: HTMLCanvasElement, config: BarConfiguration) => BarChart;
  #chart: BarChart | undefined;
  #canvas: HTMLCanvasElement | undefined;
  #drawn = '';

  constructor(create: (canvas: HTMLCanvasElement, config: BarConfiguration) => BarChart) {
    this.#create = create;
  }

  /**
   * Draws on the canvas that the body made (`chart-body.ts`), in the colours its frame and swatches wear; without one there is
   * no picture. Draws only what differs from what is there: a refresh without news paints nothing.
   */
  draw(root: ParentNode, {bars, words}: Drawing): void {
    const [canvas, frame] = [root.querySelector('canvas'), root.querySelector('.frame')];
    if (canvas !== this.#canvas) this.clear();
    if (!canvas || !frame) return;
    const config = chartConfig(bars, readTheme(frame, root.querySelectorAll('.swatch')), words);
    const look = JSON.stringify(config);
    if (this.#chart && look === this.#drawn) return;
    this.#drawn = look;
    this.#canvas = canvas;
    if (this.#chart) this.#update(this.#chart, config);
    else this.#chart = this.#create(canvas, config);
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
