import type {TemplateResult} from 'lit';
import type {DailyShare, DayFigure} from '../domain/daily-energy.js';
import {totalOfDays} from '../domain/daily-energy.js';
import type {Speech} from '../text/speech.js';
import type {Week} from './chart-content.js';
import {dayNames, daysOf} from './day-names.js';
import type {Kit} from './kit.js';
import type {NameOfShare} from './legend-view.js';

/** Every figure of a week as text, a row a day. */
export function weekTable({html, nothing, inSentence}: Kit): (week: Week, speech: Speech, nameOfShare: NameOfShare) => TemplateResult {
  function renderCell(figure: DayFigure | undefined, {say, format}: Speech): TemplateResult {
    return figure?.is === 'known'
      ? html`<td>${inSentence(format.energy(figure.kWh))}</td>`
      : html`<td class="none"><span role="img" aria-label=${say('not-available')}>–</span></td>`;
  }

  function renderTotal(share: DailyShare, speech: Speech): TemplateResult {
    const total = totalOfDays(share);
    if (!total) return renderCell(undefined, speech);
    const {kWh, complete, of} = total;
    return html`<td>${inSentence(speech.format.energy(kWh))}${complete < of ? html`<span class="aside">${daysOf(total, speech)}</span>` : nothing}</td>`;
  }

  const renderDay = ({days, today, shares}: Week, index: number, speech: Speech): TemplateResult => html`
    <th scope="row">${dayNames(speech.locale, speech.format.timeZone).dated(days[index]?.from ?? new Date())}${
      index === today ? html`<span class="aside">${speech.say('today-so-far')}</span>` : nothing}</th>
    ${shares.map(share => renderCell(share.days[index], speech))}`;

  return (week, speech, nameOfShare) => html`
    <table class="days">
      <caption class="hidden">${speech.say('energy')}</caption>
      <thead><tr>
        <th scope="col">${speech.say('day')}</th>
        ${week.shares.map(share => html`<th scope="col"><bdi>${nameOfShare(share, speech)}</bdi><span class="aside">${speech.say(share.flow)}</span></th>`)}
      </tr></thead>
      <tbody>${week.days.slice(0, week.today + 1).map((_, index) => html`<tr>${renderDay(week, index, speech)}</tr>`)}</tbody>
      <tfoot><tr><th scope="row">${speech.say('total')}</th>${week.shares.map(share => renderTotal(share, speech))}</tr></tfoot>
    </table>`;
}
