import type {TemplateResult} from 'lit';
import type {DayFigure} from '../domain/daily-energy.js';
import {joined, totalOfDays} from '../domain/daily-energy.js';
import type {Device} from '../domain/device.js';
import type {EnergySeries} from '../domain/energy-series.js';
import {FLOWS} from '../domain/energy-series.js';
import type {Speech} from '../text/speech.js';
import type {Week} from './chart-content.js';
import {dayNames, daysOf} from './day-names.js';
import type {Kit} from './kit.js';

/** Days for which no device gave a figure, and those for which some did not. */
function holesIn({shares, days}: Pick<Week, 'shares' | 'days'>): {readonly empty: readonly Date[]; readonly partial: readonly Date[]} {
  const sums = joined(shares).days;
  const those = (test: (figure: DayFigure) => boolean) => days.filter((_, index) => test(sums[index] ?? {is: 'ahead'})).map(({from}) => from);
  return {empty: those(({is}) => is === 'gap'), partial: those(figure => figure.is === 'known' && figure.isPartial)};
}

/** More names than one reads are a number. */
const NAMED = 3;

/** What the days of a week add up to, and what is missing in that. */
export function weekSummary({html, nothing, inSentence, nameOf}: Kit): (week: Week, speech: Speech) => TemplateResult {
  /** Whole sentences, each where there is something to say. */
  const sentences = (parts: readonly (string | false | undefined)[]) => {
    const said = parts.filter(Boolean);
    return said.length ? html`<p class="aside">${said.join(' ')}</p>` : nothing;
  };

  /** Decided by what is read: "0.0 kWh to the grid" says nothing. */
  function toGrid(exportKwh: number | undefined, {say, format}: Speech): string | false {
    const [amount, none] = [format.energy(exportKwh), format.energy(0)];
    return exportKwh !== undefined && amount.value !== none.value && say('to-grid-of-it', {energy: inSentence(amount)});
  }

  function renderFlow(flow: EnergySeries['flow'], {shares, days, loading}: Week, speech: Speech): TemplateResult {
    const {say, format, locale} = speech;
    const sum = joined(shares.filter(share => share.flow === flow));
    const total = totalOfDays(sum);
    const top = loading ? undefined : days[highest(sum.days) ?? -1];
    const empty = loading ? nothing : say('week-empty');
    return html`
      <section data-flow=${flow}>
        <p class="flow-name">${say(flow)}</p>
        <p class="week-total">${total ? html`<b class="figure">${inSentence(format.energy(total.kWh))}</b> ${loading ? nothing : say('week-so-far')}` : empty}</p>
        ${total && sentences([
          total.complete < total.of && `${daysOf(total, speech)}.`,
          top && say('most-on', {day: dayNames(locale, format.timeZone).long(top.from)}),
          toGrid(total.exportKwh, speech),
        ])}
      </section>`;
  }

  function without(devices: readonly Device[], {say, format}: Speech): string | false {
    const more = devices.length > NAMED + 1 ? devices.length - NAMED : 0;
    const names = devices.slice(0, devices.length - more).map(device => nameOf(device, say));
    return names.length > 0 && say('without', {devices: format.list(more ? [...names, say('more-devices', {count: more})] : names)});
  }

  function notes(week: Week, speech: Speech): readonly (string | false | undefined)[] {
    const {say, format, locale} = speech;
    // What is missing is known when all have come.
    if (week.loading) return [say('loading-devices', week.loading)];
    const {empty, partial} = holesIn(week);
    const named = (days: readonly Date[]) => format.list(days.map(dayNames(locale, format.timeZone).long));
    return [
      empty.length > 0 && say('no-data-on', {days: named(empty)}),
      partial.length > 0 && say('incomplete-on', {days: named(partial)}),
      without(week.without, speech),
      week.foreignDayStart && daysFrom(week.foreignDayStart, speech),
    ];
  }

  return (week, speech) => html`
    <div class="summary" part="summary">
      ${FLOWS.filter(flow => week.shares.some(share => share.flow === flow)).map(flow => renderFlow(flow, week, speech))}
      ${sentences(notes(week, speech))}
    </div>`;
}

/** The day with the most, where there is more than one to compare. */
function highest(days: readonly DayFigure[]): number | undefined {
  const amounts = days.map(day => day.is === 'known' ? day.kWh : -1);
  const most = Math.max(...amounts);
  return amounts.filter(amount => amount >= 0).length > 1 && most > 0 ? amounts.indexOf(most) : undefined;
}

/** Days that are not the home's: those of UTC, as the API documents them, or of another zone, as some portals may make them. */
const daysFrom = (start: Date, {say, format}: Speech): string =>
  start.getTime() % 86_400_000 === 0 ? say('utc-days') : say('days-begin', {time: format.clock(start)});
