import {css} from 'lit';

export const studioStyles = css`
  :host { display: block; container-type: inline-size; font: 14px/1.5 system-ui, sans-serif; color: #1c2224; background: #f4f6f6; }
  .studio { display: grid; gap: 1.5rem; padding: 1.5rem; }
  h1, h2, p { margin: 0; }
  h1 { font-size: 1.375rem; line-height: 1.3; }
  h2 { font-size: 1rem; }
  .hint { color: #525d60; max-inline-size: 42rem; }
  .side, .previews { display: grid; gap: 1.25rem; align-content: start; min-inline-size: 0; }
  .box { display: grid; gap: .75rem; padding: 1rem 1.125rem; background: #fff; border: 1px solid #d9dfe0; border-radius: .75rem; margin: 0; min-inline-size: 0; }
  legend, .box > h2 { font-weight: 600; padding: 0; float: inline-start; inline-size: 100%; }
  .token { display: grid; grid-template-columns: minmax(min-content, 1fr) minmax(0, auto); gap: .125rem .75rem; align-items: center; padding-block-start: .5rem; border-block-start: 1px solid #e8ecec; clear: both; }
  .name { font-weight: 500; }
  .meaning, .wrong { grid-column: 1 / -1; font-size: .8125rem; color: #525d60; }
  .wrong { color: #a3241c; }
  .fields { display: flex; gap: .5rem; align-items: center; }
  .fields label { display: grid; justify-items: center; font-size: .75rem; color: #525d60; }
  input[type='color'] { inline-size: 2.75rem; block-size: 2rem; padding: 2px; border: 1px solid #7d888b; border-radius: .375rem; background: #fff; cursor: pointer; }
  input[type='text'], select { font: inherit; inline-size: 100%; max-inline-size: 10.5rem; min-inline-size: 0; padding: .3125rem .5rem; border: 1px solid #7d888b; border-radius: .375rem; background: #fff; color: inherit; }
  button { font: inherit; font-weight: 600; padding: .4375rem .875rem; border: 1px solid #1f5f69; border-radius: .375rem; background: #1f5f69; color: #fff; cursor: pointer; }
  button.quiet { background: #fff; color: #1f5f69; }
  :focus-visible { outline: 2px solid #0b57d0; outline-offset: 2px; }
  .row { display: flex; flex-wrap: wrap; gap: .75rem; align-items: center; }
  pre { margin: 0; padding: .75rem; overflow: auto; font: .8125rem/1.5 ui-monospace, monospace; background: #f4f6f6; border-radius: .375rem; }
  table { border-collapse: collapse; inline-size: 100%; font-variant-numeric: tabular-nums; }
  th, td { text-align: start; padding: .3125rem .5rem .3125rem 0; border-block-start: 1px solid #e8ecec; font-weight: 400; }
  td { white-space: nowrap; }
  thead th { color: #525d60; font-size: .8125rem; border: 0; }
  .low { color: #a3241c; font-weight: 600; }
  .preview { display: grid; gap: 1rem; padding: 1.25rem; border-radius: .75rem; border: 1px solid #d9dfe0; }
  .preview h2 { color: CanvasText; }
  .light { color-scheme: light; background: #fff; }
  .dark { color-scheme: dark; background: #0c0f10; }
  /* What is set stays beside what it changes, however far that goes down. */
  @container (min-width: 48rem) {
    .studio { grid-template-columns: minmax(17rem, 24rem) minmax(0, 2fr); }
    .studio > header { grid-column: 1 / -1; }
    .side { position: sticky; inset-block-start: 0; max-block-size: 100vh; overflow-y: auto; padding-block: .5rem; }
  }
  @container (min-width: 96rem) { .previews { grid-template-columns: 1fr 1fr; } }
`;
