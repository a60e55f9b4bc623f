import {css} from './css.js';

/**
 * What everything inside builds on. Whatever a page sets for its own text ends at the inner box, also what nobody has thought
 * of; typeface, colour scheme and what a browser needs to be told once for a page go on.
 * Words whose language runs against the page's direction keep their own.
 */
export const base = css`
  :where(.base) {
    all: initial; display: block; color-scheme: inherit; visibility: inherit; pointer-events: inherit; font-stretch: inherit; forced-color-adjust: inherit;
    -webkit-font-smoothing: inherit; -webkit-text-size-adjust: inherit; text-size-adjust: inherit;
  }
  /* On the host a reset of everything takes it away. */
  .base { min-inline-size: var(--_least, 240px); color: var(--_text); font-family: var(--podero-font-family, inherit); line-height: 1.4; list-style: none; }
  p, ul, dl, dd { margin: 0; padding: 0; list-style: none; }
  p, dt, p > span, li > span, [role='heading'] { unicode-bidi: plaintext; }
  :is(p, dt, p > span, li > span, [role='heading']):dir(rtl) { text-align: right; }
  .icon { inline-size: 1.25em; block-size: 1.25em; flex: none; fill: none; stroke: currentColor; stroke-width: 1.75; stroke-linecap: round; stroke-linejoin: round; }
  :focus-visible { outline: 2px solid var(--_ink); outline-offset: 2px; }
  .clamp { display: -webkit-box; -webkit-box-orient: vertical; -webkit-line-clamp: 2; overflow: hidden; overflow-wrap: anywhere; }
  .hidden { position: absolute; clip-path: inset(50%); inline-size: 1px; block-size: 1px; overflow: hidden; white-space: nowrap; }
  .kind { display: grid; place-items: center; inline-size: 2.75em; block-size: 2.75em; border: 1px solid var(--_border); border-radius: calc(var(--_radius) * .66); color: var(--_ink); }
  .kind .icon { inline-size: 1.5em; block-size: 1.5em; stroke-width: 1.6; }
  .button {
    appearance: none; font: inherit; font-size: .875em; font-weight: 600; line-height: 1.2; text-decoration: none; white-space: nowrap; color: var(--_text);
    display: inline-flex; flex: none; align-items: center; justify-content: center; gap: .5em; min-block-size: 2.5em; padding: .375em .875em; cursor: pointer;
    background-color: var(--_surface); border: 1px solid var(--_control); border-radius: calc(var(--_radius) * .66);
  }
  .button .icon { inline-size: 1.15em; block-size: 1.15em; }
  .button:hover { background-color: var(--_accent-soft); border-color: var(--_ink); }
  .button.primary { color: var(--_on-accent); background-color: var(--_solid); border-color: var(--_ink); }
  .button.primary:hover { box-shadow: inset 0 0 0 1px var(--_ink); }
  .button[aria-disabled] { color: var(--_muted); border-color: var(--_border); background: none; box-shadow: none; cursor: default; }
  .button.quiet { inline-size: 2.5em; padding: 0; color: var(--_muted); border-color: transparent; background: none; }
  .button.quiet:not([aria-disabled]):hover { color: var(--_ink); background-color: var(--_accent-soft); }
  @media (prefers-reduced-motion: reduce) { *, ::before, ::after { animation: none !important; transition: none !important; } }
  @media (forced-colors: active) { .icon { stroke: CanvasText; } .button .icon { stroke: ButtonText; } }
  @media print { .button { display: none; } .card, .panel, .chart { break-inside: avoid; } *, ::before, ::after { animation: none !important; transition: none !important; print-color-adjust: exact; } }
`;
