/** The root of the chunk that draws the chart's words and numbers; the picture comes with a chunk of its own. */
import type {TemplateResult} from 'lit';
import type {Device} from '../domain/device.js';
import type {EnergyShare} from '../domain/energy.js';
import {dailyKwh, ENERGY_WINDOWS, energyShares} from '../domain/energy.js';
import type {ReadyView} from '../elements/source-view.js';
import type {Speech} from '../text/speech.js';
import type {ConnectionNotice} from '../view/device-foot-view.js';
import {chartStyles} from '../styles/chart.js';
import type {Drawing} from './chart-picture.js';
import {chartView, WINDOW_LABEL} from './chart-view.js';
import type {Kit} from './kit.js';

export interface BodyContext {
  readonly speech: Speech;
  readonly headingLevel: number;
  readonly notice: ConnectionNotice | undefined;
  /** Is it about the one device that the element names? */
  readonly isOne: boolean;
  readonly isTableShown: boolean;
  /** The chunk with the picture could not be loaded. */
  readonly isPictureMissing: boolean;
  readonly onToggleTable: () => void;
}

export interface ChartBody {
  readonly styles: string;
  readonly sharesOf: (devices: readonly Device[]) => readonly EnergyShare[];
  readonly render: (view: ReadyView, shares: readonly EnergyShare[], context: BodyContext) => TemplateResult;
  /** What the picture shows: one series for each share. */
  readonly drawingOf: (shares: readonly EnergyShare[], speech: Speech) => Drawing;
}

export function createBody(kit: Kit): ChartBody {
  const {html, nothing, icon, nameOf, renderAge, looks} = kit;
  const {nameOfShare, renderLegend, renderSummary, renderTable} = chartView(kit);

  const renderHead = ([device]: readonly Device[], {speech: {say}, headingLevel, isOne}: BodyContext): TemplateResult => html`
    <header class="chart-head" part="header">
      <div class="title" part="title" role="heading" aria-level=${headingLevel}>${say('energy')}</div>
      <p class="subtitle"><bdi>${isOne && device ? nameOf(device, say) : say('all-devices')}</bdi></p>
    </header>`;

  const renderPicture = ({speech: {say}, isPictureMissing}: BodyContext): TemplateResult => isPictureMissing
    ? html`<p class="axis" part="notice">${say('no-picture')}</p>`
    : html`
      <div class="picture" aria-hidden="true">
        <p class="axis">${say('daily-average')}</p>
        <div class="frame" part="canvas"><canvas></canvas></div>
      </div>`;

  function renderFoot({checkedAt = Date.now(), good}: ReadyView, {speech, notice, isTableShown, onToggleTable}: BodyContext): TemplateResult {
    const trouble = notice && looks[notice];
    const title = notice === 'partial' && good ? 'some-missing' : trouble?.title;
    return html`
      <footer class="foot ${notice ? 'notice' : ''}" part=${notice ? `notice notice-${notice}` : nothing} data-tone=${trouble?.tone ?? nothing}>
        <p class="say">${icon(trouble?.icon ?? 'clock')}<span>${title ? html`<b role="status">${speech.say(title)}</b> ` : nothing}${
          renderAge(trouble ? 'last-answer' : 'checked', new Date(checkedAt), speech, Date.now())}</span></p>
        <button class="button" type="button" aria-expanded=${isTableShown} aria-controls="table" @click=${onToggleTable}>${speech.say('table')}</button>
      </footer>`;
  }

  return {
    styles: chartStyles,
    sharesOf: energyShares,
    render: (view, shares, context) => html`
      <article class="chart" part="base">
        ${renderHead(view.devices, context)}
        ${renderSummary(shares, context.speech)}
        ${renderPicture(context)}
        ${renderLegend(shares, context.speech)}
        ${renderTable(shares, context.speech, context.isTableShown || context.isPictureMissing)}
        ${renderFoot(view, context)}
      </article>`,
    drawingOf: (shares, speech) => ({
      bars: shares.map(share => ({
        name: nameOfShare(share, speech),
        stack: share.flow,
        values: ENERGY_WINDOWS.map(window => dailyKwh(share, window)),
      })),
      words: {labels: ENERGY_WINDOWS.map(window => speech.say(WINDOW_LABEL[window])), number: speech.format.number},
    }),
  };
}
