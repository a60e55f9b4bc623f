import type {TemplateResult} from 'lit';
import type {DailyShare, DailyTotal, DayFigure} from '../domain/daily-energy.js';
import {joined, totalOfDays} from '../domain/daily-energy.js';
import type {Speech} from '../text/speech.js';
import type {Week} from './chart-content.js';
import {dayNames} from './day-names.js';
import type {Kit} from './kit.js';

const FLOWS = ['consumption', 'production'] as const;

/** The parts of a week that are words and numbers. */
export interface WeekView {
  /** What the days add up to, and what is missing in that. */
  readonly renderSummary: (week: Week, speech: Speech) => TemplateResult;
  /** Every figure as text, a row a day. */
  readonly renderTable: (week: Week, speech: Speech, nameOfShare: (share: DailyShare, speech: Speech) => string) => TemplateResult;
}

/** Days for which no device gave a figure, and those for which some did not. */
export function holesIn({shares, days}: Pick<Week, 'shares' | 'days'>): {readonly empty: readonly Date[]; readonly partial: readonly Date[]} {
  const sums = joined(shares).days;
  const those = (test: (figure: DayFigure) => boolean) => days.filter((_, index) => test(sums[index] ?? {is: 'ahead'})).map(({from}) => from);
  return {empty: those(({is}) => is === 'gap'), partial: those(figure => figure.is === 'known' && figure.isPartial)};
}

export function weekView({html, nothing, inSentence, nameOf}: Kit): WeekView {
  const energy = (kWh: number, {format}: Speech) => inSentence(format.energy(kWh));

  /** Whole sentences, each where there is something to say. */
  const sentences = (parts: readonly (string | false | undefined)[]) => {
    const said = parts.filter(Boolean);
    return said.length ? html`<p class="aside">${said.join(' ')}</p>` : nothing;
  };

  function renderFlow(flow: (typeof FLOWS)[number], {shares, days}: Week, speech: Speech): TemplateResult {
    const {say} = speech;
    const sum = joined(shares.filter(share => share.flow === flow));
    const total = totalOfDays(sum);
    const top = highest(sum.days);
    return html`
      <section data-flow=${flow}>
        <p class="flow-name">${say(flow)}</p>
        <p class="week-total">${total ? html`<b class="figure">${energy(total.kWh, speech)}</b> ${say('week-so-far')}` : say('week-empty')}</p>
        ${total && sentences([
          total.complete < total.of && `${daysOf(total, speech)}.`,
          top !== undefined && say('most-on', {day: dayNames(speech.locale, speech.format.timeZone).long(days[top]?.from ?? new Date())}),
          total.exportKwh ? say('to-grid-of-it', {energy: energy(total.exportKwh, speech)}) : '',
        ])}
      </section>`;
  }

  function renderCell(figure: DayFigure | undefined, speech: Speech): TemplateResult {
    return figure?.is === 'known'
      ? html`<td>${energy(figure.kWh, speech)}</td>`
      : html`<td class="none"><span role="img" aria-label=${speech.say('not-available')}>–</span></td>`;
  }

  function renderTotal(share: DailyShare, speech: Speech): TemplateResult {
    const total = totalOfDays(share);
    if (!total) return renderCell(undefined, speech);
    return html`<td>${energy(total.kWh, speech)}${total.complete < total.of ? html`<span class="aside">${daysOf(total, speech)}</span>` : nothing}</td>`;
  }

  const daysOf = ({complete, of}: DailyTotal, {say}: Speech) => say('days-of', {count: complete, total: of});

  return {
    renderSummary: (week, speech) => {
      const {say, format, locale} = speech;
      const {empty, partial} = holesIn(week);
      const named = (days: readonly Date[]) => format.list(days.map(dayNames(locale, format.timeZone).long));
      return html`
        <div class="summary" part="summary">
          ${FLOWS.filter(flow => week.shares.some(share => share.flow === flow)).map(flow => renderFlow(flow, week, speech))}
          ${sentences([
            empty.length > 0 && say('no-data-on', {days: named(empty)}),
            partial.length > 0 && say('incomplete-on', {days: named(partial)}),
            week.without.length > 0 && say('without', {devices: format.list(week.without.map(device => nameOf(device, say)))}),
            week.foreignDayStart && daysFrom(week.foreignDayStart, speech),
          ])}
        </div>`;
    },
    renderTable: ({days, today, shares}, speech, nameOfShare) => html`
      <table class="days">
        <caption class="hidden">${speech.say('energy')}</caption>
        <thead><tr>
          <th scope="col">${speech.say('day')}</th>
          ${shares.map(share => html`<th scope="col"><bdi>${nameOfShare(share, speech)}</bdi><span class="aside">${speech.say(share.flow)}</span></th>`)}
        </tr></thead>
        <tbody>${days.slice(0, today + 1).map(({from}, index) => html`
          <tr>
            <th scope="row">${dayNames(speech.locale, speech.format.timeZone).dated(from)}${index === today ? html`<span class="aside">${speech.say('today-so-far')}</span>` : nothing}</th>
            ${shares.map(share => renderCell(share.days[index], speech))}
          </tr>`)}
        </tbody>
        <tfoot><tr><th scope="row">${speech.say('total')}</th>${shares.map(share => renderTotal(share, speech))}</tr></tfoot>
      </table>`,
  };
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
