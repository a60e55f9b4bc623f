/** The one import of Chart.js, loaded when there is something to draw. */
import {BarController, BarElement, CategoryScale, Chart, LinearScale} from 'chart.js';
import {dataOf, dayMarks, optionsOf, readTheme} from '../chart-config.js';
import type {ChartModel} from '../chart-model.js';

Chart.register(BarController, BarElement, CategoryScale, LinearScale);

export interface Picture {
  readonly draw: (model: ChartModel) => void;
  readonly destroy: () => void;
}

export function createPicture(canvas: HTMLCanvasElement, frame: Element, swatch: Element, first: ChartModel): Picture {
  let now = {model: first, theme: readTheme(frame, swatch)};
  const chart = new Chart(canvas, {
    type: 'bar', data: dataOf(now.model, now.theme), options: optionsOf(now.model, now.theme), plugins: [dayMarks(() => now)],
  });
  return {
    draw: model => {
      now = {model, theme: readTheme(frame, swatch)};
      Object.assign(chart, {data: dataOf(now.model, now.theme), options: optionsOf(now.model, now.theme)});
      chart.update('none');
    },
    destroy: () => chart.destroy(),
  };
}
