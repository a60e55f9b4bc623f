/**
 * The one import of Chart.js, and a chunk of its own: loaded when there is something to draw. It shares no module with the
 * entry, else the entry would turn into a facade around a shared chunk (contract 2).
 */
import {BarController, BarElement, CategoryScale, Chart, LinearScale} from 'chart.js';
import type {ChartConfiguration} from 'chart.js';

Chart.register(BarController, BarElement, CategoryScale, LinearScale);

/** Draws into the canvas and follows its box; `destroy()` ends it. */
export const createChart = (canvas: HTMLCanvasElement, config: ChartConfiguration<'bar', (number | null)[], string>) =>
  new Chart(canvas, config);
