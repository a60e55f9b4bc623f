import type {TemplateResult} from 'lit';
import {html, nothing} from './lit.js';
import type {Device} from '../domain/device.js';
import {needsUser} from '../domain/attention.js';
import {isOld} from '../domain/freshness.js';
import {icon} from './icons.js';
import type {FootContext} from './device-foot-view.js';
import {renderFoot} from './device-foot-view.js';
import {nameOf} from './device-name.js';
import {renderReason, renderStatus, statementOf} from './device-status-view.js';
import {readingsOf, totalsOf} from './readings.js';
import {renderReadings, renderTotals} from './readings-view.js';

/** All a device's card depends on beside the device. */
export interface DeviceViewContext extends FootContext {
  /** Level of the card's title. */
  readonly headingLevel: number;
  /** The title was activated; without it the title is no button. */
  readonly onSelect: ((device: Device) => void) | undefined;
}

/** One device, read from the top: what is it, is it fine, what is it doing, numbers, freshness and the one action. */
export function renderDevice(device: Device, view: DeviceViewContext): TemplateResult {
  const isPast = device.connection === 'disconnected' || isOld(device, view.now, view.staleAfterS);
  return html`
    <article class="card" part="base" aria-label=${nameOf(device, view.say)} data-kind=${device.kind}
      ?data-attention=${needsUser(device)} ?data-past=${isPast}>
      ${renderHeader(device, view)}
      ${renderStatus(device, view)}
      <div class="now">
        <p class="doing clamp" part="activity"><bdi>${statementOf(device, view)}</bdi></p>
        <p class="reason" part="reason" tabindex="-1">${renderReason(device, view)}</p>
      </div>
      ${renderReadings(readingsOf(device, view, view.now), view)}
      ${renderTotals(totalsOf(device, view), view, view.now)}
      ${renderFoot(device, view)}
    </article>`;
}

function renderHeader(device: Device, {say, headingLevel, onSelect}: DeviceViewContext): TemplateResult {
  const [name, kind] = [nameOf(device, say), say(device.kind)];
  const title = html`<bdi>${name}</bdi>`;
  return html`
    <header class="head" part="header">
      <span class="kind" part="icon">${icon(device.kind)}</span>
      <div>
        <div class="title clamp" part="title" role="heading" aria-level=${headingLevel}>${onSelect
          ? html`<button class="select" type="button" @click=${() => onSelect(device)}>${title}</button>`
          : title}</div>
        ${name === kind ? nothing : html`<p class="subtitle" part="subtitle">${kind}</p>`}
      </div>
    </header>`;
}
