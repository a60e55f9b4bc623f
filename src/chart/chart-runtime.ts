/**
 * The one import of Chart.js, and the root of a chunk of its own: loaded when there is something to draw. Nothing in it is
 * shared with the entry, else the entry would turn into a facade around a shared chunk (contract 2).
 */
import {BarController, BarElement, CategoryScale, Chart, LinearScale} from 'chart.js';
import {ChartPicture} from './chart-picture.js';

Chart.register(BarController, BarElement, CategoryScale, LinearScale);

export const createPicture = (): ChartPicture => new ChartPicture((canvas, config) => new Chart(canvas, config));
