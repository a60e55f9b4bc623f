/**
 * The one import of Chart.js, and the root of a chunk of its own: loaded when there is something to draw and somebody may see it. Nothing in it is
 * shared with the entry, else the entry would turn into a facade around a shared chunk (contract 2).
 */
import {BarController, BarElement, CategoryScale, Chart, LinearScale} from 'chart.js';
import {ChartPicture} from './chart-picture.js';

Chart.register(BarController, BarElement, CategoryScale, LinearScale);

/** In a task of its own: whatever the page has to do meanwhile is done before. */
const later = (): Promise<unknown> => new Promise(resolve => setTimeout(resolve));

/**
 * A library's first chart costs twice as much as its next, and one task with all of that would be felt: so the first is a small one
 * that nobody sees.
 */
async function warmUp(): Promise<void> {
  await later();
  new Chart(document.createElement('canvas'), {
    type: 'bar',
    data: {labels: ['', ''], datasets: [{data: [1, 2], stack: '', borderRadius: 2, borderWidth: 1}]},
    options: {animation: false, responsive: false, events: [], scales: {x: {stacked: true}, y: {stacked: true, beginAtZero: true}}},
  }).destroy();
  await later();
}

let warm: Promise<void> | undefined;

export async function createPicture(): Promise<ChartPicture> {
  await (warm ??= warmUp());
  return new ChartPicture((canvas, config) => new Chart(canvas, config));
}
