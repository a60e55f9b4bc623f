import {css} from 'lit';

/**
 * The box of a card and of the panels that stand in its place: empty, failed, signed out. One minimum height per width
 * class, that of the tallest kind with totals and battery (two lines of name where a column is narrow), so that nothing moves
 * when data comes. The lengths are measured.
 */
export const panel = css`
  .card, .panel {
    --_min: calc(33.875em + var(--_pad));
    block-size: 100%; min-block-size: var(--_min);
    background: var(--_surface); border: 1px solid var(--_border); border-radius: var(--_radius);
  }
  .panel { display: grid; align-content: center; justify-items: start; gap: .375em; padding: calc(var(--_pad) * 1.5); }
  .panel .kind { margin-block-end: .625em; color: var(--_muted); }
  .panel[data-tone='bad'] .kind { color: var(--_danger); }
  .panel[data-tone='on'] .kind { color: var(--_ink); }
  .panel-title { font-size: 1.125em; font-weight: 600; line-height: 1.3; letter-spacing: -.008em; text-wrap: balance; }
  .panel p { color: var(--_muted); font-size: .9375em; max-inline-size: 34em; text-wrap: pretty; }
  .panel .button { margin-block-start: .75em; }
  @container (max-width: 16.5em) { .card, .panel { --_pad: var(--_gap); --_min: calc(39.75em + var(--_pad)); } }
  @container (min-width: 25em) and (max-width: 33.99em) { .card, .panel { --_min: calc(30em + var(--_pad)); } }
  @container (min-width: 34em) { .card, .panel { --_min: calc(22.5em + var(--_pad)); } }
  @container (min-width: 52em) { .card, .panel { --_min: calc(17.25em + var(--_pad) * 2); } }
`;
