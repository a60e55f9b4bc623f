import {css} from './css.js';

/**
 * One card. Three columns everywhere: readings, flow picture and totals share the same three left edges. Widths are the
 * card's own. What a card lacks stays free above the foot. An em inside `--_pad` counts where it is used: smaller text divides it.
 */
export const cardStyles = css`
  .card {
    display: grid; grid-template-columns: minmax(0, 1fr); grid-template-rows: auto auto auto 1fr auto auto;
    box-shadow: var(--_shadow); overflow: clip;
  }
  .card > * { padding-inline: var(--_pad); }
  .card[data-attention] { border-color: var(--_danger-edge); }
  .card[data-attention] .foot { border-color: var(--_danger-edge); }
  .card[data-past] .doing { color: var(--_muted); }
  .card[data-past] :is(.readings, .totals) .value { font-weight: 500; color: var(--_muted); }

  .head { display: grid; grid-template-columns: auto minmax(0, 1fr); column-gap: .75em; align-items: start; padding-block-start: var(--_pad); }
  .head > div { display: grid; align-content: center; min-block-size: 2.75em; }
  .title { font-size: 1.0625em; font-weight: 600; line-height: 1.25; letter-spacing: -.006em; -webkit-line-clamp: 3; }
  .select { appearance: none; display: inline; padding: .09em 0; border: 0; background: none; font: inherit; letter-spacing: inherit; text-align: start; color: var(--_ink); cursor: pointer; overflow-wrap: anywhere; }
  .select:hover { text-decoration: underline; text-underline-offset: .2em; }
  .subtitle { font-size: .875em; color: var(--_muted); line-height: 1.35; }

  .card > .status { display: grid; gap: .3125em 1em; padding-block-start: .875em; font-size: .875em; padding-inline: calc(var(--_pad) / .875); color: var(--_muted); }
  .status li { display: flex; align-items: center; gap: .5em; min-block-size: 1.4em; min-inline-size: 0; overflow-wrap: anywhere; }
  .status .icon { inline-size: 1.2em; block-size: 1.2em; }
  .status b { font-weight: 600; }
  .status [data-tone='off'] b { font-weight: 500; }
  .status [data-tone='ok'] :is(.icon, b) { color: var(--_ok); }
  .status [data-tone='on'] :is(.icon, b) { color: var(--_ink); }
  .status [data-tone='bad'] :is(.icon, b) { color: var(--_danger); }

  .now, .totals { position: relative; }
  :is(.now, .totals)::before { content: ''; position: absolute; inset-block-start: 0; inset-inline: var(--_pad); border-block-start: 1px solid var(--_border); }
  .now { margin-block-start: .875em; padding-block-start: .875em; }
  .doing { font-size: clamp(1.0625em, 7cqi, 1.375em); font-weight: 600; line-height: 1.25; letter-spacing: -.012em; }
  .reason { margin-block-start: .25em; min-block-size: 2.7em; font-size: .9375em; line-height: 1.35; color: var(--_muted); text-wrap: pretty; overflow-wrap: anywhere; }

  .label { font-size: .8125em; line-height: 1.35; color: var(--_muted); }
  .three .label { overflow-wrap: anywhere; }
  .value { font-weight: 600; line-height: 1.35; white-space: nowrap; }
  .label, .value, .totals-head { font-variant-numeric: tabular-nums lining-nums; }
  .unit { font-size: .8125em; font-weight: 400; color: var(--_muted); }
  .none { color: var(--_muted); font-weight: 400; }

  .three { display: grid; grid-template-columns: repeat(3, minmax(0, 1fr)); column-gap: .75em; }
  .readings { padding-block-start: .5em; align-self: start; inline-size: 100%; }
  .readings .three { margin-block-start: .875em; }
  .lead { display: grid; grid-template-columns: minmax(min-content, 1fr) repeat(2, minmax(0, 1fr)); column-gap: .75em; align-items: center; min-block-size: 6em; }
  .rows { grid-column: 2 / -1; }
  .rows > div { display: flex; flex-wrap: wrap; align-items: baseline; justify-content: space-between; column-gap: .75em; padding-block: .6875em; }
  .rows > div + div { border-block-start: 1px solid var(--_border); }
  .rows .label { font-size: .875em; }
  .rows .value, .flow .value { font-size: 1.0625em; }
  .readings .hero .big { font-size: 2em; line-height: 1.15; letter-spacing: -.025em; font-weight: 600; }
  .big .unit { font-size: .5em; letter-spacing: 0; }
  .at { display: flex; gap: .25em; font-size: .8125em; color: var(--_muted); }
  .at > * { font-size: 1em; }
  .readings .at :is(.value, .unit) { font-size: 1em; font-weight: 400; color: var(--_muted); }

  .ring { position: relative; inline-size: 6em; block-size: 6em; }
  .ring svg { display: block; inline-size: 100%; block-size: 100%; fill: none; }
  .track { color: var(--_border); stroke: currentColor; stroke-width: 8; }
  .beyond { color: var(--_border); stroke: currentColor; stroke-width: 2; }
  .planned { color: var(--_accent-mid); stroke: currentColor; stroke-width: 8; }
  .edge { color: var(--_ink); stroke: currentColor; stroke-width: 10; }
  .ring .level { color: var(--_accent); stroke: currentColor; stroke-width: 8; }
  .ring :is(.edge, .level) { transition: stroke-dasharray .25s ease-out; }
  .goal { color: var(--_ink); fill: currentColor; }
  .eye { color: var(--_surface); fill: currentColor; }
  .readings .ring .value { position: absolute; inset: 0; display: grid; place-content: center; font-size: 1.5em; letter-spacing: -.03em; }
  .readings .ring .none { font-size: 1.625em; font-weight: 600; }
  .ring .unit { margin-inline-start: -.15em; font-size: .65em; letter-spacing: 0; }

  .flow { display: grid; grid-template-columns: repeat(3, minmax(0, 1fr)); grid-template-rows: auto auto auto minmax(1.5em, auto); column-gap: .75em; }
  .node { display: grid; grid-row: span 4; grid-template-rows: subgrid; align-content: start; }
  .node .label { align-self: end; min-inline-size: 0; overflow-wrap: anywhere; }
  .line { display: flex; align-items: center; margin-block-start: .5em; }
  .dot { display: grid; place-items: center; flex: none; inline-size: 2.5em; block-size: 2.5em; border: 1.5px solid var(--_border); border-radius: 50%; background-color: var(--_surface); color: var(--_text); }
  .dot[data-live] { border-color: var(--_ink); }
  .home { background-color: var(--_accent-soft); }
  .pipe { position: relative; flex: 1; display: grid; place-items: center; margin-inline-end: -.75em; }
  .pipe::before { content: ''; inline-size: 100%; border-block-start: var(--_w, 2px) solid var(--_ink); }
  .pipe svg { position: absolute; inline-size: .875em; block-size: .875em; color: var(--_ink); fill: currentColor; }
  [data-weight='2'] { --_w: 3px; }
  [data-weight='3'] { --_w: 4px; }
  .pipe[data-weight='0']::before { border-block-start: 1.5px dashed var(--_compare); opacity: .6; }
  .pipe[data-way='back'] svg { transform: scaleX(-1); }
  :dir(rtl) > .pipe svg { transform: scaleX(-1); }
  :dir(rtl) > .pipe[data-way='back'] svg { transform: none; }
  .below { display: grid; }
  .below .label { padding-block-end: .25em; }
  .node .down { inline-size: 2.5em; block-size: 1.5em; margin: 0; }
  .down::before { inline-size: 0; block-size: 100%; border-block-start: 0; border-inline-start: var(--_w, 2px) solid var(--_ink); }
  .down[data-weight='0']::before { border-block-start: 0; border-inline-start: 1.5px dashed var(--_compare); }
  .node .down svg { transform: rotate(90deg); }
  .node .down[data-way='back'] svg { transform: rotate(-90deg); }
  .surplus { grid-column: 1; }
  .battery { grid-column: 2 / -1; display: grid; grid-template-columns: auto auto minmax(0, 1fr); column-gap: .5em; align-content: start; min-block-size: 2.5em; }
  .battery .dot { grid-area: 1 / 1 / 3 / 2; margin-inline-end: .25em; }
  .battery .label { grid-column: 2 / -1; }
  .flow .also { font-weight: 400; color: var(--_muted); }
  .dot .level { color: var(--_ink); fill: currentColor; stroke: none; }

  .totals { margin-block-start: 1em; padding-block: .8125em .9375em; }
  .totals-head { display: flex; flex-wrap: wrap; justify-content: space-between; column-gap: .75em; margin-block-end: .3125em; font-size: .8125em; line-height: 1.35; color: var(--_muted); overflow-wrap: anywhere; }
  .totals-head b { min-inline-size: 0; font-weight: 600; color: var(--_text); }

  .foot { display: flex; align-items: center; justify-content: space-between; gap: .75em; min-block-size: 3.5em; padding-block: .4375em; border-block-start: 1px solid var(--_border); grid-row: -2; transition: background-color .12s; }
  .foot .say b { display: block; }

  .skeleton :is(.kind, .blank) { background-color: var(--_skeleton); border-color: transparent; animation: breathe 1.8s ease-in-out infinite alternate; }
  .blank { display: inline-block; block-size: .72em; border-radius: .25em; vertical-align: baseline; overflow: hidden; max-inline-size: 100%; white-space: nowrap; }
  @keyframes breathe { to { opacity: .5; } }

  @container (max-width: 20em) {
    .readings .hero .big { font-size: 1.75em; }
    .totals .three { grid-template-columns: auto auto auto; justify-content: space-between; column-gap: .5em; }
    .totals .value { font-size: .9375em; }
    .foot .button { padding-inline: .6875em; }
    .with-action .say { gap: .375em; font-size: .75em; line-height: 1.2; }
  }
  @container (max-width: 19.5em) or ((min-width: 34em) and (max-width: 42em)) {
    .battery .rest { position: absolute; clip-path: inset(50%); inline-size: 1px; block-size: 1px; overflow: hidden; }
    .dir { display: inline-block; }
    .dir::first-letter { text-transform: uppercase; }
    .battery { column-gap: .25em; }
    .flow .value { font-size: 1em; }
  }
  /* Label over value in every row: where only the longest would wrap, the rows would not agree. */
  @container ((min-width: 16.51em) and (max-width: 19.5em)) or ((min-width: 34em) and (max-width: 40em)) {
    .lead .rows > div { display: block; padding-block: .25em; }
    .lead .rows .label { font-size: .8125em; }
    .lead .rows .value { font-size: 1em; }
  }
  @container (max-width: 16.5em) {
    .card > .status { font-size: .8125em; padding-inline: calc(var(--_pad) / .8125); }
    .lead { grid-template-columns: minmax(0, 1fr); row-gap: .375em; }
    .rows { grid-column: 1; }
    .ring { margin-inline: auto; }
    .hero > :first-child { display: flex; justify-content: space-between; align-items: end; }
    .hero .at { justify-content: start; }
    .three { column-gap: .5em; }
    .flow { grid-template-columns: repeat(2, minmax(0, 1fr)) fit-content(38%); }
    .readings .value { font-size: .9375em; }
    .totals .three { grid-template-columns: 1fr; }
    .totals .three > div { display: flex; justify-content: space-between; align-items: baseline; padding-block: .125em; }
    .foot { gap: .5em; }
    .with-action .icon { display: none; }
    .battery .dot { grid-row: 1 / 4; align-self: start; }
    .battery .also { grid-column: 2; }
  }
  /* Large text in a small column (200 % text, 400 % zoom): one column, nothing lost, the foot may grow. */
  @container (max-width: 13em) {
    .head, .three, .flow { grid-template-columns: minmax(0, 1fr); row-gap: .5em; }
    .three > div, .hero > :first-child, .node { display: flex; flex-wrap: wrap; justify-content: space-between; align-items: baseline; column-gap: .75em; }
    .node :is(.line, .below:has(.pipe)), .battery .dot { display: none; }
    .below { flex-basis: 100%; }
    .dir::first-letter { text-transform: none; }
    .flow { display: block; }
    .flow > * + * { margin-block-start: .25em; }
    .battery, .surplus { display: flex; flex-wrap: wrap; align-items: baseline; column-gap: .75em; justify-content: space-between; min-block-size: 0; }
    .foot { flex-wrap: wrap; }
    .foot .button { inline-size: 100%; white-space: normal; }
    .doing.clamp { -webkit-line-clamp: 3; }
    .foot .say :is(.rest, b + *), .battery .rest { position: static; clip-path: none; inline-size: auto; block-size: auto; white-space: normal; }
  }
  @container (min-width: 25em) and (max-width: 33.99em) {
    .card > .status { display: flex; }
    .status li + li::before { content: ''; align-self: stretch; margin-inline-end: .5em; border-inline-start: 1px solid var(--_border); }
    .reason { min-block-size: 1.35em; }
  }
  @container (min-width: 34em) {
    .card { grid-template-columns: minmax(0, 1fr) minmax(0, 1fr); grid-template-rows: auto auto 1fr auto auto; grid-template-areas: 'head read' 'status read' 'now read' 'totals totals' 'foot foot'; }
    .head { grid-area: head; }
    .status { grid-area: status; }
    .now { grid-area: now; }
    .readings { grid-area: read; padding-block-start: var(--_pad); align-self: center; }
    .totals { grid-area: totals; display: grid; grid-template-columns: minmax(0, 1fr) minmax(0, 3fr); align-items: center; column-gap: .75em; }
    .foot { grid-area: foot; }
    .card > .readings { padding-inline-start: 0; }
    .readings .hero .big { font-size: 1.75em; }
    .totals-head { flex-direction: column; margin: 0; min-inline-size: 0; }
  }
  @container (min-width: 52em) {
    .card { grid-template-columns: 5fr 5fr 4fr; grid-template-rows: auto auto 1fr auto; grid-template-areas: 'head read totals' 'status read totals' 'now read totals' 'foot foot foot'; }
    .now { padding-block-end: var(--_pad); }
    .readings { padding-block: var(--_pad); }
    .readings .hero .big { font-size: 2em; }
    .totals { display: block; margin-block: var(--_pad); padding-block: 0; align-self: stretch; }
    .totals::before { inset-block: 0; inset-inline: 0 auto; border-block-start: 0; border-inline-start: 1px solid var(--_border); }
    .totals .three { grid-template-columns: 1fr; }
    .totals .three > div { display: flex; justify-content: space-between; align-items: baseline; padding-block: .5625em; border-block-start: 1px solid var(--_border); }
    .totals-head { flex-direction: row; margin-block-end: .75em; }
    .totals .label { font-size: .875em; }
  }
  @media (forced-colors: active) {
    .pipe svg, .dot .level { fill: CanvasText; }
    .pipe::before { border-color: CanvasText; }
    .edge, .ring .level { stroke: Highlight; }
    .planned, .track, .beyond { stroke: GrayText; }
    .goal { fill: CanvasText; }
    .eye { fill: Canvas; }
  }
`;
