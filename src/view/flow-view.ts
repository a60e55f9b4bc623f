import type {TemplateResult} from 'lit';
import {html, nothing, svg} from './lit.js';
import {IDLE_BELOW_W} from '../domain/status.js';
import type {IconName} from './icons.js';
import {icon} from './icons.js';
import type {Say} from '../text/say.js';
import type {Current, Reading, Readings} from './readings.js';
import {renderValue} from './value-view.js';

type InverterReadings = Extract<Readings, {is: 'inverter'}>;

/**
 * Sun, home and grid on the three left edges, the battery under the home: fixed places, only labels and arrow heads change.
 * One list of pairs; the drawn lines are silent, since every direction is in a label.
 */
export const renderFlow = ({nodes: [solar, home, grid], surplus, battery, currents}: InverterReadings, say: Say): TemplateResult => html`
  <dl class="flow">
    ${renderNode(solar, say, 'sun', isLive(currents.solar), renderPipe(currents.solar))}
    ${renderNode(home, say, 'home', true, renderPipe(currents.grid), currents.battery && renderPipe(currents.battery, 'down'))}
    ${renderNode(grid, say, 'pylon', isLive(currents.grid), nothing, grid.note && html`<span class="label">${grid.note}</span>`)}
    <div class="surplus" part="reading" data-reading="surplus">
      <dt class="label" part="label">${surplus.label}</dt>${renderValue(surplus.quantity, say)}
    </div>
    ${battery && renderBattery(battery, currents.battery, currents.batteryLevel ?? 0, say)}
  </dl>`;

const isLive = (current: Current | undefined): boolean => !!current && current.watts >= IDLE_BELOW_W;

/** `below` stands under the dot: the pipe to the battery, or the word that marks a derived value. */
const renderNode = ({key, label, quantity, note}: Reading, say: Say, name: IconName, live: boolean, pipe: unknown, below?: unknown): TemplateResult => html`
  <div class="node" part="reading" data-reading=${key}>
    <dt class="label" part="label">${label}${note && html`<span class="hidden">, ${note}</span>`}</dt>${renderValue(quantity, say)}
    <dd class="line" aria-hidden="true"><span class="dot ${key}" ?data-live=${live}>${icon(name)}</span>${pipe}</dd>
    ${below ? html`<dd class="below" aria-hidden="true">${below}</dd>` : nothing}
  </div>`;

const head = () => svg`<path d="M2.5 1.5 10 6 2.5 10.5z"></path>`;

/** As broad as the power: 2 px below 1 kW, 3 px up to 5 kW, 4 px above; idle is dashed. No head where there is no direction. */
function renderPipe({watts, way}: Current, classes = ''): TemplateResult {
  const weight = watts < IDLE_BELOW_W ? 0 : watts < 1000 ? 1 : watts <= 5000 ? 2 : 3;
  return html`<span class="pipe ${classes}" data-weight=${weight} data-way=${way ?? nothing}>${weight && way
    ? html`<svg viewBox="0 0 12 12">${head()}</svg>`
    : nothing}</span>`;
}

const renderBattery = ({label, note, quantity, also}: Reading, current: Current | undefined, level: number, say: Say): TemplateResult => html`
  <div class="battery" part="reading" data-reading="battery">
    <dt class="label" part="label">${note
      ? html`<span class="rest">${label}, </span><span class="dir">${note}</span>`
      : label}</dt>${renderValue(quantity, say)}${also && renderValue(also, say, 'also')}
    <dd class="dot" aria-hidden="true" ?data-live=${isLive(current)}>${renderCell(level)}</dd>
  </div>`;

/** The battery's outline with its level. */
const renderCell = (percent: number): TemplateResult => html`<svg class="icon" viewBox="0 0 24 24">
  <path d="M4.5 7h12A2.5 2.5 0 0 1 19 9.5v5a2.5 2.5 0 0 1-2.5 2.5h-12A2.5 2.5 0 0 1 2 14.5v-5A2.5 2.5 0 0 1 4.5 7zM22 10.5v3"></path>
  <rect class="level" x="4.5" y="9.5" width=${Math.min(12, Math.max(0, percent * 0.12)).toFixed(2)} height="5" rx=".75"></rect></svg>`;
