import {css} from './css.js';

/** The box of a card, and the screens that stand in its place: empty, failed, signed out. Their heights are in `place.ts`. */
export const panel = css`
  .card, .panel {
    background-color: var(--_surface); border: 1px solid var(--_border); border-radius: var(--_radius);
  }
  .panel { display: grid; align-content: center; justify-items: start; gap: .375em; padding: calc(var(--_pad) * 1.5); }
  .panel .kind { margin-block-end: .625em; color: var(--_muted); }
  .panel[data-tone='bad'] .kind { color: var(--_danger); }
  .panel[data-tone='on'] .kind { color: var(--_ink); }
  .panel-title { font-size: 1.125em; font-weight: 600; line-height: 1.3; letter-spacing: -.008em; text-wrap: balance; }
  .panel p { color: var(--_muted); font-size: .9375em; max-inline-size: 34em; text-wrap: pretty; }
  .panel .buttons { display: flex; flex-wrap: wrap; gap: .75em; margin-block-start: .75em; font-size: 1em; }
`;
