/** A device's week of energy by React, TanStack Query and react-chartjs-2. */
import {useQuery} from '@tanstack/react-query';
import type {ReactNode, RefObject} from 'react';
import {createElement as h, lazy, memo, Suspense, useInsertionEffect, useMemo, useRef, useState} from 'react';
import type {ChartModel, ChartRow} from '../chart-model.js';
import {chartOf, checkSavings, deviceAddress, PERIODS, savingsAddress, weekOf} from '../chart-model.js';
import {adoptStylesOfChart} from '../chart-styles.js';
import {checkDevice} from '../model.js';
import type {Settings} from '../settings.js';
import {WORDS} from '../words.js';
import {Age} from './age.js';
import {Icon} from './icon.js';
import {useNow} from './ticker.js';

const Picture = lazy(() => import('./picture.js').then(({Picture: component}) => ({default: component})));

/** A series is not read more often. */
const READ_AGAIN_AFTER_MS = 15 * 60_000;

async function readJson(address: string, signal: AbortSignal): Promise<unknown> {
  const response = await fetch(address, {signal});
  if (!response.ok) throw new Error(`${response.status}`);
  return response.json();
}

function useDevice(settings: Settings) {
  const {proxy, deviceType, deviceId, pollInterval} = settings;
  return useQuery({
    queryKey: ['device', proxy, deviceType, deviceId],
    queryFn: async ({signal}) => {
      const device = checkDevice(deviceType, await readJson(deviceAddress(settings), signal));
      if (!device) throw new TypeError('The answer is not a device.');
      return device;
    },
    refetchInterval: pollInterval ? pollInterval * 1000 : false,
  });
}

function useSeries(settings: Settings, address: string) {
  return useQuery({
    queryKey: ['savings', address],
    queryFn: async ({signal}) => checkSavings(settings.deviceType, await readJson(address, signal)),
    staleTime: READ_AGAIN_AFTER_MS,
    refetchInterval: READ_AGAIN_AFTER_MS,
  });
}

const Summary = ({flow, flowName, total, most, asides, notes}: ChartModel): ReactNode => h('div', {className: 'summary', part: 'summary'},
  h('section', {'data-flow': flow},
    h('p', {className: 'flow-name', id: 'flow'}, flowName),
    h('p', {className: 'sentence', id: 'sentence'}, total ? h('b', {className: 'figure'}, total) : 'No figures yet.', total && ' ',
      total && h('span', null, 'this week so far'), total && most),
    asides && h('p', {className: 'aside'}, asides)),
  notes && h('p', {className: 'aside'}, notes));

const Mark = ({name, words}: {readonly name: string; readonly words: string}): ReactNode =>
  h('li', null, h('span', {'className': 'mark', 'data-mark': name}), words);

interface LegendProps {
  readonly model: ChartModel;
  readonly swatch: RefObject<HTMLElement | null>;
}

const Legend = ({model: {flow, name, hasToday, hasGap}, swatch}: LegendProps): ReactNode =>
  h('ul', {'className': 'legend', 'part': 'legend', 'aria-hidden': true},
    h('li', null, h('span', {'ref': swatch, 'className': 'swatch', 'data-paint': flow === 'production' ? 'sun' : '0'}), h('bdi', null, name)),
    hasToday && h(Mark, {name: 'today', words: 'Today, so far'}),
    hasGap && h(Mark, {name: 'gap', words: 'No data'}));

const Cell = ({value, aside}: {readonly value: string | undefined; readonly aside?: string | undefined}): ReactNode => value === undefined
  ? h('td', {className: 'none'}, h('span', {'role': 'img', 'aria-label': WORDS['not-available']}, '–'))
  : h('td', null, value, aside && h('span', {className: 'aside'}, aside));

const Row = ({row: {day, isToday, value}}: {readonly row: ChartRow}): ReactNode => h('tr', null,
  h('th', {scope: 'row'}, day, isToday && h('span', {className: 'aside'}, 'Today, so far')), h(Cell, {value}));

const Table = memo(({model: {name, flowName, rows, total, daysOf}}: {readonly model: ChartModel}): ReactNode => h('table', {className: 'days'},
  h('caption', {className: 'hidden'}, 'Energy'),
  h('thead', null, h('tr', null, h('th', {scope: 'col'}, 'Day'),
    h('th', {scope: 'col'}, h('bdi', null, name), h('span', {className: 'aside'}, flowName)))),
  h('tbody', null, rows.map(row => h(Row, {key: row.day, row}))),
  h('tfoot', null, h('tr', null, h('th', {scope: 'row'}, 'Total'), h(Cell, {value: total, aside: daysOf})))));
Table.displayName = 'Table';

