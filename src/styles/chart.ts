/** Not the shared tag: it would become a third file between this chunk and the view's. */
const css = String.raw;

/** Title, figures, picture, legend, foot. The swatches carry the colours of the picture; see `chart-theme.ts`. */
export const chartStyles = css`
  .chart {
    --_bar: var(--podero-chart-consumption, var(--_accent));
    --_sun: var(--podero-chart-production, #e0a100);
    --_rule: var(--podero-chart-grid, var(--_border));
    display: flex; flex-direction: column; min-block-size: var(--_min);
    background-color: var(--_surface); border: 1px solid var(--_border); border-radius: var(--_radius); box-shadow: var(--_shadow); overflow: clip;
  }
  .chart > * { padding-inline: var(--_pad); }
  .chart[data-metric='savings'] { --_bar: var(--podero-chart-savings, var(--_ok-raw)); }
  .chart-head { display: grid; gap: .75em; padding-block-start: var(--_pad); }
  .title { font-size: 1.125em; font-weight: 600; line-height: 1.25; letter-spacing: -.006em; }
  /* Lines are what shows between. Where words are long there are two rows. */
  .periods { display: flex; flex-wrap: wrap; gap: 1px; background-color: var(--_border); border: 1px solid var(--_control); border-radius: calc(var(--_radius) * .66); overflow: clip; }
  .periods button {
    appearance: none; flex: 1 1 4.25em; border: 0; border-radius: 0; margin: 0; background-color: var(--_surface); font: inherit; font-size: .875em; font-weight: 500; color: var(--_text);
    min-block-size: 2.4285em; padding: 0 .75em; cursor: pointer;
  }
  .periods button:hover { background-color: var(--_accent-soft); }
  .periods [aria-pressed='true'] { font-weight: 600; color: var(--_ink); background-color: var(--_accent-soft); box-shadow: inset 0 -2px 0 var(--_ink); }
  .periods :focus-visible { outline-offset: -3px; }
  .navigation { display: flex; align-items: center; gap: .5em; padding-block-start: .875em; }
  .navigation .span { min-inline-size: 9em; font-weight: 600; text-align: center; line-height: 1.25; }
  .today { margin-inline-start: auto; }
  .today .icon { display: none; }
  .square .text { position: absolute; clip-path: inset(50%); inline-size: 1px; block-size: 1px; overflow: hidden; }
  .square { inline-size: 2.5em; padding: 0; }
  .square:dir(rtl) .icon { transform: scaleX(-1); }
  .subtitle, .aside { color: var(--_muted); font-size: .875em; line-height: 1.35; }
  .read { display: grid; }
  .read > .summary { grid-area: 1 / 1; min-block-size: 6.5em; }
  /* Covered, not away: it names the picture. */
  .reading > [part='summary'] { opacity: 0; }
  .summary { display: grid; align-content: start; gap: .875em; padding-block: .875em .5em; }
  .flow-name { font-size: .875em; font-weight: 600; }
  .flow-name .aside { font-size: 1em; font-weight: 400; margin-inline-start: .5em; }
  .summary > section:only-of-type + .aside { margin-block-start: -.75em; }
  .summary > .aside { grid-column: 1 / -1; }
  .sentence { font-size: .9375em; text-wrap: pretty; margin-block: .125em; color: var(--_muted); }
  .sentence > * { color: var(--_text); }
  .legend + .summary { padding-block: .25em 1em; }
  .figures { display: grid; grid-template-columns: repeat(3, minmax(0, 1fr)); column-gap: .75em; margin-block-start: .25em; }
  .label { font-size: .8125em; color: var(--_muted); }
  .value { font-weight: 600; font-variant-numeric: tabular-nums lining-nums; }
  .figure { font-size: 1.375em; font-weight: 600; line-height: 1.25; letter-spacing: -.02em; white-space: nowrap; }
  .sentence .figure { font-size: 1.6em; margin-inline-end: .1em; }
  .figures .unit { font-size: .65em; font-weight: 400; color: var(--_muted); letter-spacing: 0; }
  .none { color: var(--_muted); font-weight: 400; }
  .figures .aside { font-size: .8125em; }
  .axis { padding-block-start: .25em; font-size: .8125em; color: var(--_muted); }
  .picture .axis { text-align: left; }
  /* Room that is left goes to the picture, unless a partner has said how high it is: a length is no factor to grow by. */
  .picture, .frame { flex-grow: var(--podero-chart-height, 1); }
  /* The time axis runs from left to right in every language. */
  .picture { direction: ltr; position: relative; display: flex; flex-direction: column; }
  .slider { position: absolute; inset: 0 calc(var(--_pad) - .25em); border-radius: calc(var(--_radius) * .66); touch-action: pan-y; cursor: crosshair; }
  .frame {
    position: relative; block-size: var(--podero-chart-height, 13em); font-size: .75em; color: var(--_muted);
    border: 0 solid; border-block-color: var(--_rule) var(--_compare); outline-color: var(--_text); column-rule-color: var(--_ink); background-color: var(--_surface);
  }
  /* No motion: the end of it tells the picture that its colours changed, whoever changed them. */
  .frame, .swatch { transition: color 1ms, background-color 1ms, border-color 1ms !important; }
  .frame canvas { position: absolute; inset: 0; }
  .legend { display: flex; flex-wrap: wrap; gap: .25em 1.25em; padding-block: .5em 1em; font-size: .8125em; color: var(--_muted); padding-inline: calc(var(--_pad) / .8125); }
  .legend li { display: flex; align-items: center; gap: .5em; min-inline-size: 0; }
  .legend bdi { display: -webkit-box; -webkit-box-orient: vertical; -webkit-line-clamp: 3; overflow: hidden; overflow-wrap: anywhere; }
  .swatch, .mark { flex: none; inline-size: 1em; block-size: .875em; border: 1px solid var(--_ink); }
  /* Its colour is that of its pattern (chart/patterns.ts). */
  .swatch { --_paint: var(--_bar); color: var(--_ink); background-color: var(--_paint); }
  .swatch[data-paint='1'] { --_paint: var(--_border); background-image: repeating-linear-gradient(45deg, transparent 0 4px, currentColor 4px 5px); }
  .swatch[data-paint='2'] { --_paint: var(--_text); color: var(--_surface); background-image: repeating-linear-gradient(45deg, transparent 0 4px, currentColor 4px 5px), repeating-linear-gradient(-45deg, transparent 0 4px, currentColor 4px 5px); }
  .swatch[data-paint='3'] { --_paint: var(--_compare); color: var(--_surface); background-image: repeating-linear-gradient(0deg, transparent 0 4px, currentColor 4px 5px); }
  .swatch[data-paint='4'] { --_paint: var(--_muted); background-image: repeating-linear-gradient(90deg, transparent 0 4px, currentColor 4px 5px); }
  .swatch[data-paint='5'] { --_paint: var(--_surface); background-image: repeating-linear-gradient(0deg, transparent 0 4px, currentColor 4px 5px), repeating-linear-gradient(90deg, transparent 0 4px, currentColor 4px 5px); }
  .swatch[data-paint='sun'] { --_paint: var(--_sun); background-image: radial-gradient(currentColor 1px, transparent 1.5px); background-size: 5px 5px; }
  .mark[data-mark='running'] { border-style: dashed; }
  .mark[data-mark='before'] { block-size: 0; inline-size: 1.25em; border: 0; border-block-start: 2px solid var(--_compare); }
  @supports (color: color-mix(in oklab, red, red)) {
    .swatch[data-paint='1'] { --_paint: color-mix(in oklab, var(--_bar) 42%, var(--_surface)); }
    .swatch[data-paint='2'] { --_paint: color-mix(in oklab, var(--_bar) 70%, var(--_text)); }
    .swatch[data-paint='4'] { --_paint: color-mix(in oklab, var(--_compare) 42%, var(--_surface)); }
    .swatch[data-paint='sun'] { color: color-mix(in oklab, var(--_sun) 60%, var(--_text)); border-color: color-mix(in oklab, var(--_sun) 60%, var(--_text)); }
    .mark[data-mark='running'] { background-color: color-mix(in oklab, var(--_bar) 34%, var(--_surface)); }
  }
  .mark[data-mark='gap'] { border: 1px dotted var(--_muted); background: repeating-linear-gradient(135deg, transparent 0 3px, var(--_muted) 3px 4px); }
  .zones { color: var(--_muted); font-size: .8125em; padding-block-end: 1em; margin-block-start: -.5em; padding-inline: calc(var(--_pad) / .8125); }
  .chart > .panel { flex-grow: 1; min-block-size: 0; border: 0; border-radius: 0; }
  .blank { block-size: 4.5em; border-radius: calc(var(--_radius) * .66); background-color: var(--_skeleton); }
  .picture.skeleton .frame { background-color: var(--_skeleton); border-radius: calc(var(--_radius) * .66); margin-block-end: 4em; }
  .picture.skeleton canvas { visibility: hidden; }
  .table { padding-block: .25em 1em; }
  .table:not(.hidden) { overflow-x: auto; }
  .table.hidden { padding: 0; }
  table { inline-size: 100%; border-collapse: collapse; font-size: .875em; font-variant-numeric: tabular-nums lining-nums; }
  th, td { padding: .5em 0 .5em .5em; border-block-end: 1px solid var(--_border); text-align: end; font-weight: 400; vertical-align: baseline; }
  th:first-child { text-align: start; padding-inline-start: 0; overflow-wrap: anywhere; }
  thead th { color: var(--_muted); border-color: var(--_compare); }
  tfoot :is(th, td) { font-weight: 600; border: 0; }
  .days tr > :first-child { white-space: nowrap; overflow-wrap: normal; }
  table + table { margin-block-start: 1em; }
  :is(th, td) .aside { display: block; }
  .foot { display: flex; margin-block-start: auto; align-items: center; justify-content: space-between; gap: .75em; min-block-size: 3.5em; padding-block: .4375em; border-block-start: 1px solid var(--_border); }
  .foot .say b { display: block; }
  .tools { display: flex; flex: none; gap: .5em; }
  .button[aria-expanded='true'] { color: var(--_ink); background-color: var(--_accent-soft); border-color: var(--_ink); }
  @supports (color: light-dark(red, red)) { .chart { --_sun: var(--podero-chart-production, light-dark(#e0a100, #ecc04f)); } }
  @container (max-width: 28em) { .tools .wide { position: absolute; clip-path: inset(50%); inline-size: 1px; block-size: 1px; overflow: hidden; } }
  @container (max-width: 24em) {
    .chart { --_pad: var(--_gap); }
    .figure { font-size: 1.125em; }
    .figures { column-gap: .5em; }
    .navigation .span { flex-grow: 1; min-inline-size: 0; }
    .read > .summary { min-block-size: 9em; }
    .periods button { flex-basis: 3.5em; padding: 0 .125em; font-size: .8125em; min-block-size: 2.6154em; }
  }
  @container (max-width: 20em) {
    .today { inline-size: 2.5em; padding: 0; }
    .today .icon { display: block; }
    :is(.tools, .today) .text { position: absolute; clip-path: inset(50%); inline-size: 1px; block-size: 1px; overflow: hidden; }
  }
  @container (min-width: 34em) { .frame { block-size: var(--podero-chart-height, 17em); } .periods { flex-wrap: nowrap; } .chart-head { grid-template-columns: minmax(0, 1fr) auto; align-items: center; } }
  @container (max-width: 17em) {
    .figures { grid-template-columns: minmax(0, 1fr); row-gap: .375em; }
    .figures > div { display: grid; grid-template-columns: minmax(0, 1fr) auto; align-items: baseline; }
    .figures .aside { grid-column: 1 / -1; text-align: end; }
  }
  @container (min-width: 46em) { .summary:has(section + section) { grid-template-columns: repeat(2, minmax(0, 1fr)); column-gap: 2em; } }
  @media (forced-colors: active) {
    .swatch { forced-color-adjust: none; color: CanvasText; background-color: Highlight; border-color: CanvasText; }
    .mark { forced-color-adjust: none; border-color: CanvasText; }
    .frame { color: CanvasText; outline-color: CanvasText; column-rule-color: Highlight; border-block-color: GrayText CanvasText; background-color: Canvas; }
    .periods [aria-pressed='true'] { outline: 2px solid Highlight; outline-offset: -2px; }
  }
  @media print {
    .periods, .navigation .button, .slider, .readout { display: none; }
    .reading > [part='summary'] { opacity: 1; }
    .navigation .span { text-align: start; }
    /* Painted for paper before (chart/paper.ts); what was never painted leaves no hole. */
    .picture, .frame { flex-grow: 0; }
    .frame { block-size: auto; }
    .frame canvas { position: static; inline-size: 100% !important; block-size: auto !important; }
    .frame canvas:not([width]) { display: none; }
    .table.hidden { position: static; clip-path: none; inline-size: auto; block-size: auto; overflow: visible; white-space: normal; padding: .25em var(--_pad) 1em; }
    .table:not(.hidden) { overflow: visible; }
  }
`;
