import type {TemplateResult} from 'lit';
import type {Speech} from '../text/speech.js';
import type {Kit} from './kit.js';

/** How one reads a single bar: beside a canvas, which nobody but the eye can read. */
export interface Slider {
  /** Slots that have begun: 0 to this, excluded. */
  readonly count: number;
  /** The slot that is read, or would be. */
  readonly slot: number;
  readonly words: string;
  /** Ids of what names it. */
  readonly labelledBy: string;
  readonly onFocus: () => void;
  readonly onBlur: () => void;
  readonly onKey: (event: KeyboardEvent) => void;
  readonly onPoint: (event: PointerEvent) => void;
  readonly onLeave: (event: PointerEvent) => void;
}

/** Its chunk could not be loaded; figures are on their way; or there they are. */
export type PictureState = 'missing' | 'waiting' | 'there';

/**
 * Room for the picture, which is drawn by a chunk of its own, and the one tab stop that reads it. Named by the summary's
 * sentences, since those are what the picture says as a whole.
 */
export const pictureView = ({html, nothing}: Kit) => (axis: string, slider: Slider | undefined, state: PictureState, {say}: Speech): TemplateResult => state === 'missing'
  ? html`<p class="axis" part="notice">${say('no-picture')}</p>`
  : html`
    <div class="picture ${state === 'waiting' ? 'skeleton' : ''}">
      <p class="axis" aria-hidden="true">${axis}</p>
      <div class="frame" part="canvas" aria-hidden="true"><canvas></canvas></div>
      ${slider ? html`
        <div class="slider" role="slider" tabindex="0" aria-labelledby=${slider.labelledBy} aria-valuemin="1" aria-valuemax=${slider.count}
          aria-valuenow=${slider.slot + 1} aria-valuetext=${slider.words} @focus=${slider.onFocus} @blur=${slider.onBlur} @keydown=${slider.onKey}
          @pointerdown=${slider.onPoint} @pointermove=${slider.onPoint} @pointerleave=${slider.onLeave}></div>` : nothing}
    </div>`;
