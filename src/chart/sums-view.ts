import type {TemplateResult} from 'lit';
import type {EnergyShare, EnergyTotal, EnergyWindow} from '../domain/energy.js';
import {ENERGY_WINDOWS, totalOf, WINDOW_DAYS} from '../domain/energy.js';
import {FLOWS} from '../domain/energy-series.js';
import type {LabelKey} from '../text/messages.js';
import type {Speech} from '../text/speech.js';
import type {Kit} from './kit.js';
import type {NameOfShare} from './legend-view.js';

export const WINDOW_LABEL: Readonly<Record<EnergyWindow, LabelKey>> = {day: 'last-day', week: 'last-week', month: 'last-month'};

/** Is a sum made of fewer devices than it should be? */
const isPartial = (total: EnergyTotal | undefined): total is EnergyTotal => !!total && total.counted < total.of;

/** The parts of rolling sums that are words and numbers. */
export interface SumsView {
  /** The device's name; several small ones together are "others". */
  readonly nameOfShare: NameOfShare;
  /** Three labelled figures for each flow there is: the sum, and what it means for one day. With the devices' names beside a week of others. */
  readonly renderSummary: (shares: readonly EnergyShare[], speech: Speech, areNamed?: boolean) => TemplateResult;
  /** Every figure as text. */
  readonly renderTable: (shares: readonly EnergyShare[], speech: Speech) => TemplateResult;
}

export function sumsView({html, nothing, inSentence, nameOf, renderValue}: Kit): SumsView {
  const nameOfShare: NameOfShare = ({devices, flow}, {say}) => {
    const [first] = devices;
    if (devices.length === 1 && first) return nameOf(first, say);
    return say(flow === 'production' ? 'production' : 'others');
  };

  const namesOf = (shares: readonly EnergyShare[], flow: EnergyShare['flow'], {say, format}: Speech) =>
    format.list(shares.filter(share => share.flow === flow).flatMap(({devices}) => devices).map(device => nameOf(device, say)));

  function renderFigure(shares: readonly EnergyShare[], flow: EnergyShare['flow'], window: EnergyWindow, {say, format}: Speech) {
    const total = totalOf(shares.filter(share => share.flow === flow), window);
    const days = WINDOW_DAYS[window];
    return html`
      <div data-window=${window}>
        <dt class="label">${say(WINDOW_LABEL[window])}</dt>
        ${renderValue(format.energy(total?.kwh), say, 'figure')}
        ${total && days > 1 ? html`<dd class="aside">${say('a-day', {energy: inSentence(format.energy(total.kwh / days))})}</dd>` : nothing}
        ${isPartial(total) ? html`<dd class="aside">${say('some-of', {count: total.counted, total: total.of})}</dd>` : nothing}
      </div>`;
  }

  function renderCell(share: EnergyShare, window: EnergyWindow, {say, format}: Speech): TemplateResult {
    const total = totalOf([share], window);
    if (!total) return html`<td class="none"><span role="img" aria-label=${say('not-available')}>–</span></td>`;
    return html`<td>${inSentence(format.energy(total.kwh))}${isPartial(total)
      ? html`<span class="aside">${say('some-of', {count: total.counted, total: total.of})}</span>`
      : nothing}</td>`;
  }

  return {
    nameOfShare,
    renderSummary: (shares, speech, areNamed = false) => html`
      <div class="summary" part="summary">${FLOWS.filter((flow): flow is EnergyShare['flow'] => shares.some(share => share.flow === flow)).map(flow => html`
        <section data-flow=${flow}>
          <p class="flow-name">${speech.say(flow)}${areNamed ? html`<bdi class="aside">${namesOf(shares, flow, speech)}</bdi>` : nothing}</p>
          <dl class="figures">${ENERGY_WINDOWS.map(window => renderFigure(shares, flow, window, speech))}</dl>
        </section>`)}
      </div>`,
    renderTable: (shares, speech) => html`
      <table>
        <caption class="hidden">${speech.say('energy')}</caption>
        <thead><tr>
          <th scope="col">${speech.say('device')}</th>
          ${ENERGY_WINDOWS.map(window => html`<th scope="col">${speech.say(WINDOW_LABEL[window])}</th>`)}
        </tr></thead>
        <tbody>${shares.map(share => html`
          <tr>
            <th scope="row"><bdi>${nameOfShare(share, speech)}</bdi><span class="aside">${speech.say(share.flow)}</span></th>
            ${ENERGY_WINDOWS.map(window => renderCell(share, window, speech))}
          </tr>`)}
        </tbody>
      </table>`,
  };
}
