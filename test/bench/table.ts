/** The figures for people. */
import type {Figure, Limit} from './figures.js';
import {measureOf, verdictOf} from './figures.js';

const MARKS = {aim: '✓', reach: '✓', missed: '**missed**'} as const;

const inUnit = (value: number | undefined, unit: Figure['unit']): string => value === undefined ? '' : `${rounded(value)}${unit && ` ${unit}`}`;

/** Three figures are more than a machine can tell apart. */
function rounded(value: number): string {
  const size = Math.abs(value);
  if (size === 0 || size >= 100) return value.toFixed(0);
  return value.toFixed(size < 0.1 ? 4 : size < 1 ? 2 : 1);
}

/** Of nothing, or of what lies below the bare fetch, there is none. */
const ratioTo = (figure: Figure, peer: 'vanilla' | 'react'): string => (figure[peer] ?? 0) > 0 ? (figure.product / figure[peer]!).toFixed(2) : '';

function limitInWords(figure: Figure, limit: Limit): string {
  const {of, reach, aim, plus = 0} = limit;
  const unit = of ? ` × ${of === 'react' ? 'React' : of}${plus ? ` + ${plus} ${figure.unit}` : ''}` : figure.unit && ` ${figure.unit}`;
  const goals = [
    ...Number.isFinite(reach) ? [`≤ ${reach}${unit}`] : [],
    ...aim === undefined ? [] : [`aim ${aim}${unit}${verdictOf(figure, limit) === 'aim' ? '' : ` (${rounded(measureOf(figure, limit))})`}`],
  ];
  // A goal that need not be reached is not reached by being missed.
  const mark = verdictOf(figure, limit) === 'reach' && !Number.isFinite(reach) ? '' : ` ${MARKS[verdictOf(figure, limit)]}`;
  return `${goals.join(', ')}${mark}`;
}

const cells = (figure: Figure): readonly string[] => [
  figure.row, figure.what, ...(['product', 'vanilla', 'react'] as const).map(who => inUnit(figure[who], figure.unit)),
  ratioTo(figure, 'vanilla'), ratioTo(figure, 'react'), figure.limits.map(limit => limitInWords(figure, limit)).join('; '),
];

const HEAD = ['', 'Measure', 'product', 'vanilla', 'React', '÷ vanilla', '÷ React', 'goal'];
const ALIGNED = ['---', '---', '---:', '---:', '---:', '---:', '---:', '---'];

const line = (columns: readonly string[]): string => `| ${columns.join(' | ')} |`;

export const asMarkdown = (figures: readonly Figure[]): string => [line(HEAD), line(ALIGNED), ...figures.map(figure => line(cells(figure)))].join('\n');

/** A page with the table between its marks, or where it has none, the table alone. */
export const intoPage = (page: string, table: string): string =>
  page.includes('<!-- bench -->') ? page.replace(/(<!-- bench -->\n)[^]*?(\n<!-- \/bench -->)/, (_, open: string, close: string) => `${open}\n${table}\n${close}`) : `${table}\n`;

export const missed = (figures: readonly Figure[]): readonly Figure[] =>
  figures.filter(figure => figure.limits.some(limit => verdictOf(figure, limit) === 'missed'));
