import {css} from './css.js';

/** The one line that says how fresh things are or what is wrong (`.say`), and the tones of the box it stands in. */
export const notice = css`
  .say { display: flex; align-items: center; gap: .5em; min-inline-size: 0; font-size: .8125em; line-height: 1.35; color: var(--_muted); font-variant-numeric: tabular-nums lining-nums; }
  .say .icon { inline-size: 1.35em; block-size: 1.35em; }
  .say b { font-weight: 600; color: var(--_text); }
  .say > span { min-inline-size: 0; overflow-wrap: anywhere; }
  [data-tone] .say { color: var(--_said); }
  [data-tone='warn'] .say .icon { color: var(--_warning); }
  [data-tone='bad'] .say .icon { color: var(--_danger); }
  [data-tone='calm'] .say .icon { color: var(--_text); }
  .notice[data-tone='warn'] { background-color: var(--_warning-soft); }
  .notice[data-tone='bad'] { background-color: var(--_danger-soft); }
  .notice[data-tone='calm'] { background-color: var(--_quiet); }
`;
