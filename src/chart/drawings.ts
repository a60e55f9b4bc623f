import type {EnergyShare} from '../domain/energy.js';
import {dailyKwh, ENERGY_WINDOWS} from '../domain/energy.js';
import type {Speech} from '../text/speech.js';
import type {Amounts} from './amounts.js';
import type {Bars as Content, FlowSum} from './chart-content.js';
import type {Bars} from './chart-config.js';
import type {Drawing} from './chart-picture.js';
import type {NameOfShare} from './legend-view.js';
import type {SlotMarks} from './slot-marks.js';
import {WINDOW_LABEL} from './sums-view.js';
import type {SlotName} from './time-names.js';

/** Rolling sums as their daily averages: sums of 1, 7 and 30 days side by side would look like a rise. */
export const sumsDrawing = (shares: readonly EnergyShare[], speech: Speech, nameOfShare: NameOfShare): Drawing => ({
  bars: shares.map(share => ({
    name: nameOfShare(share, speech),
    stack: share.flow,
    values: ENERGY_WINDOWS.map(window => dailyKwh(share, window)),
  })),
  words: {labels: ENERGY_WINDOWS.map(window => [speech.say(WINDOW_LABEL[window])]), number: speech.format.number},
});

/** Where names of weekdays with their dates, and names of months, would touch one another; em of the axis. */
const NARROW_EM = {day: 0, week: 26, month: 0, year: 38} as const;

/**
 * A bar a slot and share; a slot without a figure is a gap, and marked as one. What a flow is compared with is a hidden row of bars:
 * its marks are lines.
 */
export function barsDrawing(
  content: Content, names: readonly SlotName[], chosen: number | undefined, amounts: Amounts, speech: Speech, nameOfShare: NameOfShare,
): Drawing {
  const {shares, flows, running, period} = content;
  const isSparse = period.name === 'day' || period.name === 'month';
  return {
    bars: [
      ...shares.map(share => ({
        name: nameOfShare(share, speech),
        stack: share.flow,
        values: share.figures.map(figure => figure.is === 'known' ? figure.amount : null),
      })),
      ...flows.flatMap(({flow, before}): Bars[] => before
        ? [{name: speech.say(`compared-${period.name}`), stack: `${flow} before`, values: before.map(amount => amount ?? null), isHidden: true}]
        : []),
    ],
    words: {
      labels: names.map(({axis}) => axis), number: amounts.tick, isSparse,
      narrow: {below: NARROW_EM[period.name], labels: names.map(({narrow}) => narrow)},
    },
    marks: {
      running, noData: speech.say('no-data'),
      ...chosen === undefined ? {} : {chosen},
      stacks: flows.map(flow => stackOf(flow, content, amounts)),
    },
  };
}

/** What is stacked on one another, with the slots of which something is missing and the sums of those that are whole. */
function stackOf({flow, sum: {figures}, before}: FlowSum, {shares}: Content, amounts: Amounts): SlotMarks['stacks'][number] {
  return {
    datasets: shares.flatMap((share, index) => share.flow === flow ? [index] : []),
    gaps: figures.flatMap((figure, slot) => figure.is === 'gap' || (figure.is === 'known' && figure.isPartial) ? [slot] : []),
    sums: figures.map(figure => figure.is === 'known' && !figure.isPartial ? amounts.brief(figure.amount) : ''),
    before: before?.map(amount => amount ?? null) ?? [],
  };
}
