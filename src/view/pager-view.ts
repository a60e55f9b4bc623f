import type {TemplateResult} from 'lit';
import {html, nothing} from './lit.js';
import type {Speech} from '../text/speech.js';
import {icon} from './icons.js';

/** Where in all devices the page stands. */
export interface Pager {
  /** From 0. */
  readonly page: number;
  /** Devices on a page. */
  readonly size: number;
  readonly total: number;
  readonly onTurn: (page: number) => void;
}

/** "25–48 of 60" */
export const rangeOf = ({say, format}: Speech, {page, size, total}: Pager): string =>
  say('page-range', {from: format.number(page * size + 1), to: format.number(Math.min(total, (page + 1) * size)), total: format.number(total)});

/**
 * One page back, where we are, one page on. At an end the button stays, so that nothing jumps, and does nothing. A group and no
 * landmark: a page may have several lists.
 */
export function renderPager(speech: Speech, pager: Pager): TemplateResult {
  const {page, size, total, onTurn} = pager;
  const button = (to: number, content: unknown): TemplateResult => {
    const isOut = to < 0 || to * size >= total;
    return html`<button class="button" type="button" aria-disabled=${isOut ? 'true' : nothing} @click=${isOut ? null : () => onTurn(to)}>${content}</button>`;
  };
  return html`
    <div class="pager" part="pager" role="group" aria-label=${speech.say('pages')}>
      ${button(page - 1, html`${icon('previous')}<span>${speech.say('page-previous')}</span>`)}
      <span class="range">${rangeOf(speech, pager)}</span>
      ${button(page + 1, html`<span>${speech.say('page-next')}</span>${icon('next')}`)}
    </div>`;
}

/** What is read goes on at the top of the new page, by eye, keyboard and ear. */
export function goToTop(root: ParentNode): void {
  const list = root.querySelector<HTMLElement>('.cards');
  list?.focus({preventScroll: true});
  if (list && list.getBoundingClientRect().top < 0) list.scrollIntoView({block: 'start'});
}
