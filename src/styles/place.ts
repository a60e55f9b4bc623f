import {css} from 'lit';

/**
 * The room that an element takes, before there is anything to see in it: all of the styles that the entry carries. Containment
 * lies on `.base`: on the host it would be 0 px wide in flex rows, floats and table cells. Cards, panels and their places have
 * one minimum height per width class, that of the tallest kind with totals and battery (two lines of name where a column is
 * narrow), so that nothing moves when data comes. The lengths are measured.
 */
export const place = css`
  :host { display: block; min-inline-size: 240px; --_gap: var(--podero-gap, 1em); --_pad: calc(var(--_gap) * 1.25); }
  :host([hidden]) { display: none; }
  .base { container-type: inline-size; block-size: 100%; font-size: var(--podero-font-size, 1em); }
  *, ::before, ::after { box-sizing: border-box; }
  .card, .panel, .place { --_min: calc(33.875em + var(--_pad)); block-size: 100%; min-block-size: var(--_min); }
  .cards { display: grid; gap: var(--_gap); grid-template-columns: minmax(0, 1fr); margin: 0; padding: 0; list-style: none; }
  .cards > * { display: grid; min-inline-size: 0; }
  .wait { display: grid; block-size: 100%; }
  .wait > * { display: block; grid-area: 1 / 1; min-inline-size: 0; }
  .box { container-type: inline-size; }
  .head-place { block-size: calc(5.5em + var(--_gap)); }
  @container (max-width: 27em) { .head-place { block-size: calc(6.4375em + var(--_gap)); } }
  @container (max-width: 16.5em) { .card, .panel, .place { --_pad: var(--_gap); --_min: calc(40.75em + var(--_pad)); } }
  @container (min-width: 25em) { .card, .panel, .place { --_min: calc(30em + var(--_pad)); } }
  @container (min-width: 34em) { .card, .panel, .place { --_min: calc(22.9em + var(--_pad)); } }
  @container (min-width: 35em) {
    .head-place { block-size: calc(3.375em + var(--_gap)); }
    .cards { grid-template-columns: repeat(2, minmax(0, 1fr)); }
    .cards > :last-child:nth-child(odd) { grid-column: 1 / -1; }
  }
  @container (min-width: 52em) { .card, .panel, .place { --_min: calc(17.25em + var(--_pad) * 2); } }
  @container (min-width: 54em) {
    .cards { grid-template-columns: repeat(3, minmax(0, 1fr)); }
    .cards > :last-child:nth-child(odd) { grid-column: auto; }
    .cards > :last-child:nth-child(3n + 1) { grid-column: 1 / -1; }
  }
`;
