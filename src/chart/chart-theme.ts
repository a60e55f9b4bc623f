import type {ChartTheme} from './chart-config.js';

/**
 * A canvas knows no custom properties: its colours are read from elements that wear them. The frame wears the axis, each
 * swatch of the legend one series.
 */
export function readTheme(frame: Element, swatches: Iterable<Element>): ChartTheme {
  const {color, borderTopColor, borderBottomColor, outlineColor, fontFamily, fontSize} = getComputedStyle(frame);
  return {
    muted: color,
    text: outlineColor,
    rule: borderTopColor,
    baseline: borderBottomColor,
    fontFamily,
    fontSize: Number.parseFloat(fontSize) || 12,
    paints: Array.from(swatches, swatch => {
      const {backgroundColor, borderTopColor: edge} = getComputedStyle(swatch);
      return {fill: backgroundColor, soft: getComputedStyle(swatch, '::after').backgroundColor, edge};
    }),
  };
}
