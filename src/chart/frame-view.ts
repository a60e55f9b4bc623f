import type {TemplateResult} from 'lit';
import type {ReadyView} from '../elements/source-view.js';
import type {Speech} from '../text/speech.js';
import type {ConnectionNotice} from '../view/device-foot-view.js';
import type {Content} from './chart-content.js';
import type {Kit} from './kit.js';

export interface FrameContext {
  readonly headingLevel: number;
  readonly notice: ConnectionNotice | undefined;
  /** Is it about the one device that the element names? */
  readonly isOne: boolean;
  readonly isTableShown: boolean;
  /** The chunk with the picture could not be loaded. */
  readonly isPictureMissing: boolean;
  readonly onToggleTable: () => void;
}

/** What is around a chart's figures, whatever they are. */
export interface FrameView {
  readonly renderHead: (devices: ReadyView['devices'], speech: Speech, context: FrameContext) => TemplateResult;
  /** Room for the picture, which is drawn by a chunk of its own. */
  readonly renderPicture: (content: Content, speech: Speech, context: FrameContext) => TemplateResult;
  readonly renderFoot: (view: ReadyView, speech: Speech, context: FrameContext) => TemplateResult;
}

export function frameView({html, nothing, icon, nameOf, renderAge, looks}: Kit): FrameView {
  const renderHead = ([device]: ReadyView['devices'], {say}: Speech, {headingLevel, isOne}: FrameContext): TemplateResult => html`
    <header class="chart-head" part="header">
      <div class="title" part="title" role="heading" aria-level=${headingLevel}>${say('energy')}</div>
      <p class="subtitle"><bdi>${isOne && device ? nameOf(device, say) : say('all-devices')}</bdi></p>
    </header>`;

  const renderPicture = ({is}: Content, {say}: Speech, {isPictureMissing}: FrameContext): TemplateResult => isPictureMissing
    ? html`<p class="axis" part="notice">${say('no-picture')}</p>`
    : html`
      <div class="picture" aria-hidden="true">
        <p class="axis">${is === 'week' ? 'kWh' : say('daily-average')}</p>
        <div class="frame" part="canvas"><canvas></canvas></div>
      </div>`;

  function renderFoot({checkedAt = Date.now(), good}: ReadyView, speech: Speech, {notice, isTableShown, onToggleTable}: FrameContext): TemplateResult {
    const trouble = notice && looks[notice];
    const title = notice === 'partial' && good ? 'some-missing' : trouble?.title;
    return html`
      <footer class="foot ${notice ? 'notice' : ''}" part=${notice ? `notice notice-${notice}` : nothing} data-tone=${trouble?.tone ?? nothing}>
        <p class="say">${icon(trouble?.icon ?? 'clock')}<span><b role="status">${title ? speech.say(title) : nothing}</b> ${
          renderAge(trouble ? 'last-answer' : 'checked', new Date(checkedAt), speech, Date.now())}</span></p>
        <button class="button" type="button" aria-expanded=${isTableShown} aria-controls="table" @click=${onToggleTable}>${speech.say('table')}</button>
      </footer>`;
  }

  return {renderHead, renderPicture, renderFoot};
}
