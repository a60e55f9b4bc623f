import {css} from './css.js';

/**
 * The public vocabulary (`--podero-*`, only read) and what is derived from it (`--_*`, private). The only literal colours.
 * Layers, each where the browser knows what it needs: plain colours, whose words and edges are the text's, since nothing can be
 * measured there; shades, mixed; light and dark by the page's own `color-scheme`; and
 * twins of each colour that are readable on the surface: hue and chroma stay, lightness moves only as far as it must: to .5 at
 * most where the surface is pale, to .76 at least where it is not, whatever scheme the page has said. A colour cannot read another
 * one's lightness, so `--_pale` brings it as alpha: black, opaque on a pale surface, else transparent. Mixed half and half with it
 * a colour has alpha 1 or .5, and twice its parts times that alpha are the colour's own again.
 * `--_on-accent` is black or white by WCAG luminance, never under 4.58 : 1.
 *
 * @cssprop {<color>} [--podero-color-accent=light-dark(#0e6672, #63c5cf)] - Buttons, links, icons, rings, flows, focus; bars too, unless they have their own.
 * @cssprop {<color>} [--podero-color-surface=light-dark(#fff, #15191a)] - Ground of cards and buttons. A dark one wants text, muted text and border too.
 * @cssprop {<color>} [--podero-color-text=light-dark(#161c1e, #e9eeef)] - Names, numbers, what a device does now, words on buttons.
 * @cssprop {<color>} [--podero-color-text-muted=light-dark(#586265, #a2adb0)] - Labels, units, reasons, ages, the chart's scale, values that are old.
 * @cssprop {<color>} [--podero-color-border=light-dark(#dde3e4, #2d3436)] - Edges and rules, the empty part of a ring.
 * @cssprop {<color>} [--podero-color-ok=light-dark(#1b7742, #6fcb90)] - Word and sign of what is well.
 * @cssprop {<color>} [--podero-color-warning=light-dark(#865400, #e8b95a)] - Sign of what is old or partly missing, and a shade behind.
 * @cssprop {<color>} [--podero-color-danger=light-dark(#b0271f, #f5968e)] - Word and sign of what needs somebody, and a shade behind and around.
 * @cssprop [--podero-font-family=inherit] - Typeface: a list as in `font-family`.
 * @cssprop {<length-percentage>} [--podero-font-size=1em] - Size of normal text, against the text around the element; everything else follows it.
 * @cssprop {<length>} [--podero-radius=.75em] - Corners of cards; smaller ones follow. 0 makes all square.
 * @cssprop {<length>} [--podero-gap=1em] - Room between cards; the room inside them follows.
 * @cssprop [--podero-shadow=none] - Shadow of cards: as in `box-shadow`.
 * @cssprop {<color>} [--podero-chart-consumption=var(--podero-color-accent)] - Bars of what was consumed; further devices have shades of it.
 * @cssprop {<color>} [--podero-chart-production=light-dark(#e0a100, #ecc04f)] - Bars of what was produced.
 * @cssprop {<color>} [--podero-chart-savings=var(--podero-color-ok)] - Bars of what was saved; further devices have shades of it.
 * @cssprop {<color>} [--podero-chart-compare=light-dark(#6c7679, #97a2a5)] - The period before, axes, the fourth and fifth device; lines without flow in cards.
 * @cssprop {<color>} [--podero-chart-grid=var(--podero-color-border)] - Lines behind the bars.
 * @cssprop {<length>} [--podero-chart-height=13em] - Height of the picture; without it the picture takes what room is left, and 17em at least where it is wide.
 */
