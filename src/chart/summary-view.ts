import type {TemplateResult} from 'lit';
import type {Share} from '../domain/shares.js';
import type {Speech} from '../text/speech.js';
import {amountsIn} from './amounts.js';
import type {Bars, FlowSum} from './chart-content.js';
import type {Kit} from './kit.js';
import type {NameOfShare} from './legend-view.js';
import type {Sentence, Sentences} from './sentences.js';
import {isIncomplete} from './sentences.js';
import type {SlotName} from './time-names.js';
import {SLOT_WORDS} from './time-names.js';

/** The ids of a summary's sentences. */
export const idsOf = ({flows}: Bars): string => flows.map(({flow}) => `name-${flow} sentence-${flow}`).join(' ');

/** What bars come to, and what one of them says: the one takes the other's place. */
export interface SummaryView {
  readonly renderSummary: (bars: Bars, said: Sentences, speech: Speech) => TemplateResult;
  /** For the eye; aloud the slider says it. */
  readonly renderReadout: (bars: Bars, slot: number, names: readonly SlotName[], said: Sentences, speech: Speech, nameOfShare: NameOfShare) => TemplateResult;
}

export function summaryView(kit: Kit): SummaryView {
  const {html, nothing} = kit;
  const paragraph = (sentences: readonly string[]) => sentences.length ? html`<p class="aside">${sentences.join(' ')}</p>` : nothing;

  const section = ({flow}: FlowSum, {say}: Speech, {figure, when, rest = ''}: Sentence, limits: readonly string[], isNamed = false) => html`
    <section data-flow=${flow}>
      <p class="flow-name" id=${isNamed ? `name-${flow}` : nothing}>${say(flow)}</p>
      <p class="sentence" id=${isNamed ? `sentence-${flow}` : nothing}>${figure === undefined ? nothing : html`<b class="figure">${figure}</b> `}<span>${when}</span>${rest}</p>
      ${paragraph(limits)}
    </section>`;

  /** Whose share of a bar is how large, where there are several. */
  function partsOf({shares, unit}: Bars, flow: FlowSum, slot: number, speech: Speech, nameOfShare: NameOfShare): readonly string[] {
    const own = shares.filter(share => share.flow === flow.flow);
    const amounts = amountsIn(unit, speech, kit);
    const partOf = (share: Share) => {
      const figure = share.figures[slot];
      return figure?.is === 'known' ? [`${nameOfShare(share, speech)} ${amounts.say(figure.amount)}`] : [];
    };
    return own.length > 1 ? [`${own.flatMap(partOf).join(', ')}.`] : [];
  }

  return {
    renderSummary: ({flows}, said, speech) => html`
      <div class="summary" part="summary">
        ${flows.map(flow => section(flow, speech, said.ofFlow(flow), said.limitsOf(flow), true))}
        ${paragraph(said.limits())}
      </div>`,
    renderReadout: (bars, slot, names, said, speech, nameOfShare) => html`
      <div class="summary readout" aria-hidden="true">
        ${bars.flows.map(flow => section(flow, speech, {figure: said.slotOf(flow, slot), when: names[slot]?.full ?? ''}, [
          ...slot === bars.running ? [`${speech.say(SLOT_WORDS[bars.period.name].running)}.`] : [],
          ...isIncomplete(flow, slot) ? [`${speech.say('incomplete')}.`] : [],
          ...[said.beforeOf(flow, slot)].flatMap(before => before ? `${before}.` : []),
          ...partsOf(bars, flow, slot, speech, nameOfShare),
        ]))}
      </div>`,
  };
}
