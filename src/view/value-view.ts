import type {TemplateResult} from 'lit';
import {html, nothing} from './lit.js';
import type {Quantity} from '../text/format.js';
import {MISSING} from '../text/format.js';
import type {Say} from '../text/say.js';

/** Number and unit, or a dash that a screen reader says as "not available". */
export function renderValue(quantity: Quantity, say: Say, classes = ''): TemplateResult {
  const {value, unit} = quantity;
  return quantity === MISSING
    ? html`<dd class="value none ${classes}" part="value"><span role="img" aria-label=${say('not-available')}>${value}</span></dd>`
    : html`<dd class="value ${classes}" part="value"><bdi>${value}${unit === undefined
      ? nothing
      : html`&nbsp;<span class="unit" part="unit">${unit}</span>`}</bdi></dd>`;
}
