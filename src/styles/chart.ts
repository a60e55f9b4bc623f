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
  .chart-head { padding-block-start: var(--_pad); }
  .title { font-size: 1.125em; font-weight: 600; line-height: 1.25; letter-spacing: -.006em; }
  .subtitle, .aside { color: var(--_muted); font-size: .875em; line-height: 1.35; }
  .summary { display: grid; gap: .875em; padding-block: .875em .5em; }
  .flow-name { font-size: .875em; font-weight: 600; }
  .flow-name .aside { font-size: 1em; font-weight: 400; margin-inline-start: .5em; }
  .summary > section:only-of-type + .aside { margin-block-start: -.75em; }
  .summary > .aside { grid-column: 1 / -1; }
  .legend + .summary { padding-block: .25em 1em; }
  .figures { display: grid; grid-template-columns: repeat(3, minmax(0, 1fr)); column-gap: .75em; margin-block-start: .25em; }
  .label { font-size: .8125em; color: var(--_muted); }
  .value { font-weight: 600; font-variant-numeric: tabular-nums lining-nums; }
  .week-total { margin-block: .125em; }
  .figure { font-size: 1.375em; line-height: 1.25; letter-spacing: -.02em; white-space: nowrap; }
  .figures .unit { font-size: .65em; font-weight: 400; color: var(--_muted); letter-spacing: 0; }
  .none { color: var(--_muted); font-weight: 400; }
  .figures .aside { font-size: .8125em; }
  .axis { padding-block-start: .25em; font-size: .8125em; color: var(--_muted); }
  /* Room that is left goes to the picture, unless a partner has said how high it is: a length is no factor to grow by. */
  .picture, .frame { flex-grow: var(--podero-chart-height, 1); }
  .picture { display: flex; flex-direction: column; }
  .frame {
    position: relative; block-size: var(--podero-chart-height, 13em); font-size: .75em; color: var(--_muted);
    border: 0 solid; border-block-color: var(--_rule) var(--_compare); outline-color: var(--_text);
  }
  /* No motion: the end of it tells the picture that its colours changed, whoever changed them. */
  .frame, .swatch { transition: color 1ms, background-color 1ms, border-color 1ms !important; }
  .frame canvas { position: absolute; inset: 0; }
  .legend { display: flex; flex-wrap: wrap; gap: .25em 1.25em; padding-block: .5em 1em; font-size: .8125em; color: var(--_muted); padding-inline: calc(var(--_pad) / .8125); }
  .legend li { display: flex; align-items: center; gap: .5em; min-inline-size: 0; }
  .legend bdi { display: -webkit-box; -webkit-box-orient: vertical; -webkit-line-clamp: 3; overflow: hidden; overflow-wrap: anywhere; }
  .swatch, .mark { flex: none; inline-size: 1em; block-size: .875em; border: 1px solid var(--_ink); }
  .swatch { --_paint: var(--_bar); background-color: var(--_paint); }
  /* What is not over, for the picture: it is read here and shown there. */
  .swatch::after { content: ''; background-color: var(--_surface); }
  .swatch[data-paint='1'] { --_paint: var(--_border); }
  .swatch[data-paint='2'] { --_paint: var(--_text); }
  .swatch[data-paint='3'] { --_paint: var(--_compare); }
  .swatch[data-paint='4'] { --_paint: var(--_muted); }
  .swatch[data-paint='5'] { --_paint: var(--_surface); }
  .swatch[data-paint='sun'] { --_paint: var(--_sun); }
  .mark[data-mark='today'] { border-style: dashed; }
  @supports (color: color-mix(in oklab, red, red)) {
    .swatch::after { background-color: color-mix(in oklab, var(--_paint) 34%, var(--_surface)); }
    .swatch[data-paint='1'] { --_paint: color-mix(in oklab, var(--_bar) 42%, var(--_surface)); }
    .swatch[data-paint='2'] { --_paint: color-mix(in oklab, var(--_bar) 70%, var(--_text)); }
    .swatch[data-paint='4'] { --_paint: color-mix(in oklab, var(--_compare) 42%, var(--_surface)); }
    .swatch[data-paint='sun'] { border-color: color-mix(in oklab, var(--_sun) 60%, var(--_text)); }
    .mark[data-mark='today'] { background-color: color-mix(in oklab, var(--_bar) 34%, var(--_surface)); }
  }
  .mark[data-mark='gap'] { border: 1px dotted var(--_muted); background: repeating-linear-gradient(135deg, transparent 0 3px, var(--_muted) 3px 4px); }
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
  .button[aria-expanded='true'] { color: var(--_ink); background-color: var(--_accent-soft); border-color: var(--_ink); }
  @supports (color: light-dark(red, red)) { .chart { --_sun: var(--podero-chart-production, light-dark(#e0a100, #ecc04f)); } }
  @container (max-width: 24em) {
    .chart { --_pad: var(--_gap); }
    .figure { font-size: 1.125em; }
    .figures { column-gap: .5em; }
  }
  @container (max-width: 17em) {
    .figures { grid-template-columns: minmax(0, 1fr); row-gap: .375em; }
    .figures > div { display: grid; grid-template-columns: minmax(0, 1fr) auto; align-items: baseline; }
    .figures .aside { grid-column: 1 / -1; text-align: end; }
  }
  @container (min-width: 46em) { .summary:has(section + section) { grid-template-columns: repeat(2, minmax(0, 1fr)); column-gap: 2em; } }
  @media (forced-colors: active) {
    .swatch { forced-color-adjust: none; background: Highlight; border-color: CanvasText; }
    .swatch::after { forced-color-adjust: none; background: Canvas; }
    .mark { forced-color-adjust: none; border-color: CanvasText; }
    .frame { color: CanvasText; outline-color: CanvasText; }
  }
  @media print {
    .table.hidden { position: static; clip-path: none; inline-size: auto; block-size: auto; overflow: visible; white-space: normal; padding: .25em var(--_pad) 1em; }
    .table:not(.hidden) { overflow: visible; }
  }
`;
