/**
 * The one import of Chart.js, and the root of a chunk of its own: loaded when there is something to draw and somebody may see it. Nothing in it is
 * shared with the entry, else the entry would turn into a facade around a shared chunk (contract 2).
 */
import {BarController, BarElement, CategoryScale, Chart, LinearScale} from 'chart.js';
import {ChartPicture} from './chart-picture.js';

Chart.register(BarController, BarElement, CategoryScale, LinearScale);

/** For so long at most a page that is never idle is waited for, each time. */
const PATIENCE_MS = 500;

/** When the page has nothing else to do; where a browser does not say when that is, in a task of its own. */
const idle = (): Promise<unknown> => new Promise(resolve =>
  // eslint-disable-next-line no-restricted-syntax -- only where there is one
  'requestIdleCallback' in globalThis ? requestIdleCallback(resolve, {timeout: PATIENCE_MS}) : setTimeout(resolve));

/**
 * A library's first chart costs twice as much as its next, and one task with all of that would be felt: so the first is a small one
 * that nobody sees.
 */
async function warmUp(): Promise<void> {
  await idle();
  new Chart(document.createElement('canvas'), {
    type: 'bar',
    data: {labels: ['', ''], datasets: [{data: [1, 2], stack: '', borderRadius: 2, borderWidth: 1}]},
    options: {animation: false, responsive: false, events: [], scales: {x: {stacked: true}, y: {stacked: true, beginAtZero: true}}},
  }).destroy();
}

let warm: Promise<void> | undefined;

export async function createPicture(): Promise<ChartPicture> {
  await (warm ??= warmUp());
  // Each for itself: several charts of a page would be one task.
  await idle();
  return new ChartPicture((canvas, config) => new Chart(canvas, config));
}