const Periods = memo((): ReactNode => h('div', {'className': 'periods', 'part': 'periods', 'role': 'group', 'aria-label': 'Period'},
  PERIODS.map(name => h('button', {'key': name, 'type': 'button', 'aria-pressed': name === 'Week'}, name))));
Periods.displayName = 'Periods';

const Way = ({words, icon, isOpen = false}: {readonly words: string; readonly icon?: 'previous' | 'next'; readonly isOpen?: boolean}): ReactNode => h('button', {
  'className': icon ? 'button square' : 'button today', 'type': 'button', 'title': words, 'aria-disabled': isOpen ? undefined : true,
}, icon && h(Icon, {name: icon}), h('span', {className: 'text'}, words));

const Ways = memo(({span}: {readonly span: string}): ReactNode => h('div', {className: 'navigation', part: 'navigation'},
  h(Way, {words: 'Earlier', icon: 'previous', isOpen: true}), h('p', {'className': 'span', 'aria-live': 'polite'}, span),
  h(Way, {words: 'Later', icon: 'next'}), h(Way, {words: 'Today'})));
Ways.displayName = 'Ways';

interface FootProps {
  readonly checkedAt: number;
  readonly isTableShown: boolean;
  readonly onToggle: () => void;
}

const Foot = ({checkedAt, isTableShown, onToggle}: FootProps): ReactNode => h('footer', {className: 'foot'},
  h('p', {className: 'say'}, h(Icon, {name: 'clock'}), h('span', null, h('b', {role: 'status'}), ' ', h(Age, {lead: 'Checked ', at: checkedAt}))),
  h('div', {className: 'tools'},
    h('button', {'className': 'button', 'type': 'button', 'aria-expanded': isTableShown, 'aria-controls': 'table', 'onClick': onToggle}, 'Table'),
    h('button', {className: 'button', part: 'export', type: 'button'}, 'Export CSV')));

function Chart({model, checkedAt}: {readonly model: ChartModel; readonly checkedAt: number}): ReactNode {
  const [isTableShown, setTableShown] = useState(false);
  const frame = useRef<HTMLDivElement>(null);
  const swatch = useRef<HTMLSpanElement>(null);
  return h('article', {className: 'chart', part: 'base'},
    h('header', {className: 'chart-head', part: 'header'},
      h('div', {'className': 'title', 'part': 'title', 'role': 'heading', 'aria-level': 3}, 'Energy'),
      h('p', {className: 'subtitle'}, h('bdi', null, model.name)), h(Periods)),
    h(Ways, {span: model.span}),
    h('div', {className: 'read'}, h(Summary, model)),
    h('div', {className: 'picture'}, h('p', {'className': 'axis', 'aria-hidden': true}, 'kWh'),
      h('div', {'ref': frame, 'className': 'frame', 'part': 'canvas', 'aria-hidden': true}, h(Suspense, {fallback: null}, h(Picture, {model, frame, swatch}))),
      h('div', {
        'className': 'slider', 'role': 'slider', 'tabIndex': 0, 'aria-labelledby': 'flow sentence', 'aria-valuemin': 1, 'aria-valuemax': 7, 'aria-valuenow': 1,
        'aria-valuetext': model.bar,
      })),
    h(Legend, {model, swatch}),
    h('div', {
      'className': isTableShown ? 'table' : 'table hidden', 'part': 'table', 'id': 'table', 'role': 'region', 'aria-label': 'Energy',
      'tabIndex': isTableShown ? 0 : undefined,
    }, h(Table, {model})),
    h(Foot, {checkedAt, isTableShown, onToggle: () => setTableShown(!isTableShown)}));
}

const Base = ({children}: {readonly children: ReactNode}): ReactNode => h('div', {className: 'base one', lang: 'en-GB'}, children);

export function WeekChart({settings}: {readonly settings: Settings}): ReactNode {
  useInsertionEffect(adoptStylesOfChart, []);
  const minute = useNow(now => Math.floor(now / 60_000));
  const address = savingsAddress(settings, weekOf(minute * 60_000));
  const {data: device, isLoadingError: isDeviceFailed} = useDevice(settings);
  const {data: buckets, isLoadingError: isSeriesFailed, dataUpdatedAt: checkedAt} = useSeries(settings, address);
  const model = useMemo(() => device && buckets && chartOf(device, buckets, Date.now()), [device, buckets, minute]);
  if (model) return h(Base, null, h(Chart, {model, checkedAt}));
  if (isDeviceFailed || isSeriesFailed) return h(Base, null, h('p', {role: 'alert', part: 'error'}, WORDS['failed-energy']));
  return h(Base, null,
    h('p', {className: 'hidden', role: 'status'}, WORDS.loading), h('div', {'className': 'panel skeleton', 'part': 'base skeleton', 'aria-hidden': true}));
}
