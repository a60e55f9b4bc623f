import {css} from './css.js';

/**
 * What everything inside builds on. What a page sets for its own text is undone on the inner box; fonts and colour scheme stay.
 * Words whose language runs against the page's direction keep their own.
 */
export const base = css`
  .base {
    color: var(--_text);
    font-family: var(--podero-font-family, inherit);
    font-weight: 400;
    font-style: normal;
    font-variant: normal;
    line-height: 1.4;
    letter-spacing: normal;
    word-spacing: normal;
    text-align: start;
    text-indent: 0;
    text-transform: none;
    text-shadow: none;
    white-space: normal;
    word-break: normal;
    hyphens: manual;
    list-style: none;
    cursor: auto;
  }
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
    background: var(--_surface); border: 1px solid var(--_control); border-radius: calc(var(--_radius) * .66);
  }
  .button .icon { inline-size: 1.15em; block-size: 1.15em; }
  .button:hover { background: var(--_accent-soft); border-color: var(--_ink); }
  .button.primary { color: var(--_on-accent); background: var(--_solid); border-color: var(--_ink); }
  .button.primary:hover { box-shadow: inset 0 0 0 1px var(--_ink); }
  .button[aria-disabled] { color: var(--_muted); border-color: var(--_border); background: none; box-shadow: none; cursor: default; }
  .button.quiet { inline-size: 2.5em; padding: 0; color: var(--_muted); border-color: transparent; background: none; }
  .button.quiet:not([aria-disabled]):hover { color: var(--_ink); background: var(--_accent-soft); }
  @media (prefers-reduced-motion: reduce) { *, ::before, ::after { animation: none !important; transition: none !important; } }
  @media (forced-colors: active) { .icon { stroke: CanvasText; } .button .icon { stroke: ButtonText; } }
  @media print { .button { display: none; } }
`;
