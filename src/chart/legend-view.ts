import type {TemplateResult} from 'lit';
import type {DailyShare} from '../domain/daily-energy.js';
import type {EnergyShare} from '../domain/energy.js';
import type {Speech} from '../text/speech.js';
import type {Content} from './chart-content.js';
import type {Kit} from './kit.js';

type Share = Pick<DailyShare | EnergyShare, 'devices' | 'flow'>;
export type NameOfShare = (share: Share, speech: Speech) => string;

/**
 * Which bar is whose, for the eye: the table says it too. The swatches also carry the colours into the picture: they are read
 * from their computed style.
 */
export const legendView = ({html, nothing}: Kit) => (content: Content, speech: Speech, nameOfShare: NameOfShare): TemplateResult => {
  const shares: readonly Share[] = content.is === 'week' ? content.shares : content.sums;
  const has = (is: 'gap' | 'known', index?: number) => content.is === 'week'
    && content.shares.some(({days}) => days.some((day, at) => day.is === is && (index ?? at) === at));
  const mark = (name: 'today' | 'gap', words: string) => html`<li><span class="mark" data-mark=${name}></span>${words}</li>`;
  return html`
    <ul class="legend" part="legend" aria-hidden="true">
      ${shares.map((share, index) => html`
        <li><span class="swatch" data-paint=${share.flow === 'production' ? 'sun' : index}></span><bdi>${nameOfShare(share, speech)}</bdi></li>`)}
      ${content.is === 'week' && has('known', content.today) ? mark('today', speech.say('today-so-far')) : nothing}
      ${has('gap') ? mark('gap', speech.say('no-data')) : nothing}
    </ul>`;
};
