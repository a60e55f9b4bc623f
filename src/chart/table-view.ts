import type {TemplateResult} from 'lit';
import type {Speech} from '../text/speech.js';
import {amountsIn} from './amounts.js';
import type {Bars} from './chart-content.js';
import type {Column} from './columns.js';
import type {Kit} from './kit.js';
import type {SlotName} from './time-names.js';
import {countOf, SLOT_WORDS} from './time-names.js';

/** Every figure as text, a row a slot that has begun. */
export function tableView(kit: Kit): (bars: Bars, columns: readonly Column[], names: readonly SlotName[], speech: Speech) => TemplateResult {
  const {html, nothing} = kit;

  return ({period, begun, running, unit}, columns, names, speech) => {
    const {say} = speech;
    const amounts = amountsIn(unit, speech, kit);
    const cell = (amount: number | undefined, aside: unknown = nothing) => amount === undefined
      ? html`<td class="none"><span role="img" aria-label=${say('not-available')}>–</span></td>`
      : html`<td>${amounts.say(amount)}${aside}</td>`;
    const row = (slot: number) => html`
      <tr>
        <th scope="row">${names[slot]?.row}${slot === running ? html`<span class="aside">${say(SLOT_WORDS[period.name].running)}</span>` : nothing}</th>
        ${columns.map(column => cell(column.amounts[slot]))}
      </tr>`;
    const total = ({total: of}: Column) => cell(of?.amount, of && of.complete < of.of ? html`<span class="aside">${countOf(of, period, speech)}</span>` : nothing);
    return html`
      <table class="days">
        <caption class="hidden">${say(unit === 'kWh' ? 'energy' : 'savings')}</caption>
        <thead><tr>
          <th scope="col">${say(SLOT_WORDS[period.name].one)}</th>
          ${columns.map(({name, flow}) => html`<th scope="col"><bdi>${name}</bdi><span class="aside">${say(flow)}</span></th>`)}
        </tr></thead>
        <tbody>${Array.from({length: begun}, (_, slot) => row(slot))}</tbody>
        <tfoot><tr><th scope="row">${say('total')}</th>${columns.map(total)}</tr></tfoot>
      </table>`;
  };
}
