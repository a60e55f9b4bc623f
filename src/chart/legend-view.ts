import type {TemplateResult} from 'lit';
import type {EnergyShare} from '../domain/energy.js';
import type {Share} from '../domain/shares.js';
import type {Speech} from '../text/speech.js';
import type {Bars, Content} from './chart-content.js';
import type {Kit} from './kit.js';
import {SLOT_WORDS} from './time-names.js';

type Owned = Pick<Share | EnergyShare, 'devices' | 'flow'>;
export type NameOfShare = (share: Owned, speech: Speech) => string;

/**
 * Which bar is whose, for the eye: the table says it too. The swatches also carry colours and patterns into the picture: they are
 * read from their computed style (`chart-theme.ts`).
 */
export const legendView = ({html, nothing}: Kit) => (content: Extract<Content, {is: 'bars' | 'sums'}>, speech: Speech, nameOfShare: NameOfShare): TemplateResult => {
  const shares: readonly Owned[] = content.is === 'bars' ? content.shares : content.sums;
  const mark = (name: 'before' | 'gap' | 'running', words: string) => html`<li><span class="mark" data-mark=${name}></span>${words}</li>`;
  return html`
    <ul class="legend" part="legend" aria-hidden="true">
      ${shares.map((share, index) => html`
        <li><span class="swatch" data-paint=${share.flow === 'production' ? 'sun' : index}></span><bdi>${nameOfShare(share, speech)}</bdi></li>`)}
      ${content.is === 'bars' ? marksOf(content).map(([name, words]) => mark(name, speech.say(words))) : nothing}
    </ul>`;
};

function marksOf({shares, flows, running, period: {name}}: Bars) {
  const has = (is: 'gap' | 'known', slot?: number) => shares.some(({figures}) => figures.some((figure, at) => figure.is === is && (slot ?? at) === at));
  return [
    ...has('known', running) ? [['running', SLOT_WORDS[name].running] as const] : [],
    ...flows.some(({before}) => before?.some(amount => amount !== undefined)) ? [['before', `compared-${name}`] as const] : [],
    ...has('gap') ? [['gap', 'no-data'] as const] : [],
  ];
}
