import type {TemplateResult} from 'lit';
import type {PeriodName} from '../domain/calendar.js';
import {PERIODS} from '../domain/calendar.js';
import type {ReadyView} from '../elements/source-view.js';
import type {Speech} from '../text/speech.js';
import type {ConnectionNotice} from '../view/device-foot-view.js';
import type {IconName} from '../view/icons.js';
import type {Chosen} from './choice.js';
import type {Kit} from './kit.js';
import {nameOfPeriod} from './time-names.js';

export interface FrameContext {
  readonly headingLevel: number;
  readonly notice: ConnectionNotice | undefined;
  /** Is it about the one device that the element names? */
  readonly isOne: boolean;
  readonly supportUrl: string | undefined;
  readonly onRetry: () => void;
}

/** What the user can do with a chart. */
export interface Moves {
  /** Is there anything before this period? */
  readonly hasEarlier: boolean;
  readonly turn: (name: PeriodName) => void;
  readonly step: (direction: -1 | 1) => void;
  readonly today: () => void;
}

export interface Tools {
  readonly isTableShown: boolean;
  readonly toggleTable: () => void;
  /** Absent where there is nothing to take away. */
  readonly save: (() => void) | undefined;
}

/** What is around a chart's figures, whatever they are. */
export interface FrameView {
  /** Without moves where there are only rolling sums: they belong to no period. */
  readonly renderHead: (devices: ReadyView['devices'], speech: Speech, chosen: Chosen, moves: Moves | undefined, context: FrameContext) => TemplateResult;
  readonly renderFoot: (view: ReadyView, speech: Speech, tools: Tools | undefined, context: FrameContext) => TemplateResult;
}

export function frameView({html, nothing, icon, nameOf, renderAge, looks}: Kit): FrameView {
  const renderPeriods = ({period: {name}}: Chosen, {turn}: Moves, {say}: Speech) => html`
    <div class="periods" part="periods" role="group" aria-label=${say('period')}>${PERIODS.map(one => html`
      <button type="button" aria-pressed=${one === name} @click=${() => turn(one)}>${say(one)}</button>`)}
    </div>`;

  /** A way that leads nowhere keeps the focus, so it is never really disabled. */
  const renderWay = (words: string, name: IconName, isOpen: boolean, go: () => void, look = 'square') => html`
    <button class="button ${look}" type="button" title=${words} aria-disabled=${isOpen ? nothing : 'true'} @click=${isOpen ? go : null}>${
      icon(name)}<span class="text">${words}</span></button>`;

  const renderNavigation = ({period, isRunning}: Chosen, {hasEarlier, step, today}: Moves, speech: Speech) => html`
    <div class="navigation" part="navigation">
      ${renderWay(speech.say('earlier'), 'previous', hasEarlier, () => step(-1))}
      <p class="span" aria-live="polite">${nameOfPeriod(period, speech)}</p>
      ${renderWay(speech.say('later'), 'next', !isRunning, () => step(1))}
      ${renderWay(speech.say('today'), 'today', !isRunning, today, 'today')}
    </div>`;

  const renderHead: FrameView['renderHead'] = ([device], speech, chosen, moves, {headingLevel, isOne}) => html`
    <header class="chart-head" part="header">
      <div>
        <div class="title" part="title" role="heading" aria-level=${headingLevel}>${speech.say(chosen.metric)}</div>
        <p class="subtitle"><bdi>${isOne && device ? nameOf(device, speech.say) : speech.say('all-devices')}</bdi></p>
      </div>
      ${moves ? renderPeriods(chosen, moves, speech) : nothing}
    </header>
    ${moves ? renderNavigation(chosen, moves, speech) : nothing}`;

  const renderTools = ({isTableShown, toggleTable, save}: Tools, {say}: Speech) => html`
    <div class="tools">
      <button class="button" type="button" aria-expanded=${isTableShown} aria-controls="table" @click=${toggleTable}>${icon('table')}<span class="text">${say('table')}</span></button>
      ${save ? html`<button class="button" part="export" type="button" @click=${save}>${icon('download')}<span class="text wide">${say('export')}</span></button>` : nothing}
    </div>`;

  function renderFoot({checkedAt = Date.now(), good}: ReadyView, speech: Speech, tools: Tools | undefined, {notice}: FrameContext): TemplateResult {
    const trouble = notice && looks[notice];
    const title = notice === 'partial' && good ? 'some-missing' : trouble?.title;
    return html`
      <footer class="foot ${notice ? 'notice' : ''}" part=${notice ? `notice notice-${notice}` : nothing} data-tone=${trouble?.tone ?? nothing}>
        <p class="say">${icon(trouble?.icon ?? 'clock')}<span><b role="status">${title ? speech.say(title) : nothing}</b> ${
          renderAge(trouble ? 'last-answer' : 'checked', new Date(checkedAt), speech, Date.now())}</span></p>
        ${tools ? renderTools(tools, speech) : nothing}
      </footer>`;
  }

  return {renderHead, renderFoot};
}
