import type {DailyShare} from '../domain/daily-energy.js';
import {joined} from '../domain/daily-energy.js';
import type {EnergyShare} from '../domain/energy.js';
import {dailyKwh, ENERGY_WINDOWS} from '../domain/energy.js';
import {FLOWS} from '../domain/energy-series.js';
import type {Speech} from '../text/speech.js';
import type {Week} from './chart-content.js';
import type {Drawing} from './chart-picture.js';
import {dayNames} from './day-names.js';
import type {DayMarks} from './day-marks.js';
import type {NameOfShare} from './legend-view.js';
import {WINDOW_LABEL} from './sums-view.js';

/** Rolling sums as their daily averages: sums of 1, 7 and 30 days side by side would look like a rise. */
export const sumsDrawing = (shares: readonly EnergyShare[], speech: Speech, nameOfShare: NameOfShare): Drawing => ({
  bars: shares.map(share => ({
    name: nameOfShare(share, speech),
    stack: share.flow,
    values: ENERGY_WINDOWS.map(window => dailyKwh(share, window)),
  })),
  words: {labels: ENERGY_WINDOWS.map(window => speech.say(WINDOW_LABEL[window])), number: speech.format.number},
});

/** A bar a day and share; a day without a figure is a gap, and marked as one. */
export function weekDrawing({shares, days, today}: Week, speech: Speech, nameOfShare: NameOfShare): Drawing {
  const names = dayNames(speech.locale, speech.format.timeZone);
  return {
    bars: shares.map(share => ({
      name: nameOfShare(share, speech),
      stack: share.flow,
      values: share.days.map(day => day.is === 'known' ? day.kWh : null),
    })),
    words: {
      labels: days.map(({from}, index) => [names.short(from), index === today ? speech.say('today') : names.number(from)]),
      number: speech.format.number,
    },
    marks: {today, noData: speech.say('no-data'), stacks: stacksOf(shares, speech)},
  };
}

/** What is stacked on one another, with the days of which something is missing and the sums of those that are whole. */
function stacksOf(shares: readonly DailyShare[], {format}: Speech): DayMarks['stacks'] {
  return FLOWS.map(flow => {
    const {days} = joined(shares.filter(share => share.flow === flow));
    return {
      datasets: shares.flatMap((share, index) => share.flow === flow ? [index] : []),
      gaps: days.flatMap((day, index) => day.is === 'gap' || (day.is === 'known' && day.isPartial) ? [index] : []),
      sums: days.map(day => day.is === 'known' && !day.isPartial ? format.energy(day.kWh).value : ''),
    };
  }).filter(({datasets}) => datasets.length);
}
