import {css} from './css.js';

/**
 * The list's head, one box that is always there and turns into the notice, and the grid of cards. The font size token
 * counts once: inside the list the cards already stand in it.
 */
export const listStyles = css`
  .list-head { display: grid; gap: .375em; margin-block-end: var(--_gap); }
  .heading { font-size: 1.375em; font-weight: 600; letter-spacing: -.014em; line-height: 1.273; overflow-wrap: anywhere; }
  .list-line { display: flex; align-items: center; justify-content: space-between; gap: .75em; min-block-size: 3.375em; padding: .3125em 0; border-radius: calc(var(--_radius) * .66); border: 1px solid transparent; }
  .list-line .say { font-size: .875em; }
  .list-line .button { margin-inline-start: auto; }
  .list-line.notice { padding-inline: .875em .375em; border-color: var(--_border); }
  .list-line.notice[data-tone='warn'] { border-color: var(--_warning-edge); }
  /* Words of another scheme than the page's need a ground of their own. */
  :host([color-scheme]) .base { background-color: var(--_surface); box-shadow: 0 0 0 var(--_gap) var(--_surface); }
  /* A column of small text may be narrower than a card that stands alone. */
  podero-device-card { --podero-font-size: 1em; --_least: 0; min-inline-size: 0; }
  .cards { scroll-margin-block-start: var(--_gap); --_card: 36em; }
  /* Far below: drawn when they come near. Until then they are about as high as a card is in the list's columns. */
  .cards > :nth-child(n + 25) { content-visibility: auto; contain-intrinsic-block-size: auto var(--_card); overflow-clip-margin: 3em; }
  .cards > :empty { min-block-size: var(--_card); }
  @media print { .cards > :nth-child(n + 25) { content-visibility: visible; } }
  .pager { display: flex; flex-wrap: wrap; align-items: center; justify-content: space-between; gap: .75em; margin-block-start: var(--_gap); }
  .pager:dir(rtl) .icon { scale: -1 1; }
  .range { color: var(--_muted); font-size: .875em; font-variant-numeric: tabular-nums lining-nums; text-align: center; white-space: nowrap; }
  @container (max-width: 27em) {
    .list-line :is(.more, .button:not(.wait) .text) { position: absolute; clip-path: inset(50%); inline-size: 1px; block-size: 1px; overflow: hidden; white-space: nowrap; }
    .list-line .button:not(.wait) { inline-size: 2.5em; padding: 0; }
    .list-line.notice b { display: block; }
    .list-line { min-block-size: 4.3125em; }
  }
  @container (max-width: 20em) {
    .pager .button span { position: absolute; clip-path: inset(50%); inline-size: 1px; block-size: 1px; overflow: hidden; }
    .list-line:has(.wait) { flex-wrap: wrap; }
  }
  @container (max-width: 13em) {
    .list-line { flex-wrap: wrap; }
    .list-line :is(.more, .rest) { position: static; clip-path: none; inline-size: auto; block-size: auto; white-space: normal; }
  }
  @container (min-width: 25em) { .cards { --_card: 32em; } }
  @container (min-width: 34em) { .cards { --_card: 25em; } }
  @container (min-width: 35em) { .cards { --_card: 36em; } }
  @container (min-width: 51em) { .cards { --_card: 32em; } }
  @container (min-width: 54em) { .cards { --_card: 36em; } }
  @container (min-width: 77em) { .cards { --_card: 32em; } }
  @container (min-width: 35em) {
    .panel { --_min: calc(33.875em + var(--_pad)); }
    .list-head { grid-template-columns: auto minmax(0, 1fr); column-gap: 1.5em; align-items: center; }
    .list-line { justify-content: end; }
    .list-line .button { margin-inline-start: 0; }
    .list-line.notice { justify-self: end; }
  }
  @container (min-width: 35em) and (max-width: 53.99em) { .more { display: none; } }
`;
