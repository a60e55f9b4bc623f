import type {SVGTemplateResult, TemplateResult} from 'lit';
import {html, nothing, svg} from './lit.js';
import type {Say} from '../text/say.js';
import type {Readings, RingLevels} from './readings.js';
import {renderValue} from './value-view.js';

type VehicleReadings = Extract<Readings, {is: 'electric-vehicle'}>;

/** The charge level as a ring. The picture adds nothing to the numbers beside it, so it is silent. */
export const renderRing = ({level, ring}: VehicleReadings, say: Say): TemplateResult => html`
  <div class="ring">
    <svg viewBox="0 0 104 104" aria-hidden="true"><g transform="rotate(-90 52 52)">${renderArcs(ring)}</g></svg>
    <dl><div part="reading" data-reading="level">
      <dt class="hidden" part="label">${level.label}</dt>${renderValue(level.quantity, say)}
    </div></dl>
  </div>`;

const within = (percent: number): number => Math.min(100, Math.max(0, percent));

/** `from` and `to` in percent of the circle. */
const arc = (name: string, from: number, to: number): SVGTemplateResult | typeof nothing => to <= from ? nothing : svg`
  <circle class=${name} cx="52" cy="52" r="44" pathLength="100" stroke-dasharray="${to - from} 100" stroke-dashoffset=${-from}></circle>`;

/**
 * Up to the limit a broad track, beyond it a thin line; the level with its edge, what is still to come, the target as a dot.
 * Without a level there is no way to the target to draw.
 */
function renderArcs({level, target, limit = 100}: RingLevels): SVGTemplateResult {
  const [to, cap] = [within(level ?? 0), within(limit)];
  return svg`
    ${arc('track', 0, cap)}${arc('beyond', cap, 100)}
    ${target === undefined || level === undefined ? nothing : arc('planned', to, within(target))}
    ${to > 0 ? arc('edge', -0.35, Math.min(to + 0.35, 99.65)) : nothing}${arc('level', 0, to)}
    ${target === undefined ? nothing : dot(within(target))}`;
}

function dot(percent: number): SVGTemplateResult {
  const angle = percent / 50 * Math.PI;
  const [x, y] = [Math.cos(angle), Math.sin(angle)].map(part => (52 + 44 * part).toFixed(2));
  return svg`<circle class="goal" cx=${x} cy=${y} r="5.75"></circle><circle class="eye" cx=${x} cy=${y} r="3.25"></circle>`;
}
