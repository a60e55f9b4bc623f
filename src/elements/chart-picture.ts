import type {BarConfiguration} from './chart-config.js';
import type {createChart} from './chart-runtime.js';

type BarChart = ReturnType<typeof createChart>;

/** One chart on one canvas: made when there is something to draw, updated in place, gone with its canvas. */
export class ChartPicture {
  #chart: BarChart | undefined;
  #canvas: HTMLCanvasElement | undefined;
  #drawn = '';

  /** Draws only what differs from what is there: a refresh without news paints nothing. */
  draw(create: typeof createChart, canvas: HTMLCanvasElement, config: BarConfiguration): void {
    const look = JSON.stringify(config);
    if (canvas === this.#canvas && look === this.#drawn) return;
    this.#drawn = look;
    if (this.#chart && canvas === this.#canvas) {
      Object.assign(this.#chart, {data: config.data, options: config.options});
      this.#chart.update('none');
      return;
    }
    this.clear();
    this.#drawn = look;
    this.#canvas = canvas;
    this.#chart = create(canvas, config);
  }

  clear(): void {
    this.#chart?.destroy();
    this.#chart = undefined;
    this.#canvas = undefined;
    this.#drawn = '';
  }
}
