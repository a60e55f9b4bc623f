/** The picture of a chart by react-chartjs-2: a chunk of its own, loaded when there is something to draw. */
import {BarElement, CategoryScale, Chart, LinearScale} from 'chart.js';
import type {ReactNode, RefObject} from 'react';
import {createElement as h, useEffect, useLayoutEffect, useMemo, useRef, useState} from 'react';
import {Bar} from 'react-chartjs-2';
import type {Theme} from '../chart-config.js';
import {dataOf, dayMarks, optionsOf, readTheme} from '../chart-config.js';
import type {ChartModel} from '../chart-model.js';

Chart.register(BarElement, CategoryScale, LinearScale);

interface DrawingProps {
  readonly model: ChartModel;
  readonly theme: Theme;
}

function Drawing({model, theme}: DrawingProps): ReactNode {
  const now = useRef({model, theme});
  const plugins = useMemo(() => [dayMarks(() => now.current)], []);
  const data = useMemo(() => dataOf(model, theme), [model, theme]);
  const options = useMemo(() => optionsOf(model, theme), [model, theme]);
  // Before the chart's own effects draw with it.
  useLayoutEffect(() => { now.current = {model, theme}; }, [model, theme]);
  return h(Bar, {data, options, plugins});
}

interface PictureProps {
  readonly model: ChartModel;
  /** Wears the colours of the axis, and of the bars. */
  readonly frame: RefObject<HTMLElement | null>;
  readonly swatch: RefObject<HTMLElement | null>;
}

export function Picture({model, frame, swatch}: PictureProps): ReactNode {
  const [theme, setTheme] = useState<Theme>();
  // When all around it is in the page, also where it is mounted with it.
  useEffect(() => {
    if (frame.current && swatch.current) setTheme(readTheme(frame.current, swatch.current));
  }, [frame, swatch]);
  return theme && h(Drawing, {model, theme});
}
