/** The numbers of a card: what each kind of device shows in the place of its picture, and the sums below. */
import type {ReactNode} from 'react';
import {createElement as h} from 'react';
import {CELL, HEAD} from '../icons.js';
import type {Quantity} from '../formats.js';
import type {BatteryReading, Card, FlowNode, Pipe as PipeModel, Reading} from '../model.js';
import {WORDS} from '../words.js';
import {Icon} from './icon.js';

const mark = (is: boolean): '' | undefined => is ? '' : undefined;

function Value({of: {value, unit, isMissing}, classes = ''}: {readonly of: Quantity; readonly classes?: string}): ReactNode {
  if (isMissing) {
    return h('dd', {className: `value none ${classes}`, part: 'value'}, h('span', {'role': 'img', 'aria-label': WORDS['not-available']}, value));
  }
  return h('dd', {className: `value ${classes}`, part: 'value'},
    h('bdi', null, value, unit !== undefined && '\u00a0', unit !== undefined && h('span', {className: 'unit', part: 'unit'}, unit)));
}

interface PairProps {
  readonly reading: Reading;
  readonly classes?: string | undefined;
  readonly valueClasses?: string | undefined;
}

const Pair = ({reading, classes, valueClasses = ''}: PairProps): ReactNode =>
  h('div', {'className': classes, 'part': 'reading', 'data-reading': reading.key},
    h('dt', {className: 'label', part: 'label'}, reading.label), h(Value, {of: reading, classes: valueClasses}));

const Pairs = ({classes, readings}: {readonly classes: string; readonly readings: readonly Reading[]}): ReactNode =>
  h('dl', {className: classes}, readings.map(reading => h(Pair, {key: reading.key, reading})));

const Hero = ({readings}: {readonly readings: readonly Reading[]}): ReactNode => h('dl', {className: 'hero'}, readings.map((reading, index) =>
  h(Pair, {key: reading.key, reading, classes: index ? 'at' : undefined, valueClasses: index ? undefined : 'big'})));

function Ring({level, arcs, goal}: Pick<Card, 'arcs' | 'goal'> & {readonly level: Reading}): ReactNode {
  return h('div', {className: 'ring'},
    h('svg', {'viewBox': '0 0 104 104', 'aria-hidden': true}, h('g', {transform: 'rotate(-90 52 52)'},
      arcs.map(({name, dasharray, dashoffset}) => h('circle', {
        key: name, className: name, cx: 52, cy: 52, r: 44, pathLength: 100, strokeDasharray: dasharray, strokeDashoffset: dashoffset,
      })),
      goal && h('circle', {className: 'goal', cx: goal.x, cy: goal.y, r: 5.75}),
      goal && h('circle', {className: 'eye', cx: goal.x, cy: goal.y, r: 3.25}))),
    h('dl', null, h('div', {'part': 'reading', 'data-reading': 'level'},
      h('dt', {className: 'hidden', part: 'label'}, level.label), h(Value, {of: level}))));
}

const Pipe = ({of: {weight, way}, classes = ''}: {readonly of: PipeModel; readonly classes?: string}): ReactNode =>
  h('span', {'className': `pipe ${classes}`, 'data-weight': weight, 'data-way': way},
    weight > 0 && way && h('svg', {viewBox: '0 0 12 12'}, h('path', {d: HEAD})));

function Node({node}: {readonly node: FlowNode}): ReactNode {
  const {key, label, note, icon, isLive, pipe, down} = node;
  const below = down ? h(Pipe, {of: down, classes: 'down'}) : note && h('span', {className: 'label'}, note);
  return h('div', {'className': 'node', 'part': 'reading', 'data-reading': key},
    h('dt', {className: 'label', part: 'label'}, label, note && h('span', {className: 'hidden'}, `, ${note}`)),
    h(Value, {of: node}),
    h('dd', {'className': 'line', 'aria-hidden': true},
      h('span', {'className': `dot ${key}`, 'data-live': mark(isLive)}, h(Icon, {name: icon})), pipe && h(Pipe, {of: pipe})),
    below && h('dd', {'className': 'below', 'aria-hidden': true}, below));
}

function BatteryNode({battery}: {readonly battery: BatteryReading}): ReactNode {
  const {label, note, also, isLive, width} = battery;
  return h('div', {'className': 'battery', 'part': 'reading', 'data-reading': 'battery'},
    h('dt', {className: 'label', part: 'label'}, note === undefined ? label : h('span', {className: 'rest'}, `${label}, `),
      note !== undefined && h('span', {className: 'dir'}, note)),
    h(Value, {of: battery}), h(Value, {of: also, classes: 'also'}),
    h('dd', {'className': 'dot', 'aria-hidden': true, 'data-live': mark(isLive)}, h('svg', {className: 'icon', viewBox: '0 0 24 24'},
      h('path', {d: CELL}), h('rect', {className: 'level', x: 4.5, y: 9.5, width, height: 5, rx: '.75'}))));
}

const Flow = ({nodes, surplus, battery}: Pick<Card, 'nodes' | 'surplus' | 'battery'>): ReactNode => h('dl', {className: 'flow'},
  nodes.map(node => h(Node, {key: node.key, node})),
  surplus && h(Pair, {reading: surplus, classes: 'surplus'}),
  battery && h(BatteryNode, {battery}));

export function Readings({card}: {readonly card: Card}): ReactNode {
  const {kind, level, arcs, goal, hero, rows, cells, nodes, surplus, battery} = card;
  if (kind === 'inverter') return h('div', {className: 'readings', part: 'readings'}, h(Flow, {nodes, surplus, battery}));
  return h('div', {className: 'readings', part: 'readings'},
    h('div', {className: 'lead'}, level ? h(Ring, {level, arcs, goal}) : h(Hero, {readings: hero}), h(Pairs, {classes: 'rows', readings: rows})),
    h(Pairs, {classes: 'three', readings: cells}));
}

export function Totals({totals: {title, at, cells}}: {readonly totals: NonNullable<Card['totals']>}): ReactNode {
  return h('section', {className: 'totals', part: 'totals'},
    h('p', {className: 'totals-head'}, h('b', null, title), ' ', at && h('time', {dateTime: at.datetime, title: at.title}, at.words)),
    h(Pairs, {classes: 'three', readings: cells}));
}
