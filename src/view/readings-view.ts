import type {TemplateResult} from 'lit';
import {html, nothing} from './lit.js';
import type {Say} from '../text/say.js';
import type {Speech} from '../text/speech.js';
import type {Reading, Readings, Totals} from './readings.js';
import {renderFlow} from './flow-view.js';
import {renderRing} from './ring-view.js';
import {renderValue} from './value-view.js';

const renderPair = ({key, label, quantity}: Reading, say: Say, classes = '', valueClasses = ''): TemplateResult => html`
  <div class=${classes || nothing} part="reading" data-reading=${key}>
    <dt class="label" part="label">${label}</dt>${renderValue(quantity, say, valueClasses)}
  </div>`;

const renderPairs = (classes: string, readings: readonly Reading[], say: Say): TemplateResult =>
  html`<dl class=${classes}>${readings.map(reading => renderPair(reading, say))}</dl>`;

const renderHero = ([first, ...others]: readonly Reading[], say: Say): TemplateResult => html`
  <dl class="hero">
    ${first && renderPair(first, say, '', 'big')}${others.map(reading => renderPair(reading, say, 'at'))}
  </dl>`;

/** A picture of fixed size, two rows beside it, three cells below: the same places for every kind. */
export function renderReadings(readings: Readings, {say}: Speech): TemplateResult {
  if (readings.is === 'inverter') return html`<div class="readings" part="readings">${renderFlow(readings, say)}</div>`;
  return html`
    <div class="readings" part="readings">
      <div class="lead">
        ${readings.is === 'heat-pump' ? renderHero(readings.hero, say) : renderRing(readings, say)}
        ${renderPairs('rows', readings.rows, say)}
      </div>
      ${renderPairs('three', readings.cells, say)}
    </div>`;
}

/** The rolling sums, with the time at which they were computed. */
export function renderTotals(totals: Totals | undefined, {say, format}: Speech, now: number): TemplateResult | typeof nothing {
  if (!totals) return nothing;
  const {title, at, cells} = totals;
  return html`
    <section class="totals" part="totals">
      <p class="totals-head"><b>${title}</b> ${at && html`<time datetime=${at.toISOString()} title=${format.absolute(at)}
        >${say('as-of', {time: format.moment(at, now)})}</time>`}</p>
      ${renderPairs('three', cells, say)}
    </section>`;
}