export const tokens = css`
  :host([color-scheme='light']) { color-scheme: light; }
  :host([color-scheme='dark']) { color-scheme: dark; }
  :host([color-scheme='auto']) { color-scheme: light dark; }
  :host {
    --_accent: var(--podero-color-accent, #0e6672);
    --_surface: var(--podero-color-surface, #fff);
    --_text: var(--podero-color-text, #161c1e);
    --_muted: var(--podero-color-text-muted, #586265);
    --_border: var(--podero-color-border, #dde3e4);
    --_ok-raw: var(--podero-color-ok, #1b7742);
    --_warning-raw: var(--podero-color-warning, #865400);
    --_danger-raw: var(--podero-color-danger, #b0271f);
    --_ink: var(--_text);
    --_ok: var(--_text);
    --_warning: var(--_text);
    --_danger: var(--_text);
    --_on-accent: var(--_surface);
    --_solid: var(--_text);
    --_accent-soft: transparent;
    --_accent-mid: var(--_border);
    --_warning-soft: transparent;
    --_warning-edge: var(--_warning-raw);
    --_danger-soft: transparent;
    --_danger-edge: var(--_danger-raw);
    --_said: var(--_text);
    --_quiet: transparent;
    --_control: var(--_muted);
    --_skeleton: var(--_border);
    --_compare: var(--podero-chart-compare, #6c7679);
    --_radius: var(--podero-radius, .75em);
    --_shadow: var(--podero-shadow, none);
  }
  @supports (color: color-mix(in oklab, red, red)) {
    :host {
      --_ink: color-mix(in oklab, var(--_accent) 34%, var(--_text));
      --_ok: color-mix(in oklab, var(--_ok-raw) 34%, var(--_text));
      --_warning: color-mix(in oklab, var(--_warning-raw) 34%, var(--_text));
      --_danger: color-mix(in oklab, var(--_danger-raw) 34%, var(--_text));
      --_accent-soft: color-mix(in oklab, var(--_accent) 12%, var(--_surface));
      --_accent-mid: color-mix(in oklab, var(--_accent) 34%, var(--_surface));
      --_warning-soft: color-mix(in oklab, var(--_warning-raw) 9%, var(--_surface));
      --_warning-edge: color-mix(in oklab, var(--_warning) 30%, var(--_border));
      --_danger-soft: color-mix(in oklab, var(--_danger-raw) 8%, var(--_surface));
      --_danger-edge: color-mix(in oklab, var(--_danger) 46%, var(--_border));
      --_said: color-mix(in oklab, var(--_muted) 60%, var(--_text));
      --_quiet: color-mix(in oklab, var(--_text) 3.5%, var(--_surface));
      --_control: color-mix(in oklab, var(--_text) 47%, var(--_surface));
      --_skeleton: color-mix(in oklab, var(--_text) 9%, var(--_surface));
    }
  }
  @supports (color: light-dark(red, red)) {
    :host {
      --_accent: var(--podero-color-accent, light-dark(#0e6672, #63c5cf));
      --_surface: var(--podero-color-surface, light-dark(#fff, #15191a));
      --_text: var(--podero-color-text, light-dark(#161c1e, #e9eeef));
      --_muted: var(--podero-color-text-muted, light-dark(#586265, #a2adb0));
      --_border: var(--podero-color-border, light-dark(#dde3e4, #2d3436));
      --_ok-raw: var(--podero-color-ok, light-dark(#1b7742, #6fcb90));
      --_warning-raw: var(--podero-color-warning, light-dark(#865400, #e8b95a));
      --_danger-raw: var(--podero-color-danger, light-dark(#b0271f, #f5968e));
      --_warning-soft: light-dark(color-mix(in oklab, var(--_warning-raw) 9%, var(--_surface)), color-mix(in oklab, var(--_warning-raw) 13%, var(--_surface)));
      --_danger-soft: light-dark(color-mix(in oklab, var(--_danger-raw) 8%, var(--_surface)), color-mix(in oklab, var(--_danger-raw) 14%, var(--_surface)));
      --_compare: var(--podero-chart-compare, light-dark(#6c7679, #97a2a5));
    }
    @supports (color: color(from red xyz-d65 x y z)) {
      :host {
        --_pale: oklab(from var(--_surface) 0 0 0 / clamp(0, (l - .6) * 1e9, 1));
        --_ink: oklab(from color-mix(in oklab, var(--_accent), var(--_pale)) clamp(1.52 - 1.52 * alpha, 2 * l * alpha, 1.5 - alpha) calc(2 * a * alpha) calc(2 * b * alpha) / 1);
        --_ok: oklab(from color-mix(in oklab, var(--_ok-raw), var(--_pale)) clamp(1.52 - 1.52 * alpha, 2 * l * alpha, 1.5 - alpha) calc(2 * a * alpha) calc(2 * b * alpha) / 1);
        --_warning: oklab(from color-mix(in oklab, var(--_warning-raw), var(--_pale)) clamp(1.52 - 1.52 * alpha, 2 * l * alpha, 1.5 - alpha) calc(2 * a * alpha) calc(2 * b * alpha) / 1);
        --_danger: oklab(from color-mix(in oklab, var(--_danger-raw), var(--_pale)) clamp(1.52 - 1.52 * alpha, 2 * l * alpha, 1.5 - alpha) calc(2 * a * alpha) calc(2 * b * alpha) / 1);
        --_on-accent: color(from var(--_accent) xyz-d65 clamp(0, (.1791 - y) * 1e9, .9505) clamp(0, (.1791 - y) * 1e9, 1) clamp(0, (.1791 - y) * 1e9, 1.089));
        --_solid: var(--_accent);
      }
    }
  }
  /* Paper is white, and no ground is printed: a theme's pale words would not be seen. */
  @media print {
    :host { color-scheme: light !important; --_surface: #fff; --_text: #161c1e; --_muted: #586265; --_border: #c5cbcc; --_shadow: none; }
  }
`;
