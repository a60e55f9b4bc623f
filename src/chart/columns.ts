import type {Figure} from '../domain/shares.js';
import {totalOf} from '../domain/shares.js';
import type {Flow} from '../domain/energy-series.js';
import type {Speech} from '../text/speech.js';
import type {Bars} from './chart-content.js';
import type {NameOfShare} from './legend-view.js';

/** One column of the table and of the file: what is shown is what is taken away. */
export interface Column {
  readonly name: string;
  readonly flow: Flow;
  /** Of each slot that has begun; `undefined` is a gap, or was not to be compared. */
  readonly amounts: readonly (number | undefined)[];
  /** `undefined` where nothing is known of it. */
  readonly total: {readonly amount: number; readonly complete: number; readonly of: number} | undefined;
}

/** Every share, then what the flows are compared with. */
export function columnsOf({shares, flows, begun, period: {name}}: Bars, speech: Speech, nameOfShare: NameOfShare): readonly Column[] {
  const amountIn = (figure: Figure | undefined) => figure?.is === 'known' ? figure.amount : undefined;
  return [
    ...shares.map(share => ({
      name: nameOfShare(share, speech), flow: share.flow, total: totalOf(share), amounts: share.figures.slice(0, begun).map(amountIn),
    })),
    ...flows.flatMap(({flow, before, comparison}) => before ? [{
      name: speech.say(`compared-${name}`), flow, amounts: before.slice(0, begun),
      total: comparison && {amount: comparison.before, complete: comparison.count, of: comparison.of},
    }] : []),
  ];
}
